"""Reading: from an address to what it holds, fetched at most once, and kept.

A cached entry is fresh for a while, then validated (ETag, Last-Modified); when the original fails, the stale entry
serves for a day; a failure is kept for a minute, so that a dead site is not asked by every reader (one that
costs more to find out for longer). What an original sent before it failed is shown where that is worth something,
but kept no longer than a failure.
"""

import time
from collections.abc import Callable
from dataclasses import replace

from app.errors import (
    AddressRefused,
    Failure,
    NotUnderstood,
    ReaderError,
    TooManyReads,
)
from app.fetch.client import Client
from app.fetch.redirects import FormData, Redirected
from app.models import Article, Content, FrontPage
from app.net.urls import PICTURE, checked, is_unchecked, unchecked
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent, Lifetimes
from app.services.interpretation import interpret
from app.services.originals import Interpret, Originals
from app.services.refusals import Explain, unexplained
from app.storage.cache import Cache, CachedEntry
from app.storage.claims import Claims
from app.storage.single_flight import SingleFlight
from app.telemetry.metrics import READS
from app.telemetry.request_fields import note


class ContentReader:
    """Reads addresses."""

    def __init__(
        self,
        client: Client,
        cache: Cache,
        lifetimes: Lifetimes,
        clock: Callable[[], float] = time.time,
        interpret: Interpret = lambda url, page: interpret(page),
        namespace: str = "",
        claims: Claims | None = None,
        explain: Explain = unexplained,
    ) -> None:
        """Take what it reads with; `clock` tells seconds since the epoch.

        `interpret` makes content of what came for an address; readers with different ones have namespaces of their own
        in the cache. `explain` makes of an original's failure what is said of it. With `claims` all processes
        that share them fetch an address once.
        """
        self._client = client
        self._cache = cache
        self._lifetimes = lifetimes
        self._clock = clock
        self._originals = Originals(client, lifetimes, interpret, explain)
        self._namespace = namespace
        self._flight = SingleFlight(claims)

    def read(self, url: str, admit: Admission) -> CachedContent:
        """Return what the canonical or unchecked address `url` holds. Raises `ReaderError`.

        `admit` is asked before the original is, and refuses with `TooManyReads` where this client may not cause
        that, or wait for it, now. What is cached is not counted. An address with a fragment is that of a picture
        whose file stands in the page (`Article.embedded`), and is read out of that.
        """
        page, is_embedded, _ = url.partition(PICTURE)
        if is_embedded:
            return _embedded(url, self.read(unchecked(page) if is_unchecked(url) else page, admit))
        self._client.check(url)
        key = self._namespace + url
        known = self._kept(key)
        entry = known
        if entry is None or not entry.is_fresh(self._clock()):
            entry = self._admitted(key, url, entry, admit)
        _count_read(known, entry, self._clock())
        if isinstance(entry.value, Failure):
            raise entry.value.error()
        self._check_origin(entry.value)
        return self._shown(entry.value, entry)

    def _shown(self, content: Content, entry: CachedEntry) -> CachedContent:
        """Return the content of an entry; it is of no age while it is fresh, however long ago it came."""
        age = self._clock() - entry.fetched_at
        shown_age = age if age > self._lifetimes.fresh else 0
        return CachedContent(content, entry.fetched_at, shown_age, entry.granted, entry.fresh_until)

    def _admitted(self, key: str, url: str, entry: CachedEntry | None, admit: Admission) -> CachedEntry:
        """Return the renewed entry, or the old one to a client who may not cause a fetch now."""
        try:
            return self._flight.do(key, lambda: self._renewed(key, url, admit), admit)
        except TooManyReads:
            if entry is None or isinstance(entry.value, Failure):
                raise
            return entry

    def post(self, url: str, form: FormData, admit: Admission) -> CachedContent:
        """Return what the canonical address `url` answers to a form; none of it is kept. Raises `ReaderError`.

        Where the answer is to be had elsewhere, as after most forms that change something, it is read there.
        """
        self._client.check(url)
        try:
            with admit.slot():
                admit.count()
                page = self._client.fetch(url, form=form)
        except Redirected as sent:
            return self.read(sent.target, admit)
        return CachedContent(self._originals.content(url, page), self._clock(), 0)

    def cached(self, url: str) -> CachedContent | None:
        """Return the cached content of `url` that there is and may be shown, however old, without asking anybody."""
        entry = self._kept(self._namespace + url)
        if entry is None or isinstance(entry.value, Failure):
            return None
        try:
            self._client.check(url)
            self._check_origin(entry.value)
        except AddressRefused:
            return None
        return self._shown(entry.value, entry)

    def check(self, url: str) -> None:
        """Raise `AddressRefused` where the operator does not have the canonical address `url` read."""
        self._client.check(url)

    def _kept(self, key: str) -> CachedEntry | None:
        """Return the cached entry under `key`, fresh or stale, if what it holds may still be read from where it came.

        Everything that is kept comes through here.
        """
        entry = self._cache.get(key)
        return entry if entry is not None and self._client.permits(entry.granted) else None

    def _check_origin(self, content: Content) -> None:
        """Raise `AddressRefused` where cached content came from a host that is not to be read any more."""
        if not isinstance(content, FrontPage):
            self._client.check(content.url)

    def _renewed(self, key: str, url: str, admit: Admission) -> CachedEntry:
        """Return the cached entry of `url` after asking the original, unless somebody else just did."""
        entry = self._kept(key)
        now = self._clock()
        if entry is not None and entry.is_fresh(now):
            return entry
        admit.count()
        known = entry if entry is not None and not isinstance(entry.value, Failure) else None
        try:
            renewed, keep = self._originals.ask(url, known, now), self._lifetimes.served
        except TooManyReads:
            raise
        except ReaderError as error:
            renewed, keep = self._originals.failed(entry, error, now)
        self._cache.put(key, renewed, keep)
        return renewed


def _embedded(url: str, page: CachedContent) -> CachedContent:
    """Return the picture at `url` out of the page that holds it. Raises `NotUnderstood` where that has changed."""
    held = page.content.embedded if isinstance(page.content, Article) else ()
    for picture in held:
        if picture.url == checked(url):
            return replace(page, content=picture)
    raise NotUnderstood(Sentence("This picture no longer stands in its page."))


def _count_read(known: CachedEntry | None, given: CachedEntry, now: float) -> None:
    """Count a read, and note it for the log: a hit, a stale entry in place of a new one, or a miss."""
    same = known is not None and known.fetched_at == given.fetched_at
    result = "miss" if not same else "hit" if known is given and given.is_fresh(now) else "stale"
    READS.labels(result).inc()
    note(cache=result)
