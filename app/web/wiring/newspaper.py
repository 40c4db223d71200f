"""The parts that make front pages of feeds, wired together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.fetch.client import Client
from app.news.aggregators.google_links import GoogleLinks
from app.news.feed_urls import FeedUrls
from app.news.sources import EditionSources, load_sources
from app.services.cached_content import Lifetimes
from app.services.coverage import Coverage
from app.services.feed_discovery import feeds_at
from app.services.feed_fetcher import FeedFetcher
from app.services.feed_texts import FeedTexts
from app.services.front_page_maker import FrontPageMaker
from app.services.front_pages import FrontPages
from app.services.isolated import done_in
from app.services.news_search import NewsSearch
from app.services.own_front_pages import OwnFrontPages
from app.services.page_keeper import PageKeeper
from app.services.page_refresher import EVERY, PageRefresher
from app.services.papers import Papers
from app.services.source_check import SourceCheck
from app.services.source_status import SourceStatus
from app.storage.feed_stats import FeedStats
from app.storage.own_pages import own_pages
from app.storage.readership import Readership
from app.text.humanize import DAY
from app.web.wiring.fetching import host_lists
from app.web.wiring.groundwork import Groundwork
from config import Settings

# The longest that a feed which goes on failing is left alone.
SIX_HOURS = 6 * 3600


@dataclass(frozen=True, slots=True)
class Newspaper:
    """The parts of the program that make front pages of feeds."""

    front_pages: FrontPages
    search: NewsSearch
    coverage: Coverage
    status: SourceStatus
    check: SourceCheck
    refresher: PageRefresher
    own: OwnFrontPages
    papers: Papers


def build_newspaper(ground: Groundwork, client: Client, texts: FeedTexts, google: GoogleLinks) -> Newspaper:
    """Return the newspaper's parts. Raises `SourcesError` where the file of sources is wrong."""
    settings = ground.settings
    sources = load_sources(Path(settings.SOURCES_FILE) if settings.SOURCES_FILE else None)
    feed_urls = _feed_urls(settings, sources)
    stats = FeedStats(ground.store)
    understood = done_in(ground.tasks, feed_urls.received)
    own_feeds = {url for each in sources.values() for urls in each.feeds.values() for url in urls}
    lifetimes = Lifetimes(settings.NEWS_FRESH_SECONDS, settings.NEWS_STALE_SECONDS, settings.FAILURE_SECONDS, SIX_HOURS)
    reader = ground.reader(client, "feed ", texts.kept(understood, trusted=own_feeds), lifetimes)
    finder = ground.reader(client, "feeds at ", done_in(ground.tasks, feeds_at), lifetimes)
    feeds = FeedFetcher(reader, feed_urls, stats, settings.NEWS_PATIENCE_SECONDS)
    maker = FrontPageMaker(feeds, feed_urls, unopened=google.unopened)
    keeper = _keeper(ground, client)
    front_pages = FrontPages(sources, feeds, maker, keeper, settings.DEFAULT_EDITION)
    papers = Papers(front_pages, feed_urls, maker, keeper)
    return Newspaper(
        front_pages,
        NewsSearch(front_pages, maker, keeper),
        Coverage(front_pages, maker, google.is_link),
        SourceStatus(front_pages, feed_urls, stats, google),
        SourceCheck(client, understood),
        _refresher(ground, front_pages),
        OwnFrontPages(own_pages(ground.store), finder, front_pages, feed_urls, papers, maker, keeper),
        papers,
    )


def _feed_urls(settings: Settings, sources: Mapping[str, EditionSources]) -> FeedUrls:
    names = {url: name for each in sources.values() for url, name in each.names.items()}
    google_base = settings.GOOGLE_NEWS_URL.rstrip("/") if settings.GOOGLE_NEWS == "on" else ""
    bing_base = settings.BING_NEWS_URL.rstrip("/") if settings.BING_NEWS == "on" else ""
    return FeedUrls(google_base, bing_base, names)


def _keeper(ground: Groundwork, client: Client) -> PageKeeper:
    settings = ground.settings
    return PageKeeper(
        ground.cache,
        settings.NEWS_FRESH_SECONDS,
        settings.NEWS_STALE_SECONDS,
        claims=ground.claims,
        namespace=host_lists(settings).digest,
        permits=client.permits,
    )


def _refresher(ground: Groundwork, front_pages: FrontPages) -> PageRefresher:
    fresh = ground.settings.NEWS_FRESH_SECONDS
    readership = Readership(ground.store, ground.settings.NEWS_KEEP_FRESH_DAYS * DAY)
    return PageRefresher(front_pages, readership, ground.claims, fresh, every=min(EVERY, max(1, fresh / 4)))
