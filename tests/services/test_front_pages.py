"""How fresh front pages are, and what slow sources of one edition do to another: nothing. Over real connections."""

import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.fetch.client import Client
from app.models import FrontPage
from app.news.feed_urls import FeedUrls
from app.news.sources import EditionSources
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.feed_fetcher import FEEDS_AT_ONCE, FeedFetcher
from app.services.front_page_maker import FrontPageMaker
from app.services.front_pages import FrontPages
from app.services.page_keeper import HASTE_SECONDS, PageKeeper
from app.storage import SqliteStore
from app.storage.cache import Cache
from app.storage.feed_stats import FeedStats
from tests.admissions import ANYBODY, HURRIED
from tests.clock import Clock
from tests.origin import Origin, loopback_rules
from tests.services.newspaper import Newspaper

FRESH, STALE, FAILURE = 300.0, 86400.0, 60.0
PATIENCE = 0.4
NEWS = ("Storch brütet", "Kranich landet", "Brücke gesperrt", "Rathaus tanzt", "Mühle verkauft", "Fähre gerettet")
DEADLINE = 1.0


def feed(*titles: str) -> str:
    items = "".join(
        f"<item><title>{title}</title><link>/story/{zlib.crc32(title.encode())}</link></item>" for title in titles
    )
    return f"<rss version='2.0'><channel><title>A paper</title>{items}</channel></rss>"


class Site:
    """The front pages of two editions; a test decides about the clock and the sources."""

    def __init__(self, folder: Path, origin: Origin) -> None:
        self.clock = Clock(1_700_000_000.0)
        self.origin = origin
        self.feeds: dict[str, dict[str, tuple[str, ...]]] = {"in": {}, "us": {}}
        self.store = SqliteStore(folder / "store.sqlite3", 10_000_000, self.clock)
        self.cache = Cache(self.store, 10_000_000, self.clock)
        self.client = Client(loopback_rules(deadline=DEADLINE))
        self.fresh = FRESH
        self.going_on: list[FrontPages] = []

    def serve(self, path: str, *titles: str) -> str:
        return self.origin.serve(path, feed(*titles), "application/rss+xml")

    def hang(self, path: str) -> str:
        def wait(connection: socket.socket) -> None:
            self.origin.stopped.wait(20)

        return self.origin.serve_raw(path, wait)

    def open(self) -> FrontPages:
        """Return the front pages over the entries that are cached, as another worker would have them."""
        feed_urls = FeedUrls("http://127.0.0.1:9", "http://127.0.0.1:7")
        lifetimes = Lifetimes(self.fresh, STALE, FAILURE, 3600)
        reader = ContentReader(self.client, self.cache, lifetimes, self.clock, feed_urls.received, "feed ")
        feed_stats = FeedStats(self.store)
        feeds = FeedFetcher(reader, feed_urls, feed_stats, PATIENCE)
        front_pages = FrontPages(
            {code: EditionSources(code, code, "de", "", feeds) for code, feeds in self.feeds.items()},
            feeds,
            FrontPageMaker(feeds, feed_urls, self.clock),
            PageKeeper(self.cache, self.fresh, STALE, self.clock),
        )
        self.going_on.append(front_pages)
        return front_pages

    def front(self, code: str = "in", section: str = "top") -> tuple[FrontPage, float]:
        """Return a page, and when it was made; what is made behind it is waited for."""
        site = self.open()
        copy = site.front(code, section, ANYBODY)
        site.close()
        assert isinstance(copy.content, FrontPage)
        return copy.content, copy.fetched_at

    def made_at(self) -> list[float]:
        """Return when the pages were made that a reader gets who comes every ten seconds, from now on."""
        start, times = self.clock.now, []
        while self.clock.now < start + 2 * FRESH:
            times.append(self.front()[1] - start)
            self.clock.now += 10
        return sorted(set(times))


@pytest.fixture
def site(tmp_path: Path, origin: Origin) -> Iterator[Site]:
    made = Site(tmp_path, origin)
    yield made
    for each in made.going_on:
        each.close()
    made.store.close()


def titles(page: FrontPage) -> list[str]:
    return sorted(story.lead.title for story in page.stories)


def test_a_page_is_as_fresh_as_its_setting_says_though_a_source_is_dead(site: Site) -> None:
    dead = site.origin.serve("/dead", "gone", status=503)
    site.feeds["in"]["top"] = (site.serve("/good", "Storch brütet"), dead)
    page, _ = site.front()
    assert (titles(page), page.missing) == (["Storch brütet"], ("127.0.0.1",))
    assert site.made_at() == [0, FRESH]
    assert site.origin.hits("/good") == 2


def test_a_source_that_hangs_costs_a_page_one_making_more_and_no_others(site: Site) -> None:
    site.feeds["in"]["top"] = (site.serve("/good", "Storch brütet"), site.hang("/slow"))
    page, _ = site.front()
    assert (titles(page), page.missing) == (["Storch brütet"], ("127.0.0.1",))
    assert site.made_at() == [0, HASTE_SECONDS, HASTE_SECONDS + FRESH]


