"""Where a post is filed is none of it."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.filings import is_filing
from app.extract.scoring.walk import page_text


def files(markup: str) -> bool:
    (block,) = page_text(parse(f"<body><div>{markup}</div></body>")).blocks
    return is_filing(block)


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Posted in <a href="/mills">Mills</a> | Tagged <a href="/oak">oak</a> | 3 Comments</p>',
        '<p>Filed under: <a href="/mills">Mills</a></p>',
        '<div>Verschlagwortet mit <a href="/eiche">Eiche</a>, <a href="/rad">Rad</a></div>',
        '<div>Classé dans <a href="/moulins">Moulins</a></div>',
        '<p>Topic:<a href="/mills">Mills</a></p>',
        '<p>Tags: <a href="/oak">oak</a>, <a href="/elm">elm</a></p>',
    ],
)
def test_a_line_of_sections_and_words_is_known(markup: str) -> None:
    assert files(markup)


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Tagged birds <a href="/birds">came back to the mill</a> in March.</p>',
        "<p>Posted in March from the island</p>",
        '<p>Posted in the square, <a href="/list">the list</a> of those who were saved was read by all who could</p>',
        '<p>Topic: the mill at the river, of which <a href="/mills">more</a> is known now than ever before.</p>',
        '<ul><li>Posted in <a href="/mills">Mills</a></li></ul>',
    ],
)
def test_sentences_items_and_lines_without_links_are_not(markup: str) -> None:
    assert not files(markup)
