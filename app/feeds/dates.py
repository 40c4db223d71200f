"""Dates as feeds write them. No I/O."""

from calendar import timegm
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from feedparser.datetimes import _parse_date


def moment(text: str) -> float:
    """Return a date in seconds since the epoch, or 0 where it cannot be read.

    RFC 5322 and ISO 8601 are read here; all else, and that is a museum of local habits, by feedparser.
    """
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        with suppress(ValueError, TypeError, OverflowError, IndexError):
            found = read(text)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    return _by_feedparser(text)


def _by_feedparser(text: str) -> float:
    try:
        parts = _parse_date(text[:100])
        return timegm(parts) if parts else 0
    except Exception:  # its readers of odd dates raise nearly every class that there is
        return 0
