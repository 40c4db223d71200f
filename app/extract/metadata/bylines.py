"""The names in a byline: `By Ada Brightwater and Jo Carr, science reporters | 26 November 2026`."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from app.text.normalize import letters, line
from app.text.dates.months import month_of
from app.text.dates.stamps import find_stamps
from app.extract.metadata.names import is_degree, is_full_name, is_name

MOST_NAMES = 20
_LONGEST = 400  # characters of a byline
_LONGEST_LEAD = 40  # characters of a line before a name that stands in it

# What stands before a name, by language; `by` is understood everywhere.
_BY: Mapping[str, str] = {
    "ca": "per",
    "da": "af",
    "de": "von|vom",
    "es": "por",
    "fi": "kirjoittanut",
    "fr": "par",
    "hr": "piše",
    "id": "oleh",
    "it": "di|a cura di",
    "ms": "oleh",
    "nb": "av",
    "nl": "door",
    "nn": "av",
    "no": "av",
    "pl": "przez",
    "pt": "por",
    "ro": "de",
    "sl": "piše",
    "sv": "av",
    "vi": "bởi",
}
_ANY_BY = "par|por|von"  # where the language is not known
# Words that stand before that.
_VERB = (
    r"(?:posted|written|published|created|submitted|contributed|authored|story|stories|articles?|posts?|words|reported|"
    r"reporting|analysis|opinion|guest|blog|last|updated|modified|zeige|alle|beiträge|view|all|on|this|was|entry|an?|the|is|about|interview|"
    r"veröffentlicht|verfasst|geschrieben|erstellt|gepostet|eingestellt|publiziert|aktualisiert|beitrag|artikel|bericht|"
    r"gastbeitrag|kommentar|analyse|reportage|kolumne|rezension|essay|eine?|zuletzt|écrit|publié|rédigé|posté|propos|"
    r"recueillis|proposé|text[eo]?|tekst|escrito|publicado|redactado|postado|enviado|creado|scritto|pubblicato|articolo|"
    r"geschreven|geplaatst|gepubliceerd|skrevet|publisert|udgivet|skriven|publicerad|opublikowan[eoy]|napisan[eoy])"
)
# What stands between names, by language; `and` and `&` are understood everywhere.
_AND: Mapping[str, str] = {
    "ca": "i",
    "cs": "a",
    "da": "og",
    "de": "und|mit|sowie|im Gespräch mit",
    "en": "with",
    "es": "y|e",
    "fi": "ja",
    "fr": "et|avec",
    "hr": "i",
    "hu": "és",
    "id": "dan",
    "it": "e|con",
    "nb": "og",
    "nl": "en",
    "no": "og",
    "pl": "i",
    "pt": "e",
    "ro": "și|şi",
    "ru": "и",
    "sk": "a",
    "sv": "och",
    "tr": "ve",
    "uk": "та|і",
    "vi": "và",
}
# Words before a name that need no preposition, in all languages.
_LABEL = (
    r"aut(?:h)?or(?:s|\(s\)|a|as|e|en|es|i|in|innen|:in|/in|\*in)?|auteure?s?|skribent|forfatter(?:e)?|författare|"
    r"kirjoittaja(?:t)?|verfasser(?:in)?|contributors?|interview|protokoll|writers?|words|text(?:e|o)?|tekst|teksti|testo|reporters?|journalist(?:e|in)?|"
    r"redacteur|redacción|redakteur(?:in)?|bericht|yazar|haber|penulis|tác giả|szerző|автор(?:ы|ка)?|текст|συντάκτης|"
    r"κείμενο|الكاتب|كتب|كتبت|بقلم|מאת|כתב|लेखक|ผู้เขียน|โดย|作者|撰文|文|记者|記者|本报记者|著者|執筆|筆者|取材・文|글|기자"
)
_LABELLED = re.compile(
    rf"\W*(?:fotos? und )?(?:{_LABEL})(?: und (?:fotos?|interview|bilder))?\s*[:：|/｜]\s*|\W*(?:بقلم|كتب|كتبت|מאת|記者|记者|本报记者|本報記者)\s+",
    re.IGNORECASE,
)
# Whose names are not the author's: of a picture, a translation, a check.
_OTHER_WORK = re.compile(
    r"\W*(?:photo\w*|fotos?\b|fotograf\w*|bild(?:er)?\b|images?\b|illustrat\w*|videos?\b|grafik|graphics?\b|translat\w*|"
    r"übersetz\w*|traduc\w*|tradui\w*|\w*\s?review\w*|fact[- ]?check\w*|sponsor\w*|present\w*|powered|produc\w*|direct\w*|"
    r"credit\w*|courtesy|source|quelle|fuente|copyright|comments?\b|replies|edited|©|来源|图|摄|写真|撮影|사진|編集|编辑|责任编辑)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"\s*[|·•‧∙●▪→»«›~＞>]+\s*|\s+[–—-]+\s+|\s*…+\s*|(?<=\w)\s*(?=(?:来源|來源|责任编辑|責任編輯|编辑|編輯|作者|记者|記者)\s*[:：])"
)
_ADDRESS = re.compile(r"\S*@\S*|https?://\S*|www\.\S*|\([^()]*\)|\[[^\[\]]*\]", re.IGNORECASE)
# What follows the last name: times, and links of boxes about authors.
_TAIL = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b.*|\b(?:an?|one)\s(?:minute|hour|day|week|month|year)\b.*|(?<=\w)\s+(?:follow\b|twitter\b|facebook\b|"
    r"instagram\b|linkedin\b|view (?:all|profile|bio)|see (?:all|more)|more (?:from|by)|contact\b|bio\b|profile\b|all posts|"
    r"alle beiträge|e-?mail\b|subscribe\b|updated?\b|published\b|posted\b|last (?:updated?|modified)|veröffentlicht\b|"
    r"aktualisiert\b|post a comment|leave a|zeige alle|under\s|unter\s|for\s|from\sthe\s|(?-i:in\s[A-ZÄÖÜ])).*",
    re.IGNORECASE,
)
_FROM_FIGURE = re.compile(r"\s+\S*\d.*")
_DANGLING = re.compile(
    r"(?:[\s,;:(/–—-]|\b(?:am|at|del?|den|el|il|in|le|on|op|um|vom|(?i:updated|published|posted|veröffentlicht))\b)+$"
)
# What follows a name in the East: `山田太郎記者`, `홍길동 기자`.
_TITLE_BEHIND = re.compile(r"(?<=\w)\s*(?:記者|记者|特派員|기자|특파원|報道|报道)$")
_EDGES = " \t.,:*'’‘`-–—/\\\"“”„"


def names_in(text: str, language: str = "", trusted: bool = False) -> tuple[str, ...]:
    """Return the names of authors in a text that is said to be a byline; none where it holds no name.

    `language` is a tag in lower case or empty. What is `trusted` to be a name and nothing else may be a role.
    """
    fields = [field for field in _FIELD.split(line(text[:_LONGEST])) if field]
    begun = [field for field in fields if is_byline(field, language)]
    for field in begun or fields:
        if not _OTHER_WORK.match(field):
            names = tuple(dict.fromkeys(_names(field, language, trusted)))[:MOST_NAMES]
            if names:
                return names
    return ()


def is_byline(text: str, language: str = "") -> bool:
    """Say whether a line begins like a byline."""
    return not _OTHER_WORK.match(text) and (_before(language).match(text) or _LABELLED.match(text)) is not None


def lone_names(text: str, language: str = "") -> tuple[str, ...]:
    """Return the names in a line that has no mark of a byline: whole ones in its first field without a figure."""
    fields = (field for field in _FIELD.split(text) if field and not any(map(str.isdigit, field)))
    names = names_in(next(fields, "") or _without_dates(text, language), language)
    return names if all(map(is_full_name, names)) and text.find(next(iter(names), "")) < _LONGEST_LEAD else ()


def is_label(text: str, language: str = "") -> bool:
    """Say whether a line is the beginning of a byline alone: `Written by:`."""
    return is_byline(text, language) and not _without_by(text, language)


def byline_behind_date(text: str, language: str = "") -> str:
    """Return the byline that follows a date: `03/01/2026 by Ada Brightwater`; an empty text where there is none."""
    rests = (text[stamp.end :].lstrip(" ,:|-–—·•)") for stamp in find_stamps(text, language))
    return next((rest for rest in rests if is_byline(rest, language)), "")


def _without_by(text: str, language: str) -> str:
    """Return a byline without the words before the first name."""
    for _ in range(3):
        found = _LABELLED.match(text) or _before(language).match(text)
        if not found:
            break
        text = text[found.end() :]
    return text


@lru_cache(128)
def _before(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands before a name: a few words, of which the last says `by`."""
    own = _BY.get(language.partition("-")[0], "" if language else _ANY_BY)
    words = "|".join(filter(None, ("by", own)))
    return re.compile(rf"\W*(?:{_VERB}\s*:?\s+){{0,5}}(?:{words})\b\s*:?\s*", re.IGNORECASE)


