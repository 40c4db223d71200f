"""How often something happened of late, counted in the store, so that all workers and machines that share it count
together.

It is the sliding window counter (Cloudflare, "How we built rate limiting capable of scaling to millions of domains"):
two numbers for each key, the count of the last window and of this one. The last one counts as if it had been used
evenly.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from app.storage.store import Store

# The count of a window still matters until the end of the next.
WINDOWS = 2
PREFIX = "l:"


@dataclass(frozen=True, slots=True)
class Window:
    """The counts of the previous window and of this one, and for how many of its `seconds` it still lasts."""

    previous: int
    current: int
    left: float
    seconds: int

    @property
    def count(self) -> float:
        """How often it happened within the last `seconds`, about."""
        return self.previous * self.left / self.seconds + self.current

    @property
    def wait(self) -> float:
        """The seconds until the count is less by one at least; 0 where nothing was counted."""
        if self.previous:
            return min(self.left, self.left % (self.seconds / self.previous))
        return self.left if self.current else 0.0


class StoreCounters:
    """Counts in a `Store`. One that fails has forgotten, so then nobody is refused."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        """Take where to count; `clock` tells seconds since the epoch."""
        self._store = store
        self._clock = clock

    def count(self, key: str, most: int, seconds: int) -> bool:
        """Count once more under `key` and return True, if that is within `most` in so many seconds.

        Of two who come at the same moment for the last place neither may get it, but never both.
        """
        window = self.window(key, seconds)
        if floor(window.count) + 1 > most:
            return False
        name = self._names(key, seconds)[1]
        counted = self._store.increment(name, 1, WINDOWS * seconds)
        if counted is None or floor(window.count - window.current + counted) <= most:
            return True
        self._store.increment(name, -1, WINDOWS * seconds)
        return False

    def window(self, key: str, seconds: int) -> Window:
        """Return what is counted under `key` in windows of so many seconds."""
        names = self._names(key, seconds)
        stored = self._store.get_many(names)
        previous, current = (int(stored.get(name, b"0")) for name in names)
        return Window(previous, current, seconds - self._clock() % seconds, seconds)

    def _names(self, key: str, seconds: int) -> tuple[str, str]:
        """Return where the previous and the present window are counted."""
        number = int(self._clock() // seconds)
        return f"{PREFIX}{key}/{number - 1}", f"{PREFIX}{key}/{number}"
