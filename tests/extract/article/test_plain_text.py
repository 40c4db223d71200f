"""Text files as articles."""

import pytest

from app.errors import NoText
from app.extract.article.plain_text import plain_article
from app.models import Heading, Paragraph, Preformatted, Run, text_of

URL = "http://x.example/texts/my%20notes.txt?x=1"


def test_a_text_file_is_an_article() -> None:
    found = plain_article("A title\r\n\r\nOne line\nand the next.\r\n\r\na   b   c\n1   2   3\n", URL)
    assert found.title == "A title"
    assert found.blocks == (Paragraph((Run("One line and the next."),)), Preformatted("a   b   c\n1   2   3"))
    assert (found.site, found.words) == ("x.example", 11)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Only one paragraph", "my notes.txt"),
        ("Two lines\nof a first paragraph\n\nAnd a second.", "my notes.txt"),
        ("A very long first line " * 6 + "\n\nAnd a second.", "my notes.txt"),
        ("  A   title  \n\nAnd a text.", "A title"),
        ("A title\n=======\n\nAnd a text.", "A title"),
    ],
)
def test_the_first_line_is_the_title_where_it_looks_like_one(text: str, title: str) -> None:
    assert plain_article(text, URL).title == title


def test_a_file_without_a_name_is_called_by_its_host() -> None:
    assert plain_article("only one paragraph", "http://www.x.example/").title == "x.example"


@pytest.mark.parametrize(
    "part", ["  10 PRINT\n  20 GOTO 10", "name    tide\nKettle  high", "a\tb\tc", "+---+\n|   |\n+---+"]
)
def test_what_is_arranged_with_spaces_stays_so(part: str) -> None:
    block = plain_article(f"A title\n\n{part}", URL).blocks[0]
    assert block == Preformatted(part.expandtabs(8).strip("\n"))


def test_lines_of_letters_without_spaces_are_put_together_without_any() -> None:
    found = plain_article("灯台\n\n番人はもうそこに立っ\nていて、昼から何も食べ\nていない。\n", URL)
    assert found.blocks == (Paragraph((Run("番人はもうそこに立っていて、昼から何も食べていない。"),)),)


def test_a_line_with_a_rule_under_it_is_a_subhead() -> None:
    found = plain_article("A title\n\nBUGS\n----\n\nNone.", URL)
    assert found.blocks == (Heading(2, (Run("BUGS"),)), Paragraph((Run("None."),)))


def test_lines_that_were_meant_stay_lines() -> None:
    found = plain_article("Read me\n\n- winds   itself\n- needs no\n  battery\n\n- is free\n- is mine\n", URL)
    assert found.blocks[-1] == Paragraph((Run("- is free\n- is mine"),))


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_lines_may_end_as_on_any_machine(end: str) -> None:
    found = plain_article(end.join(["A title", "", "One", "two.", "", "Three."]), URL)
    assert [text_of(block) for block in found.blocks] == ["One two.", "Three."]


@pytest.mark.parametrize("text", ["", " \n ", "\x0c\n\x0c", "\u200b"])
def test_an_empty_file_says_so(text: str) -> None:
    with pytest.raises(NoText, match="empty"):
        plain_article(text, URL)


def test_what_a_terminal_or_a_printer_obeys_is_no_text() -> None:
    drawn = "\x1b[1;31mBoat list\x1b[0m\n\nN\x08NA\x08AM\x08ME\x08E: _\x08f_\x08e_\x08r_\x08r_\x08y\x1b]0;ferry\x07"
    article = plain_article(drawn, "http://example.org/list.txt")
    assert article.title == "Boat list"
    assert text_of(article.blocks[0]) == "NAME: ferry"
