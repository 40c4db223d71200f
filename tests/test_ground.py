"""The small modules of the ground floor: characters, units, errors."""

import pytest

from app import errors
from app.characters import line, squeeze, tidy
from app.errors import CLASSES, Failure, OriginTimeout, ReaderError
from app.units import seconds_in_words, size_in_words


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


def test_white_space_of_every_kind_is_one_space() -> None:
    assert line("  a\u00a0\u2003b\n\tc\u3000") == "a b c"
    assert squeeze("  a \n b ") == " a b "


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 bytes"), (1023, "1023 bytes"), (23552, "23 KB"), (2202009, "2.1 MB")]
)
def test_sizes_are_said_as_people_say_them(count: int, words: str) -> None:
    assert size_in_words(count) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 second"), (12, "12 seconds"), (60, "1 minute"), (3599, "59 minutes"), (7200, "2 hours"), (90000, "1 day")],
)
def test_spans_are_said_as_people_say_them(seconds: float, words: str) -> None:
    assert seconds_in_words(seconds) == words


def test_a_failure_as_a_value_becomes_the_same_error_again() -> None:
    error = Failure.of(OriginTimeout("It did not answer.")).error()
    assert isinstance(error, OriginTimeout)
    assert (error.status, error.sentence, error.retryable) == (504, "It did not answer.", True)


def test_every_class_of_the_tree_is_drawn_at_its_top() -> None:
    drawing = errors.__doc__ or ""
    for name, kind in CLASSES.items():
        assert name in drawing
        assert issubclass(kind, ReaderError)
        if name not in ("ReaderError", "Unreadable", "OriginError"):
            assert str(kind.status) in drawing[drawing.index(name) :].split("\n")[0]
