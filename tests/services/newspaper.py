"""The parts of the newspaper put together for tests, over a clock that stands until it is moved."""

from collections.abc import Iterable
from pathlib import Path

from app.fetch.client import Client
from app.news.feed_urls import FeedUrls
from app.news.sources import EditionSources
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.feed_fetcher import FeedFetcher
from app.services.front_page_maker import FrontPageMaker
from app.services.front_pages import FrontPages
from app.services.page_keeper import PageKeeper
from app.storage import SqliteStore
from app.storage.cache import Cache
from app.storage.feed_stats import FeedStats
from tests.clock import Clock
from tests.origin import Origin, loopback_rules

NOBODY_LISTENS = "http://127.0.0.1:9"


class Newspaper:
    """A newspaper of one edition, `in`, whose feeds stand on `origin`; `bing` is asked for searches and titles."""

    def __init__(self, folder: Path, origin: Origin, bing: str = NOBODY_LISTENS) -> None:
        self.clock = Clock(1_700_000_000.0)
        self.origin = origin
        self.feeds: dict[str, tuple[str, ...]] = {}
        self.sources = EditionSources("in", "India", "en", "", self.feeds)
        self.store = SqliteStore(folder / "store.sqlite3", 10_000_000, self.clock)
        cache = Cache(self.store, 10_000_000, self.clock)
        self.feed_urls = FeedUrls("http://127.0.0.1:7", bing)
        lifetimes = Lifetimes(300, 86_400, 60, 3600)
        reader = ContentReader(Client(loopback_rules()), cache, lifetimes, self.clock, self.feed_urls.received, "feed ")
        self.stats = FeedStats(self.store, self.clock)
        fetcher = FeedFetcher(reader, self.feed_urls, self.stats, 5, self.clock)
        self.maker = FrontPageMaker(fetcher, self.feed_urls, self.clock)
        self.keeper = PageKeeper(cache, 300, 86_400, self.clock)
        self.editions = {"in": self.sources}
        self.front_pages = FrontPages(self.editions, fetcher, self.maker, self.keeper)

    def publish(self, section: str, paper: str, titles: Iterable[str], summary: str = "") -> str:
        """Add a feed of these stories to a section, and return its address."""
        items = "".join(
            f"<item><title>{title}</title><link>http://{paper}.example/{place}</link>"
            f"<description>{summary}</description></item>"
            for place, title in enumerate(titles)
        )
        # A publisher is called as its feed says where the host, 127.0.0.1, begins alike.
        text = f"<rss><channel><title>127 {paper}</title>{items}</channel></rss>"
        url = self.origin.serve(f"/{paper}/{section}", text, "application/rss+xml")
        self.feeds[section] = (*self.feeds.get(section, ()), url)
        return url

    def close(self) -> None:
        self.front_pages.close()
        self.store.close()
