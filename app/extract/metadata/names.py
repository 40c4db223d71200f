"""Whether a few words may be the name of somebody."""

import re

MAX_NAME = 60
_MOST_WORDS = 5
_MOST_HAN = 16  # characters; four names of four

_ROLE = re.compile(
    r"\b(?:editors?|writers?|correspondents?|reporters?|journalists?|contribut\w+|columnists?|analysts?|staff|authors?|"
    r"chief|head|director|manager|officer|president|professor|lecturer|researcher|fellow|founder|co-?founder|ceo|cto|cfo|"
    r"redakteur\w*|redaktionsleit\w*|chefredakt\w*|korrespondent\w*|mitarbeiter\w*|leiter\w*|redactor\w*|periodista|"
    r"journaliste|rédact\w+|correspond\w+|giornalista|redattor\w*|university|universit\w+|institute?|department|consultant|"
    r"specialist|expert|strategist|engineer|blogger|volontär\w*|praktikant\w*|desk|bureau|guest|senior|junior|associate)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?:(?:[A-Z]\.?[a-z]?\.?){2,6}|Ph\.?\s?D\.?|M\.?Sc\.?|B\.?Sc\.?|Jr\.?|Sr\.?|Esq\.?)(?:[\s,]+(?:[A-Z]\.?[a-z]?\.?){2,6})*"
)
# What programs and forms write for no name, labels, links, days of the week. Whole names, without case; sorted.
_NO_NAME = re.compile(
    r"(?:wp|wordpress|web|site|blog|super)?[-_ .]?(?:admin\w*|user(?:name)?|master|webmaster)\d*|\w*admin|about|all|"
    r"anonym(?:e|ous|us)?|anônimo|archiv\w*|articles?|aut(?:eur|hor|or)|bearbeiten|blog|by|category|comments?|contact|date|datum|"
    r"default|details|di|door|drucken|edit(?:or)?|e?-?mail|facebook|folgen|follow|guest|home|human|instagram|kategorien?|"
    r"kommentare?|lesezeit|linkedin|login|mehr|menu|more|n/?a|name|news|nobody|none|null|oleh|par|por|post(?:ed)?|print|"
    r"profile?|published|read|reply|root|search|share|subscribe|tags?|teilen|test|text|the|title|twitter|undefined|unbekannt|"
    r"unknown|updated?|view|von|writer|written|x|youtube|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"(?:written|posted|published) (?:by|on)|\d+ \w+|(?:last|zuletzt)(?: \w+)?|(?:view |see |all )+(?:posts|articles|stories).*|alle beiträge.*",
    re.IGNORECASE,
)
_BAD_SIGNS = re.compile(r"[<>{}=\[\]#%$€£?!:：;\"“”„→|\\@]|://|\.(?:com|org|net|html?)\b|\d{3}")
# Words of labels and links that are in no name; sorted.
_LABEL_WORDS = frozenset(
    "abonnieren alle anmelden article articles artikel beitrag beiträge bookmark category comment comments compartir copiar "
    "download e-mail editorial eingetragen email enlace folgen follow gefolgt image images kategorie keine kommentar "
    "kommentare kommentieren latest learn lesedauer lesezeit login mehr menu min minuten minutes modified more newsletter page "
    "pdf photo post posts print process published read reading redaktion-kontakt related reply search share shopping show "
    "sidebar sponsored startseite subscribe suche tags teilen themen themenstarter thema time topic topics updated "
    "veröffentlicht video videos views website websites weiterlesen you your zustimmen".split()
)
# Small words within names.
_PARTICLES = frozenset(
    "a al af an and as at av bin da das de del dela della den der des di do dos du e el et i ibn la las le los mc of "
    "och og san st te ten ter the und van vom von y z zu zum zur".split()
)
_CAPITALISED = re.compile(r"[^\W\d_a-z](?:\.|['’]?[^\W\d_]+(?:['’-][^\W\d_]+)*)")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def is_name(text: str, trusted: bool = False, roles: bool = False) -> bool:
    """Say whether a text may be a name: few words, most of them written as names are, no label and no address.

    One word may be written in any way, as people call themselves, and so may what is `trusted` to be a name. With
    `roles` a role is one too, such as `Staff Writer`, which elsewhere stands behind a name.
    """
    words = text.split()
    if not 1 < len(text) <= MAX_NAME or not 0 < len(words) <= _MOST_WORDS or not any(map(str.isalpha, text)):
        return False
    if _BAD_SIGNS.search(text) or _NO_NAME.fullmatch(text) or len(_HAN.findall(text)) > _MOST_HAN:
        return False
    begins = not words[0][0].islower() or words[0] in _PARTICLES or len(words) == 1
    return begins and (trusted or _is_written_as_name(words)) and (roles or not _ROLE.search(text))


def _is_written_as_name(words: list[str]) -> bool:
    if not _LABEL_WORDS.isdisjoint(word.casefold() for word in words):
        return False
    small = [word for word in words if word[0].islower() and word.isalpha() and word not in _PARTICLES]
    return len(words) == 1 or len(small) * 2 < len(words)


def is_full_name(text: str) -> bool:
    """Say whether a text can hardly be anything but a name: two or three words, each with a capital and no other sign."""
    words = text.split()
    return 2 <= len(words) <= 3 and all(map(_CAPITALISED.fullmatch, words)) and is_name(text)


def is_degree(text: str) -> bool:
    """Say whether a text is what follows a name and belongs to it: `PhD`, `M.D. FACLM`, `Jr.`."""
    return _DEGREE.fullmatch(text) is not None
