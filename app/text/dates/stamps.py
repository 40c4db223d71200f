"""Dates as pages and feeds write them: ISO 8601, RFC 5322, and words and figures of many languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from app.text.dates.clocks import clock_in
from app.text.dates.forms import MACHINE, WRITTEN, Form, ascii_digits

_DAY = 86400  # seconds
LONGEST = 2000  # characters of a text that are looked at
# Seconds or milliseconds since the epoch, also as .NET writes them: `/Date(1795701600000+0100)/`.
_COUNT = re.compile(r"(?:/Date\()?(\d{9,10}|\d{13})(?:[+-]\d{4})?(?:\)/|\.\d{0,9})?")
# A year of two figures will do where a time of day follows: `08.03.26, 10:20`; one of three is of Taiwan's republic.
_WHOLE_YEAR = re.compile(
    r"\d{4}|[年년]|(?:令和|平成)\d|\b1\d\d[./-]\d\d?[./-]\d\d?\b|\d\d?[./]\d\d?[./]\d\d\b.{1,5}\b\d\d?[:.]\d\d\b"
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day as it is written, with the time of day and the zone where they stand beside it.

    `seconds` are counted from midnight, `offset` from Greenwich to the east. `other` is the day that the same
    figures are where day and month stand the other way round. `start` and `end` are the place in the text.
    """

    day: date
    start: int
    end: int
    seconds: float | None = None
    offset: int | None = None
    other: date | None = None

    @property
    def epoch(self) -> float:
        """The moment in seconds since the epoch; midnight where no time is known, Greenwich where no zone is."""
        midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC).timestamp()
        return midnight + (self.seconds or 0) - (self.offset or 0)

    def until(self, last: date) -> "Stamp":
        """Return the stamp with day and month the other way round, where only so it is no later than `last`."""
        if self.other is None or self.day <= last or self.other > last:
            return self
        return replace(self, day=self.other, other=self.day)


def read_stamp(text: str, language: str = "") -> Stamp | None:
    """Return the date in a text that is said to be one: an attribute, an element of a feed.

    All forms of ISO 8601, and seconds or milliseconds since the epoch, are understood besides what `find_stamps`
    finds. `language` is a tag in lower case or empty.
    """
    plain = ascii_digits(text[:LONGEST].strip())
    counted = _COUNT.fullmatch(plain)
    if counted:
        return _counted(counted[1])
    exact = (_stamp(form, plain, 0, language) for form in MACHINE)
    return next(filter(None, exact), None) or next(_stamps(plain, language), None)


def find_stamps(text: str, language: str = "") -> Iterator[Stamp]:
    """Yield the dates that are written in a text, in their order; one without a whole year is none."""
    plain = ascii_digits(text[:LONGEST])
    if not _WHOLE_YEAR.search(plain):
        return iter(())
    return (stamp for stamp in _stamps(plain, language) if _WHOLE_YEAR.search(plain, stamp.start, stamp.end))


def _counted(figures: str) -> Stamp:
    seconds = int(figures) // (1000 if len(figures) > 10 else 1)
    moment = datetime.fromtimestamp(seconds, UTC)
    return Stamp(moment.date(), 0, len(figures), seconds % _DAY, 0)


def _stamps(text: str, language: str) -> Iterator[Stamp]:
    place = 0
    while place < len(text):
        found = [stamp for form in WRITTEN if (stamp := _stamp(form, text, place, language))]
        if not found:
            return
        # Of several that begin at one place, the first form of the table is right.
        first = min(found, key=lambda stamp: stamp.start)
        yield first
        place = first.end


def _stamp(form: Form, text: str, place: int, language: str) -> Stamp | None:
    """Return the first date of one form in `text` behind `place`."""
    for match in form.pattern.finditer(text, place):
        days = form.read(match, language)
        if not days:
            continue
        day, other = days[0], days[1] if len(days) > 1 else None
        clock = clock_in(text, match.start(), match.end(), day, language)
        end = max(match.end(), clock.end)
        return Stamp(day, match.start(), end, clock.seconds, clock.offset, other)
    return None
