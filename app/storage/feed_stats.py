"""How each source has fared, for whoever runs the site; kept in the store, so that all workers count together."""

import hashlib
import json
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from app.storage import Store
from app.text.humanize import DAY

KEEP_SECONDS = 30 * DAY


@dataclass(frozen=True, slots=True)
class FeedCount:
    """How often a source was fetched and failed, how many items it sent at last, and what was wrong with it.

    `trouble` is the sentence of the last failure, or empty once it answered again.
    """

    fetched: int = 0
    failed: int = 0
    items: int = 0
    trouble: str = ""


class FeedStats:
    """Counts by the address of the source.

    Two workers that count the same source in the same moment may lose one of the counts; it is for people
    who look whether a source works, and not worth a lock between processes.
    """

    def __init__(self, store: Store) -> None:
        """Take where the counts are kept."""
        self._store = store
        self._lock = threading.Lock()

    def answered(self, url: str, items: int) -> None:
        """Count an answer with so many items."""
        with self._lock:
            old = self.of([url])[url]
            self._keep(url, replace(old, fetched=old.fetched + 1, items=items, trouble=""))

    def failed(self, url: str, trouble: str) -> None:
        """Count a failure."""
        with self._lock:
            old = self.of([url])[url]
            self._keep(url, replace(old, failed=old.failed + 1, trouble=trouble))

    def of(self, urls: Iterable[str]) -> dict[str, FeedCount]:
        """Return the count of each source."""
        keys = {url: _key(url) for url in urls}
        found = self._store.get_many(keys.values())
        return {url: FeedCount(**json.loads(found[key])) if key in found else FeedCount() for url, key in keys.items()}

    def _keep(self, url: str, count: FeedCount) -> None:
        self._store.set(_key(url), json.dumps(asdict(count)).encode(), KEEP_SECONDS)


def _key(url: str) -> str:
    return f"t2:{hashlib.blake2b(url.encode(), digest_size=16).hexdigest()}"
