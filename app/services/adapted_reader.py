"""Pages of sites that need a hand: their interface is asked first or last; where it fails, the page itself is read."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from cachetools import LRUCache

from app.adapters.adapter import Adapter
from app.adapters.table import adapter_of, article_at, led_to_at
from app.errors import AddressRefused, NoText, OriginMissing, ReaderError, TooManyReads
from app.isolation import Subject, TaskPool
from app.models import Article, Download, Listing
from app.net.urls import is_unchecked
from app.services.admission import Admission, CountedOnce
from app.services.asking_budget import AskingBudget
from app.services.cached_content import CachedContent, Reader
from app.services.other_versions import is_doubtful

# Whoever reads a book asks for its pages one after the other; so many articles are kept for that, as they were made.
KEPT = 4


class CheckedReader(Reader, Protocol):
    """Who reads pages, and knows which the operator does not have read."""

    def check(self, url: str) -> None:
        """Raise `AddressRefused` where the canonical address `url` is not to be read."""


class _Asking(CountedOnce):
    """The admission of one question to an interface, which takes it off the budget of that when it is asked."""

    def __init__(self, admit: Admission, budget: AskingBudget, name: str) -> None:
        """Take the admission of the client, and whose interface is asked."""
        super().__init__(admit)
        self._budget = budget
        self._name = name
        self._is_asked = False

    def count(self) -> None:
        """Count the question, the first time. Raises `OriginRefused` and `LimitReached`."""
        super().count()
        if not self._is_asked:
            self._budget.spend(self._name)
            self._is_asked = True

    def failed(self, error: ReaderError) -> None:
        """Have the interface left alone for a while, where it was asked now: what is kept has failed once already."""
        if self._is_asked:
            self._budget.failed(self._name, error)


class AdaptedReader:
    """Reads addresses as another reader does, but those that an adapter knows."""

    def __init__(
        self,
        pages: CheckedReader,
        answers: Reader,
        tasks: TaskPool,
        budget: AskingBudget,
        bases: Mapping[str, str],
    ) -> None:
        """Take who reads pages, who fetches answers as they are, who understands them, and how often a site is asked.

        `bases` are the adapters that are used, by name, each with where it asks if that is not the usual place.
        """
        self._pages = pages
        self._answers = answers
        self._tasks = tasks
        self._budget = budget
        self._bases = bases
        self._made: LRUCache[tuple[str, ...], Article] = LRUCache(KEPT)
        self._lock = threading.Lock()

    def read(self, url: str, admit: Admission) -> CachedContent:
        """Return what the canonical or unchecked address `url` holds. Raises `ReaderError`."""
        self._pages.check(url)
        once = CountedOnce(admit)
        adapter = None if is_unchecked(url) else adapter_of(url, tuple(self._bases), leads=True)
        adapted = self._adapted(adapter, url, once) if adapter else None
        if adapted is not None:
            return adapted
        return self._page(url, once, admit)

    def _page(self, url: str, once: Admission, admit: Admission) -> CachedContent:
        """Return the page itself, or, where it has no text, what a program that many sites run says in its place."""
        other = None if is_unchecked(url) else adapter_of(url, tuple(self._bases), leads=False)
        if other is None:
            return self._pages.read(url, admit)
        try:
            cached = self._pages.read(url, once)
        except NoText:
            adapted = self._adapted(other, url, once)
            if adapted is None:
                raise
            return adapted
        found = cached.content
        is_poor = isinstance(found, Listing) or (isinstance(found, Article) and is_doubtful(found))
        return (self._adapted(other, url, once) or cached) if is_poor else cached

    def _adapted(self, adapter: Adapter, url: str, admit: Admission) -> CachedContent | None:
        """Return the article that the interface of a site has, or None where it has none now. Raises `TooManyReads`."""
        asking = _Asking(admit, self._budget, adapter.name)
        try:
            found = self._answered(adapter, url, asking)
            article = self._article(adapter, url, found)
        except TooManyReads:
            raise
        except (AddressRefused, OriginMissing, NoText):
            return None
        except ReaderError as error:
            asking.failed(error)
            return None
        granted = tuple(sorted({address for each in found for address in each.granted}))
        return replace(found[0], content=article, granted=granted)

    def _answered(self, adapter: Adapter, url: str, admit: Admission) -> list[CachedContent]:
        """Return what an adapter is answered, what is optional may be empty. Raises `ReaderError`."""
        base = self._bases[adapter.name]
        first = [self._answer(adapter, each, admit) for each in adapter.addresses(url, base)]
        found = [each for each in first if isinstance(each, CachedContent)]
        if not found:
            raise next(each for each in first if isinstance(each, ReaderError))
        filled = [each if isinstance(each, CachedContent) else _nothing_of(found[0]) for each in first]
        if adapter.further is None:
            return filled
        others = self._tasks.run(Subject(url), led_to_at, adapter.name, url, _bodies(filled), base)
        further = [self._answer(adapter, each, admit) for each in others]
        return [*filled, *(each for each in further if isinstance(each, CachedContent))]

    def _answer(self, adapter: Adapter, address: str, admit: Admission) -> CachedContent | ReaderError:
        """Return one answer, or why there is none where that is no reason to give up. Raises `ReaderError`."""
        try:
            return self._answers.read(address, admit)
        except TooManyReads:
            raise
        except ReaderError as error:
            if not adapter.optional:
                raise
            return error

    def _article(self, adapter: Adapter, url: str, found: Sequence[CachedContent]) -> Article:
        """Return the article that answers make, the same one until they are asked for anew. Raises `ReaderError`."""
        key = (url, *(str(each.fetched_at) for each in found))
        with self._lock:
            kept = self._made.get(key)
        if kept is not None:
            return kept
        article = self._tasks.run(Subject(url), article_at, adapter.name, url, _bodies(found))
        with self._lock:
            self._made[key] = article
        return article


def _bodies(found: Sequence[CachedContent]) -> list[bytes]:
    return [each.content.body for each in found if isinstance(each.content, Download)]


def _nothing_of(other: CachedContent) -> CachedContent:
    """Return an empty answer in the place of one that did not come, beside another that did."""
    return replace(other, content=Download("", "", "", b""), granted=())
