"""What little stands beside a headline that has no teaser: its row, the remark on it, its price, who wrote it, when."""

import re
from collections.abc import Container, Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from app.extract.listing.days import EITHER_WAY, LONGEST_DAY, day_of_parts
from app.extract.listing.headlines import Link
from app.extract.listing.table_heads import heads_of, with_its_head
from app.extract.listing.titles import HEADINGS, MOST_PARTS, text_in
from app.extract.metadata.dates import iso_day
from app.text.normalize import cut, line

MAX_SUMMARY = 300  # characters
ROUND_A_PRICE = 12  # characters: `from $5 each`
LONGEST_NAMES = 150  # characters of those who wrote something
MOST_BEHIND = 4  # elements behind a headline are looked at for what belongs to it

_PARAGRAPHS = frozenset({"dd", "li", "p"})
_PARTING = " -–—:|•,."  # what stands between a headline and what is said of it
SENTENCE_ENDS, _FEWEST_WORDS = frozenset(".!?…。！？"), 3
PRICE = re.compile(
    r"(?:[$£€¥₹]|\b(?:USD|EUR|GBP|CHF)\s)\s?\d[\d.,]{0,12}|\d[\d.,]{0,12}\s?(?:€|₽|zł|kr\b|EUR\b|USD\b|CHF\b)"
)
_PRICE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:price|prices|preis|prix|precio|prezzo|prijs|amount)(?:$|[\s_-])", re.IGNORECASE
)
TIMES = ("local-time", "relative-time", "time", "time-ago")  # also those that forges of programs make of their own
_DAY_TAGS = ("dd", "dt", "div", "em", "i", "li", "p", "small", "span", "td", *TIMES)
_MOST_WORDS_OF_A_DAY = 4  # `Thu, 3 November 2026`
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STRUCK = ("del", "s", "strike")
_WRITER_CLASS = re.compile(r"(?:^|[\s_-])(?:authors?|byline|creators?|contributors?)(?:$|[\s_-])", re.IGNORECASE)
_WRITER_TAGS = frozenset({"address", "cite", "em", "i"})  # in which programs of mailing lists put names


def remark(link: Link) -> str:
    """Return the sentence behind a headline in its own paragraph: what a blog of links says of each."""
    above = link.element.getparent()
    tail = link.element.tail or ""
    if above is None or above.tag not in _PARAGRAPHS or len(tail) > MAX_SUMMARY:
        return ""
    said = line(tail).lstrip(_PARTING)
    is_sentence = len(said.rstrip(_PARTING).split()) >= _FEWEST_WORDS and said[-1] in SENTENCE_ENDS
    return said if is_sentence else ""


def definition(box: HtmlElement) -> str:
    """Return what a list of definitions says of the term `box` that a headline is."""
    if box.tag != "dt":
        return ""
    behind = box.getnext()
    return cut(text_in(behind), MAX_SUMMARY) if behind is not None and behind.tag == "dd" else ""


def is_the_day(said: str, date: str) -> bool:
    """Say whether a text is the day `date` alone, with its year or without, or little more than that."""
    return len(said.split()) <= _MOST_WORDS_OF_A_DAY and date in {iso_day(said), iso_day(f"{said} {date[:4]}")}


def row(link: Link, box: HtmlElement, date: str) -> str:
    """Return the other cells of the row of a headline, in a table whose columns have heads.

    That of its day is left out where that is known: `date` is it.
    """
    row = box if box.tag == "tr" else next(box.iterancestors("tr"), None) if box.tag in ("td", "th") else None
    table = next(row.iterancestors("table"), None) if row is not None else None
    if row is None or table is None or next(table.iter("th"), None) is None:
        return ""
    own, heads = {link.element, *link.element.iterancestors()}, heads_of(table, len(row))
    found = islice(zip(row, heads, strict=True), MOST_PARTS)
    cells = ((text_in(cell), head) for cell, head in found if cell not in own)
    told = ((cell, head) for cell, head in cells if cell and not (date and is_the_day(cell, date)))
    return cut(" | ".join(with_its_head(cell, head) for cell, head in told), MAX_SUMMARY)


def price(title: str, box: HtmlElement) -> str:
    """Return what the thing in the box of a headline costs: a price that is most of a text, and not struck out."""
    texts = box.xpath(".//text()[not(ancestor::del or ancestor::s or ancestor::strike)]")
    said = next(filter(None, (_price_in(text, title) for text in islice(texts, MOST_PARTS))), "")
    return said or next(filter(None, _priced(box, title)), "")


def _priced(box: HtmlElement, title: str) -> Iterator[str]:
    """Yield the prices in the elements that are named for one: the sign of the money is often one of its own."""
    for element in islice(box.iterdescendants(), MOST_PARTS):
        if _PRICE_CLASS.search(element.get("class") or "") and next(element.iterancestors(*_STRUCK), None) is None:
            struck = next(element.iterdescendants(*_STRUCK), None) is not None
            yield "" if struck else _price_in("".join(islice(element.itertext(), MOST_PARTS)), title)


def _price_in(text: str, title: str) -> str:
    found = PRICE.search(text)
    is_most = found is not None and len(text.strip()) <= len(found[0]) + ROUND_A_PRICE and text.strip() not in title
    return found[0] if found is not None and is_most else ""


def writers(link: Link, box: HtmlElement, owned: Container[HtmlElement]) -> str:
    """Return who wrote what a headline is of: what is named so in its `box`, or stands in italics right behind it.

    `owned` are the elements that hold headlines.
    """
    for element in islice(box.iterdescendants(), MOST_PARTS):
        if _WRITER_CLASS.search(element.get("class") or ""):
            return _names(element)
    behind = chain(islice(link.element.itersiblings(), MOST_BEHIND), islice(box.itersiblings(), MOST_BEHIND))
    for element in behind:
        if element in owned or element.tag in HEADINGS:
            return ""
        if element.tag in _WRITER_TAGS:
            return _names(element)
    return ""


def day(link: Link, box: HtmlElement) -> str:
    """Return the day that stands in the row or the box of a headline as a text of its own, or an empty string.

    One that begins with two numbers of which either may be the month is not taken.
    """
    around = box.getparent() if box.tag == "td" else box
    parts = chain(() if around is None else around.iter(*_DAY_TAGS), terms_of(box))
    for text in chain.from_iterable(map(_own_texts, islice(parts, MOST_PARTS))):
        said = line(text).strip(f"{_PARTING}()[]") if _YEAR.search(text) else ""
        is_day = 0 < len(said) <= LONGEST_DAY and not EITHER_WAY.match(said)
        if is_day and said not in link.title and (found := iso_day(said)):
            return found
    return ""


def _own_texts(element: HtmlElement) -> Iterator[str]:
    """Yield the short texts that stand in an element itself, before and behind what else is in it.

    The last is the day that its parts are together.
    """
    for text in (element.text, *(child.tail for child in islice(element, MOST_BEHIND))):
        if text and len(text) <= 2 * LONGEST_DAY:
            yield text
    yield day_of_parts(element)


def terms_of(box: HtmlElement) -> tuple[HtmlElement, ...]:
    """Return the term before a definition that a headline stands in: lists of news have their days there."""
    before = box.getprevious() if box.tag == "dd" else None
    return (before,) if before is not None and before.tag == "dt" else ()


def _names(element: HtmlElement) -> str:
    said = text_in(element)
    return said if len(said) <= LONGEST_NAMES and any(map(str.isalpha, said)) else ""
