"""What was read and what was made of it, kept: memory in front of the store that all workers share.

What an origin gave (a `CachedEntry`) goes into both, what was made of it for one browser only into memory.
"""

import hashlib
import logging
import sys
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from cachetools import LRUCache

from app.errors import Failure
from app.models import Content, Download, SourceImage
from app.storage import Quota, Store
from app.storage.serializer import VERSION, Codec, Damaged
from app.storage.single_flight import SingleFlight
from app.telemetry.metrics import CACHE

T = TypeVar("T")
log = logging.getLogger(__name__)

# One value may take this part of the memory; a larger one would drive out too many others.
LARGEST_SHARE = 1 / 8
# What the dictionaries and lists of the memory take for each entry beside key and value, as measured.
ENTRY_BYTES = 300
# Seconds by which the clocks of machines that share a store may differ.
SKEW = 2.0


@dataclass(frozen=True, slots=True)
class CachedEntry:
    """What an origin gave, or how it failed. Times are seconds since the epoch.

    Until `fresh_until` it is used without asking again; `etag` and `last_modified` are what the origin is
    asked with afterwards, or empty. `is_cut` says that the origin failed before it had sent the end. `granted` are the
    IP addresses on the way to it in networks that the operator had allowed by name, and may allow no longer.
    """

    value: Content | Failure
    fetched_at: float
    fresh_until: float
    etag: str
    last_modified: str
    is_cut: bool = False
    granted: tuple[str, ...] = ()

    def is_fresh(self, now: float) -> bool:
        """Tell whether nobody need be asked; not if it was fetched in the future, as where a clock was set back."""
        return self.fetched_at <= now + SKEW and now < self.fresh_until


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """A cached entry, and until when it may be used at all."""

    entry: CachedEntry
    until: float


class _Entry(NamedTuple):
    value: object
    size: int


class Cache:
    """Keeps cached entries and finished values, for any number of threads."""

    def __init__(self, store: Store, memory_bytes: int, clock: Callable[[], float] = time.time) -> None:
        """Take the shared store and the size of the memory in front of it; `clock` tells seconds since the epoch."""
        self._store = store
        self._memory: LRUCache[Hashable, _Entry] = LRUCache(memory_bytes, getsizeof=lambda entry: entry.size)
        self._largest = memory_bytes * LARGEST_SHARE
        self._clock = clock
        self._lock = threading.Lock()
        self._codec = Codec(StoredEntry)
        self._loads = SingleFlight()

    def get(self, key: str) -> CachedEntry | None:
        """Return the cached entry of `key`, fresh or stale, or None where there is none.

        An entry in memory that is no longer fresh is used only if the store has no later one, since another
        worker may have asked the origin again.
        """
        kept = self._recall("record", key)
        known = kept if isinstance(kept, StoredEntry) else None
        now = self._clock()
        if known is not None and now < known.until and known.entry.is_fresh(now):
            CACHE.labels("memory").inc()
            return known.entry
        # Hundreds may ask for one large file at once: they share one copy of it.
        stored = self._loads.do(key, lambda: self._stored(key))
        if stored is not None and (known is None or _age(stored, now) > _age(known, now)):
            known = stored
            self._keep("record", key, stored, memory_size(stored))
        CACHE.labels("nowhere" if known is None else "store" if known is stored else "memory").inc()
        return known.entry if known is not None and now < known.until else None

    def put(self, key: str, entry: CachedEntry, keep_seconds: float) -> None:
        """Keep `entry` under `key` for `keep_seconds` at most."""
        if keep_seconds <= 0:
            return
        kept = StoredEntry(entry, self._clock() + keep_seconds)
        self._keep("record", key, kept, memory_size(kept))
        quota = Quota.PICTURES if isinstance(entry.value, SourceImage | Download) else Quota.PAGES
        self._store.set(self._store_key(key), self._codec.encode(kept), keep_seconds, quota)

    def get_page(self, key: Hashable) -> object | None:
        """Return the finished value of `key` while memory holds it."""
        return self._recall("page", key)

    def put_page(self, key: Hashable, value: object, size: int) -> None:
        """Keep a finished value of `size` bytes in memory."""
        self._keep("page", key, value, size)

    def _store_key(self, key: str) -> str:
        """Return what stands in the store for `key`; it changes whenever older bytes can no longer be read."""
        return f"r{VERSION}-{self._codec.shape}:{hashlib.blake2b(key.encode(), digest_size=20).hexdigest()}"

    def _stored(self, key: str) -> StoredEntry | None:
        data = self._store.get(self._store_key(key))
        if data is None:
            return None
        try:
            return self._codec.decode(data)
        except Damaged as error:
            log.warning("A stored record is damaged, and is left out: %s", error)
            return None

    def _recall(self, kind: str, key: Hashable) -> object | None:
        with self._lock:
            entry = self._memory.get((kind, key))
        return entry.value if entry is not None else None

    def _keep(self, kind: str, key: Hashable, value: object, size: int) -> None:
        """Put a value into memory in place of an older one; one that is too large only drives that out."""
        entry = _Entry(value, size + memory_size(key) + ENTRY_BYTES)
        with self._lock:
            self._memory.pop((kind, key), None)
            if entry.size <= self._largest:
                self._memory[kind, key] = entry


def _age(kept: StoredEntry, now: float) -> tuple[bool, float, float]:
    """Return what is larger for the later of two entries; what was fetched in the future is not later."""
    fetched_at = kept.entry.fetched_at
    return fetched_at <= now + SKEW, fetched_at, kept.entry.fresh_until


def memory_size(value: object) -> int:
    """Return the bytes that a value takes in memory, with everything within; frozen dataclasses have slots."""
    if isinstance(value, str) and len(value) < 2:
        # CPython has each of these once.
        return 0
    size = sys.getsizeof(value)
    if isinstance(value, tuple):
        return size + sum(map(memory_size, value))
    return size + sum(memory_size(getattr(value, name)) for name in getattr(value, "__slots__", ()))
