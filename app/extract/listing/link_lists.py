"""Pages that are little but links, whatever these are called: collections of links, tables of contents, boards."""

from itertools import islice

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.boilerplate_words import BESIDE_LIST
from app.extract.listing.headlines import usable
from app.extract.listing.page_links import words_of
from app.extract.listing.teasers import introduction
from app.extract.places import Boxes
from app.models import Entry
from app.net.urls import resolve

FEWEST, MOST = 5, 300  # entries
MOST_TEXTS = 20_000  # of a page are looked at
_LINKED = 0.6  # of the characters of a page that is a list of links

_TEXTS = (
    "/html/body/descendant::text()[normalize-space()][not(parent::script or parent::style or parent::noscript or "
    "parent::template or parent::textarea or parent::option or parent::button)]"
)


def link_list(root: HtmlElement, base: str) -> tuple[tuple[Entry, ...], str]:
    """Return the links of a page that is little else, in its order, and the paragraph over them.

    Menus, footers and what is beside do not count. No links are returned where there are fewer than five, or where
    more than a part of the page's characters are no links.
    """
    boxes = Boxes(BESIDE_LIST)
    all_characters = linked = 0
    links: dict[HtmlElement, None] = {}
    for text in islice(root.xpath(_TEXTS), MOST_TEXTS):
        parent = text.getparent()
        element = parent.getparent() if text.is_tail else parent
        if boxes.hold(element):
            continue
        length = len(text.strip())
        all_characters += length
        link = element if element.tag == "a" else next(element.iterancestors("a"), None)
        if link is not None and link.get("href"):
            linked += length
            links[link] = None
    entries = _entries(list(links), base)
    if len(entries) < FEWEST or linked < _LINKED * all_characters:
        return (), ""
    return entries, introduction(root, next(iter(links)))


def _entries(links: list[HtmlElement], base: str) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for link in links:
        href = (link.get("href") or "").strip()
        title = usable(words_of(link))
        if not title or href.startswith("#"):
            continue
        try:
            url = resolve(base, href)
        except BadAddress:
            continue
        found.setdefault(url, Entry(title, url))
    return tuple(found.values())[:MOST]
