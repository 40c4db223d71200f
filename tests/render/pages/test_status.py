"""The page of how the site fares, in every profile."""

import re
from functools import cache
from pathlib import Path

import pytest

from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.status import SiteState, moment
from app.render.profiles.profiles import PROFILES
from app.render.profiles.spec import read_spec
from app.render.template import Frame
from app.services.day_figures import SLOTS, Day
from app.storage.feed_stats import FeedCount
from config import ROOT
from tests.validity import sgml_errors

URLS = ("http://tide.example/rss", "http://post.example/rss")
IDS = dict(zip(URLS, ("aaaaaaaaaa", "bbbbbbbbbb"), strict=True))
NOW = 1_700_000_000.0
BUSY = Day({name: tuple(range(SLOTS)) for name in "well badly quick slowly slowest fetched lost".split()}, NOW)


@cache
def pages() -> Pages:
    return Pages(ROOT / "templates")


def status(
    spec: str = "universal",
    trouble: str = "",
    since: float = 0,
    many: int = 0,
    counts: dict[str, FeedCount] | None = None,
) -> str:
    frame = Frame("68k.news", "IN", Links("", "/in", IDS), read_spec(spec))
    hosts = [("wiby", 0.0), ("Wayback Machine", NOW), *((f"engine-{each}", 0.0) for each in range(many))]
    state = SiteState(trouble, since, hosts, BUSY)
    told = counts or {URLS[0]: FeedCount(3, 1, 12, "It refuses.", NOW), URLS[1]: FeedCount(2, 0, 7)}
    body = pages().status.status(frame, state, told, {URLS[0]}, "none were asked.", 1).body
    assert len(body) <= PROFILES[spec].budget
    return body.decode("ascii")


def test_the_state_of_the_sources_is_sorted_and_says_what_is_wrong_since_when_and_what_is_dropped() -> None:
    page = status()
    assert re.findall(r'<li><a href="/in/f/(\w+)">', page) == ["bbbbbbbbbb", "aaaaaaaaaa"]
    assert (
        "http://tide.example/rss</a>: 3 fetched, 1 failed, 12 items; <em>It refuses.</em> It has failed since "
        "2023-11-14 22:13 UTC. <strong>It has failed for a week" in page
    )
    assert "http://post.example/rss</a>: 2 fetched, 0 failed, 7 items</li>" in page
    assert "Google News: none were asked." in page


def test_a_store_that_fails_is_said_with_its_reason_and_since_when() -> None:
    assert "<p>The store works.</p>" in status()
    said = status(trouble="the disk is full", since=NOW)
    assert "The store has failed since 2023-11-14 22:13 UTC: the disk is full." in said


def test_it_is_said_who_is_left_alone_and_who_is_not() -> None:
    page = status()
    assert "<li>wiby is asked as usual.</li>" in page
    assert "Wayback Machine <strong>failed, and is left alone for a while since 2023-11-14 22:13 UTC." in page


@pytest.mark.parametrize("name", PROFILES)
def test_plots_are_there_with_their_size_and_words_in_every_profile(name: str, tmp_path: Path) -> None:
    page = status(name, many=12)
    found = re.findall(r'<img src="/in/status/(\w+)\.gif" width="(\d+)" height="\d+" alt="\[([^"]+)\]">', page)
    assert [each for each, _, _ in found] == ["requests", "times", "fetches"]
    assert all(int(width) <= PROFILES[name].width for _, width, _ in found)
    assert found[0][2] == f"At most {2 * (SLOTS - 1)} in ten minutes, at {moment(NOW // 600 * 600)}"
    assert sgml_errors(page.encode(), tmp_path) == ""


def test_a_moment_is_shown_in_utc_and_none_as_nothing() -> None:
    assert (moment(0), moment(NOW)) == ("", "2023-11-14 22:13 UTC")
