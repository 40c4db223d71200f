"""Links without words that lie over cards."""

import pytest
from lxml.html import HtmlElement

from app.extract.listing.covers import MOST_COVERS, covered
from app.extract.parse import parse


def titles(body: str) -> list[str]:
    """Return the words under each link that lies over a card."""
    root: HtmlElement = parse(f"<html><body>{body}</body></html>")
    return [title.text_content() for title in covered(root)]


@pytest.mark.parametrize(
    "card",
    [
        "<div><a href=/1></a><h3>The tower moves</h3><p>By rail.</p></div>",
        "<div><h3>The tower moves</h3><p>By rail, and slowly.</p><a href=/1.pdf>PDF, 1 MB</a></div>",
        "<div><div><h3><span>The tower moves</span></h3></div><a href=/1> \n </a></div>",
        '<div><span>The tower moves</span><a href=/1 aria-label="The tower moves"></a></div>',
        '<div><div><b>The tower moves</b></div><a href=/1 title="The  tower moves"><img src=x></a></div>',
        "<div><a href=/1><span class='visually-hidden'>Read more</span></a><h3>The tower moves</h3></div>",
    ],
)
def test_a_link_over_a_card_leads_from_its_title(card: str) -> None:
    assert titles(card) == ["The tower moves"]


@pytest.mark.parametrize(
    "card",
    [
        "<div><a href=/1>The words of a headline of its own</a><h3>The tower moves</h3></div>",
        "<div><a></a><h3>The tower moves</h3></div>",
        "<div><a href=/1></a><h3>One</h3><h3>Two</h3></div>",
        "<div><a href=/1></a><h3><a href=/2>Another link</a></h3></div>",
        '<div><a href=/1 aria-label="Something else"></a><p>The tower moves</p></div>',
        "<a href=/1></a>",
    ],
)
def test_other_links_lead_from_nothing(card: str) -> None:
    assert titles(card) == []


def test_a_page_of_very_many_empty_links_is_bounded() -> None:
    cards = "".join(f"<div><a href=/{n}></a><h3>Title {n}</h3></div>" for n in range(MOST_COVERS + 100))
    assert len(titles(cards)) == MOST_COVERS
