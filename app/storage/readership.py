"""Which front pages were read lately, for all workers together."""

import threading
import time
from collections.abc import Callable, Iterable

from app.storage import Store
from app.text.humanize import MINUTE

# One page is noted once in so long by each worker, however many read it.
NOTED_EVERY = 10 * MINUTE


class Readership:
    """Notes when each page was last read."""

    def __init__(self, store: Store, keep_seconds: float, clock: Callable[[], float] = time.time) -> None:
        """Take where it is noted, and for how long; with 0 nothing is. `clock` tells seconds since the epoch."""
        self._store = store
        self._keep_seconds = keep_seconds
        self._clock = clock
        self._noted: dict[str, float] = {}
        self._lock = threading.Lock()

    def note(self, page: str) -> None:
        """Note that somebody reads a page."""
        now = self._clock()
        with self._lock:
            if not self._keep_seconds or now - self._noted.get(page, 0) < NOTED_EVERY:
                return
            self._noted[page] = now
        self._store.set(_key(page), str(int(now)).encode(), self._keep_seconds)

    def last_read(self, pages: Iterable[str]) -> dict[str, float]:
        """Return when those of `pages` that were read lately were last noted, in seconds since the epoch."""
        keys = {_key(page): page for page in pages}
        found = self._store.get_many(keys) if self._keep_seconds else {}
        return {keys[key]: float(value) for key, value in found.items() if value.isdigit()}


def _key(page: str) -> str:
    return f"p1:{page}"
