"""How each source has fared, counted for all workers together."""

from collections.abc import Callable

import pytest

from app.storage import Store
from app.storage.feed_stats import KEEP_SECONDS, FeedCount, FeedStats
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
    feed_stats = FeedStats(store)
    feed_stats.answered(POST, 12)
    feed_stats.failed(POST, "It did not answer.")
    feed_stats.failed(POST, "It refuses.")
    feed_stats.answered(TIDE, 7)
    assert feed_stats.of([POST, TIDE]) == {
        POST: FeedCount(fetched=1, failed=2, items=12, trouble="It refuses."),
        TIDE: FeedCount(fetched=1, failed=0, items=7),
    }


def test_a_source_that_answers_again_is_in_no_trouble(store: Store, clock: Clock) -> None:
    feed_stats = FeedStats(store)
    feed_stats.failed(POST, "It refuses.")
    clock.now += 60
    feed_stats.answered(POST, 3)
    assert feed_stats.of([POST])[POST] == FeedCount(1, 1, 3)


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
