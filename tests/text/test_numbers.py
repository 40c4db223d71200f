"""Numbers that others wrote: within their range, or not there."""

import pytest

from app.text.numbers import label, measure, whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        (" 5 items", 5),
        ("+7", 7),
        ("-3", -3),
        ("007", 7),
        ("5.9", 5),
        ("", 1),
        (None, 1),
        ("five", 1),
        ("٣", 1),
        ("1001", 1),
        ("-1001", 1),
        ("9" * 5000, 1),
        ("-" + "9" * 5000, 1),
        ("inf", 1),
    ],
)
def test_a_whole_number_is_read_where_it_is_in_its_range(text: str | None, number: int) -> None:
    assert whole(text, -1000, 1000, 1) == number


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("640", (640, "")),
        (" 640px ", (640, "px")),
        ("1.5x", (1.5, "x")),
        (".5em", (0.5, "em")),
        ("5.", (5, "")),
        ("1e2 %", (100, "%")),
        ("50%", (50, "%")),
        ("-1", None),
        ("1e400", None),
        ("1e-400", (0, "")),
        ("9" * 400 + "x", None),
        ("0." + "3" * 900, (pytest.approx(1 / 3), "")),
        ("1" * 100_000, None),
        ("nan", None),
        ("infinity", None),
        ("", None),
        (None, None),
        ("x", None),
    ],
)
def test_a_measure_is_a_number_in_its_range_and_a_unit(text: str | None, said: tuple[float, str] | None) -> None:
    assert measure(text, 0, 1e9) == said


@pytest.mark.parametrize(
    ("number", "style", "text"),
    [
        (3, "", "3"),
        (3, "a", "c"),
        (26, "A", "Z"),
        (27, "a", "aa"),
        (703, "A", "AAA"),
        (4, "i", "iv"),
        (1994, "I", "MCMXCIV"),
        (4000, "I", "4000"),
        (0, "a", "0"),
        (-2, "i", "-2"),
    ],
)
def test_an_item_is_counted_in_figures_letters_or_roman_numbers(number: int, style: str, text: str) -> None:
    assert label(number, style) == text