@lru_cache(128)
def _between(language: str) -> re.Pattern[str]:
    words = "|".join(filter(None, ("and", _AND.get(language.partition("-")[0], ""))))
    return re.compile(rf"\s*[,;，、；]\s*(?:(?:{words})\s)?|\s(?:{words}|[&+/])\s", re.IGNORECASE)


def _names(field: str, language: str, trusted: bool) -> Iterator[str]:
    """Yield the names in the field of a byline, up to the first thing that is none."""
    text = _without_by(line(_ADDRESS.sub(" ", field)), language)
    explicit = len(text) < len(field) and is_byline(field, language)
    if text.count(" / ") > 1:  # topics, not names
        return
    text = _without_by(_without_dates(text, language).strip(" ,"), language)
    name = ""
    for part in _between(language).split(_DANGLING.sub("", _TAIL.sub("", text))):
        part = _TITLE_BEHIND.sub("", _without_figures(part, language).strip(_EDGES))
        if name and is_degree(part):
            name += f", {part}"
            continue
        if name:
            yield name
            trusted = explicit = False
        name = part if is_name(part, trusted, roles=trusted or explicit) else ""
        if part and not name:
            return
    if name:
        yield name


def _without_dates(text: str, language: str) -> str:
    for stamp in find_stamps(text, language):
        before = _DANGLING.sub("", text[: stamp.start])
        return before if is_name(before.strip(_EDGES)) else text[stamp.end :]
    return text


def _without_figures(text: str, language: str) -> str:
    """Return a name without what follows from the first figure on: `Ada Brightwater December 8`."""
    cut = _FROM_FIGURE.sub("", text)
    if cut == text:
        return text
    words = cut.split()
    while words and month_of(words[-1], language):
        words.pop()
    return " ".join(words)
