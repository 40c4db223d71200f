"""What the lines of a book are: prose, verse, tables, subheads."""

import pytest

from app.adapters.book_text import MOST_LOW_LINES, MOST_PARTS, book_blocks
from app.models import Block, Heading, Paragraph, Preformatted, Quote, Rule, Run, text_of

PROSE = """The keeper of the lamp had gone down to the harbour before the sun was
up, and he had not come back when the fog came in from the north. It was
the third day of it."""
VERSE = """The fog came in,
The lamp went out,
And nobody was there."""


def read(*parts: str) -> list[Block]:
    """Return the blocks of a book with these parts behind a paragraph of prose."""
    return book_blocks("\n\n\n".join((PROSE, *parts)))[1:]


def test_lines_of_prose_are_one_paragraph() -> None:
    (text,) = book_blocks(PROSE)
    assert text == Paragraph((Run(" ".join(PROSE.split())),))


def test_lines_that_end_early_stay_lines() -> None:
    assert read(VERSE) == [Paragraph((Run(VERSE),))]


def test_verse_keeps_its_indents_and_stands_two_characters_from_the_margin() -> None:
    indented = "        The fog came in,\n          The _lamp_ went out,\n        And nobody was there."
    assert read(indented) == [Preformatted("  The fog came in,\n    The lamp went out,\n  And nobody was there.")]


def test_verse_of_which_one_line_is_at_the_margin_is_not_moved() -> None:
    assert read("The fog came in,\n   The lamp went out.") == [Preformatted("The fog came in,\n   The lamp went out.")]


def test_prose_that_is_indented_is_a_quotation() -> None:
    letter = "\n".join(f"  {each}" for each in PROSE.split("\n"))
    assert read(letter) == [Quote((Paragraph((Run(" ".join(PROSE.split())),)),))]


def test_a_first_line_that_is_indented_begins_a_paragraph() -> None:
    assert read(f"  {PROSE}") == [Paragraph((Run(" ".join(PROSE.split())),))]


def test_columns_stay_columns() -> None:
    table = "Harbour        Lamps\nKettle Point       2\nTide               1"
    assert read(table) == [Preformatted(table)]


def test_low_lines_are_emphasis_also_from_one_line_to_the_next() -> None:
    (text,) = read("It was the _Northern\nLight_, file_name_here, of _1912_.")
    assert isinstance(text, Paragraph)
    assert text.runs == (
        Run("It was the "),
        Run("Northern\nLight", "i"),
        Run(", file_name_here, of "),
        Run("1912", "i"),
        Run("."),
    )


def test_ornaments_are_lines_and_marks_of_pictures_nothing() -> None:
    assert read("       *       *       *       *       *", "[Illustration]", "* * *", "[Illustration: The tower]") == [
        Rule(),
        Rule(),
        Paragraph((Run("[Illustration: The tower]"),)),
    ]


def test_subheads_are_levels_without_gaps() -> None:
    found = read("CHAPTER I.\nThe Fog", PROSE, "XII", PROSE)
    assert [(block.level, text_of(block)) for block in found if isinstance(block, Heading)] == [
        (2, "CHAPTER I. The Fog"),
        (3, "XII"),
    ]


@pytest.mark.parametrize("text", ["a\n\n" * (MOST_PARTS + 1), "_a_ " * MOST_LOW_LINES])
def test_what_nobody_has_written_is_no_book(text: str) -> None:
    with pytest.raises(ValueError, match="nobody"):
        book_blocks(text)


def test_nothing_is_no_book() -> None:
    assert book_blocks("\n \n") == []
