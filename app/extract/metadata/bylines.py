"""The names in a byline: `By Ada Brightwater and Jo Carr, science reporters | 26 November 2026`."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from app.extract.metadata.byline_words import (
    AND,
    AND_PICTURES,
    ANY_BY,
    BARE_LABELS,
    BEFORE_DATES,
    BY,
    LABELS,
    NEXT_FIELDS,
    NEXT_WORKS,
    OTHER_WORK,
    TAILS,
    TITLES_BEHIND,
    VERBS,
    WEEKDAYS,
)
from app.extract.metadata.date_words import kind_of_words
from app.extract.metadata.person_names import is_degree, is_full_name, is_name, is_role
from app.text.dates.months import month_of
from app.text.dates.stamps import find_stamps
from app.text.normalize import line

MOST_NAMES = 20
_LONGEST = 400  # characters of a byline
_LONGEST_LEAD = 40  # characters of a line before a name that stands in it


def _any_of(words: Mapping[str, str]) -> str:
    return "|".join(words.values())


def _between(words: str) -> re.Pattern[str]:
    """Return the pattern of what stands between two names, one of `words` for instance."""
    return re.compile(rf" ?[,;，、；] ?(?:(?:{words}) )?| (?:{words}|[&+/]) ", re.IGNORECASE)


# All of these are of lines, in which white space is one space.
_LABEL = rf"(?:fotos? und )?(?:{_any_of(LABELS)})(?:{AND_PICTURES})?"
_LABELLED = re.compile(rf"\W{{0,3}}(?:{_LABEL} ?[:：|/｜／]|(?:{'|'.join(BARE_LABELS)}) ) ?", re.IGNORECASE)
_LABEL_ENDS = frozenset(":：|/｜／")
# A reporter of the East: `海灣報 記者王大同／基隆報導`, and the one whose title stands behind: `[해안=홍길동 기자]`.
_REPORTER = re.compile(r"(?:[\u4e00-\u9fff]{1,12} ?)?(?:記者|记者) ?(?=[\u4e00-\u9fff·]{2,12}(?:\W|$))")
_TITLED = re.compile(
    r"(?:입력|수정|승인|등록|송고|오전|오후|[^가-힣\[]){0,60}\[?(?:[가-힣]{1,8} ?= ?)?"
    r"([가-힣]{2,4}) ?(?:기자|특파원)(?!\w)"
)
_VERBS = frozenset(" ".join(VERBS.values()).split())
_MOST_VERBS = 5
_OTHER_WORK = re.compile(rf"\W{{0,3}}(?:{_any_of(OTHER_WORK)}|©)", re.IGNORECASE)
# Before what stands behind a name without a sign between.
_NEXT_LABEL = (
    rf"(?<=\w) ?(?={NEXT_FIELDS} ?[:：])|(?<=\w) (?=[\u4e00-\u9fff]{{2,4}} ?[:：])|"
    rf"(?<=\w)(?<!and|och|und| en| et| og)(?<! a| e| i| y) (?=(?i:{NEXT_WORKS}) ?:)"
)
_FIELD = re.compile(rf" ?[|·•‧∙●▪→»«›~＞>…]{{1,3}} ?| [–—-]{{1,3}} |{_NEXT_LABEL}")
_BETWEEN: Mapping[str, re.Pattern[str]] = {
    "": _between("and"),
    **{language: _between(f"and|{words}") for language, words in AND.items()},
}
# Addresses, and what stands in brackets.
_ASIDE = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
_MAILED = re.compile(r"\s*[^\s@]{1,99}@[^\s@]{1,99} \(([^()@]{2,60})\)\s*")  # as feeds have it (RSS 2.0, `author`)
_ADDRESS = ("@", "http://", "https://", "www.")
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b|\b(?:an?|one) (?:minute|hour|day|week|month|year)\b", re.IGNORECASE)
_TAIL = re.compile(rf"(?<=[\w.,]) (?:{_any_of(TAILS)})", re.IGNORECASE)
_FIGURE = re.compile(r" [^ \d]{0,9}\d")
# Words that stood before a date, which is gone, at the end of a name.
_DANGLING, _DAYS_OF_WEEK = frozenset(BEFORE_DATES.split()), frozenset(WEEKDAYS.split())
_INITIAL = re.compile(r"(?:\b[^\W\d_]|\.[A-Z]|\b[JS]r)\Z")
_STOPS = (".", "!", "?", "。", "؟", "۔", "।")
_EDGES = " \t.,:;。।*'’‘`-–—/\\\"“”„(•"
_BEHIND_NAME = " ,;:(/–—-"
_ROLE_BEFORE = re.compile(r"(?:[a-z][a-z-]{1,20} ){1,4}(?=[^\W\d_a-z])")
_HALF_DAY = re.compile(r"^ ?(?:[صم]|ق\.?ظ|ب\.?ظ|[ap]\.?m\.?)(?!\w)", re.IGNORECASE)
_BEHIND_DATE = " ,:|-–—·•)"


def names_in(text: str, language: str = "", trusted: bool = False) -> tuple[str, ...]:
    """Return the names of authors in a text that is said to be a byline; none where it holds no name.

    `language` is a tag in lower case or empty. What is `trusted` to be a name and nothing else may be a role.
    """
    mailed = _MAILED.fullmatch(text)
    fields = [field for field in _FIELD.split(line(mailed[1] if mailed else text[:_LONGEST])) if field]
    begun = [field for field in fields if is_byline(field, language)]
    for field in begun or fields:
        if not _OTHER_WORK.match(field):
            names = tuple(dict.fromkeys(_names(field, language, trusted)))[:MOST_NAMES]
            if names:
                return names
    return ()


def lone_names(text: str, language: str = "") -> tuple[str, ...]:
    """Return the names in a line that has no mark of a byline: whole ones in its first field without a figure.

    In a script without capitals, a line with a full stop is a sentence.
    """
    if text.endswith(_STOPS) and text.upper() == text.lower():
        return ()
    fields = (field for field in _FIELD.split(text) if field and not any(map(str.isdigit, field)))
    field = next(fields, "") or _without_dates(text, language)
    names = tuple(name for name in names_in(field, language) if not kind_of_words(name))
    return names if all(map(is_full_name, names)) and field.find(next(iter(names), "")) < _LONGEST_LEAD else ()


def titled_names(text: str) -> tuple[str, ...]:
    """Return the name behind which a reporter's title stands, where only a date is before it: `홍길동 기자`."""
    found = _TITLED.match(text)
    return (found[1],) if found else ()


