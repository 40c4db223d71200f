"""Caps on what a page may hold, all of which keep the text: beyond them markup goes, and its words stay.

The stages behind take some tens of microseconds for each element, cell and link, and more where lists nest; so
these numbers bound what a page costs. They lie far above those of pages that were written for readers.
"""

from collections import Counter
from collections.abc import Sequence

import lxml.etree
from lxml.html import HtmlElement

MOST_CELLS = 8_000  # in all tables together; a larger table becomes lines of text
MOST_LINKS = 5_000
MOST_LIST_LEVELS = 12
MOST_ELEMENTS = 25_000  # after so many no inline element is one, after twice as many none at all

_LISTS = frozenset({"dir", "dl", "menu", "ol", "ul"})
#: Elements that do not set their text apart from what surrounds it.
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q ruby rb rp rt s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_CELLS = ("td", "th")
_TABLE_PARTS = ("table", "tbody", "thead", "tfoot", "tr", "caption")
# Neither the name of an element of HTML nor one that a page can have.
_GONE = "gone-"


def cap(root: HtmlElement) -> bool:
    """Take out of the tree what is beyond the caps, and leave its text.

    Return whether elements were unwrapped. Then there are texts in many pieces, which every look at them puts
    together anew, so that it is best parsed again.
    """
    if root.xpath("self::*" + "/*" * (2 * MOST_LIST_LEVELS)):
        _cap_lists(root)
    if root.xpath("count(//*)") <= MOST_LINKS:
        return False  # the least of all numbers that follow
    tags = Counter(element.tag for element in root.iter())
    if tags["a"] > MOST_LINKS:
        _cap_links(root.xpath("//a[@href]"))
    has_large_tables = tags["td"] + tags["th"] > MOST_CELLS
    if has_large_tables:
        _cap_tables(root)
    has_many_elements = tags.total() > MOST_ELEMENTS and bool(root.xpath("count(//*)") > MOST_ELEMENTS)
    if has_many_elements:
        _cap_elements(root)
    return has_large_tables or has_many_elements


def _cap_tables(root: HtmlElement) -> None:
    """Make lines of text of the tables that hold too many cells, each row a line."""
    cells = 0
    for table in root.xpath("//table[not(ancestor::table)]"):
        own = table.xpath(".//td | .//th")
        if cells + len(own) <= MOST_CELLS:
            cells += len(own)
            continue
        for cell in own:
            cell.tail = " " + (cell.tail or "")
        # A row is a paragraph: what is scored takes lines of bare boxes for a menu.
        for part in list(table.iter(*_TABLE_PARTS)):
            part.tag = "p" if part.tag == "tr" else "div"
        lxml.etree.strip_tags(table, *_CELLS)


def _cap_links(links: list[HtmlElement]) -> None:
    for link in links[MOST_LINKS:]:
        del link.attrib["href"]


def _cap_lists(root: HtmlElement) -> None:
    """Make boxes of the lists that lie too deep in others, and of their items."""
    level = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end"), tag=(*_LISTS, "dd", "dt", "li")):
        if event == "end":
            level -= element.tag in _LISTS
            if element.get(_GONE):
                del element.attrib[_GONE]
                element.tag = "div"
            continue
        level += element.tag in _LISTS
        if level > MOST_LIST_LEVELS:
            element.set(_GONE, "1")


def _cap_elements(root: HtmlElement) -> None:
    """Unwrap the elements beyond the caps; what stood in a block of its own stays apart by a space."""
    unwrap(
        root,
        [
            element
            for number, element in enumerate(root.iter())
            if number > 2 * MOST_ELEMENTS or (number > MOST_ELEMENTS and element.tag in INLINE)
        ],
    )


def unwrap(root: HtmlElement, elements: Sequence[HtmlElement]) -> None:
    """Take these elements out of the tree and leave their text, in time that grows with their number alone."""
    for element in elements:
        if element.tag not in INLINE:
            element.text, element.tail = " " + (element.text or ""), " " + (element.tail or "")
        element.tag = _GONE
    lxml.etree.strip_tags(root, _GONE)
