"""Search of the web: the engines are asked in their order, and the next one answers where one does not.

As with Google's links, an engine that refuses, or shows a check, is left alone for an hour by all workers, one that
fails otherwise for a few minutes, and each is asked so often in a day at most. Results are kept for an hour.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from app.errors import (
    LimitReached,
    OriginFailed,
    OriginRefused,
    OriginTimeout,
    Overloaded,
    ReaderError,
    TooManyReads,
    UnknownPlace,
)
from app.models import Entry, SearchResults
from app.search.engine import Engine, Question
from app.search.queries import Query
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.content_reader import ContentReader
from app.storage import Store
from app.storage.single_flight import Parking
from app.text.humanize import DAY, HOUR, MINUTE

KEPT_SECONDS = HOUR
REFUSED_SECONDS, FAILED_SECONDS = HOUR, 5 * MINUTE
A_PAGE = 10
MOST_PAGES = 20
SILENT = Sentence("No search engine answers at the moment; please try again in a few minutes.")
OFF = Sentence("This site does not search the web; please type the address of a page.")
NO_MORE = Sentence("There are no more results.")


@dataclass(frozen=True, slots=True)
class Asked:
    """An engine as this site asks it: by which name, where, and who reads its answers."""

    name: str
    engine: Engine
    base: str
    reader: ContentReader


@dataclass(frozen=True, slots=True)
class Found:
    """A page of results: of which engine, whether there are more, what it would rather search for.

    `missed` is the title of an engine that was asked for by name, and did not answer, or empty.
    """

    results: tuple[Entry, ...]
    name: str
    title: str
    has_more: bool = False
    suggestion: str = ""
    missed: str = ""


class WebSearch:
    """Searches the web."""

    def __init__(
        self,
        engines: Sequence[Asked],
        store: Store,
        daily: int,
        seconds: float,
        patience: float,
        clock: Callable[[], float] = time.time,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the engines in their order, and how often each may be asked in a day by all who share `store`.

        All is over after `seconds`; one engine answers within `patience`, so none is asked later than that before.
        """
        self._engines = tuple(engines)
        self._store = store
        self._daily = daily
        self._latest = max(0.0, seconds - patience)
        self._clock = clock
        self._timer = timer

    @property
    def is_on(self) -> bool:
        """Whether there is an engine."""
        return bool(self._engines)

    def standing(self) -> dict[str, float]:
        """Return since when each engine is left alone, by its name, in seconds since the epoch; 0 where it is not."""
        keys = {each.name: _pause_key(each.name) for each in self._engines}
        stored = {key: value for key, value in self._store.get_many(keys.values()).items() if value.isdigit()}
        return {name: float(stored.get(key, 0)) for name, key in keys.items()}

    def search(self, query: Query, question: Question, number: int, admit: Admission) -> Found:
        """Return page `number` of what is found. Raises `OriginFailed` where no engine answers, and what `admit` does.

        Raises `UnknownPlace` where there is no such page.
        """
        if not self._engines:
            raise UnknownPlace(OFF)
        if not 1 <= number <= MOST_PAGES:
            raise UnknownPlace(NO_MORE)
        end, once = self._timer() + self._latest, _Once(admit)
        nothing: Found | None = None
        for asked in self._order(query):
            if self._timer() > end:
                break
            try:
                found = self._page(asked, question, number, once, end)
            except (LimitReached, Overloaded, UnknownPlace):
                raise
            except ReaderError:
                continue
            if found.results:
                return replace(found, missed=self._missed(query, asked))
            nothing = nothing or found
        if nothing is None:
            raise OriginFailed(SILENT)
        return nothing

    def _order(self, query: Query) -> list[Asked]:
        """Return whom to ask, the one that is asked for by name first."""
        able = [each for each in self._engines if each.engine.knows_sites or not query.names_site] or self._engines
        return sorted(able, key=lambda each: each.name != query.engine)

    def _missed(self, query: Query, asked: Asked) -> str:
        """Return the title of the engine that was asked for by name, where it is not the one that answered."""
        titles = {each.name: each.engine.title for each in self._engines}
        return titles.get(query.engine, "") if asked.name != query.engine else ""

    def _page(self, asked: Asked, question: Question, number: int, admit: Admission, end: float) -> Found:
        """Return page `number`: each answer of the engine is so many pages of ours as it needs."""
        left = number
        for answer in self._answers(asked, question, admit, end):
            pages = _pages(answer.results)
            if left <= len(pages):
                has_more = left < len(pages) or bool(answer.following)
                title = asked.engine.title
                return Found(pages[left - 1], asked.name, title, has_more and number < MOST_PAGES, answer.suggestion)
            left -= len(pages)
        if number > 1:
            raise UnknownPlace(NO_MORE)
        return Found((), asked.name, asked.engine.title)

    def _answers(self, asked: Asked, question: Question, admit: Admission, end: float) -> Iterator[SearchResults]:
        """Yield one answer of an engine after the other, without what one before it had."""
        url, seen = asked.engine.address(asked.base, question), set[str]()
        while url:
            if self._timer() > end:
                raise OriginTimeout(SILENT)
            answer = self._asked(asked, url, admit)
            yield replace(answer, results=tuple(each for each in answer.results if each.url not in seen))
            seen.update(each.url for each in answer.results)
            url = answer.following

    def _asked(self, asked: Asked, url: str, admit: Admission) -> SearchResults:
        """Return what an engine says at `url`, kept or asked now; a failure has it left alone. Raises `ReaderError`."""
        kept = asked.reader.cached(url)
        if kept is not None and isinstance(kept.content, SearchResults):
            return kept.content
        self._spend(asked.name)
        try:
            found = asked.reader.read(url, admit).content
        except TooManyReads:
            raise
        except ReaderError as error:
            seconds = REFUSED_SECONDS if isinstance(error, OriginRefused) else FAILED_SECONDS
            self._store.set(_pause_key(asked.name), b"%d" % self._clock(), seconds)
            raise
        if not isinstance(found, SearchResults):
            raise TypeError(f"{type(found).__name__} is no answer of a search engine")
        return found

    def _spend(self, name: str) -> None:
        """Take one question of today's. Raises `OriginRefused` where there is none, or the engine is left alone."""
        if self._store.get(_pause_key(name)) is not None:
            raise OriginRefused(SILENT)
        spent = self._store.increment(f"search {name} {int(self._clock() // DAY)}", 1, DAY)
        if spent is not None and spent > self._daily:
            raise OriginRefused(SILENT)


class _Once:
    """The admission of one search, which counts once however many engines are asked."""

    def __init__(self, admit: Admission) -> None:
        self._admit = admit
        self._is_counted = False

    @property
    def parking(self) -> Parking | None:
        return self._admit.parking

    def slot(self) -> AbstractContextManager[None]:
        return self._admit.slot()

    def count(self) -> None:
        if not self._is_counted:
            self._admit.count()
            self._is_counted = True


def key_headers(engines: Sequence[tuple[Engine, str, str]]) -> Callable[[str], Mapping[str, str]]:
    """Return what tells the headers for an address: an engine's key for what lies below its base, and nothing else.

    `engines` are the engines, each with its base and its key or an empty text.
    """

    def headers(url: str) -> Mapping[str, str]:
        return {
            engine.key_header: key
            for engine, base, key in engines
            if engine.key_header and key and url.startswith(f"{base}/")
        }

    return headers


def _pages(results: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    return [results[start : start + A_PAGE] for start in range(0, len(results), A_PAGE)]


def _pause_key(name: str) -> str:
    return f"search pause {name}"
