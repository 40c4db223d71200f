"""Front pages kept: served while there are some, made anew behind the reader, never replaced by nothing."""

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import LimitReached
from app.models import FrontPage, Headline, Story
from app.services.page_keeper import HASTE_SECONDS, MadePage, PageKeeper
from app.storage import SqliteStore
from app.storage.cache import Cache
from tests.admissions import ANYBODY, HURRIED, NOBODY
from tests.clock import Clock

FRESH, STALE = 300.0, 3600.0


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cache(tmp_path: Path, clock: Clock) -> Iterator[Cache]:
    store = SqliteStore(tmp_path / "store.sqlite3", 10_000_000, clock)
    yield Cache(store, 10_000_000, clock)
    store.close()


@pytest.fixture
def keeper(cache: Cache, clock: Clock) -> Iterator[PageKeeper]:
    made = PageKeeper(cache, FRESH, STALE, clock)
    yield made
    made.close()


def page(*titles: str, early: bool = False) -> MadePage:
    stories = (Story(Headline(title, f"http://x.example/{title}", "", "", 0)) for title in titles)
    return MadePage(FrontPage("top", tuple(stories)), early)


class Maker:
    """Makes the page that is set, and counts how often."""

    def __init__(self, *titles: str, early: bool = False) -> None:
        self.next = page(*titles, early=early)
        self.times = 0

    def __call__(self) -> MadePage:
        self.times += 1
        return self.next


def shown(keeper: PageKeeper, maker: Maker) -> list[str]:
    """Return the titles on the page; what is made behind the reader's back is waited for."""
    content = keeper.get("in", "front", maker, ANYBODY).content
    assert isinstance(content, FrontPage)
    return [story.lead.title for story in content.stories]


def test_a_page_is_made_once_while_it_is_fresh(keeper: PageKeeper, clock: Clock) -> None:
    maker = Maker("One")
    assert keeper.peek("front") is None
    assert shown(keeper, maker) == ["One"]
    clock.now += FRESH - 1
    assert shown(keeper, maker) == ["One"]
    assert maker.times == 1
    assert keeper.peek("front") == maker.next.page


def test_a_stale_page_is_made_anew_before_it_is_shown_where_that_is_quick(keeper: PageKeeper, clock: Clock) -> None:
    maker = Maker("One")
    shown(keeper, maker)
    maker.next = page("Two")
    clock.now += FRESH
    assert shown(keeper, maker) == ["Two"]
    assert maker.times == 2


