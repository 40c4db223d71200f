"""Amounts in words. No business logic, no I/O."""

from dataclasses import dataclass

from app.sentences import Param, Sentence

MINUTE, HOUR, DAY = 60, 3600, 86400


def size_in_words(count: int) -> Sentence:
    """Return `count` bytes as a reader says it: `812 bytes`, `23 KB`, `2.1 MB` (powers of 1024)."""
    if count < 1024:
        return Sentence("%(number)s bytes", number=count)
    if count < 1024 * 1024:
        return Sentence("%(number)s KB", number=round(count / 1024))
    return Sentence("%(number)s MB", number=count / (1024 * 1024))


@dataclass(frozen=True, slots=True)
class Span:
    """What is said of a span of time in each unit, by its `num`."""

    days: Sentence
    hours: Sentence
    minutes: Sentence
    seconds: Sentence

    def of(self, seconds: float, **params: Param) -> Sentence:
        """Return what is said of so many seconds, in their largest unit."""
        for length, said in ((DAY, self.days), (HOUR, self.hours), (MINUTE, self.minutes)):
            if seconds >= length:
                return said.of(num=int(seconds // length), **params)
        return self.seconds.of(num=round(seconds), **params)


AGO = Span(
    Sentence.plural("%(num)s day ago", "%(num)s days ago", num=0),
    Sentence.plural("%(num)s hour ago", "%(num)s hours ago", num=0),
    Sentence.plural("%(num)s minute ago", "%(num)s minutes ago", num=0),
    Sentence.plural("%(num)s second ago", "%(num)s seconds ago", num=0),
)


IN = Span(
    Sentence.plural("in %(num)s day", "in %(num)s days", num=0),
    Sentence.plural("in %(num)s hour", "in %(num)s hours", num=0),
    Sentence.plural("in %(num)s minute", "in %(num)s minutes", num=0),
    Sentence.plural("in %(num)s second", "in %(num)s seconds", num=0),
)


def seconds_in_words(seconds: float) -> str:
    """Return a span in English, in its largest unit, for a host: `12 seconds`, `1 minute`, `3 hours`."""
    for length, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= length:
            return counted(int(seconds // length), name)
    return counted(round(seconds), "second")


def counted(number: int, name: str) -> str:
    """Return so many things in English, for a host: `1 page`, `30 pages`."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def clock_in_words(seconds: int) -> str:
    """Return how long something plays, as players show it: `4:05`, `1:02:03`."""
    minutes, rest = divmod(seconds, MINUTE)
    hours, minutes = divmod(minutes, HOUR // MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
