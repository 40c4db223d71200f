"""Front pages kept while they are fresh, renewed before they are shown where that is quick, and served while they are
stale where it is not (RFC 5861)."""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, wait
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from math import inf

from app.errors import TooManyReads
from app.models import FrontPage
from app.services.admission import Admission
from app.services.cached_content import CachedContent
from app.services.fair_pool import FairPool
from app.storage.cache import Cache, CachedEntry
from app.storage.claims import Claims
from app.storage.single_flight import SingleFlight

log = logging.getLogger(__name__)

# Pages that are made at once behind their readers' backs: those of one edition, and those of all.
PAGES_AT_ONCE, MOST_PAGES_AT_ONCE = 2, 8
# A first page that lacks feeds which were too slow is made again soon, for they will have arrived; so is an empty one.
HASTE_SECONDS = 30
# How long a reader of a stale page waits for today's.
RENEWAL_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page, whether it was made before all of its sources could have answered once, and which IP addresses its feeds
    came from by leave of the operator, as in `CachedEntry`."""

    page: FrontPage
    is_early: bool
    granted: tuple[str, ...] = ()


Make = Callable[[], MadePage]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The entries of a cache whose keys begin alike."""

    cache: Cache
    name: str

    def get(self, key: str) -> CachedEntry | None:
        return self.cache.get(self.name + key)

    def put(self, key: str, entry: CachedEntry, keep_seconds: float) -> None:
        self.cache.put(self.name + key, entry, keep_seconds)


class PageKeeper:
    """Keeps front pages under their keys, for any number of threads."""

    def __init__(
        self,
        cache: Cache,
        fresh: float,
        stale: float,
        clock: Callable[[], float] = time.time,
        claims: Claims | None = None,
        namespace: str = "",
        permits: Callable[[Iterable[str]], bool] = lambda granted: True,
    ) -> None:
        """Take where pages are kept, for how many seconds they are fresh, and for how many more they may serve.

        With `claims` the first page of its kind is made once by all processes that share them. Pages of one
        `namespace` are unknown in another: what was made of hosts now denied is not served. `permits` tells whether
        what came from such addresses, by leave of the operator, may still be read.
        """
        self._cache = _Shelf(cache, namespace)
        self._fresh = fresh
        self._stale = stale
        self._clock = clock
        self._permits = permits
        self._makers = FairPool(MOST_PAGES_AT_ONCE, PAGES_AT_ONCE, "page")
        self._flight = SingleFlight(claims)
        self._being_made: dict[str, Future[None]] = {}
        self._lock = threading.Lock()

    def get(self, group: str, key: str, make: Make, admit: Admission) -> CachedContent:
        """Return the page under `key`: the cached one, or where it is stale a new one if that comes soon.

        If not, the stale one is returned and the new one kept for the next reader. Where there is none it is made now,
        which counts as one read of whoever asks first; `group` is whose pages share a few threads. Raises what `admit`
        does where there is no page.
        """
        entry = self._kept(key)
        if entry is None or not isinstance(entry.value, FrontPage):
            page = self._flight.do(key, lambda: self._first(key, make, admit), admit)
            return CachedContent(page, self._clock(), 0)
        now = self._clock()
        if not entry.is_fresh(now):
            entry = self._renewed_soon(group, key, make, admit) or entry
        assert isinstance(entry.value, FrontPage)  # noqa: S101  # nothing else is kept under these keys
        now = self._clock()
        fetched_at = min(entry.fetched_at, now)
        return CachedContent(entry.value, fetched_at, now - fetched_at, fresh_until=entry.fresh_until)

    def peek(self, key: str) -> FrontPage | None:
        """Return the page under `key` if there is one, however old."""
        entry = self._kept(key)
        return entry.value if entry is not None and isinstance(entry.value, FrontPage) else None

    def age(self, key: str) -> float:
        """Return how many seconds ago the page under `key` was made; infinite where there is none."""
        entry = self._kept(key)
        return inf if entry is None else self._clock() - entry.fetched_at

    def granted(self, key: str) -> tuple[str, ...]:
        """Return the addresses that the page under `key` came from by leave of the operator."""
        entry = self._kept(key)
        return entry.granted if entry is not None else ()

    def renew(self, key: str, make: Make) -> FrontPage:
        """Make the page now and keep it, unless it came out empty and there is one that did not.

        A source that is dead, or slow again and again, does not have a page made more often than the setting says.
        """
        made, now, old = make(), self._clock(), self._kept(key)
        haste = min(HASTE_SECONDS, self._fresh)
        older = old.value if old is not None and isinstance(old.value, FrontPage) and old.value.stories else None
        if old is not None and older is not None and not made.page.stories:
            self._cache.put(
                key, replace(old, fetched_at=min(old.fetched_at, now), fresh_until=now + haste), self._stale
            )
            return older
        is_hasty = not made.page.stories or (made.is_early and older is None)
        fresh = haste if is_hasty else self._fresh
        self._cache.put(
            key, CachedEntry(made.page, now, now + fresh, "", "", granted=made.granted), self._fresh + self._stale
        )
        return made.page

    def _kept(self, key: str) -> CachedEntry | None:
        entry = self._cache.get(key)
        return entry if entry is not None and self._permits(entry.granted) else None

    def close(self) -> None:
        """Let go of the threads; what they are at is finished first."""
        self._makers.close()

    def _first(self, key: str, make: Make, admit: Admission) -> FrontPage:
        """Make a page, unless somebody else just did."""
        page = self.peek(key)
        if page is not None:
            return page
        admit.count()
        return self.renew(key, make)

    def _renewed_soon(self, group: str, key: str, make: Make, admit: Admission) -> CachedEntry | None:
        """Return what is kept after a new page was waited for, which takes a place to wait in."""
        future = self._renewal(group, key, make)
        with suppress(TooManyReads), admit.slot():
            wait([future], RENEWAL_SECONDS)
        return self._kept(key)

    def _renewal(self, group: str, key: str, make: Make) -> "Future[None]":
        """Return the making of a new page, which goes on whoever waits for it."""
        with self._lock:
            if key not in self._being_made:
                self._being_made[key] = self._makers.submit(group, partial(self._renew_quietly, key, make))
            return self._being_made[key]

    def _renew_quietly(self, key: str, make: Make) -> None:
        try:
            self.renew(key, make)
        except Exception:
            log.exception("the page %r could not be made", key)
        finally:
            with self._lock:
                self._being_made.pop(key, None)
