"""The parts that make front pages of feeds, wired together."""

from dataclasses import dataclass
from pathlib import Path

from app.fetch.client import Client
from app.isolation import TaskPool
from app.news.aggregators.google_links import GoogleLinks
from app.news.feed_urls import FeedUrls
from app.news.sources import load_sources
from app.services.content_reader import ContentReader, Lifetimes
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
from app.storage import Store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.storage.feed_stats import FeedStats
from app.storage.own_pages import own_pages
from app.storage.readership import Readership
from app.text.humanize import DAY
from app.web.wiring.fetching import host_lists
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


def build_newspaper(
    settings: Settings,
    client: Client,
    cache: Cache,
    store: Store,
    google: GoogleLinks,
    tasks: TaskPool,
    texts: FeedTexts,
    claims: Claims,
) -> Newspaper:
    """Return the newspaper's parts. Raises `SourcesError` where the file of sources is wrong."""
    sources = load_sources(Path(settings.SOURCES_FILE) if settings.SOURCES_FILE else None)
    names = {url: name for each in sources.values() for url, name in each.names.items()}
    google_base = settings.GOOGLE_NEWS_URL.rstrip("/") if settings.GOOGLE_NEWS == "on" else ""
    bing_base = settings.BING_NEWS_URL.rstrip("/") if settings.BING_NEWS == "on" else ""
    feed_urls = FeedUrls(google_base, bing_base, names)
    lifetimes = Lifetimes(settings.NEWS_FRESH_SECONDS, settings.NEWS_STALE_SECONDS, settings.FAILURE_SECONDS, SIX_HOURS)
    own_feeds = {url for each in sources.values() for urls in each.feeds.values() for url in urls}
    understood = done_in(tasks, feed_urls.received)
    received = texts.kept(understood, trusted=own_feeds)
    reader = ContentReader(client, cache, lifetimes, interpret=received, namespace="feed ", claims=claims)
    finder = ContentReader(
        client, cache, lifetimes, interpret=done_in(tasks, feeds_at), namespace="feeds at ", claims=claims
    )
    stats = FeedStats(store)
    feeds = FeedFetcher(reader, feed_urls, stats, settings.NEWS_PATIENCE_SECONDS)
    maker = FrontPageMaker(feeds, feed_urls, unopened=google.unopened)
    keeper = PageKeeper(
        cache,
        settings.NEWS_FRESH_SECONDS,
        settings.NEWS_STALE_SECONDS,
        claims=claims,
        namespace=host_lists(settings).digest,
        permits=client.permits,
    )
    front_pages = FrontPages(sources, feeds, maker, keeper, settings.DEFAULT_EDITION)
    papers = Papers(front_pages, feed_urls, maker, keeper)
    fresh, readership = settings.NEWS_FRESH_SECONDS, Readership(store, settings.NEWS_KEEP_FRESH_DAYS * DAY)
    return Newspaper(
        front_pages,
        NewsSearch(front_pages, maker, keeper),
        Coverage(front_pages, maker, google.is_link),
        SourceStatus(front_pages, feed_urls, stats, google),
        SourceCheck(client, understood),
        PageRefresher(front_pages, readership, claims, fresh, every=min(EVERY, max(1, fresh / 4))),
        OwnFrontPages(own_pages(store), finder, front_pages, feed_urls, papers, maker, keeper),
        papers,
    )