def test_a_stale_page_is_shown_while_a_slow_one_is_made(
    keeper: PageKeeper, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.page_keeper.RENEWAL_SECONDS", 0.05)
    may_end = threading.Event()
    shown(keeper, Maker("One"))
    clock.now += FRESH

    def slow() -> MadePage:
        may_end.wait(20)
        return page("Two")

    assert keeper.get("in", "front", slow, ANYBODY).age == FRESH
    assert keeper.get("in", "front", slow, ANYBODY).content == page("One").page
    may_end.set()
    keeper.close()
    assert keeper.peek("front") == page("Two").page


def test_nobody_waits_for_a_new_page_who_has_no_place_to_wait_in(keeper: PageKeeper, clock: Clock) -> None:
    may_end = threading.Event()
    shown(keeper, Maker("One"))
    clock.now += FRESH

    def slow() -> MadePage:
        may_end.wait(20)
        return page("Two")

    assert keeper.get("in", "front", slow, HURRIED).content == page("One").page
    may_end.set()


def test_a_page_comes_with_its_age(keeper: PageKeeper, clock: Clock) -> None:
    maker, start = Maker("One"), clock.now
    assert keeper.get("in", "front", maker, ANYBODY).age == 0
    clock.now += 60
    cached = keeper.get("in", "front", maker, ANYBODY)
    assert (cached.fetched_at, cached.age) == (start, 60)


def test_an_empty_page_does_not_replace_one_with_stories_and_is_tried_again_soon(
    keeper: PageKeeper, clock: Clock
) -> None:
    maker = Maker("One")
    old = keeper.renew("front", maker)
    maker.next = page()
    assert keeper.renew("front", maker) == old
    clock.now += HASTE_SECONDS - 1
    assert keeper.get("in", "front", maker, ANYBODY).content == old
    assert maker.times == 2
    maker.next = page("Two")
    clock.now += 1
    assert keeper.get("in", "front", maker, ANYBODY).content == maker.next.page
    assert maker.times == 3


@pytest.mark.parametrize(
    ("maker", "seconds"), [(Maker("One"), FRESH), (Maker("One", early=True), HASTE_SECONDS), (Maker(), HASTE_SECONDS)]
)
def test_a_first_page_that_lacks_something_is_made_again_soon(
    cache: Cache, clock: Clock, maker: Maker, seconds: float
) -> None:
    for after, times in ((0, 1), (seconds - 1, 1), (1, 2)):
        clock.now += after
        keeper = PageKeeper(cache, FRESH, STALE, clock)
        keeper.get("in", "front", maker, ANYBODY)
        keeper.close()
        assert maker.times == times


def test_only_who_causes_a_page_is_counted_for_it(keeper: PageKeeper) -> None:
    maker = Maker("One")
    with pytest.raises(LimitReached):
        keeper.get("in", "front", maker, NOBODY)
    assert maker.times == 0
    keeper.get("in", "front", maker, ANYBODY)
    assert keeper.get("in", "front", maker, NOBODY).content == maker.next.page


def test_many_readers_of_a_page_that_is_not_there_cause_one_making(keeper: PageKeeper) -> None:
    made = Maker("One")
    threads = [threading.Thread(target=shown, args=(keeper, made)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert made.times == 1


def test_what_fails_behind_a_readers_back_is_a_line_in_the_log(
    cache: Cache, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    keeper = PageKeeper(cache, FRESH, STALE, clock)
    keeper.get("in", "front", Maker("One"), ANYBODY)
    clock.now += FRESH

    def fail() -> MadePage:
        raise RuntimeError("a mistake of ours")

    with caplog.at_level(logging.ERROR):
        assert keeper.get("in", "front", fail, ANYBODY).content == page("One").page
        keeper.close()
    assert "could not be made" in caplog.text


def test_a_page_of_other_rules_is_neither_served_nor_known(keeper: PageKeeper, cache: Cache, clock: Clock) -> None:
    assert shown(keeper, Maker("Denied")) == ["Denied"]
    other = PageKeeper(cache, FRESH, STALE, clock, namespace="other rules ")
    assert other.peek("front") is None
    assert shown(other, Maker("Allowed")) == ["Allowed"]
    assert shown(keeper, Maker("Made anew")) == ["Denied"]
    other.close()


def test_a_clock_that_is_set_back_makes_no_page_fresh(keeper: PageKeeper, clock: Clock) -> None:
    maker = Maker("One")
    shown(keeper, maker)
    clock.now -= 86400
    maker.next = page("Two")
    cached = keeper.get("in", "front", maker, ANYBODY)
    assert (cached.fetched_at, cached.age) == (clock.now, 0)
    keeper.close()
    assert maker.times == 2
    assert keeper.peek("front") == maker.next.page


def test_a_page_of_feeds_that_may_no_longer_be_read_is_made_anew(cache: Cache, clock: Clock) -> None:
    allowed = {"10.0.0.1"}
    keeper = PageKeeper(cache, FRESH, STALE, clock, permits=allowed.issuperset)
    maker = Maker("One")
    maker.next = replace(maker.next, granted=("10.0.0.1",))
    assert shown(keeper, maker) == ["One"]
    assert keeper.granted("front") == ("10.0.0.1",)
    allowed.clear()
    assert keeper.peek("front") is None
    assert keeper.granted("front") == ()
    maker.next = page()
    assert shown(keeper, maker) == []
    assert maker.times == 2
    keeper.close()
