"""Feeds read side by side under one patience, each attempt counted."""

import logging
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial

from app.errors import ReaderError
from app.models import Feed
from app.news.editions import find_edition
from app.news.feed_urls import FeedUrls
from app.sentences import Sentence
from app.services.admission import OWN_WORK, Admission
from app.services.cached_content import CachedContent
from app.services.content_reader import ContentReader
from app.services.fair_pool import FairPool
from app.storage.feed_stats import FeedStats
from app.storage.single_flight import Parking
from app.telemetry.metrics import FEEDS

log = logging.getLogger(__name__)

# Those of the pages of one edition, and those of all; each waits for a server most of the time.
FEEDS_AT_ONCE, MOST_FEEDS_AT_ONCE = 24, 192


@dataclass(frozen=True, slots=True)
class Gathered:
    """What feeds have sent, the names of those that did not answer, and whether one never read is still on its way.

    `granted` are the IP addresses that they came from by leave of the operator, as in `CachedEntry`.
    """

    feeds: Sequence[Feed]
    missing: Sequence[str]
    is_early: bool
    granted: tuple[str, ...]


class FeedFetcher:
    """Reads feeds, for any number of threads."""

    def __init__(
        self,
        reader: ContentReader,
        feed_urls: FeedUrls,
        feed_stats: FeedStats,
        patience: float,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take the reader of feeds, who names them, and how many seconds are waited for the slow ones.

        `clock` tells seconds since the epoch.
        """
        self._reader = reader
        self._feed_urls = feed_urls
        self._feed_stats = feed_stats
        self._patience = patience
        self._clock = clock
        self._fetchers = FairPool(MOST_FEEDS_AT_ONCE, FEEDS_AT_ONCE, "feed")

    def close(self) -> None:
        """Let go of the threads; what they are at is finished first."""
        self._fetchers.close()

    def fetch_all(self, group: str, urls: Sequence[str]) -> Gathered:
        """Return what the feeds have sent, fetched side by side.

        Half of the patience is for the slowest, the other half for when most are slow. What arrives later is
        kept for the next page. Those of one `group` share its threads, and no others. What has failed for a week is
        left out, and asked only now and then.
        """
        dropped, urls = self._sorted_out(urls)
        fetched: dict[str, Future[CachedContent]] = {
            url: self._fetchers.submit(group, partial(self.read, url)) for url in urls
        }
        _, slow = wait(fetched.values(), self._patience / 2)
        if len(slow) > len(fetched) / 2:
            wait(slow, self._patience / 2)
        is_late = {url: not future.done() for url, future in fetched.items()}
        copies = {url: self._arrived(url, future, is_late[url]) for url, future in fetched.items()}
        _count(group, copies, dropped)
        missing = dict.fromkeys(
            self._feed_urls.name(url)
            for url, cached in copies.items()
            if url not in dropped and (cached is None or cached.age)
        )
        came = [cached for cached in copies.values() if cached is not None]
        return Gathered(
            [cached.content for cached in came if isinstance(cached.content, Feed)],
            list(missing),
            any(is_late[url] and cached is None and url not in dropped for url, cached in copies.items()),
            tuple(sorted({each for cached in came for each in cached.granted})),
        )

    def _sorted_out(self, urls: Sequence[str]) -> tuple[frozenset[str], list[str]]:
        """Return those of `urls` that have failed for a week, and those that are to be asked now.

        Where all of them have, the reason is more likely here than there, and none is dropped.
        """
        counts, now = self._feed_stats.of(urls), self._clock()
        dropped = frozenset(url for url in urls if counts[url].is_dropped(now))
        if len(dropped) == len(counts):
            return frozenset(), list(urls)
        return dropped, [url for url in urls if counts[url].is_due(now)]

    def _arrived(self, url: str, future: "Future[CachedContent]", is_late: bool) -> CachedContent | None:
        """Return what came, or what is kept from before, or nothing."""
        if is_late or future.cancelled():
            return self._reader.cached(url)
        error = future.exception()
        if error is None:
            return future.result()
        if not isinstance(error, ReaderError):
            log.error("the feed %s could not be read", url, exc_info=error)
        return None

    def read(self, url: str, admit: Admission = OWN_WORK) -> CachedContent:
        """Read a feed, and count how it went if it was really asked, and by this call."""
        asking = _Asking(admit)
        try:
            cached = self._reader.read(url, asking)
        except ReaderError as error:
            if asking.asked:
                self._feed_stats.failed(url, error.sentence)
            raise
        if asking.asked and cached.age:
            self._feed_stats.failed(url, Sentence("It did not answer the last time; its older items are shown."))
        elif asking.asked and isinstance(cached.content, Feed):
            self._feed_stats.answered(url, len(cached.content.headlines))
        return cached


def _count(group: str, copies: Mapping[str, CachedContent | None], dropped: Collection[str]) -> None:
    """Count the feeds of a page: `fresh`, `stale` (older items stand in), `missing`, or `dropped` for now."""
    edition = group if find_edition(group) else "other"
    FEEDS.labels(edition, "dropped").inc(len(set(dropped) - set(copies)))
    for cached in copies.values():
        FEEDS.labels(edition, "missing" if cached is None else "stale" if cached.age else "fresh").inc()


class _Asking:
    """The admission `admit`, which also tells whether the original was asked."""

    def __init__(self, admit: Admission) -> None:
        self._admit = admit
        self.asked = False

    def count(self) -> None:
        self._admit.count()
        self.asked = True

    @property
    def parking(self) -> Parking | None:
        return self._admit.parking

    def slot(self) -> AbstractContextManager[None]:
        return self._admit.slot()
