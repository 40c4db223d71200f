"""Originals: each is asked, and what it answers, or that it fails, becomes what is kept of it."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import replace

from app.errors import Failure, NotUnderstood, OriginError, ReaderError
from app.fetch.client import Client
from app.models import Article, Content, FetchedPage
from app.net.urls import checked, is_unchecked, unchecked
from app.sentences import Sentence
from app.services.cached_content import Lifetimes
from app.services.refusals import DOUBTED, Explain, is_worth, page_with
from app.storage.cache import CachedEntry

# An article that broke off is shown from so many words on; what comes before is as a rule no more than a menu.
FEWEST_WORDS = 25

Interpret = Callable[[str, FetchedPage], Content]

log = logging.getLogger(__name__)


class Originals:
    """Asks originals."""

    def __init__(self, client: Client, lifetimes: Lifetimes, interpret: Interpret, explain: Explain) -> None:
        """Take what they are asked with, what makes content of an answer, and what is said of a failure."""
        self._client = client
        self._lifetimes = lifetimes
        self._interpret = interpret
        self._explain = explain

    def ask(self, url: str, known: CachedEntry | None, now: float) -> CachedEntry:
        """Return what is kept of `url` once its original is asked; `known` is what was kept. Raises `ReaderError`."""
        try:
            page = self._client.fetch(url) if known is None else self._newer(url, known, now)
        except OriginError as error:
            return self._despite(url, error, known, now)
        if isinstance(page, CachedEntry):
            return page
        if page.broken is not None:
            return self._cut(url, page, page.broken.error(), known, now)
        content, fresh_until = self.content(url, page), now + self._lifetimes.fresh
        return CachedEntry(content, now, fresh_until, page.etag, page.last_modified, granted=page.granted)

    def _newer(self, url: str, known: CachedEntry, now: float) -> FetchedPage | CachedEntry:
        """Return what has come since, or what was kept, fresh again."""
        page = self._client.fetch(url, etag=known.etag, last_modified=known.last_modified)
        if isinstance(page, FetchedPage):
            return page
        granted = tuple(sorted({*known.granted, *page.granted}))
        return replace(known, fetched_at=now, fresh_until=now + self._lifetimes.fresh, granted=granted)

    def _despite(self, url: str, error: OriginError, known: CachedEntry | None, now: float) -> CachedEntry:
        """Return the article that came with a status of failure, as browsers show it. Raises what the failure means
        where there is none, or an older entry is better.
        """
        meant = self._explain(url, error)
        page = page_with(url, error) if meant is error and (known is None or known.is_cut) else None
        if page is None:
            raise meant from error
        try:
            content = self.content(url, page)
        except ReaderError:
            raise error from None
        if not is_worth(content, error):
            raise error
        doubted = replace(content, confidence=min(content.confidence, DOUBTED))
        return self._for_a_while(doubted, now, error.granted)

    def _cut(
        self, url: str, page: FetchedPage, failure: ReaderError, known: CachedEntry | None, now: float
    ) -> CachedEntry:
        """Return what came of a page that broke off. Raises its failure where an older entry, or nothing, is better."""
        if known is not None and not known.is_cut:
            raise failure
        try:
            content = self.content(url, page)
        except ReaderError as error:
            raise failure from error
        if isinstance(content, Article) and content.words < FEWEST_WORDS:
            raise failure
        return self._for_a_while(content, now, page.granted)

    def _for_a_while(self, content: Content, now: float, granted: tuple[str, ...]) -> CachedEntry:
        """Return an entry of what may not be whole: another try may bring more, as after a failure."""
        return CachedEntry(content, now, now + self._lifetimes.failure, "", "", is_cut=True, granted=granted)

    def content(self, url: str, page: FetchedPage) -> Content:
        """Return what came for `url`, understood. Whatever is raised on other people's bytes is a `ReaderError`.

        The pictures of an unchecked page are read as the page is.
        """
        try:
            found = self._interpret(checked(url), page)
            return _with_unchecked_images(found) if is_unchecked(url) else found
        except ReaderError as error:
            error.granted = page.granted
            raise
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            log.error("%s could not be understood: %r at %s:%s", page.url, error, where.filename, where.lineno)
            failure = NotUnderstood(Sentence("This page could not be understood here."))
            failure.granted = page.granted
            raise failure from error

    def failed(self, entry: CachedEntry | None, error: ReaderError, now: float) -> tuple[CachedEntry, float]:
        """Return the stale entry while it may serve, else the failure; either is not asked after for a while.

        That is as long as the original asks for, where it asks for longer than we would wait (Retry-After).

        The entry of a failure says since when the original fails, and is kept beyond the pause for that.
        """
        since = min(entry.fetched_at, now) if entry is not None else now
        asked = error.retry_after if isinstance(error, OriginError) else 0
        pause = max(self._lifetimes.pause(now - since), error.remembered, asked)
        serves = since + self._lifetimes.served - now
        if entry is not None and not isinstance(entry.value, Failure) and serves > 0:
            return replace(entry, fetched_at=since, fresh_until=now + pause), serves
        lost = CachedEntry(Failure.of(error), since, now + pause, "", "", granted=error.granted)
        return lost, 2 * pause


def _with_unchecked_images(content: Content) -> Content:
    """Return an article with the addresses of its pictures as unchecked ones, and all else as it is."""
    if not isinstance(content, Article):
        return content
    return replace(content, images=tuple(replace(each, url=unchecked(each.url)) for each in content.images))