def is_byline(text: str, language: str = "") -> bool:
    """Say whether a line begins like a byline."""
    return _begin(text, language) > 0 and not _OTHER_WORK.match(text)


def is_label(text: str, language: str = "") -> bool:
    """Say whether a line is the beginning of a byline alone: `Written by:`."""
    return is_byline(text, language) and not without_by(text, language)


def byline_behind_date(text: str, language: str = "") -> str:
    """Return the byline that follows a date: `03/01/2026 by Ada Brightwater`; an empty text where there is none.

    In a line of fields, such as `来源：海湾日报 作者：李明 2026-11-20`, it may be any of them.
    """
    stamps = list(find_stamps(text, language))
    rests = [_HALF_DAY.sub("", text[stamp.end :]).lstrip(_BEHIND_DATE) for stamp in stamps]
    fields = _FIELD.split(line(text)) if stamps else ()
    return next((each for each in (*rests, *fields) if each and is_byline(each, language)), "")


def without_by(text: str, language: str = "") -> str:
    """Return a byline without the words before the first name."""
    for _ in range(3):
        begin = _begin(text, language)
        if not begin:
            break
        text = text[begin:]
    return text


def _begin(text: str, language: str) -> int:
    """Return where the first name of a byline begins, behind `Written by` or `Author:`; 0 without such words."""
    if not _LABEL_ENDS.isdisjoint(text[:_LONGEST_LEAD]) or text.startswith(BARE_LABELS):
        found = _LABELLED.match(text)
        if found:
            return found.end()
    reporter = _REPORTER.match(text)
    if reporter:
        return reporter.end()
    place = 0
    by = _by(language)
    for word in text.split(" ", _MOST_VERBS)[: _MOST_VERBS + 1]:
        place += len(word) + 1
        bare = word.strip(_EDGES).casefold()
        if bare in by:
            return min(place, len(text))
        if bare not in _VERBS:
            return 0
    return 0


