"""Where the `limits` library counts: in the store, so that all workers and machines that share it count together."""

import time
from collections.abc import Callable
from math import floor

from limits.storage.base import SlidingWindowCounterSupport, Storage

from app.storage.store import Store

# What the two windows of the sliding counter need (Cloudflare, "How we built rate limiting capable of scaling to
# millions of domains"): the count of the last one still matters until the end of the next.
WINDOWS = 2
PREFIX = "l:"


class StoreCounters(Storage, SlidingWindowCounterSupport):
    """Counts in a `Store`. One that fails has forgotten, so then nobody is refused."""

    STORAGE_SCHEME = None  # it is made here, and not by the library from an address

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        """Take where to count; `clock` tells seconds since the epoch."""
        super().__init__()
        self._store = store
        self._clock = clock

    @property
    def base_exceptions(self) -> type[Exception] | tuple[type[Exception], ...]:
        """The exceptions of a store: none, for it does not raise."""
        return ()

    def acquire_sliding_window_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count `amount` under `key` and return True, if that is within `limit` in `expiry` seconds.

        Of two who come at the same moment for the last place neither may get it, but never both.
        """
        previous, left, current, _ = self.get_sliding_window(key, expiry)
        weighted = previous * left / expiry
        if floor(weighted + current) + amount > limit:
            return False
        name = self._names(key, expiry)[1]
        counted = self._store.increment(name, amount, WINDOWS * expiry)
        if counted is None or floor(weighted + counted) <= limit:
            return True
        self._store.increment(name, -amount, WINDOWS * expiry)
        return False

    def get_sliding_window(self, key: str, expiry: int) -> tuple[int, float, int, float]:
        """Return the count of the previous window and for how many seconds it matters, and the same of this one."""
        names = self._names(key, expiry)
        stored = self._store.get_many(names)
        previous, current = (int(stored.get(name, b"0")) for name in names)
        left = expiry - self._clock() % expiry
        return previous, left, current, left + expiry

    def clear_sliding_window(self, key: str, expiry: int) -> None:
        """Forget what is counted under `key`."""
        for name in self._names(key, expiry):
            self._store.delete(name)

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add `amount` to what is counted under `key` for `expiry` seconds, and return the sum."""
        return self._store.increment(PREFIX + key, amount, expiry) or 0

    def get(self, key: str) -> int:
        """Return what is counted under `key`."""
        return int(self._store.get(PREFIX + key) or b"0")

    def clear(self, key: str) -> None:
        """Forget what is counted under `key`."""
        self._store.delete(PREFIX + key)

    def get_expiry(self, key: str) -> float:
        """Return the time: a store does not tell when its values end, and the sliding counter does not ask."""
        return self._clock()

    def check(self) -> bool:
        """Return whether there is a store to count in."""
        return True

    def reset(self) -> int | None:
        """Leave everything as it is, since others keep other things in the store; it all ends within two minutes."""
        return None

    def _names(self, key: str, expiry: int) -> tuple[str, str]:
        """Return where the previous and the present window are counted."""
        number = int(self._clock() // expiry)
        return f"{PREFIX}{key}/{number - 1}", f"{PREFIX}{key}/{number}"
