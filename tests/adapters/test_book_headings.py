"""Which lines of a book begin a part of it."""

import pytest

from app.adapters.book_headings import CHAPTERS, NUMBERS, PARTS, SCENES, heading_of, without_contents
from app.models import Block, Heading, Paragraph, Run, text_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("CHAPTER I.", CHAPTERS),
        ("CHAPTER I.\nDown the Rabbit-Hole", CHAPTERS),
        ("Chapter 1", CHAPTERS),
        ("CHAPTER XLIV THE RIVER BANK", CHAPTERS),
        ("CHAPTER THE FIRST", CHAPTERS),
        ("Chapter Twenty-Three", CHAPTERS),
        ("CHAPTER 135. The Chase.—Third Day.", CHAPTERS),
        ("        Letter 3", CHAPTERS),
        ("STAVE ONE: Of Ghosts", CHAPTERS),
        ("_PREFACE._", CHAPTERS),
        ("Author’s Note", CHAPTERS),
        ("BOOK THE SECOND—THE GOLDEN THREAD", PARTS),
        ("BOOK ONE: 1805", PARTS),
        ("ACT I", PARTS),
        ("VOLUME II.", PARTS),
        ("SCENE II. A room.", SCENES),
        ("SCENE I. Elsinore. A platform before\nthe Castle.", SCENES),
        ("XII", NUMBERS),
        ("IV.", NUMBERS),
        ("I. A SCANDAL IN BOHEMIA", NUMBERS),
        ("Chapitre premier", CHAPTERS),
        ("CHAPITRE IV", CHAPTERS),
        ("LIVRE DEUXIÈME--LA CHUTE", PARTS),
        ("Erstes Kapitel", CHAPTERS),
        ("3. Kapitel", CHAPTERS),
        ("ZWEITER TEIL", PARTS),
        ("Capítulo primero", CHAPTERS),
        ("Primera parte", PARTS),
    ],
)
def test_the_beginning_of_a_part_is_a_subhead(text: str, level: int) -> None:
    found = heading_of(text.split("\n"))
    assert found is not None
    assert found.level == level
    assert text_of(found) == " ".join(text.replace("_", "").split())


@pytest.mark.parametrize(
    "text",
    [
        "Chapter I was the best of all that he had read in those years.",
        "Letter 2 was lost at sea.",
        "Part of the tower fell.",
        "chapter 1",
        "I went to the harbour.",
        "MIXED",
        "DILL",
        "A preface to all that",
        "He had read Chapter 3.",
        "Book 7th",
        "IIX",
        "XII\nThe fog came.",
        "CHAPTER I. " + "The long way " * 20,
        "CHAPTER I\nOne\nTwo\nThree",
        "",
        "***",
    ],
)
def test_a_text_is_none(text: str) -> None:
    assert heading_of(text.split("\n")) is None


def heads(blocks: list[Block]) -> list[str]:
    return [text_of(block) for block in blocks if isinstance(block, Heading)]


def test_the_lines_of_the_books_own_list_of_contents_are_no_subheads() -> None:
    listed: list[Block] = [Heading(CHAPTERS, (Run(f"CHAPTER {number}"),)) for number in range(1, 10)]
    text = Paragraph((Run("The fog came."),))
    book = [text, *listed, Heading(PARTS, (Run("BOOK I"),)), listed[0], text, listed[1], text]
    found = without_contents(book)
    assert heads(found) == ["BOOK I", "CHAPTER 1", "CHAPTER 2"]
    assert [text_of(block) for block in found] == [text_of(block) for block in book]


def test_a_title_in_capitals_goes_along_with_its_subhead() -> None:
    text = Paragraph((Run("The fog came."),))
    book: list[Block] = [Heading(CHAPTERS, (Run("CHAPTER I"),)), Paragraph((Run("THE FOG"),)), text]
    assert without_contents(book) == [Heading(CHAPTERS, (Run("CHAPTER I"), Run(" THE FOG"))), text]
    assert without_contents([Paragraph((Run("THE FOG"),)), text]) == [Paragraph((Run("THE FOG"),)), text]
