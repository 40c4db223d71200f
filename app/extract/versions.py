"""Other addresses of the same article, as its page names them: for phones (AMP), for printers."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.net.urls import host_of, resolve
from app.text.normalize import line

MOST_VERSIONS, MOST_LINKS = 3, 1000
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
_PRINT_PLACE = re.compile(
    r"(?:\A|[/?=_.-])(?:print|printer|printable|drucken|druckversion|imprimir|imprimer|stampa)(?:\Z|[/?=&_.-])"
)


def versions_in(root: HtmlElement, base: str, url: str) -> tuple[str, ...]:
    """Return the canonical addresses of other versions of the page at `url`, the likeliest first, without its own."""
    found = dict.fromkeys(address for href in _named(root, base, url) if (address := _address(base, href)) != url)
    return tuple(address for address in found if address)[:MOST_VERSIONS]


def _named(root: HtmlElement, base: str, url: str) -> Iterator[str]:
    """Yield what is named in the head, then what is linked to for printers on the same site."""
    links = [(each.get("rel", "").lower().split(), each) for each in root.iter("link") if each.get("href")]
    yield from (each.get("href") or "" for rel, each in links if "amphtml" in rel)
    yield from (each.get("href") or "" for rel, each in links if "alternate" in rel and each.get("media") == "print")
    for number, anchor in enumerate(root.iter("a")):
        if number == MOST_LINKS:
            return
        href = anchor.get("href") or ""
        if href and _is_for_printers(anchor, href) and host_of(_address(base, href)) == host_of(url):
            yield href


def _is_for_printers(anchor: HtmlElement, href: str) -> bool:
    """Say whether a link is both called and addressed as a version for printers: others print by a script."""
    if href.startswith("#") or not _PRINT_PLACE.search(href.lower()):
        return False
    said = (anchor.text_content()[:200], anchor.get("title") or "", anchor.get("aria-label") or "")
    return any(line(each).lower() in PRINT_WORDS for each in said) or "nofollow" in (anchor.get("rel") or "")


def _address(base: str, href: str) -> str:
    try:
        return resolve(base, href)
    except BadAddress:
        return ""
