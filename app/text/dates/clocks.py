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
_BEFORE = r"(?:(上午|下午|午前|午後|오전|오후)\s?)?"
_HALF = r"(?:\s?(a\.?\s?m\b\.?|p\.?\s?m\b\.?|π\.?μ\b\.?|μ\.?μ\b\.?|[صم]\b|(?:ÖÖ|ÖS|SA|CH)\b))?"
_ZONE = (
    r"(?-i:,?\s?\(?((?:GMT|UTC|UT)?\s?[+-]\d{1,2}(?::?\d\d)?(?::?\d\d)?(?!\d)|Z\b|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_+-]+)+"
    r"|[A-Z]{1,5}\b))?"
)
_SECONDS = r"(?::([0-5]\d|60)(?:[.,:]\d+)?)?"
# `14:00`, `14.00`, `2 pm`, `14h30`, `오후 2시 30분`.
_CLOCK = re.compile(
    rf"{_BEFORE}(?<![\d.:/-])([01]?\d|2[0-4])(?:\s?[:時时시點点]\s?([0-5]\d)?|[.h]([0-5]\d)|(?=\s?[ap]\.?m\b))"
    rf"{_SECONDS}(?!\d)[분分]?{_HALF}{_ZONE}",
    re.IGNORECASE,
)
# Nothing but the colon tells a time from a date inside of one: `Nov 26 14:00:00 CET 2026`.
_INSIDE = re.compile(rf"\b(\d\d?):(\d\d){_SECONDS}{_ZONE}")
_BASIC = re.compile(rf"T?(\d\d)(\d\d)([0-5]\d)?(?:[.,]\d+)?{_ZONE}")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time in seconds since midnight and its zone in seconds east of Greenwich; None is not known.

    `end` is its place in the text.
    """

    seconds: int | None = None
    offset: int | None = None
    end: int = 0


def clock_in(text: str, start: int, end: int, day: date, language: str) -> Clock:
    """Return the time that stands in, behind or before the date at `start` to `end`; the day decides on summer time."""
    inside = _INSIDE.search(text, start, end)
    if inside:
        return _clock(inside[1], inside[2], inside[3], "", inside[4], day, language, end)
    basic = _BASIC.match(text, end)
    if basic:
        return _clock(basic[1], basic[2], basic[3], "", basic[4], day, language, basic.end())
    beside = _CLOCK.search(text, end, end + _BEHIND) or _last(text, start)
    if not beside:
        return Clock()
    before, hour, minute, dotted, second, half, zone = beside.groups()
    place = beside.end() if beside.start() >= end else 0
    return _clock(hour, minute or dotted, second, before or half or "", zone, day, language, place)


def _last(text: str, start: int) -> re.Match[str] | None:
    """Return the last time that stands shortly before `start`."""
    return max(_CLOCK.finditer(text, max(0, start - _AHEAD), start), key=re.Match.start, default=None)


def _clock(
    hour: str, minute: str | None, second: str | None, half: str, zone: str | None, day: date, language: str, end: int
) -> Clock:
    hours = int(hour)
    sign = half.lower().replace(".", "").replace(" ", "")
    if sign in _AFTERNOON and hours < 12:
        hours += 12
    elif sign in _MORNING and hours == 12:
        hours = 0
    seconds = hours * HOUR + int(minute or 0) * _MINUTE + int(second or 0)
    if seconds > 24 * HOUR:
        return Clock(end=end)
    local = datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)
    offset = offset_of(zone.replace(" ", ""), local, language) if zone else None
    return Clock(seconds, offset, end)
