"""How each source has fared, counted for all workers together."""

from collections.abc import Callable

import pytest

from app.storage import Store
from app.storage.feed_stats import ASKED_AGAIN_AFTER, DROPPED_AFTER, KEEP_SECONDS, FeedCount, FeedStats, _key
from tests.clock import Clock
from tests.storage.places import Place

POST, TIDE = "https://post.example/rss", "https://tide.example/rss"


@pytest.fixture
def clock(place: Place) -> Clock:
    return place.clock


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    return opened()


def test_a_source_that_was_never_asked_has_counted_nothing(store: Store, clock: Clock) -> None:
    assert FeedStats(store).of([POST]) == {POST: FeedCount()}
    assert FeedStats(store).of([]) == {}


def test_answers_and_failures_are_counted_each_for_its_source(store: Store, clock: Clock) -> None:
    feed_stats = FeedStats(store, clock)
    start = clock.now
    feed_stats.answered(POST, 12)
    feed_stats.failed(POST, "It did not answer.")
    clock.now += 60
    feed_stats.failed(POST, "It refuses.")
    feed_stats.answered(TIDE, 7)
    assert feed_stats.of([POST, TIDE]) == {
        POST: FeedCount(1, 2, 12, "It refuses.", failing_since=start, tried=clock.now),
        TIDE: FeedCount(fetched=1, failed=0, items=7, tried=clock.now),
    }


def test_a_source_that_answers_again_is_in_no_trouble(store: Store, clock: Clock) -> None:
    feed_stats = FeedStats(store, clock)
    feed_stats.failed(POST, "It refuses.")
    clock.now += 60
    feed_stats.answered(POST, 3)
    assert feed_stats.of([POST])[POST] == FeedCount(1, 1, 3, tried=clock.now)


def test_a_source_is_dropped_after_a_week_of_failing_and_asked_again_now_and_then(store: Store, clock: Clock) -> None:
    feed_stats = FeedStats(store, clock)
    clock.now += 1000
    feed_stats.failed(POST, "It refuses.")
    clock.now += DROPPED_AFTER - 1
    feed_stats.failed(POST, "It refuses.")
    assert not feed_stats.of([POST])[POST].is_dropped(clock.now)
    clock.now += 1
    count = feed_stats.of([POST])[POST]
    assert count.is_dropped(clock.now)
    assert not count.is_due(clock.now)
    assert count.is_due(clock.now + ASKED_AGAIN_AFTER)
    feed_stats.answered(POST, 3)
    assert not feed_stats.of([POST])[POST].is_dropped(clock.now)


def test_all_workers_count_together(store: Store, clock: Clock) -> None:
    one, two = FeedStats(store), FeedStats(store)
    one.answered(POST, 1)
    two.answered(POST, 2)
    assert one.of([POST]) == two.of([POST])
    assert one.of([POST])[POST].fetched == 2


def test_what_was_counted_is_forgotten_after_a_month_without_news(store: Store, clock: Clock) -> None:
    feed_stats = FeedStats(store)
    feed_stats.answered(POST, 1)
    clock.now += KEEP_SECONDS - 1
    assert feed_stats.of([POST])[POST].fetched == 1
    clock.now += 2
    assert feed_stats.of([POST])[POST] == FeedCount()


@pytest.mark.parametrize(
    ("stored", "fetched"),
    [(b'{"fetched": 7, "mood": "of a later version"}', 7), (b"\xff", 0), (b"[1, 2]", 0), (b"3", 0)],
)
def test_what_another_version_counted_is_read_as_far_as_it_is_known(store: Store, stored: bytes, fetched: int) -> None:
    store.set(_key(POST), stored, KEEP_SECONDS)
    assert FeedStats(store).of([POST])[POST] == FeedCount(fetched=fetched)
