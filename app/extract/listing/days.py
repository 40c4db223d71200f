"""Days that stand beside headlines: without their year, and in parts below each other, as on a leaf of a calendar."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.metadata.dates import iso_day
from app.text.normalize import line

LONGEST_DAY = 30  # characters
EITHER_WAY = re.compile(r"(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|1[0-2])[/-]\d{2,4}")
_FEWEST_PARTS, _MOST_PARTS = 2, 4
_INLINE = frozenset({"b", "em", "i", "small", "span", "strong"})
_LONGEST_UNIT = 15  # characters
_FIGURE, _YEAR = re.compile(r"\d"), re.compile(r"\b20\d\d\b")


def is_day(said: str) -> bool:
    """Say whether a text is a day of some year, or of which it is not certain what the month is."""
    if EITHER_WAY.fullmatch(said):
        return True
    return not iso_day(said) and bool(iso_day(f"{said} 2024"))  # a leap year


def day_of_parts(element: HtmlElement) -> str:
    """Return the day that the parts of an element are together, such as `3` over `Dec`, or an empty string."""
    parts = _parts(element)
    said = " ".join(parts)
    if len(said) > LONGEST_DAY or not all(map(_is_plain, parts)):
        return ""
    return said if is_day(_YEAR.sub("", said).strip()) else ""


def counted(element: HtmlElement) -> str:
    """Return a figure and what it counts, of which an element is made: `3` `votes`; or an empty string."""
    parts = _parts(element)
    if len(parts) != _FEWEST_PARTS or any(child.tag not in _INLINE for child in element):
        return ""
    words = [part for part in parts if part.isalpha()]
    return " ".join(parts) if len(words) == 1 and len(words[0]) <= _LONGEST_UNIT and all(map(_is_plain, parts)) else ""


def _parts(element: HtmlElement) -> list[str]:
    """Return the texts of the few parts of an element, among which there are figures and words and no links."""
    if not _FEWEST_PARTS <= len(element) <= _MOST_PARTS or next(element.iterdescendants("a"), None) is not None:
        return []
    texts = [said for text in islice(element.itertext(), 2 * _MOST_PARTS + 1) if (said := line(text))]
    has_both = any(map(_FIGURE.search, texts)) and any(text[:1].isalpha() for text in texts)
    return texts if has_both else []


def _is_plain(part: str) -> bool:
    """Say whether a part is a word or a figure: a name such as `ann1` is neither."""
    return not (_FIGURE.search(part) and any(map(str.isalpha, part)))
