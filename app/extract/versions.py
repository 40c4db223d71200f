"""Other addresses of the same article, as its page names them: for phones, for printers, in a frame, the canonical one.

They are asked only where the page itself has no text, or may not have all of it.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.media.ads import is_hidden, is_junk
from app.extract.media.embed_providers import is_service
from app.net.urls import host_of, resolve
from app.text.normalize import line

MOST_VERSIONS, MOST_LINKS, MOST_FRAMES = 3, 1000, 20
_LONGEST_WORDS = 40
# What links to a version for printers say, in small letters.
PRINT_WORDS = frozenset(
    """artikel drucken|druckansicht|drucken|druckversion|für druck|imprimer|imprimir|print|print article|print story|
    print this article|print this page|print version|printable version|printer friendly|printer friendly version|
    printer-friendly|printer-friendly version|printversie|skriv ut|stampa|version imprimable|versión para imprimir|
    versione stampabile|versão para impressão|wersja do druku|версия для печати|印刷用|打印""".replace(
        "\n    ", ""
    ).split("|")
)
_PAGE_TYPE = "text/html"
# What frames another page, and the attributes that say which, scripts' own first.
_FRAMES = {"embed": ("src",), "iframe": ("data-src", "data-lazy-src", "src"), "object": ("data",)}
_PRINT_STEMS = ("print", "druck", "imprim", "stampa")  # one is in whatever `_PRINT_PLACE` finds
_PRINT_PLACE = re.compile(
    r"(?:\A|[/?=_.-])(?:print|printer|printable|drucken|druckversion|imprimir|imprimer|stampa)(?:\Z|[/?=&_.-])"
)


def versions_in(root: HtmlElement, base: str, url: str) -> tuple[str, ...]:
    """Return the canonical addresses of other versions of the page at `url`, the likeliest first, without its own."""
    found = dict.fromkeys(address for href in _named(root, base, url) if (address := _address(base, href)) != url)
    return tuple(address for address in found if address)[:MOST_VERSIONS]


def _named(root: HtmlElement, base: str, url: str) -> Iterator[str]:
    """Yield what the head names, what is linked to for printers on the same site, what is framed, the canonical one."""
    links = [(each.get("rel", "").lower().split(), each) for each in root.iter("link") if each.get("href")]
    yield from (each.get("href") or "" for rel, each in links if "amphtml" in rel)
    yield from (each.get("href") or "" for rel, each in links if "alternate" in rel and each.get("media") == "print")
    alternates = (each for rel, each in links if "alternate" in rel and each.get("media"))
    canonicals = (each for rel, each in links if "canonical" in rel)
    yield from _of_same_name(alternates, base, url)
    for number, anchor in enumerate(root.iter("a")):
        if number == MOST_LINKS:
            break
        href = anchor.get("href") or ""
        if href and _is_for_printers(anchor, href) and host_of(_address(base, href)) == host_of(url):
            yield href
    yield from _framed(root, base)
    yield from (each.get("href") or "" for each in canonicals if urlsplit(_address(base, each.get("href"))).path != "/")


def _of_same_name(links: Iterator[HtmlElement], base: str, url: str) -> Iterator[str]:
    """Yield the addresses for other screens that end as `url` does: many pages name the front page of their site."""
    name = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    for link in links:
        if name and name in urlsplit(_address(base, link.get("href"))).path:
            yield link.get("href") or ""


def _framed(root: HtmlElement, base: str) -> Iterator[str]:
    """Yield what stands in frames that a reader sees, and that are no players, adverts or buttons."""
    for number, frame in enumerate(root.iter(*_FRAMES)):
        if number == MOST_FRAMES:
            return
        if (frame.get("type") or _PAGE_TYPE).lower() != _PAGE_TYPE:
            continue
        said = (frame.get(name) or "" for name in _FRAMES[str(frame.tag)])
        address = next(filter(None, (_address(base, each) for each in said if each)), "")
        if address and not is_service(address) and not is_hidden(frame) and not is_junk(frame, address):
            yield address


def _is_for_printers(anchor: HtmlElement, href: str) -> bool:
    """Say whether a link is both called and addressed as a version for printers: others print by a script."""
    address = href.lower()
    if href.startswith("#") or not any(map(address.__contains__, _PRINT_STEMS)) or not _PRINT_PLACE.search(address):
        return False
    said = (anchor.text_content()[:200], anchor.get("title") or "", anchor.get("aria-label") or "")
    return any(line(each).lower() in PRINT_WORDS for each in said) or "nofollow" in (anchor.get("rel") or "")


def _address(base: str, href: str | None) -> str:
    try:
        return resolve(base, href or "")
    except BadAddress:
        return ""
