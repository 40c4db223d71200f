"""Characters as they come from the web, made regular, and texts cut to a length."""

import pytest

from app.text.normalize import cut, letters, line, squeeze, tidy


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("e\u0301", "é"),
        ("quo\x92te", "quo’te"),
        ("a\u200bb\ufeffc\u00add", "abcd"),
        ("\ue000icon\uf8ff", "icon"),
        ("a\x00b\x07c", "abc"),
        ("left\u202eright", "leftright"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("plain", "plain"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)
def test_text_is_composed_and_free_of_invisible_characters(given: str, expected: str) -> None:
    assert tidy(given) == expected


@pytest.mark.parametrize(
    "written",
    [
        "می\u200cشود",
        "خانه\u200cها و کتاب\u200cها",
        "۱۴۴۷ه\u200d",
        "ක්\u200dරම",
        "അവന്\u200d വന്നു",
        "র\u200d্যাব",
        "क्\u200cष",
    ],
)
def test_what_forms_letters_stays_between_those_that_it_forms(written: str) -> None:
    assert tidy(written) == written


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("به\u200c رود", "به رود"),
        ("\u200cرود", "رود"),
        ("ر\u200c\u200cود", "رود"),
        ("a\u200cb\u200dc", "abc"),
        ("שלום\u200c\u200f", "שלום"),
        ("क\u200cख", "कख"),
    ],
)
def test_what_forms_letters_is_left_out_where_it_forms_none(given: str, expected: str) -> None:
    assert tidy(given) == expected


def test_white_space_of_every_kind_is_one_space() -> None:
    assert line("  a\u00a0\u2003b\n\tc\u3000") == "a b c"
    assert squeeze("  a \n b ") == " a b "
    assert squeeze("a\u00a0b\u3000") == "a b "
    assert squeeze(" \n\u00a0") == " "
    assert squeeze("") == ""


def test_letters_and_figures_are_what_two_ways_to_write_one_thing_share() -> None:
    assert letters("“Tower MOVES”—at last, in 1997!") == letters("tower moves: at last (in 1997)")
    assert letters("Straße") == letters("STRASSE")
    assert letters("海の塔。") == "海の塔"
    assert letters(" - … ! ") == ""


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("Words.", 6, "Words."),
        ("One sentence here. And a second one.", 30, "One sentence here. ..."),
        ("Is it so? Perhaps, or perhaps not.", 16, "Is it so? ..."),
        ("He said “yes.” Then he went away again.", 20, "He said “yes.” ..."),
        ("塔が動いた。町の人が歩いた。みな見た。", 14, "塔が動いた。町の人が歩いた。 ..."),
        ("A. A very long sentence that goes on", 20, "A. A very long..."),
        ("One word after the other, and so on", 27, "One word after the other..."),
        ("Short. One that is longer and goes on", 20, "Short. One that is..."),
        ("x" * 50, 20, "x" * 20 + "..."),
        ("xxxxxx " + "y" * 30, 20, "xxxxxx " + "y" * 13 + "..."),
        ("x" * 15 + " " + "y" * 30, 20, "x" * 15 + "..."),
    ],
)
def test_a_text_is_cut_behind_a_sentence_or_else_a_word_and_never_in_its_first_half(
    text: str, most: int, short: str
) -> None:
    assert cut(text, most) == short
