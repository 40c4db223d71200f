"""Days that stand beside headlines: without their year, and in parts below each other, as on a leaf of a calendar."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.metadata.dates import iso_day
from app.text.normalize import line

LONGEST_DAY = 30  # characters
EITHER_WAY = re.compile(r"(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|1[0-2])[/-]\d{2,4}")
_FEWEST_PARTS, _MOST_PARTS = 2, 4
_FIGURE, _YEAR = re.compile(r"\d"), re.compile(r"\b20\d\d\b")


def is_day(said: str) -> bool:
    """Say whether a text is a day of some year, or of which it is not certain what the month is."""
    if EITHER_WAY.fullmatch(said):
        return True
    return not iso_day(said) and bool(iso_day(f"{said} 2024"))  # a leap year


def day_of_parts(element: HtmlElement) -> str:
    """Return the day that the parts of an element are together, such as `3` over `Dec`, or an empty string."""
    if not _FEWEST_PARTS <= len(element) <= _MOST_PARTS:
        return ""
    texts = [line(text) for text in islice(element.itertext(), 2 * _MOST_PARTS + 1)]
    said = " ".join(filter(None, texts))
    if len(said) > LONGEST_DAY or not _FIGURE.search(said) or not any(map(str.isalpha, said)):
        return ""
    return said if is_day(_YEAR.sub("", said).strip()) else ""
