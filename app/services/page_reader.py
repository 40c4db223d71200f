"""Reading: from an address to what it holds, fetched at most once, and kept.

A copy is fresh for a while, then asked after (ETag, Last-Modified); when the original fails, the old copy
serves for a day; a failure is kept for a minute, so that a dead site is not asked by every reader. What an
original sent before it failed is shown where that is worth something, but kept no longer than a failure.
"""

import logging
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.errors import Failure, NotUnderstood, OriginFailed, ReaderError, TooManyReads
from app.extract.article.plain_text import plain_article
from app.extract.page import extract_page
from app.feeds.parse import parse as parse_feed
from app.fetch.client import Client
from app.fetch.decode import text_of
from app.fetch.sniff import Kind, kind_of
from app.models import Article, Download, Entry, FetchedPage, NotModified, Reading, SourcePicture
from app.net.urls import host_of
from app.storage.cache import Cache, Record
from app.storage.single_flight import SingleFlight
from app.text.humanize import MINUTE

# An article that broke off is shown from so many words on; what comes before is as a rule no more than a menu.
FEWEST_WORDS = 25

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long a copy is fresh, and how long it may serve when the original fails; seconds.

    A failure is remembered for `failure` seconds at first and for half of the time that it has lasted later
    on, up to `longest_failure`.
    """

    fresh: float
    stale: float
    failure: float
    longest_failure: float

    def pause(self, lasted: float) -> float:
        """Return for how long an original that has failed for `lasted` seconds is not asked again."""
        return max(self.failure, min(lasted / 2, self.longest_failure))


@dataclass(frozen=True, slots=True)
class Copy:
    """What an address holds, and when the original was last asked; `age` is seconds, 0 while it is fresh."""

    reading: Reading
    fetched_at: float
    age: float

    @property
    def modified(self) -> float:
        """When a page that says how old this copy is last said something else: it counts in minutes."""
        return self.fetched_at + self.age // MINUTE * MINUTE


class Reader:
    """Reads addresses."""

    def __init__(
        self,
        client: Client,
        cache: Cache,
        lifetimes: Lifetimes,
        clock: Callable[[], float] = time.time,
        understand: Callable[[str, FetchedPage], Reading] = lambda url, page: understood(page),
        shelf: str = "",
    ) -> None:
        """Take what it reads with; `clock` tells seconds since the epoch.

        `understand` makes a reading of what came for an address; readers with different ones keep their
        copies on different shelves.
        """
        self._client = client
        self._cache = cache
        self._lifetimes = lifetimes
        self._clock = clock
        self._understand = understand
        self._shelf = shelf
        self._flight = SingleFlight()

    def read(self, url: str, admit: Callable[[], None]) -> Copy:
        """Return what the canonical address `url` holds.

        `admit` is called before the original is asked, and raises `TooManyReads` where this client may not
        cause that now. Raises `ReaderError`.
        """
        key = self._shelf + url
        record = self._cache.get(key)
        if record is None or self._clock() >= record.fresh_until:
            record = self._admitted(key, url, record, admit)
        if isinstance(record.value, Failure):
            raise record.value.error()
        age = self._clock() - record.fetched_at
        return Copy(record.value, record.fetched_at, age if age > self._lifetimes.fresh else 0)

    def _admitted(self, key: str, url: str, record: Record | None, admit: Callable[[], None]) -> Record:
        """Return the renewed record, or the old one to a client who may not cause a fetch now."""
        try:
            admit()
            return self._flight.do(key, lambda: self._renewed(key, url))
        except TooManyReads:
            if record is None or isinstance(record.value, Failure):
                raise
            return record

    def kept(self, url: str) -> Copy | None:
        """Return the copy of `url` that there is, however old, without asking anybody."""
        record = self._cache.get(self._shelf + url)
        if record is None or isinstance(record.value, Failure):
            return None
        return Copy(record.value, record.fetched_at, self._clock() - record.fetched_at)

    def _renewed(self, key: str, url: str) -> Record:
        """Return the record of `url` after asking the original, unless somebody else just did."""
        record = self._cache.get(key)
        now = self._clock()
        if record is not None and now < record.fresh_until:
            return record
        known = record if record is not None and not isinstance(record.value, Failure) else None
        try:
            renewed = self._fetched(url, known, now)
        except TooManyReads:
            raise
        except ReaderError as error:
            return self._failed(key, record, error, now)
        self._cache.put(key, renewed, self._lifetimes.fresh + self._lifetimes.stale)
        return renewed

    def _fetched(self, url: str, known: Record | None, now: float) -> Record:
        fresh_until = now + self._lifetimes.fresh
        etag, last_modified = (known.etag, known.last_modified) if known else ("", "")
        page = self._client.fetch(url, etag=etag, last_modified=last_modified)
        if isinstance(page, NotModified):
            if known is None:
                raise OriginFailed(f"{host_of(url)} says that nothing has changed, but we have never read this page.")
            return replace(known, fetched_at=now, fresh_until=fresh_until)
        if page.broken is not None:
            return self._cut(url, page, page.broken.error(), known, now)
        return Record(self._reading(url, page), now, fresh_until, page.etag, page.last_modified)

    def _cut(self, url: str, page: FetchedPage, failure: ReaderError, known: Record | None, now: float) -> Record:
        """Return what came of a page that broke off. Raises its failure where an older copy, or nothing, is better."""
        if known is not None and not known.is_cut:
            raise failure
        try:
            reading = self._reading(url, page)
        except ReaderError as error:
            raise failure from error
        if isinstance(reading, Article) and reading.words < FEWEST_WORDS:
            raise failure
        return Record(reading, now, now + self._lifetimes.failure, "", "", is_cut=True)

    def _reading(self, url: str, page: FetchedPage) -> Reading:
        """Return what came for `url`, understood. Whatever is raised on other people's bytes is a `ReaderError`."""
        try:
            return self._understand(url, page)
        except ReaderError:
            raise
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            log.error("%s could not be understood: %r at %s:%s", page.url, error, where.filename, where.lineno)
            raise NotUnderstood("This page could not be understood here.") from error

    def _failed(self, key: str, record: Record | None, error: ReaderError, now: float) -> Record:
        """Return the old copy while it may serve, else the failure; either is not asked after for a while.

        The record of a failure says since when the original fails, and is kept beyond the pause for that.
        """
        since = record.fetched_at if record is not None else now
        pause = self._lifetimes.pause(now - since)
        serves = since + self._lifetimes.fresh + self._lifetimes.stale - now
        if record is not None and not isinstance(record.value, Failure) and serves > 0:
            failed, keep = replace(record, fresh_until=now + pause), serves
        else:
            failed, keep = Record(Failure.of(error), since, now + pause, "", ""), 2 * pause
        self._cache.put(key, failed, keep)
        return failed


def understood(page: FetchedPage) -> Reading:
    """Return what a fetched page holds. Raises `ReaderError` where that cannot be shown."""
    match kind_of(page):
        case Kind.HTML:
            return replace(extract_page(text_of(page), page.url), cut=page.cut)
        case Kind.TEXT:
            return replace(plain_article(text_of(page), page.url), cut=page.cut)
        case Kind.FEED:
            listing = parse_feed(page, text_of(page))
            return replace(listing, feeds=(Entry(listing.title, page.url),), cut=page.cut)
        case Kind.PICTURE:
            return SourcePicture(page.url, page.body)
    return Download(page.url, page.content_type, page.name, page.body)
