"""Amounts in words. No business logic, no I/O."""

MINUTE, HOUR, DAY = 60, 3600, 86400


def size_in_words(count: int) -> str:
    """Return `count` bytes as a reader says it: `812 bytes`, `23 KB`, `2.1 MB` (powers of 1024)."""
    if count < 1024:
        return f"{count} bytes"
    if count < 1024 * 1024:
        return f"{round(count / 1024)} KB"
    return f"{count / (1024 * 1024):.1f} MB"


def seconds_in_words(seconds: float) -> str:
    """Return a span as a reader says it, in its largest unit: `12 seconds`, `1 minute`, `3 hours`."""
    for length, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= length:
            return counted(int(seconds // length), name)
    return counted(round(seconds), "second")


def counted(number: int, name: str) -> str:
    """Return so many things as a reader says it: `1 page`, `30 pages`."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def clock_in_words(seconds: int) -> str:
    """Return how long something plays, as players show it: `4:05`, `1:02:03`."""
    minutes, rest = divmod(seconds, MINUTE)
    hours, minutes = divmod(minutes, HOUR // MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
