"""Reading: from an address to what it holds, fetched at most once, and kept.

A copy is fresh for a while, then asked after (ETag, Last-Modified); when the original fails, the old copy
serves for a day; a failure is kept for a minute, so that a dead site is not asked by every reader.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from app.cache import Cache, Record, SingleFlight
from app.errors import Failure, OriginFailed, ReaderError, TooManyReads
from app.extract.article import extract_article
from app.extract.plain import plain_article
from app.feeds import parse as parse_feed
from app.fetch.charsets import decode
from app.fetch.client import Client
from app.fetch.kinds import Kind, kind_of
from app.models import Download, FetchedPage, NotModified, Reading, SourcePicture
from app.urls import host_of


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """How long a copy is fresh, how long it may serve when the original fails, and a failure is remembered; seconds."""

    fresh: float
    stale: float
    failure: float


@dataclass(frozen=True, slots=True)
class Copy:
    """What an address holds, and when the original was last asked; `age` is seconds, 0 while it is fresh."""

    reading: Reading
    fetched_at: float
    age: float


class Reader:
    """Reads addresses."""

    def __init__(
        self, client: Client, cache: Cache, lifetimes: Lifetimes, clock: Callable[[], float] = time.time
    ) -> None:
        """Take what it reads with; `clock` tells seconds since the epoch."""
        self._client = client
        self._cache = cache
        self._lifetimes = lifetimes
        self._clock = clock
        self._flight = SingleFlight()

    def read(self, url: str, admit: Callable[[], None]) -> Copy:
        """Return what the canonical address `url` holds.

        `admit` is called before the original is asked, and raises `TooManyReads` where this client may not
        cause that now. Raises `ReaderError`.
        """
        record = self._cache.get(url)
        if record is None or self._clock() >= record.fresh_until:
            record = self._flight.do(url, lambda: self._renewed(url, admit))
        if isinstance(record.value, Failure):
            raise record.value.error()
        age = self._clock() - record.fetched_at
        return Copy(record.value, record.fetched_at, age if age > self._lifetimes.fresh else 0)

    def _renewed(self, url: str, admit: Callable[[], None]) -> Record:
        """Return the record of `url` after asking the original, unless somebody else just did."""
        record = self._cache.get(url)
        now = self._clock()
        if record is not None and now < record.fresh_until:
            return record
        known = record if record is not None and not isinstance(record.value, Failure) else None
        try:
            admit()
            renewed = self._fetched(url, known, now)
        except TooManyReads:
            if known is None:
                raise
            return known
        except ReaderError as error:
            return self._failed(url, known, error, now)
        self._cache.put(url, renewed, self._lifetimes.fresh + self._lifetimes.stale)
        return renewed

    def _fetched(self, url: str, known: Record | None, now: float) -> Record:
        fresh_until = now + self._lifetimes.fresh
        etag, last_modified = (known.etag, known.last_modified) if known else ("", "")
        page = self._client.fetch(url, etag=etag, last_modified=last_modified)
        if not isinstance(page, NotModified):
            return Record(understood(page), now, fresh_until, page.etag, page.last_modified)
        if known is None:
            raise OriginFailed(f"{host_of(url)} says that nothing has changed, but we have never read this page.")
        return replace(known, fetched_at=now, fresh_until=fresh_until)

    def _failed(self, url: str, known: Record | None, error: ReaderError, now: float) -> Record:
        """Return the old copy while it may serve, else the failure; either is not asked after for a while."""
        until = now + self._lifetimes.failure
        keep = self._lifetimes.failure
        record = Record(Failure.of(error), now, until, "", "")
        if known is not None and now - known.fetched_at < self._lifetimes.fresh + self._lifetimes.stale:
            record = replace(known, fresh_until=until)
            keep = known.fetched_at + self._lifetimes.fresh + self._lifetimes.stale - now
        self._cache.put(url, record, keep)
        return record


def understood(page: FetchedPage) -> Reading:
    """Return what a fetched page holds. Raises `ReaderError` where that cannot be shown."""
    match kind_of(page):
        case Kind.HTML:
            return extract_article(decode(page.body, page.charset), page.url)
        case Kind.TEXT:
            return plain_article(decode(page.body, page.charset), page.url)
        case Kind.FEED:
            return parse_feed(page, decode(page.body, page.charset))
        case Kind.PICTURE:
            return SourcePicture(page.url, page.body)
    return Download(page.url, page.content_type, page.name, page.body)
