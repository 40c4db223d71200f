"""Looking words up in an encyclopedia and a dictionary: by their API, else on their own pages.

Both are asked as search engines are: within the deadline, so often in a day, and not for a while after a failure.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.errors import AddressRefused, NoSuchEntry, OriginFailed, OriginMissing, ReaderError, TooManyReads, UnknownPlace
from app.models import Entry, ReferencePage, SearchResults
from app.net.wikis import Wiki
from app.search.wikis import definitions, entries
from app.sentences import Sentence
from app.services.admission import Admission, CountedOnce
from app.services.asking_budget import AskingBudget
from app.services.cached_content import CachedContent
from app.services.content_reader import ContentReader

OFF = Sentence("This site does not look words up.")
SILENT = Sentence("%(work)s does not answer at the moment; please try again in a few minutes.")
MOST_SUGGESTIONS = 10


@dataclass(frozen=True, slots=True)
class Work:
    """An encyclopedia or a dictionary, and who reads the answers of its API."""

    wiki: Wiki
    reader: ContentReader


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What a word has led to at the address `url`: a `ReferencePage`, or its own page as it is read (`is_own_page`)."""

    url: str
    cached: CachedContent
    is_own_page: bool = False


@dataclass(frozen=True, slots=True)
class NotFound:
    """A title that there is not in a work, by its name, and entries that may be meant."""

    title: str
    work: str
    suggestions: tuple[Entry, ...] = ()


class Reference:
    """Looks words up."""

    def __init__(
        self,
        works: Sequence[Work],
        pages: ContentReader,
        budget: AskingBudget,
        seconds: float,
        patience: float,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the works that there are, who reads their own pages, and how often they may be asked.

        All is over after `seconds`; a question is answered within `patience`, so none is asked later than that before.
        """
        self._works = {work.wiki.name: work for work in works}
        self._pages = pages
        self._budget = budget
        self._latest = max(0.0, seconds - patience)
        self._timer = timer

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the works."""
        return tuple(self._works)

    @property
    def wikis(self) -> tuple[Wiki, ...]:
        """The wikis whose entries can be looked up."""
        return tuple(work.wiki for work in self._works.values())

    def address(self, name: str, language: str, title: str) -> str:
        """Return the address of the entry with a title in the work `name`. Raises `UnknownPlace` and `BadAddress`."""
        if name not in self._works:
            raise UnknownPlace(OFF)
        return self._works[name].wiki.address(language, title)

    def known(self, url: str) -> ReferencePage | None:
        """Return the entry at `url` that is kept, however old, without asking anybody."""
        work = self._work_at(url)
        for asked in self._addresses(work, url) if work else ():
            kept = work.reader.cached(asked) if work else None
            if kept is not None and isinstance(kept.content, ReferencePage):
                return kept.content
        return None

    def look_up(self, url: str, admit: Admission) -> LookedUp | NotFound:
        """Return the entry at the canonical address `url`, or what may be meant. Raises `ReaderError`.

        The API is asked first; where it fails, the page itself is read. A dictionary tells small letters from
        capitals, with which a reader may begin any word.
        """
        work = self._work_at(url)
        if work is None:
            raise UnknownPlace(OFF)
        end, once = self._timer() + self._latest, CountedOnce(admit)
        title = work.wiki.title_at(url)
        small = title[:1].lower() + title[1:]
        found = self._entry(work, url, once, end)
        if found is None and work.wiki.defines and small != title:
            found = self._entry(work, work.wiki.address(work.wiki.language_of(url) or "", small), once, end)
        return found or self._missing(work, title, work.wiki.language_of(url) or "", once, end)

    def _entry(self, work: Work, url: str, admit: Admission, end: float) -> LookedUp | None:
        """Return the entry at `url`, or its own page, or None where there is none. Raises `ReaderError`."""
        for address in self._addresses(work, url):
            if self._timer() > end:
                break
            try:
                return LookedUp(url, self._asked(work, address, admit))
            except NoSuchEntry:
                return None
            except (AddressRefused, TooManyReads):
                raise
            except ReaderError:
                continue
        return self._own_page(work, url, admit, end)

    def _work_at(self, url: str) -> Work | None:
        return next((work for work in self._works.values() if work.wiki.title_at(url)), None)

    def _addresses(self, work: Work, url: str) -> Iterator[str]:
        """Yield where the API of a work has an entry, the best first."""
        wiki, language, title = work.wiki, work.wiki.language_of(url) or "", work.wiki.title_at(url)
        if wiki.defines and language in definitions.LANGUAGES:
            yield definitions.address(wiki, language, title)
        yield entries.address(wiki, language, title)

    def _asked(self, work: Work, address: str, admit: Admission) -> CachedContent:
        """Return what the API has at `address`, kept or asked now. Raises `ReaderError`.

        What is kept serves in place of an answer that there is not now.
        """
        name = f"{work.wiki.name} {_kind(address)}"
        instead = self._budget.kept_instead(work.reader, address, name)
        if instead is not None:
            return instead
        try:
            return work.reader.read(address, admit)
        except OriginMissing as error:
            if not isinstance(error, NoSuchEntry) and not definitions.is_address(address):
                self._budget.failed(name, error)
            raise
        except AddressRefused:
            raise
        except ReaderError as error:
            self._budget.failed(name, error)
            raise

    def _missing(self, work: Work, title: str, language: str, admit: Admission, end: float) -> NotFound:
        """Return that there is no such entry, with those that its search finds, where it answers."""
        missing = NotFound(title, work.wiki.name)
        if self._timer() > end:
            return missing
        try:
            found = self._asked(work, entries.suggestions_address(work.wiki, language, title), admit).content
        except (AddressRefused, TooManyReads):
            raise
        except ReaderError:
            return missing
        results = found.results if isinstance(found, SearchResults) else ()
        return NotFound(title, work.wiki.name, results[:MOST_SUGGESTIONS])

    def _own_page(self, work: Work, url: str, admit: Admission, end: float) -> LookedUp | None:
        """Return the page of an entry as any page is read; None where there is none. Raises `OriginFailed`."""
        if self._timer() > end:
            raise OriginFailed(SILENT.of(work=work.wiki.name))
        try:
            return LookedUp(url, self._pages.read(url, admit), is_own_page=True)
        except OriginMissing:
            return None
        except (AddressRefused, TooManyReads):
            raise
        except ReaderError as error:
            raise OriginFailed(SILENT.of(work=work.wiki.name)) from error


def _kind(address: str) -> str:
    """Return which of its questions an address asks a work: each may fail while the others are answered."""
    if definitions.is_address(address):
        return "meanings"
    return "pages" if entries.is_address(address) else "search"
