"""Dates as feeds write them, in all their local habits."""

from datetime import UTC, datetime, timedelta

import pytest

from app.feeds.dates import moment
from app.text.dates.stamps import read_stamp


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mon, 02 Nov 2026 23:30:00 -0500", "2026-11-03T04:30:00+00:00"),
        ("Sun, 01 Nov 2026 10:00:00 GMT", "2026-11-01T10:00:00+00:00"),
        ("1 Nov 2026 10:00 +0100", "2026-11-01T09:00:00+00:00"),
        ("2026-11-01T01:00:00+02:00", "2026-10-31T23:00:00+00:00"),
        ("2026-11-01T10:00:00Z", "2026-11-01T10:00:00+00:00"),
        ("2026-11-01T10:00:00.123456Z", "2026-11-01T10:00:00.123456+00:00"),
        ("2026-11-01 10:00:00", "2026-11-01T10:00:00+00:00"),
        ("2026-11-01", "2026-11-01T00:00:00+00:00"),
        ("2026-11", "2026-11-01T00:00:00+00:00"),
        ("Sun, 01 November 2026 10:00:00 GMT", "2026-11-01T10:00:00+00:00"),
        ("Sun Nov  1 10:00:00 2026", "2026-11-01T10:00:00+00:00"),
        ("Sun, 01 Nov 2026 10:00:00 BST", "2026-11-01T09:00:00+00:00"),
        ("Sun, 01 Nov 2026 10:00:00 CEST", "2026-11-01T08:00:00+00:00"),
        ("Sun, 01 Nov 2026 10:00:00 GMT+0530", "2026-11-01T04:30:00+00:00"),
        ("Sun, 01 Nov 2026 10:00:00 UTC+8", "2026-11-01T02:00:00+00:00"),
        ("Sun, 01 Nov 2026 10:00:00 Europe/Rome", "2026-11-01T09:00:00+00:00"),
        ("Sun, 01 Nov 2026 10:00:00 PM +0000", "2026-11-01T22:00:00+00:00"),
        ("2026/11/01 10:00", "2026-11-01T10:00:00+00:00"),
        ("01.11.2026 10:00", "2026-11-01T10:00:00+00:00"),
        ("dim., 01 nov. 2026 10:00:00 +0100", "2026-11-01T09:00:00+00:00"),
        ("So, 01 Okt 2026 10:00:00 MESZ", "2026-10-01T08:00:00+00:00"),
        ("Вс, 01 ноя 2026 10:00:00 +0300", "2026-11-01T07:00:00+00:00"),
        ("2026年11月01日 10:00", "2026-11-01T10:00:00+00:00"),
        ("1793527200", "2026-11-01T10:00:00+00:00"),
        ("\n  Sun,01 Nov 2026 10:00:00\tGMT ", "2026-11-01T10:00:00+00:00"),
    ],
)
def test_a_date_is_read_in_the_forms_that_feeds_use(text: str, iso: str) -> None:
    assert moment(text) == datetime.fromisoformat(iso).timestamp()


@pytest.mark.parametrize(
    "text",
    [
        "Sun, 01 Nov 2026 10:00:00 GMT",
        "Sun, 01 Nov 2026 10:00:00 -0000",
        "Sun, 31 Nov 2026 10:00:00 +0000",
        "1 Nov 2026 10:00:00 -0930",
        "1 Nov 2026 10:00:00 +9999",
        "2026-11-01T10:00:00.250+05:45",
        "2026-11-31T10:00:00Z",
        "2026-11-01T24:00:00Z",
        "2026-11-01T10:00:00+99:99",
        "٢٠٢٦-١١-٠١T١٠:٠٠:٠٠Z",
    ],
)
def test_the_quick_ways_agree_with_the_thorough_one(text: str) -> None:
    stamp = read_stamp(text)
    assert moment(text) == (stamp.epoch if stamp else 0)
    assert moment(f"({text})") == moment(text)


def test_a_time_without_a_zone_is_one_of_greenwich() -> None:
    assert moment("2026-11-01T10:00:00") == moment("2026-11-01T10:00:00Z")
    assert moment("Sun, 01 Nov 2026 10:00:00") == moment("Sun, 01 Nov 2026 10:00:00 GMT")


def test_the_language_of_the_feed_tells_the_day_from_the_month() -> None:
    assert moment("03/04/2026", "en-us") == moment("4 March 2026")
    assert moment("03/04/2026", "en-gb") == moment("3 April 2026")


def test_an_entry_is_of_the_past_where_its_date_can_be_read_so() -> None:
    today = datetime.now(UTC).date()
    # A day of last month, or of the one before, that would be yet to come the other way round.
    day = next(
        day
        for day in (today - timedelta(days=days) for days in range(1, 400))
        if day.day > today.month and day.day <= 12
    )
    turned = day.replace(month=day.day, day=day.month)
    written = f"{day.month:02}/{day.day:02}/{day.year}"
    expected = day if turned > today else turned
    assert moment(written, "fr") == moment(expected.isoformat())


@pytest.mark.parametrize("text", ["", " ", "yesterday", "32 Nov 2026", "0000-00-00T00:00:00Z", "\ud800"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment(text) == 0
