"""Reading a page that a person asks for: an aggregator's link is resolved, and where nothing opens, who else has it."""

from dataclasses import dataclass, replace

from app.errors import OriginError, ReaderError, TooManyReads, Unreadable
from app.models import Article, Listing
from app.net.moments import is_far
from app.net.redirectors import target_of
from app.net.urls import checked, is_unchecked, secured, unchecked
from app.net.wayback import Copy
from app.news.aggregators.google_links import GoogleLinks
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent, Reader
from app.services.coverage import Coverage, OtherSources
from app.services.other_versions import COPY, COPY_OF, Missed, OtherVersions, is_doubtful, of_day
from app.services.wayback import Wayback
from app.services.whole_article import WholeArticles
from app.storage.claims import Claims
from app.storage.single_flight import SingleFlight

NEAREST, NEAREST_OF = (
    Sentence("This is the nearest copy that the Wayback Machine has."),
    Sentence("The nearest copy that the Wayback Machine has is of %(day)s."),
)


@dataclass(frozen=True, slots=True)
class OpenedPage:
    """What an address holds; `url` is where a link of an aggregator led, else what was asked for.

    `note` is a sentence where it did not come from there, else empty.
    """

    url: str
    cached: CachedContent
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnavailableStory:
    """A headline of our pages that does not open, why, and who else has the story."""

    error: ReaderError
    found: OtherSources


class PageReader:
    """Reads pages, for any number of threads."""

    def __init__(
        self,
        contents: Reader,
        google: GoogleLinks,
        coverage: Coverage,
        versions: OtherVersions,
        wayback: Wayback,
        articles: WholeArticles,
        claims: Claims | None = None,
    ) -> None:
        """Take what reads an address, what resolves Google's links, who knows other publishers and versions, and who
        puts pages together.

        With `claims` a link is asked for once by all processes that share them.
        """
        self._contents = contents
        self._versions = versions
        self._wayback = wayback
        self._articles = articles
        self._google = google
        self._coverage = coverage
        self._resolving = SingleFlight(claims)

    def read(self, url: str, edition: str, admit: Admission) -> OpenedPage | UnavailableStory:
        """Return what the canonical or unchecked address `url` holds, for a reader of `edition`.

        Raises `TooManyReads`, and any other `ReaderError` where the address stands on no page of the edition.
        """
        try:
            target = self._resolved(checked(url), admit)
            opened = self._opened(unchecked(target) if is_unchecked(url) else target, admit)
            return replace(opened, cached=self._articles.whole(opened.cached, admit))
        except TooManyReads:
            raise
        except ReaderError as error:
            # A browser whose proxy this is asks for a headline's address without the `s` of https.
            found = self._coverage.of(edition, dict.fromkeys((checked(url), secured(checked(url)))), admit)
            if found is None:
                raise
            return UnavailableStory(error, found)

    def archived(self, url: str, admit: Admission) -> OpenedPage:
        """Return the newest copy that the Wayback Machine has of the canonical address `url`. Raises `ReaderError`."""
        return self._copy(self._wayback.newest(target_of(checked(url)), admit), admit)

    def at(self, url: str, when: str, admit: Admission) -> OpenedPage:
        """Return the canonical address `url` as it was nearest to a moment, or exactly where it is that of a copy.

        What is opened is the copy, by its own address; what it holds says where the original was. Raises `ReaderError`.
        """
        exact = self._wayback.copy_at(checked(url))
        if exact is not None:
            copy, cached = self._wayback.exact(exact, admit)
        else:
            copy, cached = self._wayback.nearest(target_of(checked(url)), when, admit)
        said = (NEAREST, NEAREST_OF) if is_far(when, copy.stamp) else (COPY, COPY_OF)
        note = of_day(*said, copy.day)
        found = cached.content
        if isinstance(found, Article | Listing):
            cached = replace(cached, content=replace(found, url=copy.original))
        return OpenedPage(copy.url, cached, note)

    def _copy(self, copy: Copy, admit: Admission) -> OpenedPage:
        note = of_day(COPY, COPY_OF, copy.day)
        return OpenedPage(copy.url, self._wayback.read(copy, admit), note)

    def _opened(self, url: str, admit: Admission) -> OpenedPage:
        """Return what the address holds, or another version of it where that does not open or may not be all."""
        copy = self._wayback.copy_at(url)
        if copy is not None:
            return self._copy(copy, admit)
        try:
            cached = self._contents.read(url, admit)
        except (OriginError, Unreadable) as error:
            version = self._versions.of(Missed(checked(url), error=error, versions=error.versions), admit)
            if version is None:
                raise
            return OpenedPage(url, version.cached, version.note)
        found = cached.content
        if isinstance(found, Listing) and found.versions:
            version = self._versions.of(Missed(checked(url), versions=found.versions), admit)
            return OpenedPage(url, version.cached, version.note) if version else OpenedPage(url, cached.for_one())
        if not isinstance(found, Article) or not is_doubtful(found):
            return OpenedPage(url, cached)
        version = self._versions.of(Missed(checked(url), article=found, versions=found.versions), admit)
        return OpenedPage(url, version.cached, version.note) if version else OpenedPage(url, cached.for_one())

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
