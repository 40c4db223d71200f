"""Whether a few words may be the name of somebody."""

import re

MAX_NAME = 60
_MOST_WORDS = 5
_MOST_EASTERN = 16  # characters; four names of four

# What people are, which stands behind their names; sorted within each language.
_ROLES = (
    "analysts? associate authors? blogger bureau ceo cfo chief co-?founder columnists? consultant contribut[a-z]{1,6} "
    "correspondents? cto department desk director editors? engineer expert fellow founder guest head institute? "
    "journalists? junior lecturer manager officer president professor reporters? researcher senior specialist staff "
    "strategist university writers?",
    "chefredakt[a-z]{1,9} korrespondent[a-z]{0,4} leiter[a-z]{0,4} mitarbeiter[a-z]{0,4} praktikant[a-z]{0,4} "
    "redakteur[a-z]{0,6} redaktionsleit[a-z]{1,6} volontär[a-z]{0,4}",
    "correspond[a-z]{1,9} giornalista journaliste periodista rédact[a-z]{1,6} redactor[a-z]{0,3} redattor[a-z]{0,3} "
    "universit[a-zéà]{1,4}",
)
_ROLE = re.compile(rf"\b(?:{'|'.join(' '.join(_ROLES).split())})\b", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?:(?:[A-Z]\.?[a-z]?\.?){2,6}|Ph\.?\s?D\.?|[MB]\.?Sc\.?|Jr\.?|Sr\.?|Esq\.?)(?:[\s,]{1,2}(?:[A-Z]\.?[a-z]?\.?){2,6}){0,4}"
)
# What programs and forms write for no name, labels, links, days of the week: whole names, without case; sorted.
_NO_NAMES = (
    r"\d{1,4} \w{1,20}",
    r"(?:\w{0,12}[-_ .])?admin(?:istra\w{1,6})?\d{0,4}",
    r"(?:blog|site|super|web|wordpress|wp)?[-_ .]?(?:admin|master|user(?:name)?|webmaster)\d{0,4}",
    r"(?:last|zuletzt)(?: \w{1,20})?",
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch",
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?",
    r"(?:posted|published|written) (?:by|on)",
    r"(?:(?:all|see|view) ){1,2}(?:articles|posts|stories).{0,40}",
    r"domingo|jueves|lunes|martes|miércoles|sábado|viernes",
    r"dimanche|jeudi|lundi|mardi|mercredi|samedi|vendredi",
    r"abbruch|about|all|anonym(?:e|ous|us)?|anônimo|archiv[a-z]{0,3}|aut(?:eur|hor|or)|bearbeiten|blog|by|contact|data|date",
    r"datum|default|details|di|door|drucken|edit(?:or)?|facebook|home|human|instagram|linkedin|mail|n/?a|name|news|nobody",
    r"(?:(?:discussion|edit|history|source|talk|view) ?){2,4}",
    r"(?:(?:편집|토론|역사|編集|履歴|编辑|編輯|讨论|討論|历史|歷史) ?){1,4}",
    r"none|null|oleh|par|por|root|test|text|the|title|twitter|undefined|unbekannt|unknown|view|von|w{0,2}admin|writer|x|youtube",
)
_NO_NAME = re.compile("|".join(_NO_NAMES), re.IGNORECASE)
# Words of labels and links that are in no name; sorted.
_LABEL_WORDS = frozenset(
    "abonnieren alle anmelden article articles artikel beitrag beiträge bookmark category comment comments "
    "compartir copiar download e-mail editorial eingetragen email enlace explore folgen follow gefolgt image images "
    "kategorie keine kommentar kommentare kommentieren latest learn lesedauer lesezeit login mehr menu min "
    "minuten minutes modified more newsletter page pdf photo post posts print process profile published read "
    "reading related reply search share shopping show sidebar sign sponsored startseite subscribe suche tags teilen "
    "thema themen themenstarter time topic topics updated veröffentlicht video videos views website websites "
    "weiterlesen you your zustimmen переглядів просмотров просмотры".split()
)
# Small words within names; sorted.
_PARTICLES = frozenset(
    "a al af an and as at av bin da das de del dela della den der des di do dos du e el et i ibn la las le los mc och "
    "of og san st te ten ter the und van vom von y z zu zum zur".split()
)
_BAD_SIGNS = re.compile(r"[<>{}=\[\]#%$€£?!:：;\"“”„→|\\@。।]|://|\.(?:com|html?|net|org)\b|\d{3}")
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_CAPITALISED = re.compile(r"[^\W\d_a-z](?:\.|['’]?[^\W\d_]{1,30}(?:['’-][^\W\d_]{1,30}){0,3})")


def is_name(text: str, trusted: bool = False, roles: bool = False) -> bool:
    """Say whether a text may be a name: few words, most of them written as names are, no label and no address.

    One word may be written in any way, as people call themselves, and so may what is `trusted` to be a name. With
    `roles` a role is one too, such as `Staff Writer`, which elsewhere stands behind a name.
    """
    words = text.split()
    if not 1 < len(text) <= MAX_NAME or not 0 < len(words) <= _MOST_WORDS or not any(map(str.isalpha, text)):
        return False
    if _BAD_SIGNS.search(text) or _NO_NAME.fullmatch(text) or len(_EASTERN.findall(text)) > _MOST_EASTERN:
        return False
    begins = not words[0][0].islower() or words[0] in _PARTICLES or len(words) == 1
    return begins and (trusted or _is_written_as_name(words)) and (roles or not _ROLE.search(text))


def _is_written_as_name(words: list[str]) -> bool:
    if not _LABEL_WORDS.isdisjoint(word.casefold() for word in words):
        return False
    small = [word for word in words if word[0].islower() and word.isalpha() and word not in _PARTICLES]
    return len(words) == 1 or len(small) * 2 < len(words)


def is_full_name(text: str) -> bool:
    """Say whether a text can hardly be anything but a name: two or three words, each with a capital."""
    words = text.split()
    return 2 <= len(words) <= 3 and all(map(_CAPITALISED.fullmatch, words)) and is_name(text)


def is_role(text: str) -> bool:
    """Say whether a text says what somebody is, as it stands behind a name: `science reporter`."""
    return _ROLE.search(text) is not None


def is_degree(text: str) -> bool:
    """Say whether a text is what follows a name and belongs to it: `PhD`, `M.D. FACLM`, `Jr.`."""
    return _DEGREE.fullmatch(text) is not None
