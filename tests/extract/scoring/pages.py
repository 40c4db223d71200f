"""Small pages for each class of text that extractors lose, and of what they let in; written for these tests."""

from collections.abc import Iterator

from app.models import Article, text_of
from tests.extract.reading import extract_article

URL = "http://gazette.example/2024/03/27/the-tide-mill"
TITLE = "The tide mill grinds again"
SENTENCES = (
    "The tide mill at the mouth of the creek has ground its first flour in ninety years, and the whole village came to watch.",
    "Its wheel was rebuilt from drawings that a schoolteacher found behind a wardrobe, rolled in an oilcloth and tied with string.",
    "Nobody alive had seen it turn, so the carpenters worked from the marks that the old shaft had left in the stone.",
    "At high water the gate is shut, the pond is kept full, and when the sea has gone the miller lets it out over the wheel.",
    "It makes about forty kilos an hour, which is little, but the baker says that he has never had a better crust.",
    "The council paid for the roof, two foundations paid for the wheel, and the rest came from a raffle that lasted three summers.",
    "Engineers who came from the university measured the flow for a week and went home with more questions than they had brought.",
    "Visitors may see the mill on Sundays, when there is a tide at a decent hour, and the miller likes to be asked about gears.",
)
MENU = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>'
    for name in "News Sport Weather Letters Culture Jobs Archive".split()
)
FOOT = "<footer><p>The Gazette, 12 Quay Street. All rights reserved.</p><a href='/about'>About us</a></footer>"


def prose(*numbers: int) -> str:
    """Return the paragraphs of these numbers."""
    return "".join(f"<p>{SENTENCES[number % len(SENTENCES)]}</p>" for number in numbers)


def inside(middle: str) -> str:
    """Return a page whose article has `middle` between its paragraphs."""
    return whole(f"<article><h1>{TITLE}</h1>{prose(0, 1, 2)}{middle}{prose(3, 4, 5)}</article>")


def whole(body: str, head: str = "") -> str:
    """Return a page of a site around a body of markup."""
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{TITLE} | The Gazette</title>{head}</head><body>"
        f"<header><nav><ul>{MENU}</ul></nav></header>{body}{FOOT}</body></html>"
    )


def read(page: str) -> Article:
    """Return the article of a page."""
    return extract_article(page, URL)


def text(page: str) -> str:
    """Return the text of the article of a page, with single spaces."""
    return " ".join(_texts(read(page)))


def _texts(article: Article) -> Iterator[str]:
    if article.deck:
        yield article.deck
    yield from (" ".join(text_of(block).split()) for block in article.blocks)
