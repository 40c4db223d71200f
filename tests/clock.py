"""A clock for tests, in place of that of the machine."""


class Clock:
    """Tells the seconds in `now`, which stand until a test moves them."""

    def __init__(self, now: float = 1_000_000.0) -> None:
        """Begin at `now`."""
        self.now = now

    def __call__(self) -> float:
        """Return what time it is."""
        return self.now
