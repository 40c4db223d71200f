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
from app.services.content_reader import ContentReader, Lifetimes
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

FRESH, STALE, FAILURE = 300.0, 86400.0, 60.0
PATIENCE = 0.4
NEWS = ("Storch brütet", "Kranich landet", "Brücke gesperrt", "Rathaus tanzt", "Mühle verkauft", "Fähre gerettet")
DEADLINE = 1.0


def feed(*titles: str) -> str:
    items = "".join(
        f"<item><title>{title}</title><link>/story/{zlib.crc32(title.encode())}</link></item>" for title in titles
    )
    return f"<rss version='2.0'><channel><title>A paper</title>{items}</channel></rss>"


class Stand:
    """A newsstand of two editions, over whose clock and sources a test decides."""

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
        """Return a newsstand on the copies that there are, as another worker would have it."""
        feed_urls = FeedUrls("http://127.0.0.1:9", "http://127.0.0.1:7")
        lifetimes = Lifetimes(self.fresh, STALE, FAILURE, 3600)
        reader = ContentReader(self.client, self.cache, lifetimes, self.clock, feed_urls.received, "feed ")
        feed_stats = FeedStats(self.store)
        feeds = FeedFetcher(reader, feed_urls, feed_stats, PATIENCE)
        stand = FrontPages(
            {code: EditionSources(code, code, "de", "", feeds) for code, feeds in self.feeds.items()},
            feeds,
            FrontPageMaker(feeds, feed_urls, self.clock),
            PageKeeper(self.cache, self.fresh, STALE, self.clock),
        )
        self.going_on.append(stand)
        return stand

    def front(self, code: str = "in", section: str = "top") -> tuple[FrontPage, float]:
        """Return a page, and when it was made; what is made behind it is waited for."""
        stand = self.open()
        copy = stand.front(code, section, ANYBODY)
        stand.close()
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
def stand(tmp_path: Path, origin: Origin) -> Iterator[Stand]:
    made = Stand(tmp_path, origin)
    yield made
    for each in made.going_on:
        each.close()
    made.store.close()


def titles(page: FrontPage) -> list[str]:
    return sorted(story.lead.title for story in page.stories)


def test_a_page_is_as_fresh_as_its_setting_says_though_a_source_is_dead(stand: Stand) -> None:
    dead = stand.origin.serve("/dead", "gone", status=503)
    stand.feeds["in"]["top"] = (stand.serve("/good", "Storch brütet"), dead)
    page, _ = stand.front()
    assert (titles(page), page.missing) == (["Storch brütet"], ("127.0.0.1",))
    assert stand.made_at() == [0, FRESH]
    assert stand.origin.hits("/good") == 2


def test_a_source_that_hangs_costs_a_page_one_making_more_and_no_others(stand: Stand) -> None:
    stand.feeds["in"]["top"] = (stand.serve("/good", "Storch brütet"), stand.hang("/slow"))
    page, _ = stand.front()
    assert (titles(page), page.missing) == (["Storch brütet"], ("127.0.0.1",))
    assert stand.made_at() == [0, HASTE_SECONDS, HASTE_SECONDS + FRESH]


def test_what_arrives_too_late_for_the_first_page_stands_on_the_next(stand: Stand) -> None:
    def late(connection: socket.socket) -> None:
        stand.origin.stopped.wait(2 * PATIENCE)
        body = feed("Kranich landet").encode()
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n" + body)

    stand.feeds["in"]["top"] = (stand.serve("/good", "Storch brütet"), stand.origin.serve_raw("/late", late))
    assert titles(stand.front()[0]) == ["Storch brütet"]
    stand.clock.now += HASTE_SECONDS
    stand.front()
    assert titles(stand.front()[0]) == ["Kranich landet", "Storch brütet"]


@pytest.mark.parametrize("fresh", [0, 5, 20])
def test_no_haste_makes_a_page_last_longer_than_the_setting_says(stand: Stand, fresh: float) -> None:
    stand.fresh = fresh
    stand.feeds["in"]["top"] = (stand.serve("/good", "Storch brütet"), stand.hang("/slow"))
    _, first = stand.front()
    stand.clock.now += fresh
    stand.front()
    assert stand.front()[1] >= first + fresh
    assert stand.origin.hits("/good") >= 2


def test_a_page_outlives_its_sources_and_shows_them_again_when_they_are_back(stand: Stand) -> None:
    stand.feeds["in"]["top"] = (stand.serve("/good", "Storch brütet"),)
    assert titles(stand.front()[0]) == ["Storch brütet"]
    stand.origin.serve("/good", "gone", status=503)
    stand.clock.now += FRESH
    stand.front()
    stand.serve("/good", "Kranich landet")
    for _ in range(12):
        stand.clock.now += HASTE_SECONDS
        last = titles(stand.front()[0])
        assert last in (["Storch brütet"], ["Kranich landet"])
    assert last == ["Kranich landet"]


def test_a_section_whose_sources_are_silent_has_no_stories_of_another(stand: Stand) -> None:
    stand.feeds["in"]["top"] = (stand.serve("/good", "Storch brütet"),)
    stand.feeds["in"]["world"] = (stand.origin.serve("/dead", "gone", status=503),)
    assert titles(stand.front("in", "top")[0]) == ["Storch brütet"]
    world, _ = stand.front("in", "world")
    assert (world.stories, world.missing) == ((), ("127.0.0.1",))
    assert stand.front("in", "health")[0] == FrontPage("health", ())


def at_once(*calls: Callable[[], object]) -> list[threading.Thread]:
    threads = [threading.Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    return threads


def test_slow_sources_of_one_edition_do_not_empty_the_pages_of_another(stand: Stand) -> None:
    hanging = [stand.hang(f"/slow/{number}") for number in range(3 * FEEDS_AT_ONCE)]
    for place, section in enumerate(("top", "world", "sports")):
        stand.feeds["in"][section] = tuple(hanging[place * FEEDS_AT_ONCE :][:FEEDS_AT_ONCE])
    stand.feeds["us"]["top"] = tuple(stand.serve(f"/good/{n}", title) for n, title in enumerate(NEWS))
    shared = stand.open()
    begun = at_once(*(lambda section=section: shared.front("in", section, ANYBODY) for section in stand.feeds["in"]))
    while sum(stand.origin.hits(f"/slow/{number}") for number in range(len(hanging))) < FEEDS_AT_ONCE:
        assert not stand.origin.stopped.wait(0.01)
    page = shared.front("us", "top", ANYBODY).content
    assert isinstance(page, FrontPage)
    assert titles(page) == sorted(NEWS)
    assert page.missing == ()
    for thread in begun:
        thread.join()


def test_pages_of_one_edition_that_are_slow_to_make_do_not_delay_those_of_another(stand: Stand) -> None:
    sections = ("top", "world", "nation", "business", "sports", "health")
    for section in sections:
        stand.feeds["in"][section] = (stand.serve(f"/in/{section}", f"Erste aus {section}"),)
    stand.feeds["us"]["top"] = (stand.serve("/us", "Storch brütet"),)
    stand.front("us", "top")
    for section in sections:
        stand.front("in", section)
        stand.hang(f"/in/{section}")
    stand.serve("/us", "Kranich landet")
    stand.clock.now += FRESH
    shared = stand.open()
    for section in sections:
        shared.front("in", section, HURRIED)
    shared.front("us", "top", HURRIED)
    while stand.origin.hits("/us") < 2:
        assert not stand.origin.stopped.wait(0.01)
    assert any(stand.origin.hits(f"/in/{section}") == 1 for section in sections)  # whose turn has not come yet
