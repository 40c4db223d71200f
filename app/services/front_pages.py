"""The newsstand: front pages out of many feeds, never empty and never slow.

Feeds are fetched side by side under one deadline. A page is served from the cache while it is fresh, and
beyond that too, while a new one is made behind the reader's back. A feed that fails leaves its last items in.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from app.errors import UnknownPlace
from app.models import Feed, FrontPage, Headline, Story
from app.news.aggregators.google_links import GoogleLinks
from app.news.clustering import cluster
from app.news.feed_urls import FeedUrls
from app.news.ranking import rank
from app.news.sources import SECTIONS, EditionSources, without_sources
from app.services.fair_pool import FairPool
from app.services.feed_fetcher import Admit, FeedFetcher, Gathered
from app.services.page_reader import CachedContent
from app.storage.cache import Cache, CachedEntry
from app.storage.feed_stats import FeedCount, FeedStats
from app.storage.single_flight import SingleFlight

log = logging.getLogger(__name__)

MOST_STORIES = 120
# Among so many stories, each publisher leads only a few.
STORIES_A_PAGE = 30
# Those of one edition, and those of all.
PAGES_AT_ONCE, MOST_PAGES_AT_ONCE = 2, 8
# A first page that lacks feeds which were too slow is made again soon, for they will have arrived; so is an empty one.
HASTE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Terms:
    """How long a page is fresh, and how long it may be served beyond; seconds."""

    fresh: float
    stale: float


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and whether it was made before all of its sources could have answered once."""

    page: FrontPage
    is_early: bool


