"""Feeds read side by side: nobody waits long for a slow one, and what it sends in the end is not lost."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from app.storage.feed_stats import ASKED_AGAIN_AFTER, DROPPED_AFTER
from app.web.app_factory import create_app
from config import Settings
from tests.news.town import OWN, Paper, front_page, newspaper_of, titles, town
from tests.origin import Origin
from tests.services.newspaper import Newspaper

FEED = b'<rss version="2.0"><channel><item><title>Well runs dry</title><link>/story/0</link></item></channel></rss>'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n\r\n"


@pytest.fixture
def papers() -> Iterator[list[Paper]]:
    with town() as found:
        yield found[:4]


@pytest.fixture
def newspaper(settings: Settings, papers: list[Paper], tmp_path: Path) -> Settings:
    usual = newspaper_of(papers, settings, tmp_path)
    return replace(usual, NEWS_PATIENCE_SECONDS=3, FETCH_DEADLINE=20)


class Held:
    """A feed that answers when it is told to, or when nobody can have waited for it."""

    def __init__(self, paper: Paper) -> None:
        self.go = threading.Event()
        self.gone = threading.Event()
        paper.origin.serve_raw("/feed", self._answer)

    def _answer(self, connection: socket.socket) -> None:
        self.go.wait(10)
        connection.sendall(HEAD + FEED)
        self.gone.set()


def test_a_page_does_not_wait_for_a_slow_feed_and_the_next_one_has_what_it_sent(
    newspaper: Settings, papers: list[Paper]
) -> None:
    slow = Held(papers[3])
    app = create_app(newspaper)
    page = front_page(app)
    assert not slow.gone.is_set()
    assert "Not reached: 127.0.0.5" in page
    assert {OWN[paper.number % 8] for paper in papers[:3]} <= set(titles(page))
    slow.go.set()
    app.extensions["news68k"].front_pages.close()  # waits for the feeds under way
    assert create_app(newspaper).test_cli_runner().invoke(args=["warm", "in"]).exit_code == 0
    assert "Well runs dry" in titles(front_page(create_app(newspaper)))
    assert papers[3].origin.hits("/feed") == 1


def test_a_page_does_not_wait_where_all_feeds_are_slow(newspaper: Settings, papers: list[Paper]) -> None:
    slow = [Held(paper) for paper in papers]
    page = front_page(create_app(replace(newspaper, NEWS_PATIENCE_SECONDS=0.2)))
    assert not any(each.gone.is_set() for each in slow)
    for each in slow:
        each.go.set()
    assert "None of the sources of this page can be reached" in page


def test_a_feed_that_fails_for_a_week_is_dropped_from_pages_and_comes_back_when_it_answers(
    tmp_path: Path, origin: Origin
) -> None:
    newspaper = Newspaper(tmp_path, origin)
    newspaper.publish("top", "tide", ["One"])
    newspaper.publish("top", "post", ["Two"])
    origin.serve("/post/top", "gone", status=503)
    assert newspaper.front_pages.warm("in", "top").missing == ("127.0.0.1",)
    newspaper.clock.now += DROPPED_AFTER
    assert newspaper.front_pages.warm("in", "top").missing == ()
    asked = origin.hits("/post/top")
    newspaper.clock.now += ASKED_AGAIN_AFTER / 2
    newspaper.front_pages.warm("in", "top")
    assert origin.hits("/post/top") == asked
    newspaper.feeds["top"] = newspaper.feeds["top"][:1]
    newspaper.publish("top", "post", ["Two"])
    newspaper.clock.now += ASKED_AGAIN_AFTER
    stories = newspaper.front_pages.warm("in", "top").stories
    assert {story.lead.title for story in stories} == {"One", "Two"}
    newspaper.close()


def test_where_all_feeds_have_failed_for_a_week_none_is_dropped(tmp_path: Path, origin: Origin) -> None:
    newspaper = Newspaper(tmp_path, origin)
    newspaper.publish("top", "post", ["Two"])
    origin.serve("/post/top", "gone", status=503)
    newspaper.front_pages.warm("in", "top")
    newspaper.clock.now += DROPPED_AFTER
    assert newspaper.front_pages.warm("in", "top").missing == ("127.0.0.1",)
    newspaper.close()


def feeds(edition: str, outcome: str) -> float:
    return REGISTRY.get_sample_value("news68k_feeds_total", {"edition": edition, "outcome": outcome}) or 0


def test_the_feeds_of_a_page_are_counted_by_edition_and_those_of_other_pages_together(
    tmp_path: Path, origin: Origin
) -> None:
    town, kinds = Newspaper(tmp_path, origin), ("fresh", "stale", "missing", "dropped")
    town.publish("top", "tide", ["One", "Two"])
    dead = town.publish("top", "post", ["One"])
    origin.serve("/post/top", "gone", status=503)
    before = {(each, kind): feeds(each, kind) for each in ("in", "other") for kind in kinds}
    town.front_pages.warm("in", "top")
    town.maker.mixed("Mine", "own abc", {dead: "en"}, newest=False)
    counted = {each: feeds(*each) - number for each, number in before.items()}
    assert {each: number for each, number in counted.items() if number} == {
        ("in", "fresh"): 1,
        ("in", "missing"): 1,
        ("other", "missing"): 1,
    }
    town.close()
