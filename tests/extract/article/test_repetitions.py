"""What the text says again at either end."""

import pytest

from app.extract.article.repetitions import without_repetitions
from app.extract.metadata import Metadata
from app.models import Block, Heading, Paragraph, Rule, Run

HEAD = Metadata(
    title="The tower moves", deck="It took a week.", authors=("Ada Brightwater",), date="2024-03-27", language="en"
)
TEXT = tuple(Paragraph((Run(f"Sentence {number} of the text, as long as one is."),)) for number in range(8))


def said(text: str) -> Block:
    return Paragraph((Run(text),))


@pytest.mark.parametrize(
    "block",
    [
        Heading(2, (Run("The Tower Moves"),)),
        Heading(2, (Run("Local news: The tower moves"),)),
        said("It took a week"),
        said("By Ada Brightwater"),
        said("Ada Brightwater | 27 March 2024"),
        Rule(),
    ],
)
def test_what_our_page_says_over_the_text_is_left_out_at_its_head(block: Block) -> None:
    assert without_repetitions((block, *TEXT), HEAD) == TEXT


def test_a_heading_that_ends_with_the_title_s_words_stays() -> None:
    subhead = Heading(2, (Run("Why the tower moves"),))
    assert without_repetitions((subhead, *TEXT), HEAD) == (subhead, *TEXT)


def test_in_the_text_the_same_words_stay() -> None:
    blocks = (*TEXT, said("The tower moves"), *TEXT)
    assert without_repetitions(blocks, HEAD) == blocks


def test_a_byline_a_heading_over_nothing_and_a_rule_are_left_out_at_the_end() -> None:
    assert without_repetitions((*TEXT, said("Ada Brightwater")), HEAD) == TEXT
    assert without_repetitions((*TEXT, Heading(2, (Run("More"),)), Rule()), HEAD) == TEXT


def test_of_nothing_nothing_is_left() -> None:
    assert without_repetitions((Rule(), Rule()), HEAD) == ()
