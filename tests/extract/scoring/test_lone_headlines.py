"""Headlines of other stories that stand as lines of their own."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.lone_headlines import is_bracketed, is_dated, is_shouted
from app.extract.scoring.text_blocks import TextBlock
from app.extract.scoring.walk import page_text


def _block(markup: str) -> TextBlock:
    (block,) = page_text(parse(f"<body>{markup}</body>")).blocks
    return block


def test_a_headline_in_capitals_is_one_where_it_is_a_link() -> None:
    assert is_shouted(_block("<p><a href=/a>THE QUAY IS SHUT FOR REPAIRS</a></p>"))
    assert not is_shouted(_block("<p>THE QUAY IS SHUT FOR REPAIRS</p>"))
    assert not is_shouted(_block("<p><a href=/a>MARY STONE</a></p>"))


def test_a_headline_with_its_day_is_one() -> None:
    assert is_dated(_block("<p><a href=/a>The quay is shut</a> <time>2 March</time></p>"))
    assert not is_dated(_block("<p><a href=/a>The quay is shut</a> since 2 March</p>"))


@pytest.mark.parametrize(
    ("markup", "is_one"),
    [
        ("<p>[<a href=/a>The quay is shut for repairs</a>]</p>", True),
        ("<p>[<a href=/a>1</a>]</p>", False),
        ("<p>The quay is shut [<a href=/a>for repairs</a>]</p>", False),
    ],
)
def test_a_headline_in_brackets_is_one(markup: str, is_one: bool) -> None:
    assert is_bracketed(_block(markup)) is is_one
