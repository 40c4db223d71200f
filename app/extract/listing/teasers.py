"""What stands around a headline on a page that lists them: its teaser, its date, the heading over it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.beside import (
    MAX_SUMMARY,
    MOST_BEHIND,
    SENTENCE_ENDS,
    TIMES,
    day,
    definition,
    price,
    remark,
    row,
    writers,
)
from app.extract.listing.facts import BETWEEN, beside_price, beside_teaser, facts, moment, together
from app.extract.listing.headlines import Link
from app.extract.listing.owners import SEVERAL, box_of, owners_of
from app.extract.listing.titles import HEADINGS, MOST_PARTS, breadth, text_in
from app.extract.listing.unlinked import NOWHERE, with_unlinked
from app.extract.metadata.dates import day_in_address, iso_day
from app.extract.places import Boxes
from app.models import Entry
from app.text.normalize import cut, line

MIN_SUMMARY, _SHORT_SENTENCE = 40, 15  # characters
_LONGEST_LINE = 120  # characters of what is no sentence and may have one behind it
MOST_SECTIONS = 200  # are looked back for the one that a headline belongs to

_OVER = ("h2", "h3", "h4", "h5", "h6")
_TEASERS = ("dd", "div", "font", "li", "p", "section", "span", "td")
_LONGEST_WAY_ON = 30  # characters
_MORE_AT_END = re.compile(
    r" ?[\[(]?(?:continue reading|read (?:more|on|the full story)|weiterlesen|lire la suite|leer más|more)\W{0,4}$",
    re.IGNORECASE,
)


def entries_of(root: HtmlElement, chosen: Sequence[Link]) -> tuple[Entry, ...]:
    """Return the entries for the headlines `chosen` on the page `root`, in their order.

    Those without a teaser have what little stands beside them, the others what is short beside it.
    """
    owners = owners_of(chosen)
    chosen = with_unlinked(chosen, owners)
    owners = owners_of(chosen)
    sections = _sections(root, chosen, owners)
    entries = [_entry(link, owners, sections.get(link.url, "")) for link in chosen]
    found = zip(entries, chosen, strict=True)
    told = together([_facts(entry, link, owners) for entry, link in found])
    return tuple(_with_facts(entry, said) for entry, said in zip(entries, told, strict=True))


def introduction(root: HtmlElement, first: HtmlElement, *, may_be_short: bool = False) -> str:
    """Return the paragraph that stands over the first headline of a list, or an empty string.

    One that `may_be_short` is a sentence all the same.
    """
    boxes, above = Boxes(BESIDE_LIST), set(first.iterancestors())
    for element in islice(root.iter("p", first.tag), MOST_SECTIONS):
        if element is first:
            break
        is_text = element.tag == "p" and element not in above and not boxes.hold(element)
        said = text_in(element) if is_text else ""
        if _as_teaser(said) or (may_be_short and len(said) >= _SHORT_SENTENCE and said[-1] in SENTENCE_ENDS):
            return cut(said, MAX_SUMMARY)
    return ""


def _entry(link: Link, owners: dict[HtmlElement, str], section: str) -> Entry:
    box = box_of(link, owners)
    times = (iso_day(time.get("datetime") or "") for time in box.iter(*TIMES))
    date = next(filter(None, times), "") or _day_in(link.url) or day(link, box)
    summary = _summary(link, box, owners) or next(filter(None, _little(link, box, date)), "")
    url = "" if link.url.startswith(NOWHERE) else link.url
    return Entry(link.title, url, summary, date, section=section)


def _with_facts(entry: Entry, said: str) -> Entry:
    """Return an entry with the facts beside it before its summary, which may be one of them."""
    summary = "" if entry.summary in said else entry.summary
    return replace(entry, summary=BETWEEN.join(filter(None, (said, summary))))


def _facts(entry: Entry, link: Link, owners: dict[HtmlElement, str]) -> tuple[str, ...]:
    """Return what stands beside a headline, or at least who wrote what it is of, and when."""
    box, names = box_of(link, owners), ""
    if len(entry.summary) >= MIN_SUMMARY:
        found = beside_teaser(link, box, entry.date, entry.summary)
    else:
        found = beside_price(facts(link, box, entry.date), entry.summary)
        names = writers(link, box, owners)
    when = "" if entry.date else moment(link, box)
    said = (entry.title, entry.summary, *found)
    return (*(each for each in (names, when) if each and not any(each in one for one in said)), *found)


def _day_in(url: str) -> str:
    found = day_in_address(url)
    return found.isoformat() if found else ""


def _little(link: Link, box: HtmlElement, date: str) -> Iterator[str]:
    """Yield what else may stand beside a headline, the best first."""
    yield definition(box)
    yield row(link, box, date)
    yield remark(link)
    yield price(link.title, box)


def _summary(link: Link, box: HtmlElement, owners: dict[HtmlElement, str]) -> str:
    """Return the teaser in the box of a headline, or not far behind it.

    A line that is no sentence, such as one of names and a journal, goes before what is told further down in the box.
    """
    parts = (box, *islice(box.iterdescendants(*_TEASERS, "a"), MOST_PARTS))
    inside = ((part, said) for part in parts if (said := _teaser(part, link)))
    first, teaser = next(inside, (box, ""))
    if not teaser:
        return next(filter(None, _behind(link, box, owners)), "")
    if teaser[-1] in SENTENCE_ENDS or len(teaser) > _LONGEST_LINE:
        return teaser
    others = (said for part, said in inside if first not in part.iterancestors() and teaser not in said)
    return cut(BETWEEN.join(filter(None, (teaser, next(others, "")))), MAX_SUMMARY)


def _behind(link: Link, box: HtmlElement, owners: dict[HtmlElement, str]) -> Iterator[str]:
    """Yield what follows a headline's box as far as the next headline or heading."""
    yield _as_teaser(line(box.tail or ""))
    for element in islice(box.itersiblings(), MOST_BEHIND):
        if element in owners or element.tag in HEADINGS:
            return
        yield _teaser(element, link)
        yield _as_teaser(line(element.tail or ""))


