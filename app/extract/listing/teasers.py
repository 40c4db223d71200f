"""What stands around a headline on a page that lists them: its teaser, row or price, its date, the heading over it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.headlines import HEADINGS, MOST_PARTS, Link, breadth, text_in
from app.extract.metadata.dates import day_in_address, iso_day
from app.extract.places import Boxes
from app.models import Entry
from app.text.normalize import cut, line

MAX_SUMMARY, MIN_SUMMARY = 300, 40  # characters
ROUND_A_PRICE = 12  # characters: `from $5 each`
MOST_BEHIND = 4  # elements behind a headline are looked at for its teaser
MOST_SECTIONS = 200  # are looked back for the one that a headline belongs to

_SEVERAL = ""  # stands for the owner of what holds more than one headline
_PARAGRAPHS = frozenset({"dd", "li", "p"})
_SENTENCE_ENDS, _FEWEST_WORDS = frozenset(".!?…"), 3
_TEASERS = ("dd", "div", "font", "li", "p", "section", "span", "td")
# A price.
_PRICE = re.compile(
    r"(?:[$£€¥₹]|\b(?:USD|EUR|GBP|CHF)\s)\s?\d[\d.,]{0,12}|\d[\d.,]{0,12}\s?(?:€|₽|zł|kr\b|EUR\b|USD\b|CHF\b)"
)
_MORE_AT_END = re.compile(
    r" ?[\[(]?(?:continue reading|read (?:more|on|the full story)|weiterlesen|lire la suite|leer más|more)\W{0,4}$",
    re.IGNORECASE,
)


def entries_of(root: HtmlElement, chosen: Sequence[Link]) -> tuple[Entry, ...]:
    """Return the entries for the headlines `chosen` on the page `root`, in their order."""
    owners = _owners(chosen)
    sections = _sections(root, chosen, owners)
    return tuple(_entry(link, owners, sections.get(link.url, "")) for link in chosen)


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
    day = day_in_address(link.url)
    date = next(filter(None, times), "") or (day.isoformat() if day else "")
    summary = _summary(link.title, box, owners) or _row(link, box) or _remark(link) or _price(link.title, box)
    return Entry(link.title, link.url, summary, date, section=section)


def _remark(link: Link) -> str:
    """Return the sentence behind a headline in its own paragraph: what a blog of links says of each."""
    above = link.element.getparent()
    if above is None or above.tag not in _PARAGRAPHS or len(link.element.tail or "") > MAX_SUMMARY:
        return ""
    said = line(link.element.tail or "").strip(" -–—:|•,.")
    is_sentence = len(said.split()) >= _FEWEST_WORDS and line(link.element.tail or "")[-1] in _SENTENCE_ENDS
    return line(link.element.tail or "").lstrip(" -–—:|•,.") if is_sentence else ""


def _row(link: Link, box: HtmlElement) -> str:
    """Return the other cells of the row of a headline, in a table whose columns have heads."""
    row = box if box.tag == "tr" else next(box.iterancestors("tr"), None) if box.tag in ("td", "th") else None
    table = next(row.iterancestors("table"), None) if row is not None else None
    if row is None or table is None or next(table.iter("th"), None) is None:
        return ""
    own = {link.element, *link.element.iterancestors()}
    cells = (text_in(cell) for cell in islice(row, MOST_PARTS) if cell not in own)
    return cut(" | ".join(cell for cell in cells if cell), MAX_SUMMARY)


def _price(title: str, box: HtmlElement) -> str:
    """Return what the thing in the box of a headline costs: a price that is most of a text, and not struck out."""
    texts = box.xpath(".//text()[not(ancestor::del or ancestor::s or ancestor::strike)]")
    for text in islice(texts, MOST_PARTS):
        found = _PRICE.search(text)
        if found and len(text.strip()) <= len(found[0]) + ROUND_A_PRICE and text.strip() not in title:
            return found[0]
    return ""


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
