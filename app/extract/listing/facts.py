"""The short facts that stand beside a link in place of a teaser: an hour, a day without its year, a firm, a size."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from lxml.html import HtmlElement

from app.extract.listing.beside import EITHER_WAY, TIMES, is_the_day, terms_of
from app.extract.listing.headlines import COMMON, Link
from app.extract.listing.labels import LEAST
from app.extract.listing.lines import PARTING, SILENT, lines_around, lines_beside
from app.extract.listing.titles import MOST_PARTS, text_in
from app.extract.metadata.dates import iso_day
from app.text.normalize import line

LONGEST, MOST = 60, 10  # characters of a fact, and how many of them are no longer a few
_LONGEST_MOMENT = 25  # characters
BETWEEN = " | "
_HOUR = r"(?:[01]?\d|2[0-4])[.:h][0-5]\d(?:\s?(?:[ap]\.?m\.?|uhr|h))?"
_CLOCK = re.compile(rf"{_HOUR}(?:\s?(?:-|–|—|to|bis|à)\s?{_HOUR})?", re.IGNORECASE)
_FIGURE = re.compile(r"\d")


def moment(link: Link, box: HtmlElement) -> str:
    """Return the day without a year, or the hour, that stands in the `box` of a headline as a text of its own."""
    for said in chain(_texts(link, box), *(_texts(link, term) for term in terms_of(box))):
        if len(said) <= _LONGEST_MOMENT and _FIGURE.search(said) and (_CLOCK.fullmatch(said) or _is_day(said)):
            return said
    return next(filter(None, map(_time_in, islice(box.iter(*TIMES), MOST_PARTS))), "")


def _time_in(element: HtmlElement) -> str:
    """Return what stands in an element for times, such as `3 hours ago`, in whatever language."""
    said = text_in(element)
    return said if len(said) <= _LONGEST_MOMENT and _FIGURE.search(said) else ""


def facts(link: Link, box: HtmlElement, date: str) -> tuple[str, ...]:
    """Return all that stands in the `box` of a link besides, or in its line, where it is nothing but a few short ones.

    Its day is left out where that is known: `date` is it.
    """
    lines = lines_around(link) if box is link.element else lines_beside(link, box)
    found = [said for said in islice(lines, MOST + 1) if not (date and is_the_day(said, date))]
    is_short = len(found) <= MOST and all(len(said) <= LONGEST for said in found)
    return tuple(found) if is_short else ()


def together(told: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the facts beside each of several links in one line.

    What stands beside most of them, and has no figure, tells nothing.
    """
    numbers = Counter(fact for facts in told for fact in facts)
    many = max(LEAST, len(told) * COMMON)
    silent = {fact for fact, number in numbers.items() if number >= many and not _FIGURE.search(fact)}
    return tuple(BETWEEN.join(fact for fact in facts if fact not in silent) for facts in told)


def _is_day(said: str) -> bool:
    """Say whether a text is a day of some year, or of which it is not certain what the month is."""
    if EITHER_WAY.fullmatch(said):
        return True
    return not iso_day(said) and bool(iso_day(f"{said} 2024"))  # a leap year


def _texts(link: Link, box: HtmlElement) -> Iterator[str]:
    """Yield the texts in a box, those of the link itself left out."""
    waiting: list[HtmlElement | str] = [box]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, str):
            said = line(each).strip(f"{PARTING}()")
            if any(map(str.isalnum, said)) and said not in link.title:
                yield said
        elif each is not link.element and each.tag not in SILENT:
            for child in reversed(each):
                waiting += [text for text in (child.tail,) if text and not text.isspace()] + [child]
            waiting += [each.text] if each.text else []
