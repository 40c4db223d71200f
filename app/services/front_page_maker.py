"""Front pages made of many feeds: fetched side by side, clustered by event, ranked."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from app.models import Feed, FrontPage, Headline, Story
from app.news.clustering import cluster
from app.news.feed_urls import FeedUrls
from app.news.ranking import rank
from app.news.sources import EditionSources
from app.services.feed_fetcher import FeedFetcher, Gathered
from app.services.page_keeper import MadePage

MOST_STORIES = 120
# Among so many stories, each publisher leads only a few.
STORIES_A_PAGE = 30


class FrontPageMaker:
    """Makes the pages of sections and searches, and finds the headlines of one event."""

    def __init__(
        self,
        feeds: FeedFetcher,
        feed_urls: FeedUrls,
        clock: Callable[[], float] = time.time,
        unopened: Callable[[], Callable[[str], bool]] = lambda: lambda url: False,
    ) -> None:
        """Take who reads the feeds, and who knows which; `clock` tells seconds since the epoch.

        `unopened` gives what tells the addresses that lead to no page, as things are then.
        """
        self._feeds = feeds
        self._feed_urls = feed_urls
        self._clock = clock
        self._unopened = unopened

    def section(self, sources: EditionSources, section: str, sister: EditionSources | None = None) -> MadePage:
        """Return the page of a section of an edition; where nothing comes, with the publishers of a `sister`."""
        gathered = self._feeds.fetch_all(sources.code, self._feed_urls.of_section(sources, section))
        made = self._merged(section, gathered, gathered.feeds, sources.language)
        if made.page.stories or sister is None:
            return made
        lent = self._feeds.fetch_all(sources.code, tuple(sister.feeds[section]))
        made = self._merged(section, lent, lent.feeds, sister.language)
        return replace(made, page=replace(made.page, lender=sister.name))

    def mixed(
        self, title: str, group: str, languages: Mapping[str, str], newest: bool, own: Iterable[Headline] = ()
    ) -> MadePage:
        """Return the stories of feeds, each given with its language, and `own` ones, the best or the newest first."""
        gathered = self._feeds.fetch_all(group, tuple(languages))
        fed = [replace(each, language=languages[feed.url]) for feed in gathered.feeds for each in feed.headlines]
        headlines = [*fed, *own]
        stories = self._ranked(headlines)
        if newest:
            stories = sorted(stories, key=lambda story: -story.lead.published)
        return MadePage(FrontPage(title, tuple(stories), tuple(gathered.missing)), gathered.is_early, gathered.granted)

    def search(self, sources: EditionSources, query: str, own: Iterable[Headline]) -> MadePage:
        """Return what the aggregators have on `query`, together with headlines of our own pages."""
        gathered = self._feeds.fetch_all(f"search {sources.code}", self._feed_urls.of_search(sources, query))
        return self._merged(query, gathered, [*gathered.feeds, Feed("", "", tuple(own))], sources.language)

    def same_event(self, sources: EditionSources, asked: Headline) -> list[Headline]:
        """Return what Bing has on the event of a headline; when it was published does not matter."""
        gathered = self._feeds.fetch_all(f"search {sources.code}", self._feed_urls.of_title(sources, asked.title))
        found = [each for feed in gathered.feeds for each in feed.headlines if each.url != asked.url]
        undated = {replace(each, language=sources.language, published=0, related=()): each for each in (asked, *found)}
        own = next(iter(undated))
        same = next((each for each in cluster(list(undated)) if own in each), ())
        return [undated[each] for each in same if each != own]

    def _merged(self, title: str, gathered: Gathered, feeds: Iterable[Feed], language: str) -> MadePage:
        """Return the stories of all feeds as one page; those of one page are in one language."""
        headlines = [replace(each, language=language) for feed in feeds for each in feed.headlines]
        page = FrontPage(title, tuple(self._ranked(headlines)), tuple(gathered.missing))
        return MadePage(page, gathered.is_early, gathered.granted)

    def _ranked(self, headlines: Sequence[Headline]) -> list[Story]:
        return rank(cluster(headlines), self._clock(), MOST_STORIES, STORIES_A_PAGE, self._unopened())
