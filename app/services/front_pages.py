"""The newspaper: the front pages of every edition and section, and feeds as pages of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from app.errors import UnknownPlace
from app.models import Feed, FrontPage, Story
from app.news.editions import current_code
from app.news.sister_editions import sister_of
from app.news.sources import SECTIONS, EditionSources, without_sources
from app.sentences import Sentence
from app.services.admission import Admission
from app.services.cached_content import CachedContent
from app.services.feed_fetcher import FeedFetcher
from app.services.front_page_maker import FrontPageMaker
from app.services.page_keeper import Make, PageKeeper


class FrontPages:
    """Serves front pages, for any number of threads."""

    def __init__(
        self,
        sources: Mapping[str, EditionSources],
        feeds: FeedFetcher,
        maker: FrontPageMaker,
        keeper: PageKeeper,
        default: str = "",
    ) -> None:
        """Take what each edition is made of, who reads feeds, who makes and keeps pages, and the usual edition."""
        self._sources = sources
        self._feeds = feeds
        self._maker = maker
        self._keeper = keeper
        self._default = default
        self._languages = {
            url: each.language for each in sources.values() for urls in each.feeds.values() for url in urls
        }

    @property
    def editions(self) -> Mapping[str, EditionSources]:
        """The editions that have sources, by their codes."""
        return self._sources

    @property
    def default(self) -> EditionSources:
        """The edition of those who name none: the usual one, or the first that has sources."""
        return self._sources.get(current_code(self._default)) or next(iter(self._sources.values()))

    def language_of(self, feed: str) -> str:
        """Return the language of a feed that an edition has, or nothing."""
        return self._languages.get(feed, "")

    def edition(self, code: str) -> EditionSources:
        """Return the edition with this code, with or without sources. Raises `UnknownPlace`."""
        found = self._sources.get(code) or without_sources(code)
        if found is None:
            raise UnknownPlace(Sentence('There is no edition "%(code)s" here.', code=code))
        return found

    def front(self, edition: str, section: str, admit: Admission) -> CachedContent:
        """Return the front page of a section, made now only where there is none, which counts as one read.

        Raises `UnknownPlace` and `TooManyReads`.
        """
        return self._keeper.get(edition, _key(edition, section), self._maker_of(edition, section), admit)

    def feed(self, url: str, admit: Admission) -> CachedContent:
        """Return the feed at the canonical address `url` as a front page of its own. Raises `ReaderError`."""
        cached = self._feeds.read(url, admit)
        feed = cached.content
        assert isinstance(feed, Feed)  # noqa: S101  # what the reader of feeds makes
        stories = tuple(Story(headline) for headline in feed.headlines)
        return replace(cached, content=FrontPage(feed.title, stories))

    def cached_pages(self, edition: str) -> Iterator[FrontPage]:
        """Yield the pages of an edition that there are, however old, without asking anybody."""
        for section, _ in SECTIONS:
            page = self._keeper.peek(_key(edition, section))
            if page is not None:
                yield page

    def age(self, edition: str, section: str) -> float:
        """Return how many seconds ago the page of a section was made; infinite where there is none."""
        return self._keeper.age(_key(edition, section))

    def granted(self, edition: str) -> set[str]:
        """Return the addresses that the pages of an edition came from by leave of the operator."""
        return {each for section, _ in SECTIONS for each in self._keeper.granted(_key(edition, section))}

    def warm(self, edition: str, section: str) -> FrontPage:
        """Make a front page now, whether there is one or not, and keep it. Raises `UnknownPlace`."""
        return self._keeper.renew(_key(edition, section), self._maker_of(edition, section))

    def _maker_of(self, edition: str, section: str) -> Make:
        """Return what makes the page of a section. Raises `UnknownPlace`."""
        sources = self.edition(edition)
        return partial(self._maker.section, sources, section, sister_of(self._sources, sources, section))

    def close(self) -> None:
        """Let go of the threads; what they are at is finished first."""
        self._keeper.close()
        self._feeds.close()


def _key(edition: str, section: str) -> str:
    return f"front {edition} {section}"