def _teaser(element: HtmlElement, link: Link) -> str:
    """Return the text of an element that has enough of its own to be a teaser, less the title before it.

    Of links, only another one to where the headline leads is no headline of its own.
    """
    own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
    if element.tag in HEADINGS or own * 3 < MIN_SUMMARY or (element.tag == "a" and not _is_second(element, link)):
        return ""
    text = text_in(element).removesuffix(_way_on(element, link)).rstrip()
    before, found, behind = text.partition(link.title)
    text = _MORE_AT_END.sub("", (behind if found and len(before) < MIN_SUMMARY else text).lstrip(" -–—:|•,"))
    return _as_teaser(text)


def _way_on(element: HtmlElement, link: Link) -> str:
    """Return the few words at the end of a teaser that lead to its headline once more: `mehr`, `Read on`."""
    last = element[-1] if len(element) else None
    if last is None or last.tag != "a" or not _is_second(last, link) or (last.tail or "").strip():
        return ""
    said = text_in(last)
    return said if len(said) <= _LONGEST_WAY_ON else ""


def _is_second(element: HtmlElement, link: Link) -> bool:
    return element is not link.element and element.get("href") == link.element.get("href")


def _as_teaser(text: str) -> str:
    return cut(text, MAX_SUMMARY) if breadth(text) >= MIN_SUMMARY else ""


def _sections(root: HtmlElement, chosen: Sequence[Link], owners: dict[HtmlElement, str]) -> dict[str, str]:
    """Return the heading that stands over each headline, by address; it heads the smallest part around it."""
    titles = {link.element: link.url for link in chosen}
    over: list[tuple[HtmlElement, str]] = []
    found: dict[str, str] = {}
    for element in root.iter(*_OVER, "a", *{element.tag for element in titles}):
        if element in titles:
            above = set(element.iterancestors())
            nearest = (text for scope, text in reversed(over[-MOST_SECTIONS:]) if scope in above)
            found[titles[element]] = next(nearest, "")
            if len(found) == len(titles):
                break
        elif element.tag in _OVER and element not in owners and (text := text_in(element)):
            scope = element.getparent()
            while scope is not None and scope not in owners:
                scope = scope.getparent()
            if scope is not None and owners[scope] == SEVERAL:
                over.append((scope, text))
    return found
