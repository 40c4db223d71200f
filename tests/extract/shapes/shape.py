"""Pages in the shapes that the systems of the web give them, and what of each must be read; written for these tests."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.extract.page import extract_page
from app.models import Article, text_of
from tests.extract.scoring.pages import MENU, TITLE

URL = "http://gazette.example/2024/03/27/the-tide-mill"
NAV = f'<header class="site-header"><nav class="main-navigation"><ul>{MENU}</ul></nav></header>'
FOOT = (
    '<footer class="site-footer"><p>Copyright 2024 The Gazette. All rights reserved.</p>'
    "<ul><li><a href=/privacy>Privacy policy</a></li><li><a href=/terms>Terms</a></li></ul></footer>"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A page, words that its article has, and words that it must not have."""

    page: str
    wanted: Sequence[str]
    unwanted: Sequence[str] = ()
    url: str = URL

    def faults(self) -> list[str]:
        """Return what is lost, and what was let in."""
        text = self._text()
        lost = [f"lost: {words}" for words in self.wanted if words not in text]
        return lost + [f"let in: {words}" for words in self.unwanted if words in text]

    def _text(self) -> str:
        found = extract_page(self.page, self.url)
        assert isinstance(found, Article)
        return " ".join(" ".join(each.split()) for each in (found.deck, *map(text_of, found.blocks)))


def document(body: str) -> str:
    """Return a page of the title of these tests."""
    return f"<!DOCTYPE html><html lang=en><head><title>{TITLE} - The Gazette</title></head><body>{body}</body></html>"


def article(body: str) -> str:
    """Return a page of a site with an article."""
    return document(f"{NAV}<main><article><h1>{TITLE}</h1>{body}</article></main>{FOOT}")


def _card(number: int) -> str:
    return (
        f'<article class="card"><a href="/c{number}"><img src="/i{number}.jpg" width=300 height=200></a>'
        f'<h3><a href="/c{number}">Other story number {number}</a></h3><p>A teaser for the other story number {number}, '
        "which says just enough to make you click on it.</p></article>"
    )


CARDS = "".join(map(_card, range(4)))
