"""How each source has fared, for whoever runs the site; kept in the store, so that all workers count together."""

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields, replace

from app.storage import Store
from app.text.humanize import DAY, HOUR

KEEP_SECONDS = 30 * DAY
# A source that has failed for so long is left off the pages, and asked once in so long whether it is back.
DROPPED_AFTER, ASKED_AGAIN_AFTER = 7 * DAY, 6 * HOUR


@dataclass(frozen=True, slots=True)
class FeedCount:
    """How often a source was fetched and failed, how many items it sent at last, and what was wrong with it.

    `trouble` is the sentence of the last failure, or empty once it answered again; `failing_since` when the first
    failure after the last answer was, and `tried` when it was last asked, in seconds since the epoch.
    """

    fetched: int = 0
    failed: int = 0
    items: int = 0
    trouble: str = ""
    failing_since: float = 0
    tried: float = 0

    def is_dropped(self, now: float) -> bool:
        """Tell whether it has failed for so long that pages are made without it."""
        return bool(self.trouble) and 0 < self.failing_since <= now - DROPPED_AFTER

    def is_due(self, now: float) -> bool:
        """Tell whether it is time to ask it, dropped or not."""
        return not self.is_dropped(now) or self.tried <= now - ASKED_AGAIN_AFTER


class FeedStats:
    """Counts by the address of the source.

    Two workers that count the same source in the same moment may lose one of the counts; it is for people
    who look whether a source works, and not worth a lock between processes.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        """Take where the counts are kept; `clock` tells seconds since the epoch."""
        self._store = store
        self._clock = clock
        self._lock = threading.Lock()

    def answered(self, url: str, items: int) -> None:
        """Count an answer with so many items."""
        with self._lock:
            old = self.of([url])[url]
            self._keep(url, FeedCount(old.fetched + 1, old.failed, items, tried=self._clock()))

    def failed(self, url: str, trouble: str) -> None:
        """Count a failure."""
        with self._lock:
            old, now = self.of([url])[url], self._clock()
            since = old.failing_since or now
            self._keep(url, replace(old, failed=old.failed + 1, trouble=trouble, failing_since=since, tried=now))

    def of(self, urls: Iterable[str]) -> dict[str, FeedCount]:
        """Return the count of each source."""
        keys = {url: _key(url) for url in urls}
        found = self._store.get_many(keys.values())
        return {url: _count(found[key]) if key in found else FeedCount() for url, key in keys.items()}

    def _keep(self, url: str, count: FeedCount) -> None:
        self._store.set(_key(url), json.dumps(asdict(count)).encode(), KEEP_SECONDS)


def _count(stored: bytes) -> FeedCount:
    """Return the count that is stored, as far as this version of the program knows what stands there."""
    try:
        known = json.loads(stored)
        return FeedCount(**{each.name: known[each.name] for each in fields(FeedCount) if each.name in known})
    except (ValueError, TypeError):
        return FeedCount()


def _key(url: str) -> str:
    return f"t2:{hashlib.blake2b(url.encode(), digest_size=16).hexdigest()}"
