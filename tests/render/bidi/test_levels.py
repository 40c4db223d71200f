"""The order of lines from the right, by examples whose order every reader of Hebrew knows."""

import pytest

from app.render.bidi.levels import has_from_right, levels, mirrored, runs_from_right, seen


def as_seen(text: str) -> str:
    of = levels(text, runs_from_right(text))
    letters = [mirrored(letter) if level % 2 else letter for letter, level in zip(text, of, strict=True)]
    return "".join(seen(letters, of))


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("שלום", "םולש"),
        ("שלום עולם", "םלוע םולש"),
        ("abc", "abc"),
        ("בשנת 1998 היו 12,500 איש", "שיא 12,500 ויה 1998 תנשב"),
        ("מחיר: 12.5%", "12.5% :ריחמ"),
        ("חברת IBM Israel הודיעה", "העידוה IBM Israel תרבח"),
        ("The word שלום עולם means peace, they say", "The word םלוע םולש means peace, they say"),
        ("(שלום)", "(םולש)"),
        ("א (ב) ג", "ג (ב) א"),
        ("שלום!", "!םולש"),
        ("-5 מעלות", "תולעמ 5-"),
        ("", ""),
    ],
)
def test_a_line_is_seen_from_the_right_and_figures_and_latin_words_in_it_from_the_left(
    read: str, expected: str
) -> None:
    assert as_seen(read) == expected


def test_figures_behind_arabic_letters_stay_from_the_left() -> None:
    assert as_seen("عام 1998") == "1998 ماع"
    assert as_seen("٢٥ عام") == "ماع ٢٥"


def test_most_letters_decide_and_not_the_first() -> None:
    assert runs_from_right("NATO הודיעה אתמול")
    assert not runs_from_right("The word שלום means peace")
    assert not runs_from_right("12, 34")


def test_only_letters_from_the_right_need_any_of_this() -> None:
    assert has_from_right("a שלום")
    assert has_from_right("عام")
    assert not has_from_right("Łódź, 12 — мир")


def test_what_is_put_in_order_may_be_anything_and_nothing_is_lost() -> None:
    assert seen([1, 2, 3, 4], [1, 1, 2, 2]) == [3, 4, 2, 1]
    assert seen([], []) == []
