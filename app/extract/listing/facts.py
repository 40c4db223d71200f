"""The short facts that stand beside a link in place of a teaser: an hour, a day without its year, a firm, a size."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from app.extract.listing.beside import terms_of
from app.extract.listing.headlines import Link
from app.extract.listing.titles import MOST_PARTS
from app.extract.metadata.dates import iso_day
from app.text.normalize import line

LONGEST, MOST = 40, 6  # characters of a fact, and how many of them are no longer a few
_LONGEST_MOMENT = 25  # characters
_BETWEEN = " | "
_PARTING = " \t\r\n-–—:|•·,()[]"
_SILENT = frozenset({"button", "noscript", "option", "script", "style", "template"})
_HOUR = r"\d{1,2}[.:h]\d\d(?:\s?(?:[ap]\.?m\.?|uhr|h))?"
_CLOCK = re.compile(rf"{_HOUR}(?:\s?(?:-|–|—|to|bis|à)\s?{_HOUR})?", re.IGNORECASE)
_FIGURE = re.compile(r"\d")


def moment(link: Link, box: HtmlElement) -> str:
    """Return the day without a year, or the hour, that stands in the `box` of a headline as a text of its own."""
    for said in chain(_texts(link, box), *(_texts(link, term) for term in terms_of(box))):
        if len(said) <= _LONGEST_MOMENT and _FIGURE.search(said) and (_CLOCK.fullmatch(said) or _is_day(said)):
            return said
    return ""


def facts(link: Link, box: HtmlElement, date: str) -> str:
    """Return all that stands in the `box` of a link besides, where it is nothing but a few short texts.

    Its day is left out where that is known: `date` is it.
    """
    found = [said for said in islice(_texts(link, box), MOST + 1) if not (date and iso_day(said) == date)]
    is_short = len(found) <= MOST and all(len(said) <= LONGEST for said in found)
    return _BETWEEN.join(found) if is_short else ""


def _is_day(said: str) -> bool:
    """Say whether a text is a day of some year: with a year behind it, it can be read as one."""
    return not iso_day(said) and bool(iso_day(f"{said} 2024"))  # a leap year


def _texts(link: Link, box: HtmlElement) -> Iterator[str]:
    """Yield the texts in a box, those of the link itself left out."""
    waiting: list[HtmlElement | str] = [box]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, str):
            said = line(each).strip(_PARTING)
            if any(map(str.isalnum, said)) and said not in link.title:
                yield said
        elif each is not link.element and each.tag not in _SILENT:
            for child in reversed(each):
                waiting += [text for text in (child.tail,) if text and not text.isspace()] + [child]
            waiting += [each.text] if each.text else []
