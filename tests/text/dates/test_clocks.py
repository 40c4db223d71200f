"""Times of day beside a date."""

from datetime import date

import pytest

from app.text.dates.clocks import Clock, clock_in

DAY = "26.11.2026"
HOUR = 3600


def clock(before: str, behind: str, language: str = "") -> Clock:
    text = before + DAY + behind
    return clock_in(text, len(before), len(before) + len(DAY), date(2026, 11, 26), language)


@pytest.mark.parametrize(
    ("behind", "hours"),
    [
        (" 14:30", 14.5),
        (", 14.30 Uhr", 14.5),
        (" à 14h30", 14.5),
        (" 2:30 pm", 14.5),
        (" 2.30 P.M.", 14.5),
        (" 12:30 am", 0.5),
        (" 12 pm", 12),
        (" at 2 p.m.", 14),
        (" 下午2:30", 14.5),
        (" 午前9時5分", 9 + 5 / 60),
        (" 오후 2시 30분", 14.5),
        (" 14:30:36", 14.51),
        (" 14:30:36.0", 14.51),
        ("T1430", 14.5),
        (" | 14:30", 14.5),
        (" 24:00", 24),
    ],
)
def test_a_time_is_read_behind_a_date(behind: str, hours: float) -> None:
    assert clock("", behind).seconds == pytest.approx(hours * HOUR)


def test_a_time_is_read_before_a_date_and_then_ends_nowhere() -> None:
    assert clock("14:30 Uhr, ", "") == Clock(14.5 * HOUR)
    assert clock("from 9:00 to 14:30 on ", "").seconds == 14.5 * HOUR


@pytest.mark.parametrize(
    ("zone", "hours"),
    [("Z", 0), (" GMT", 0), ("+01:00", 1), (" -0330", -3.5), (" −03:00", -3), (" CET", 1), (" (UTC+2)", 2), (" Europe/Berlin", 1), ("", None)],
)  # fmt: skip
def test_the_zone_stands_behind_the_time(zone: str, hours: float | None) -> None:
    assert clock("", f" 14:30{zone}").offset == (None if hours is None else hours * HOUR)


@pytest.mark.parametrize("behind", ["", " 25:00", " 14:75", " 3 comments 14:30", " 1.430", " " * 50 + "14:30"])
def test_what_is_no_time_of_the_date_is_none(behind: str) -> None:
    assert clock("", behind) == Clock()


def test_a_time_ends_behind_its_zone() -> None:
    text = f"{DAY} 14:30 CET, in the town"
    assert text[: clock("", text.removeprefix(DAY)).end] == f"{DAY} 14:30 CET"
