"""Dates as feeds write them."""

from datetime import datetime

import pytest

from app.feeds.dates import moment


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
    ],
)
def test_a_date_is_read_in_the_forms_that_feeds_use(text: str, iso: str) -> None:
    assert moment(text) == datetime.fromisoformat(iso).timestamp()


def test_a_time_without_a_zone_is_one_of_greenwich() -> None:
    assert moment("2026-11-01T10:00:00") == moment("2026-11-01T10:00:00Z")
    assert moment("Sun, 01 Nov 2026 10:00:00") == moment("Sun, 01 Nov 2026 10:00:00 GMT")


@pytest.mark.parametrize("text", ["", " ", "yesterday", "32 Nov 2026", "0000-00-00T00:00:00Z", "\ud800"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment(text) == 0
