"""Days of other calendars, against what converters of their countries say."""

from datetime import date

import pytest

from app.text.dates.calendars import chinese_number, gregorian, iranian


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1405, 6, 31), date(2026, 9, 22)),
        ((1405, 7, 1), date(2026, 9, 23)),
        ((1405, 7, 31), None),
        ((1405, 13, 1), None),
        ((1600, 1, 1), None),
    ],
)
def test_a_day_of_the_iranian_calendar(days: tuple[int, int, int], day: date | None) -> None:
    assert iranian(*days) == day


@pytest.mark.parametrize(
    ("days", "day"),
    [
        ((2026, 2, 28), date(2026, 2, 28)),
        ((2026, 2, 29), None),
        ((2569, 11, 26), date(2026, 11, 26)),
        ((9999, 12, 31), None),
        ((0, 1, 1), None),
    ],
)
def test_years_that_are_none_of_ours_are_those_of_the_buddha(days: tuple[int, int, int], day: date | None) -> None:
    assert gregorian(*days) == day


@pytest.mark.parametrize(
    ("text", "number"),
    [("二〇二六", 2026), ("十", 10), ("十一", 11), ("二十", 20), ("二十六", 26), ("元", 1), ("26", 26)],
)
def test_chinese_figures(text: str, number: int) -> None:
    assert chinese_number(text) == number