@lru_cache(128)
def _by(language: str) -> frozenset[str]:
    return frozenset(f"by {BY.get(language.partition('-')[0], '' if language else ANY_BY)}".split())


def _names(field: str, language: str, trusted: bool) -> Iterator[str]:
    """Yield the names in the field of a byline, up to the first thing that is none."""
    words = line(_ASIDE.sub(" ", field)).split(" ")
    plain = " ".join(word for word in words if not any(mark in word.lower() for mark in _ADDRESS))
    text = without_by(plain, language)
    explicit = text != plain
    if text.count(" / ") > 1:  # topics, not names
        return
    text = without_by(_without_dates(_before_tail(text.partition("／")[0]), language).strip(" ,"), language)
    name = ""
    for each in _BETWEEN.get(language.partition("-")[0], _BETWEEN[""]).split(_ended(text)):
        part = _without_role(_bare(each, language))
        if name and is_degree(part):
            name += f", {part}"
            continue
        if name:
            yield name
            trusted = explicit = False
            if part.isupper() and not name.isupper():  # `Ayşe Yıldız / İZMİR`, `Clara Voss, NDR`
                return
        name = part if is_name(part, trusted, roles=trusted or explicit) else ""
        if part and not name:
            return
    if name:
        yield name


def _before_tail(text: str) -> str:
    """Return the name before what follows the last one, if that is one; else the text as it is."""
    tail = _TAIL.search(text)
    return text[: tail.start()] if tail and is_name(text[: tail.start()].strip(_EDGES)) else text


def _ended(text: str) -> str:
    """Return the text of a byline up to what follows the last name."""
    ends = [found.start() for pattern in (_TIME, _TAIL) if (found := pattern.search(text))]
    return _without_dangling(text[: min(ends, default=len(text))])


def _without_dangling(text: str) -> str:
    words = text.rstrip(_BEHIND_NAME).split(" ")
    while words and (words[-1] in _DANGLING or words[-1].lower() in _DAYS_OF_WEEK or _is_of_date(words[-1])):
        words.pop()
    return " ".join(words).rstrip(_BEHIND_NAME)


def _is_of_date(word: str) -> bool:
    """Say whether a word says what the date behind it dates, in other letters than English has."""
    return not word.isascii() and kind_of_words(word) in ("published", "updated")


def _bare(part: str, language: str) -> str:
    """Return a part of a byline without the marks around it, and without titles and dates behind it."""
    whole = _without_figures(part, language)
    bare = whole.strip(_EDGES)
    if _INITIAL.search(bare) and whole.strip().startswith(f"{bare}."):
        bare += "."
    for title in TITLES_BEHIND:
        bare = bare.removesuffix(title).rstrip() or bare
    return bare


def _without_role(part: str) -> str:
    """Return a name without what its owner is, in small letters before it: `political reporter Ada Brightwater`."""
    role = _ROLE_BEFORE.match(part)
    return part[role.end() :] if role and is_role(role[0]) and is_full_name(part[role.end() :]) else part


def _without_dates(text: str, language: str) -> str:
    """Return what stands before the first date of a text, if that may be a name, else what stands behind it."""
    for stamp in find_stamps(text, language):
        before = _without_dangling(text[: stamp.start])
        return before if is_name(before.strip(_EDGES)) else text[stamp.end :]
    return text


def _without_figures(text: str, language: str) -> str:
    """Return a name without what follows from the first figure on: `Ada Brightwater December 8`."""
    figure = _FIGURE.search(text)
    if not figure:
        return text
    words = text[: figure.start()].split()
    while words and month_of(words[-1], language):
        words.pop()
    return " ".join(words)
