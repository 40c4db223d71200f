"""Pages of sites that need a hand: their interface is asked first or last; where it fails, the page itself is read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.adapters.adapter import Adapter
from app.adapters.table import adapter_of, article_at, led_to_at
from app.errors import AddressRefused, NoText, OriginMissing, ReaderError, TooManyReads
from app.isolation import Subject, TaskPool
from app.models import Article, Download, Listing
from app.net.urls import is_unchecked
from app.services.admission import Admission, CountedOnce
from app.services.asking_budget import AskingBudget
from app.services.content_reader import CachedContent, Reader
from app.services.other_versions import is_doubtful


class AdaptedReader:
    """Reads addresses as another reader does, but those that an adapter knows."""

    def __init__(
        self,
        pages: Reader,
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

    def read(self, url: str, admit: Admission) -> CachedContent:
        """Return what the canonical or unchecked address `url` holds. Raises `ReaderError`."""
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
        try:
            self._budget.spend(adapter.name)
            found = self._answered(adapter, url, admit)
            article = self._tasks.run(Subject(url), article_at, adapter.name, url, _bodies(found))
        except TooManyReads:
            raise
        except (AddressRefused, OriginMissing):
            return None
        except ReaderError as error:
            self._budget.failed(adapter.name, error)
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


def _bodies(found: Sequence[CachedContent]) -> list[bytes]:
    return [each.content.body for each in found if isinstance(each.content, Download)]


def _nothing_of(other: CachedContent) -> CachedContent:
    """Return an empty answer in the place of one that did not come, beside another that did."""
    return replace(other, content=Download("", "", "", b""), granted=())
