"""Dates as feeds write them. No I/O."""

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from app.text.dates.stamps import read_stamp

# Nearly all dates have one of these forms, for which the standard library takes a fifth of the time. It takes
# `-0000` for no zone at all.
_RFC_5322 = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|(?!-0000)[+-]\d{4})")
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)")


def moment(text: str, language: str = "") -> float:
    """Return a date in seconds since the epoch, or 0 where it cannot be read.

    `language` is a tag in lower case, or empty. Where a date may begin with the month or with the day, it is read so
    that it is not yet to come, since the entries of a feed are of the past.
    """
    with suppress(ValueError):  # 30 February
        if _RFC_5322.fullmatch(text):
            return parsedate_to_datetime(text).timestamp()
        if _RFC_3339.fullmatch(text):
            return datetime.fromisoformat(text).timestamp()
    stamp = read_stamp(text, language)
    return stamp.until(datetime.now(UTC).date() + timedelta(days=1)).epoch if stamp else 0