class FrontPages:
    """Makes and keeps front pages, for any number of threads."""

    def __init__(
        self,
        feeds: FeedFetcher,
        cache: Cache,
        sources: Mapping[str, EditionSources],
        feed_urls: FeedUrls,
        google: GoogleLinks,
        feed_stats: FeedStats,
        terms: Terms,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take who reads the feeds, where pages are kept, and what each edition is made of."""
        self._feeds = feeds
        self._cache = cache
        self._sources = sources
        self._feed_urls = feed_urls
        self._google = google
        self._feed_stats = feed_stats
        self._terms = terms
        self._clock = clock
        self._makers = FairPool(MOST_PAGES_AT_ONCE, PAGES_AT_ONCE, "page")
        self._flight = SingleFlight()
        self._resolving = SingleFlight()
        self._being_made: set[str] = set()
        self._lock = threading.Lock()

    @property
    def editions(self) -> Mapping[str, EditionSources]:
        """The editions that have sources, by their codes."""
        return self._sources

    def edition(self, code: str) -> EditionSources:
        """Return the edition with this code, with or without sources. Raises `UnknownPlace`."""
        found = self._sources.get(code) or without_sources(code)
        if found is None:
            raise UnknownPlace(f'There is no edition "{code}" here.')
        return found

    def front(self, edition: str, section: str, admit: Admit) -> CachedContent:
        """Return the front page of a section, made now only where there is none, which counts as one read.

        Raises `UnknownPlace` and `TooManyReads`.
        """
        sources = self.edition(edition)
        return self._page(sources, f"front {edition} {section}", lambda: self._made(sources, section), admit)

    def search(self, edition: str, query: str, admit: Admit) -> CachedContent:
        """Return what the aggregators and our own pages have on `query`. Raises `TooManyReads` as `admit` does."""
        sources = self.edition(edition)
        return self._page(sources, f"search {edition} {query}", lambda: self._found(sources, query), admit)

    def feed(self, url: str, admit: Admit) -> CachedContent:
        """Return the feed at the canonical address `url` as a front page of its own. Raises `ReaderError`."""
        cached = self._feeds.read(url, admit)
        feed = cached.content
        assert isinstance(feed, Feed)  # noqa: S101  # what the reader of feeds makes
        stories = tuple(Story(headline) for headline in feed.headlines)
        return replace(cached, content=FrontPage(feed.title, stories))

    def direct(self, url: str, admit: Admit) -> str:
        """Return where a link leads, for those of Google that lead nowhere by themselves. Raises `ReaderError`."""
        if not self._google.is_link(url):
            return url
        admit()  # Google's patience is everybody's
        return self._resolving.do(url, lambda: self._google.resolve(url))

    def story(self, edition: str, url: str) -> Story | None:
        """Return the story in which `url` stands on one of the edition's pages, if it is still there."""
        for page in self._kept_pages(edition):
            for story in page.stories:
                if any(url == each.url for each in (story.lead, *story.others)):
                    return story
        return None

    def elsewhere(self, edition: str, story: Story, asked: Headline) -> list[Headline]:
        """Return who else has the story of a headline that does not open, those that surely open first.

        Where the page knows of nobody but Google, Bing is asked for the title.
        """
        others = [each for each in (story.lead, *story.others) if each.url != asked.url]
        direct = [each for each in others if not self._google.is_link(each.url)]
        found = direct or self._found_by_title(self.edition(edition), asked)
        return list(dict.fromkeys([*found, *others]))

    def _found_by_title(self, sources: EditionSources, asked: Headline) -> list[Headline]:
        """Return what Bing has on the event of a headline; when it was published does not matter."""
        gathered = self._feeds.fetch_all(f"search {sources.code}", self._feed_urls.of_title(sources, asked.title))
        found = [each for feed in gathered.feeds for each in feed.headlines if each.url != asked.url]
        undated = {replace(each, language=sources.language, published=0, related=()): each for each in (asked, *found)}
        own = next(iter(undated))
        same = next((each for each in cluster(list(undated)) if own in each), ())
        return [undated[each] for each in same if each != own]

    def google_counts(self) -> str:
        """Return how the links of Google have fared in this process, as a sentence."""
        counts = self._google.counts()
        return (
            f"{counts.offline} needed no question, {counts.asked} were asked, {counts.resolved} resolved, "
            f"{counts.refused} refused, since this process started."
        )

    def counts(self, edition: str) -> dict[str, FeedCount]:
        """Return how each source of an edition has fared, by its address."""
        sources = self.edition(edition)
        urls = dict.fromkeys(url for section, _ in SECTIONS for url in self._feed_urls.of_section(sources, section))
        return self._feed_stats.of(urls)

    def warm(self, edition: str, section: str) -> FrontPage:
        """Make a front page now, whether there is one or not, and keep it."""
        sources = self.edition(edition)
        return self._renewed(f"front {edition} {section}", lambda: self._made(sources, section))

    def close(self) -> None:
        """Let go of the threads; what they are at is finished first."""
        self._makers.close()
        self._feeds.close()

    def _page(self, sources: EditionSources, key: str, make: Callable[[], Made], admit: Admit) -> CachedContent:
        """Return the page under `key`: the kept one, renewed behind the reader's back where it is stale."""
        entry = self._cache.get(key)
        if entry is None or not isinstance(entry.value, FrontPage):
            admit()
            page = self._flight.do(key, lambda: self._renewed(key, make))
            return CachedContent(page, self._clock(), 0)
        if self._clock() >= entry.fresh_until:
            self._renew_behind(sources.code, key, make)
        return CachedContent(entry.value, entry.fetched_at, self._clock() - entry.fetched_at)

    def _renew_behind(self, edition: str, key: str, make: Callable[[], Made]) -> None:
        with self._lock:
            if key in self._being_made:
                return
            self._being_made.add(key)
        self._makers.submit(edition, partial(self._renew_quietly, key, make))

    def _renew_quietly(self, key: str, make: Callable[[], Made]) -> None:
        try:
            self._renewed(key, make)
        except Exception:
            log.exception("the page %r could not be made", key)
        finally:
            with self._lock:
                self._being_made.discard(key)

    def _renewed(self, key: str, make: Callable[[], Made]) -> FrontPage:
        """Make the page and keep it, unless it came out empty and there is one that did not.

        A source that is dead, or slow again and again, does not have a page made more often than the setting says.
        """
        made, now, old = make(), self._clock(), self._cache.get(key)
        haste = min(HASTE_SECONDS, self._terms.fresh)
        older = old.value if old is not None and isinstance(old.value, FrontPage) and old.value.stories else None
        if old is not None and older is not None and not made.page.stories:
            self._cache.put(key, replace(old, fresh_until=now + haste), self._terms.stale)
            return older
        is_hasty = not made.page.stories or (made.is_early and older is None)
        fresh = haste if is_hasty else self._terms.fresh
        self._cache.put(key, CachedEntry(made.page, now, now + fresh, "", ""), self._terms.fresh + self._terms.stale)
        return made.page

    def _made(self, sources: EditionSources, section: str) -> Made:
        gathered = self._feeds.fetch_all(sources.code, self._feed_urls.of_section(sources, section))
        return self._merged(section, gathered, gathered.feeds, sources.language)

    def _found(self, sources: EditionSources, query: str) -> Made:
        gathered = self._feeds.fetch_all(f"search {sources.code}", self._feed_urls.of_search(sources, query))
        own = Feed("", "", tuple(self._own_headlines(sources.code, query)))
        return self._merged(query, gathered, [*gathered.feeds, own], sources.language)

    def _merged(self, title: str, gathered: Gathered, feeds: Iterable[Feed], language: str) -> Made:
        """Return the stories of all feeds as one page; those of one page are in one language."""
        headlines = [replace(each, language=language) for feed in feeds for each in feed.headlines]
        stories = rank(cluster(headlines), self._clock(), MOST_STORIES, STORIES_A_PAGE)
        return Made(FrontPage(title, tuple(stories), tuple(gathered.missing)), gathered.is_early)

    def _kept_pages(self, edition: str) -> Iterator[FrontPage]:
        for section, _ in SECTIONS:
            entry = self._cache.get(f"front {edition} {section}")
            if entry is not None and isinstance(entry.value, FrontPage):
                yield entry.value

    def _own_headlines(self, edition: str, query: str) -> Iterator[Headline]:
        """Yield the headlines on our own pages that hold every word of the query."""
        words = query.casefold().split()
        for page in self._kept_pages(edition):
            for story in page.stories:
                yield from _holding(words, (story.lead, *story.others))


def _holding(words: Iterable[str], headlines: Iterable[Headline]) -> Iterator[Headline]:
    for headline in headlines:
        text = f"{headline.title} {headline.summary}".casefold()
        if all(word in text for word in words):
            yield headline
