"""Times of day, with their zones, beside a date."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.text.dates.zones import HOUR, offset_of

_BEHIND, _AHEAD = 40, 25  # characters behind and before a date in which a time belongs to it
_MINUTE = 60

# Signs that twelve hours are to be added, and that they are not; without case, spaces and full stops. Sorted.
_AFTERNOON = frozenset("ch pm μμ م öös ös 下午 午後 오후".split())
_MORNING = frozenset("am sa öö πμ ص 上午 午前 오전".split())
_BEFORE = r"(?:(?P<before>上午|下午|午前|午後|오전|오후)\s?)?"
_HALF = r"(?:\s?(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|π\.?μ\b\.?|μ\.?μ\b\.?|[صم]\b|(?:ÖÖ|ÖS|SA|CH)\b))?"
_ZONE = (
    r"(?-i:,?\s?\(?(?P<zone>(?:GMT|UTC|UT)?\s?[+−-]\d{1,2}(?::?\d\d)?(?::?\d\d)?(?!\d)|Z\b|"
    r"[A-Z][A-Za-z]{1,20}(?:/[A-Z][A-Za-z_+-]{1,20}){1,2}|[A-Z]{1,5}\b))?"
)
_SECOND = r"(?::(?P<second>(?:[0-5]\d|60|\d(?!\d))(?:[.,]\d{1,9})?)(?::\d{1,9})?)?"
# `14:00`, `14:0:0`, `14.00`, `2 pm`, `14h30`, `오후 2시 30분`.
_CLOCK = re.compile(
    rf"{_BEFORE}(?<![\d.:/-])(?P<hour>[01]?\d|2[0-4])(?:\s?:\s?(?P<minute>[0-5]\d|\d(?=:\d))|[.h](?P<dotted>[0-5]\d)|"
    rf"\s?[時时시點点]\s?(?P<eastern>[0-5]?\d)?|(?=\s?[ap]\.?m\b)){_SECOND}(?!\d)[분分]?{_HALF}{_ZONE}",
    re.IGNORECASE,
)
# Nothing but the colon tells a time from a date inside of one: `Nov 26 14:00:00 CET 2026`.
_INSIDE = re.compile(rf"\b(?P<hour>\d\d?):(?P<minute>\d\d){_SECOND}{_ZONE}")
_BASIC = re.compile(rf"T?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>[0-5]\d)?(?:[.,]\d{{1,9}})?{_ZONE}")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time in seconds since midnight and its zone in seconds east of Greenwich; None is not known.

    `end` is where it ends in the text, 0 where it stands before the date.
    """

    seconds: float | None = None
    offset: int | None = None
    end: int = 0


def clock_in(text: str, start: int, end: int, day: date, language: str) -> Clock:
    """Return the time that stands in, behind or before the date at `start` to `end`; the day decides on summer time."""
    found = _INSIDE.search(text, start, end) or _BASIC.match(text, end) or _behind(text, end)
    if found is None:
        before = _CLOCK.finditer(text, max(0, start - _AHEAD), start)
        found = max(before, key=re.Match.start, default=None)
    return _read(found, day, language, found.end() if found.start() >= start else 0) if found else Clock()


def _behind(text: str, end: int) -> re.Match[str] | None:
    """Return the time behind a date, unless another figure stands between: then it may belong to another date."""
    found = _CLOCK.search(text, end, end + _BEHIND)
    return found if found and not any(map(str.isdigit, text[end : found.start()])) else None


def _read(found: re.Match[str], day: date, language: str, end: int) -> Clock:
    parts = found.groupdict()
    hours, minutes = int(parts["hour"]), int(parts["minute"] or parts.get("dotted") or parts.get("eastern") or 0)
    sign = (parts.get("before") or parts.get("half") or "").lower().replace(".", "").replace(" ", "")
    if sign in _AFTERNOON and hours < 12:
        hours += 12
    elif sign in _MORNING and hours == 12:
        hours = 0
    seconds = hours * HOUR + minutes * _MINUTE + float((parts["second"] or "0").replace(",", "."))
    if seconds > 24 * HOUR:
        return Clock(end=end)
    zone = (parts["zone"] or "").replace(" ", "").replace("−", "-")
    local = datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)
    return Clock(seconds, offset_of(zone, local, language) if zone else None, end)
