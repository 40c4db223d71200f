"""Lines of a text file are put together where its margin broke them, and stand where they were meant."""

import pytest

from app.extract.article.text_lines import stand_alone, underlined, width_of

WRAPPED = """It was late when the boat came in, and nobody stood on the pier but
the keeper, who had been there since noon and had not eaten
anything. He sang, as he always did when he was alone, of the sea."""
NARROW = """The ferry goes at noon from
the old pier, where the band
plays on Sundays, and comes
back at six."""
GERMAN = """Der Leuchtturm von Kestrel steht seit hundert Jahren
Auf einem Felsen, den Niemand betreten darf, ausser
Wenn der Wärter es erlaubt und die Flut es zulässt."""


def alone(part: str, *others: str) -> bool:
    return stand_alone(part.split("\n"), width_of([part, *others]))


@pytest.mark.parametrize(
    "part", [WRAPPED, NARROW, GERMAN, "One line\nand the next.", "A single line", "長い一行目の文章です\n続きです。"]
)
def test_what_the_margin_broke_is_one_text(part: str) -> None:
    assert not alone(part)


@pytest.mark.parametrize(
    "part",
    [
        "The lamp is lit, the night is long,\nThe wind is in the west,\nThe keeper hums an ancient song\nAnd cannot rest.",
        "To install:\n1. Unpack it.\n2. Type make.",
        "- winds itself\n- needs no battery",
        "> Has anybody seen it?\n> I lost mine.",
        "[10:10] <ada> is it open?\n[10:11] <bob> no, and it will not be before the end of the week",
        "From: ada@x.example\nTo: bob@x.example\nSubject: tides",
        "--- a/tide.c\n+++ b/tide.c\n@@ -1 +1 @@\n-sun\n+moon",
        "Ada Quayle\n7 Quay Street\nKestrel",
        "set -e\ncd /var/tide\nmake",
        "TIDE CLOCK\n==========",
        f"{'A paragraph in one line. ' * 6}\n{'And another one. ' * 9}",
    ],
)
def test_lines_that_are_meant_as_they_stand_stay(part: str) -> None:
    assert alone(part, WRAPPED)


def test_one_short_line_among_many_does_not_part_a_text() -> None:
    full = "every word of it was long ago wrapped at a margin of sixty"
    assert not alone("\n".join([full, full, "and this one was not.", full, full, "the end"]))


@pytest.mark.parametrize(
    ("part", "title"),
    [
        ("BUGS\n====", "BUGS"),
        ("=====\n Tides \n=====", "Tides"),
        ("----\n----", ""),
        ("One\ntwo\n---", ""),
        ("One", ""),
    ],
)
def test_a_line_with_a_rule_under_it_is_a_title(part: str, title: str) -> None:
    assert underlined(part.split("\n")) == title


def test_the_room_of_a_file_is_that_of_most_of_its_lines() -> None:
    assert width_of(["a\nb", "x" * 40 + "\ny"]) == 1
    assert width_of([WRAPPED]) == len(WRAPPED.partition("\n")[0]) - 8
    assert width_of(["one line"]) == 0
