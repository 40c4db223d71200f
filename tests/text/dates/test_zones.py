"""Zones of time by their names and by figures."""

from datetime import datetime

import pytest

from app.text.dates.zones import offset_of

WINTER, SUMMER = datetime(2026, 11, 26, 14), datetime(2026, 7, 4, 14)


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("Z", 0),
        ("GMT", 0),
        ("UT", 0),
        ("EST", -5),
        ("PDT", -7),
        ("BST", 1),
        ("CET", 1),
        ("CEST", 2),
        ("MESZ", 2),
        ("MSK", 3),
        ("IST", 5.5),
        ("SGT", 8),
        ("JST", 9),
        ("AEST", 10),
        ("est", -5),
        ("+0530", 5.5),
        ("+05:30", 5.5),
        ("+05", 5),
        ("-0330", -3.5),
        ("+01:00:00", 1),
        ("GMT+0530", 5.5),
        ("GMT+1", 1),
        ("UTC+8", 8),
        ("UTC-03:00", -3),
        ("America/Los_Angeles", -8),
        ("Asia/Kolkata", 5.5),
        ("America/Argentina/Buenos_Aires", -3),
        ("ET", -5),
    ],
)
def test_a_zone_is_so_far_east_of_greenwich(zone: str, hours: float) -> None:
    assert offset_of(zone, WINTER) == hours * 3600


def test_places_have_summer_time() -> None:
    assert offset_of("America/Los_Angeles", SUMMER) == -7 * 3600
    assert offset_of("PT", SUMMER) == -7 * 3600


@pytest.mark.parametrize(
    ("zone", "language", "hours"),
    [("IST", "he", 2), ("IST", "en-ie", 1), ("IST", "en", 5.5), ("CST", "zh-cn", 8), ("CST", "en-us", -6)],
)
def test_a_name_means_what_it_does_where_the_language_is_spoken(zone: str, language: str, hours: float) -> None:
    assert offset_of(zone, WINTER, language) == hours * 3600


@pytest.mark.parametrize(
    "zone", ["", "XYZ", "Uhr", "+9999", "+15:00", "Mars/Olympus", "../../etc/passwd", "America/", "/x"]
)
def test_what_is_no_zone_is_none(zone: str) -> None:
    assert offset_of(zone, WINTER) is None
