"""Dates as feeds write them. No I/O."""

from datetime import UTC, datetime, timedelta

from app.text.dates.stamps import read_stamp


def moment(text: str, language: str = "") -> float:
    """Return a date in seconds since the epoch, or 0 where it cannot be read.

    `language` is a tag in lower case, or empty. Where a date may begin with the month or with the day, it is read so
    that it is not yet to come, since the entries of a feed are of the past.
    """
    stamp = read_stamp(text, language)
    return stamp.until(datetime.now(UTC).date() + timedelta(days=1)).epoch if stamp else 0
