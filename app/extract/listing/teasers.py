"""What stands around a headline on a page that lists them: its teaser, its date, the heading over it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.beside import MAX_SUMMARY, MOST_BEHIND, day, definition, price, remark, row, writers
from app.extract.listing.facts import facts, moment
from app.extract.listing.headlines import Link
from app.extract.listing.titles import HEADINGS, MOST_PARTS, breadth, text_in
from app.extract.metadata.dates import day_in_address, iso_day
from app.extract.places import Boxes
from app.models import Entry
from app.text.normalize import cut, line

MIN_SUMMARY = 40  # characters
MOST_SECTIONS = 200  # are looked back for the one that a headline belongs to

_SEVERAL = ""  # stands for the owner of what holds more than one headline
_TEASERS = ("dd", "div", "font", "li", "p", "section", "span", "td")
_MORE_AT_END = re.compile(
    r" ?[\[(]?(?:continue reading|read (?:more|on|the full story)|weiterlesen|lire la suite|leer más|more)\W{0,4}$",
    re.IGNORECASE,
)


def entries_of(root: HtmlElement, chosen: Sequence[Link], with_facts: bool = False) -> tuple[Entry, ...]:
    """Return the entries for the headlines `chosen` on the page `root`, in their order.

    Those without a teaser have what little stands beside them; all of it, if it is short, `with_facts`.
    """
    owners = _owners(chosen)
    sections = _sections(root, chosen, owners)
    entries = tuple(_entry(link, owners, sections.get(link.url, "")) for link in chosen)
    if not with_facts:
        return entries
    found = zip(entries, chosen, strict=True)
    return tuple(entry if entry.summary else _told(entry, link, _box(link, owners)) for entry, link in found)


def introduction(root: HtmlElement, first: HtmlElement) -> str:
    """Return the paragraph that stands over the first headline of a list, or an empty string."""
    boxes, above = Boxes(BESIDE_LIST), set(first.iterancestors())
    for element in islice(root.iter("p", first.tag), MOST_SECTIONS):
        if element is first:
            break
        is_text = element.tag == "p" and element not in above and not boxes.hold(element)
        if is_text and (teaser := _as_teaser(text_in(element))):
            return teaser
    return ""


def _owners(chosen: Sequence[Link]) -> dict[HtmlElement, str]:
    """Return the address of the one headline that stands in an element, or `_SEVERAL`; other elements are free."""
    owners: dict[HtmlElement, str] = {}
    for link in chosen:
        for element in (link.element, *link.element.iterancestors()):
            known = owners.setdefault(element, link.url)
            if known == _SEVERAL:
                break
            if known != link.url:
                owners[element] = _SEVERAL
    return owners


def _box(link: Link, owners: dict[HtmlElement, str]) -> HtmlElement:
    """Return the largest element that belongs to `link` alone."""
    box = link.element
    while (above := box.getparent()) is not None and owners.get(above) == link.url and above.tag != "body":
        box = above
    return box


def _entry(link: Link, owners: dict[HtmlElement, str], section: str) -> Entry:
    box = _box(link, owners)
    times = (iso_day(time.get("datetime") or "") for time in box.iter("time"))
    date = next(filter(None, times), "") or _day_in(link.url) or day(link, box)
    summary = _summary(link.title, box, owners) or next(filter(None, _little(link, box, owners)), "")
    summary = summary or ("" if date else moment(link, box))
    return Entry(link.title, link.url, summary, date, section=section)


def _told(entry: Entry, link: Link, box: HtmlElement) -> Entry:
    return replace(entry, summary=facts(link, box, entry.date))


def _day_in(url: str) -> str:
    found = day_in_address(url)
    return found.isoformat() if found else ""


def _little(link: Link, box: HtmlElement, owners: dict[HtmlElement, str]) -> Iterator[str]:
    """Yield what else may stand beside a headline, the best first."""
    yield definition(box)
    yield row(link, box)
    yield remark(link)
    yield price(link.title, box)
    yield writers(link, box, owners)


def _summary(title: str, box: HtmlElement, owners: dict[HtmlElement, str]) -> str:
    """Return the teaser in the box of a headline, or not far behind it."""
    inside = (_teaser(element, title) for element in (box, *islice(box.iterdescendants(*_TEASERS), MOST_PARTS)))
    return next(filter(None, inside), "") or next(filter(None, _behind(title, box, owners)), "")


def _behind(title: str, box: HtmlElement, owners: dict[HtmlElement, str]) -> Iterator[str]:
    """Yield what follows a headline's box as far as the next headline or heading."""
    yield _as_teaser(line(box.tail or ""))
    for element in islice(box.itersiblings(), MOST_BEHIND):
        if element in owners or element.tag in HEADINGS:
            return
        yield _teaser(element, title)
        yield _as_teaser(line(element.tail or ""))


def _teaser(element: HtmlElement, title: str) -> str:
    """Return the text of an element that has enough of its own to be a teaser, less the title before it."""
    own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
    if element.tag in (*HEADINGS, "a") or own * 3 < MIN_SUMMARY:
        return ""
    text = text_in(element)
    before, found, behind = text.partition(title)
    text = _MORE_AT_END.sub("", (behind if found and len(before) < MIN_SUMMARY else text).lstrip(" -–—:|•,"))
    return _as_teaser(text)


def _as_teaser(text: str) -> str:
    return cut(text, MAX_SUMMARY) if breadth(text) >= MIN_SUMMARY else ""


def _sections(root: HtmlElement, chosen: Sequence[Link], owners: dict[HtmlElement, str]) -> dict[str, str]:
    """Return the heading that stands over each headline, by address; it heads the smallest part around it."""
    titles = {link.element: link.url for link in chosen}
    over: list[tuple[HtmlElement, str]] = []
    found: dict[str, str] = {}
    for element in root.iter("h2", "h3", "h4", "h5", "h6", "a"):
        if element in titles:
            above = set(element.iterancestors())
            nearest = (text for scope, text in reversed(over[-MOST_SECTIONS:]) if scope in above)
            found[titles[element]] = next(nearest, "")
            if len(found) == len(titles):
                break
        elif element.tag != "a" and element not in owners and (text := text_in(element)):
            scope = element.getparent()
            while scope is not None and scope not in owners:
                scope = scope.getparent()
            if scope is not None and owners[scope] == _SEVERAL:
                over.append((scope, text))
    return found
