"""Which page of the same article comes after this one, and where all of it stands on one page, as its links say."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.net.page_numbers import number_after
from app.net.urls import host_of, resolve
from app.text.normalize import line

MOST_LINKS = 3000
# What the address of any further page has; its words cost more to look at. It begins with a figure, for a search to go
# from figure to figure: half the time.
_NUMBER = re.compile(r"\d(?<!\d\d)\d?(?!\d)")
# Characters.
_LONGEST_WORDS = 40
# What links to a next page say, in small letters and without arrows; a number is one, too.
NEXT_WORDS = frozenset(
    """continue|continue reading|load more|next|next page|auf der nächsten seite|nächste seite|weiter|weiterlesen|
    page suivante|suite|suivant|suivante|página siguiente|siguiente|pagina successiva|successiva|avanti|próxima|
    próxima página|seguinte|volgende|volgende pagina|nästa|nästa sida|neste|neste side|næste|seuraava|seuraava sivu|
    następna|następna strona|dalej|další|další strana|следующая|следующая страница|далее|次へ|次のページ|下一页|
    下一頁""".replace("\n    ", "").split("|")
)
# What links to all pages as one say.
SINGLE_WORDS = frozenset(
    """all pages|one page|read as a single page|read on one page|show all|show all pages|single page|single page view|
    view all|view all pages|view as a single page|view as one page|view as single page|view on one page|alles lesen|
    alles auf einer seite|artikel auf einer seite lesen|auf einer seite|auf einer seite lesen|
    artikel auf einer seite|lire sur une seule page|tout sur une page|ver en una sola página|ver todo|
    alles op één pagina|на одной странице|全文表示|1ページで表示|1ページで読む""".replace("\n    ", "").split("|")
)
_ARROWS = " \t<>«»‹›→➔▶▸►.…"
_ONLY_ARROWS = frozenset({">", "»", "›", "→", ">>"})
# `Page 2: The engine`, `Continue to page 2`.
_NUMBERED = re.compile(
    r"(?:(?:continue|go|on|weiter|jump|skip) (?:to |auf |zu )?)?"
    r"(?:page|pagina|página|seite|sida|side|strana|strona|страница)\s(\d{1,2})\b"
)


def next_page_in(root: HtmlElement, base: str, url: str) -> str:
    """Return the canonical address of the next page of the article at `url`, or nothing where none is named.

    Whatever names it, the address has to be that of the same article with the next number.
    """
    for href, said in _named(root):
        address = _address(base, href)
        number = number_after(url, address) if address else 0
        if number > 1 or (number == 1 and _number_said(said) != 1):
            return address
    return ""


def single_page_in(root: HtmlElement, base: str, url: str) -> str:
    """Return the canonical address where all pages of the article at `url` stand as one, or nothing.

    Its path goes on from that of the article, or is the same; links to other things say `show all`, too.
    """
    path = urlsplit(url).path.rstrip("/")
    for link in islice(root.iter("a"), MOST_LINKS):
        if line(link.text_content()[:_LONGEST_WORDS]).lower().strip(_ARROWS) not in SINGLE_WORDS:
            continue
        address = _address(base, link.get("href") or "")
        is_same = host_of(address) == host_of(url) and urlsplit(address).path.startswith(path) if address else False
        if is_same and address != url:
            return address
    return ""


def _named(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield addresses and words: of what is called next, then of what a number or a word leads to."""
    links = [each for number, each in enumerate(root.iter("link", "a")) if number < MOST_LINKS and each.get("href")]
    yield from ((each.get("href") or "", "") for each in links if "next" in (each.get("rel") or "").lower().split())
    chosen = [each for number, each in enumerate(root.iter("option")) if number < MOST_LINKS and each.get("value")]
    for each in (*links, *chosen):
        href = each.get("href") or each.get("value") or ""
        if each.tag == "link" or not _NUMBER.search(href):
            continue
        said = line(each.text_content()[:_LONGEST_WORDS] or each.get("aria-label") or "").lower()
        if _number_said(said) or said.strip(_ARROWS) in NEXT_WORDS or said in _ONLY_ARROWS:
            yield href, said


def _number_said(said: str) -> int:
    """Return the number of the page that a link names, or 0."""
    found = _NUMBERED.match(said)
    return int(found[1]) if found else int(said) if said.isdecimal() else 0


def _address(base: str, href: str) -> str:
    try:
        return resolve(base, href) if href else ""
    except BadAddress:
        return ""
