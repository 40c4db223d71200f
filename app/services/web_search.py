"""Search of the web: the engines are asked in their order, and the next one answers where one does not.

As with Google's links, an engine that fails is left alone for a while by all workers, and each is asked so often in a
day at most (`asking_budget`). Results are kept for an hour.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.errors import (
    LimitReached,
    OriginFailed,
    OriginTimeout,
    Overloaded,
    ReaderError,
    UnknownPlace,
)
from app.models import Entry, SearchResults
from app.search.engine import Engine, Question
from app.search.queries import Query
from app.sentences import Sentence
from app.services.admission import Admission, CountedOnce
from app.services.asking_budget import AskingBudget
from app.services.content_reader import ContentReader
from app.text.humanize import HOUR

KEPT_SECONDS = HOUR
# A page of pictures has fewer, since each is a read of its own.
A_PAGE, PICTURES_A_PAGE = 10, 6
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
        budget: AskingBudget,
        seconds: float,
        patience: float,
        timer: Callable[[], float] = time.monotonic,
        a_page: int = A_PAGE,
    ) -> None:
        """Take the engines in their order, how often each may be asked, and how many results a page has.

        All is over after `seconds`; one engine answers within `patience`, so none is asked later than that before.
        """
        self._engines = tuple(engines)
        self._budget = budget
        self._latest = max(0.0, seconds - patience)
        self._timer = timer
        self._a_page = a_page

    @property
    def is_on(self) -> bool:
        """Whether there is an engine."""
        return bool(self._engines)

    def standing(self) -> dict[str, float]:
        """Return since when each engine is left alone, by its name, in seconds since the epoch; 0 where it is not."""
        return self._budget.standing(each.name for each in self._engines)

    def search(self, query: Query, question: Question, number: int, admit: Admission) -> Found:
        """Return page `number` of what is found. Raises `OriginFailed` where no engine answers, and what `admit` does.

        Raises `UnknownPlace` where there is no such page.
        """
        if not self._engines:
            raise UnknownPlace(OFF)
        if not 1 <= number <= MOST_PAGES:
            raise UnknownPlace(NO_MORE)
        end, once = self._timer() + self._latest, CountedOnce(admit)
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
            pages = _pages(answer.results, self._a_page)
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
        self._budget.spend(asked.name)
        try:
            found = asked.reader.read(url, admit).content
        except ReaderError as error:
            self._budget.failed(asked.name, error)
            raise
        if not isinstance(found, SearchResults):
            raise TypeError(f"{type(found).__name__} is no answer of a search engine")
        return found


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


def _pages(results: tuple[Entry, ...], most: int) -> list[tuple[Entry, ...]]:
    return [results[start : start + most] for start in range(0, len(results), most)]
