"""All links of a page, for readers who want one that stands neither in its text nor among its headlines."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.listing.titles import text_in
from app.net.urls import host_of, resolve
from app.text.normalize import line

MOST_LINKS = 300
MOST_LOOKED_AT = 3000
MOST_WORDS = 120  # characters of one link

# Pages of the nineties have a list to choose from that leads on: what is chosen there are addresses.
_CHOSEN = re.compile(r"(?:https?://|\.{0,2}/).*|[^\s?#]+\.(?:s?html?|php\d?|aspx?|cgi)(?:[?#].*)?", re.I)
_NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:")


def page_links(root: HtmlElement, base: str) -> tuple[str, ...]:
    """Return each address that the page `root` links to, a space, and the words of the link, in the page's order.

    Areas of image maps are links like others, and so is what can be chosen in a list of addresses. `base` is what
    links start from. Of several links to one address the first that has words is kept.
    """
    found: dict[str, str] = {}
    for element in islice(root.iter("a", "area", "option"), MOST_LOOKED_AT):
        href = _address_of(element)
        if not href or href.lower().startswith(_NOWHERE):
            continue
        try:
            url = resolve(base, href)
        except BadAddress:
            continue
        if not found.get(url) and (url in found or len(found) < MOST_LINKS):
            found[url] = words_of(element)
    return tuple(f"{url} {words or name_of(url)}" for url, words in found.items())


def _address_of(element: HtmlElement) -> str:
    said = (element.get("value" if element.tag == "option" else "href") or "").strip()
    return said if element.tag != "option" or _CHOSEN.fullmatch(said) else ""


def words_of(link: HtmlElement) -> str:
    """Return the words of a link, or else those that stand for its picture, or that it has for those who cannot see."""
    words = text_in(link) if len(link) else line(link.text or "")
    return (words or line(next(filter(None, _instead(link)), "")))[:MOST_WORDS]


def name_of(url: str) -> str:
    """Return the last name in an address, or that of its host: what a link without words is called."""
    return url.partition("?")[0].rstrip("/").rpartition("/")[2] or host_of(url)


def _instead(link: HtmlElement) -> Iterator[str]:
    for name in ("aria-label", "title", "alt"):
        yield link.get(name) or ""
    for picture in islice(link.iter("img", "input"), 4):
        yield picture.get("alt") or picture.get("title") or ""