def test_what_arrives_too_late_for_the_first_page_stands_on_the_next(site: Site) -> None:
    def late(connection: socket.socket) -> None:
        site.origin.stopped.wait(2 * PATIENCE)
        body = feed("Kranich landet").encode()
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n" + body)

    site.feeds["in"]["top"] = (site.serve("/good", "Storch brütet"), site.origin.serve_raw("/late", late))
    assert titles(site.front()[0]) == ["Storch brütet"]
    site.clock.now += HASTE_SECONDS
    site.front()
    assert titles(site.front()[0]) == ["Kranich landet", "Storch brütet"]


@pytest.mark.parametrize("fresh", [0, 5, 20])
def test_no_haste_makes_a_page_last_longer_than_the_setting_says(site: Site, fresh: float) -> None:
    site.fresh = fresh
    site.feeds["in"]["top"] = (site.serve("/good", "Storch brütet"), site.hang("/slow"))
    _, first = site.front()
    site.clock.now += fresh
    site.front()
    assert site.front()[1] >= first + fresh
    assert site.origin.hits("/good") >= 2


def test_a_page_outlives_its_sources_and_shows_them_again_when_they_are_back(site: Site) -> None:
    site.feeds["in"]["top"] = (site.serve("/good", "Storch brütet"),)
    assert titles(site.front()[0]) == ["Storch brütet"]
    site.origin.serve("/good", "gone", status=503)
    site.clock.now += FRESH
    site.front()
    site.serve("/good", "Kranich landet")
    for _ in range(12):
        site.clock.now += HASTE_SECONDS
        last = titles(site.front()[0])
        assert last in (["Storch brütet"], ["Kranich landet"])
    assert last == ["Kranich landet"]


def test_a_section_whose_sources_are_silent_has_no_stories_of_another(site: Site) -> None:
    site.feeds["in"]["top"] = (site.serve("/good", "Storch brütet"),)
    site.feeds["in"]["world"] = (site.origin.serve("/dead", "gone", status=503),)
    assert titles(site.front("in", "top")[0]) == ["Storch brütet"]
    world, _ = site.front("in", "world")
    assert (world.stories, world.missing) == ((), ("127.0.0.1",))
    assert site.front("in", "health")[0] == FrontPage("health", ())


def at_once(*calls: Callable[[], object]) -> list[threading.Thread]:
    threads = [threading.Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    return threads


def test_slow_sources_of_one_edition_do_not_empty_the_pages_of_another(site: Site) -> None:
    hanging = [site.hang(f"/slow/{number}") for number in range(3 * FEEDS_AT_ONCE)]
    for place, section in enumerate(("top", "world", "sports")):
        site.feeds["in"][section] = tuple(hanging[place * FEEDS_AT_ONCE :][:FEEDS_AT_ONCE])
    site.feeds["us"]["top"] = tuple(site.serve(f"/good/{n}", title) for n, title in enumerate(NEWS))
    shared = site.open()
    begun = at_once(*(lambda section=section: shared.front("in", section, ANYBODY) for section in site.feeds["in"]))
    while sum(site.origin.hits(f"/slow/{number}") for number in range(len(hanging))) < FEEDS_AT_ONCE:
        assert not site.origin.stopped.wait(0.01)
    page = shared.front("us", "top", ANYBODY).content
    assert isinstance(page, FrontPage)
    assert titles(page) == sorted(NEWS)
    assert page.missing == ()
    for thread in begun:
        thread.join()


def test_pages_of_one_edition_that_are_slow_to_make_do_not_delay_those_of_another(site: Site) -> None:
    sections = ("top", "world", "nation", "business", "sports", "health")
    for section in sections:
        site.feeds["in"][section] = (site.serve(f"/in/{section}", f"Erste aus {section}"),)
    site.feeds["us"]["top"] = (site.serve("/us", "Storch brütet"),)
    site.front("us", "top")
    for section in sections:
        site.front("in", section)
        site.hang(f"/in/{section}")
    site.serve("/us", "Kranich landet")
    site.clock.now += FRESH
    shared = site.open()
    for section in sections:
        shared.front("in", section, HURRIED)
    shared.front("us", "top", HURRIED)
    while site.origin.hits("/us") < 2:
        assert not site.origin.stopped.wait(0.01)
    assert any(site.origin.hits(f"/in/{section}") == 1 for section in sections)  # whose turn has not come yet


def test_a_section_without_sources_of_its_own_has_those_of_a_sister_edition_and_tells_so(
    tmp_path: Path, origin: Origin
) -> None:
    newspaper = Newspaper(tmp_path, origin)
    newspaper.publish("top", "tide", ["One"])
    url = origin.serve(
        "/lent", "<rss><channel><item><title>Lent</title><link>/1</link></item></channel></rss>", "application/rss+xml"
    )
    sister = EditionSources("gb", "United Kingdom", "en", "", {"science": (url,)})
    newspaper.editions["gb"] = sister
    page = newspaper.front_pages.warm("in", "science")
    assert [story.lead.title for story in page.stories] == ["Lent"]
    assert page.lender == "United Kingdom"
    assert newspaper.front_pages.warm("in", "top").lender == ""
    newspaper.publish("science", "post", ["Own"])
    page = newspaper.front_pages.warm("in", "science")
    assert ([story.lead.title for story in page.stories], page.lender) == (["Own"], "")
    newspaper.close()
