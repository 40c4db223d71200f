"""Reading a page that a person asks for: an aggregator's link is resolved, and where nothing opens, who else has it."""

from dataclasses import dataclass

from app.errors import ReaderError, TooManyReads
from app.net.redirectors import target_of
from app.net.urls import checked, is_unchecked, secured, unchecked
from app.news.aggregators.google_links import GoogleLinks
from app.services.admission import Admission
from app.services.content_reader import CachedContent, ContentReader
from app.services.coverage import Coverage, OtherSources
from app.storage.claims import Claims
from app.storage.single_flight import SingleFlight


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """What an address holds; `url` is where a link of an aggregator led, else what was asked for."""

    url: str
    cached: CachedContent


@dataclass(frozen=True, slots=True)
class UnavailableStory:
    """A headline of our pages that does not open, why, and who else has the story."""

    error: ReaderError
    found: OtherSources


class PageReader:
    """Reads pages, for any number of threads."""

    def __init__(
        self, contents: ContentReader, google: GoogleLinks, coverage: Coverage, claims: Claims | None = None
    ) -> None:
        """Take what reads an address, what resolves Google's links, and who knows other publishers.

        With `claims` a link is asked for once by all processes that share them.
        """
        self._contents = contents
        self._google = google
        self._coverage = coverage
        self._resolving = SingleFlight(claims)

    def read(self, url: str, edition: str, admit: Admission) -> OpenedPage | UnavailableStory:
        """Return what the canonical or unchecked address `url` holds, for a reader of `edition`.

        Raises `TooManyReads`, and any other `ReaderError` where the address stands on no page of the edition.
        """
        try:
            target = self._resolved(checked(url), admit)
            target = unchecked(target) if is_unchecked(url) else target
            return OpenedPage(target, self._contents.read(target, admit))
        except TooManyReads:
            raise
        except ReaderError as error:
            # A browser whose proxy this is asks for a headline's address without the `s` of https.
            found = self._coverage.of(edition, dict.fromkeys((checked(url), secured(checked(url)))), admit)
            if found is None:
                raise
            return UnavailableStory(error, found)

    def _resolved(self, url: str, admit: Admission) -> str:
        """Return where an address leads that only leads on, such as those of Google News."""
        url = target_of(url)
        if not self._google.is_link(url):
            return self._google.resolve(url)
        known = self._google.known(url)
        if known is not None:
            return known
        return self._resolving.do(f"link {url}", lambda: self._asked(url, admit), admit)

    def _asked(self, url: str, admit: Admission) -> str:
        """Return where a link of Google's leads, asked now unless somebody else just did."""
        known = self._google.known(url)
        if known is not None:
            return known
        admit.count()  # Google answers only so many questions, which all readers share
        return self._google.resolve(url)
