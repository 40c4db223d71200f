"""Which page of the same article comes after this one: by `rel=next`, a number, or words that say so."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.net.page_numbers import number_after
from app.net.urls import resolve
from app.text.normalize import line

MOST_LINKS = 3000
# What the address of any further page has; its words cost more to look at.
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
# Characters.
_LONGEST_WORDS = 40
# What links to a next page say, in small letters; a number is one, too.
NEXT_WORDS = frozenset(
    """continue|continue reading|next|next page|next page >|next page »|next >|next »|next ›|>|»|›|→|
    auf der nächsten seite|nächste seite|weiter|weiterlesen|page suivante|suite|suivant|suivante|página siguiente|
    siguiente|pagina successiva|successiva|avanti|próxima|próxima página|seguinte|volgende|volgende pagina|nästa|
    nästa sida|neste|neste side|næste|seuraava|następna|następna strona|dalej|další|další strana|следующая|
    следующая страница|далее|次へ|次のページ|下一页|下一頁""".replace("\n    ", "").split("|")
)


def next_page_in(root: HtmlElement, base: str, url: str) -> str:
    """Return the canonical address of the next page of the article at `url`, or nothing where none is named.

    Whatever names it, the address has to be that of the same article with the next number.
    """
    for href in _named(root):
        try:
            address = resolve(base, href)
        except BadAddress:
            continue
        if number_after(url, address):
            return address
    return ""


def _named(root: HtmlElement) -> Iterator[str]:
    """Yield the addresses that are called next, then those that a number or a word leads to."""
    links = [each for number, each in enumerate(root.iter("link", "a")) if number < MOST_LINKS and each.get("href")]
    yield from (each.get("href") or "" for each in links if "next" in (each.get("rel") or "").lower().split())
    for each in links:
        if not _NUMBER.search(each.get("href") or ""):
            continue
        said = line(each.text_content()[:_LONGEST_WORDS]).lower()
        if each.tag == "a" and (said.isdecimal() or said in NEXT_WORDS):
            yield each.get("href") or ""
