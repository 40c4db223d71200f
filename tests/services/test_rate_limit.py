"""How often a client may do something within a minute, counted in the store."""

import threading
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from app.errors import LimitReached
from app.services.rate_limit import RateLimit
from app.storage import SqliteStore
from app.storage.counters import StoreCounters
from tests.clock import Clock

SENTENCE = "You have asked often enough; please wait a little."


class Workers:
    """Processes that share a store: each has a limit of its own."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.stores: list[SqliteStore] = []

    def limit(self, per_minute: int, name: str = "reads") -> RateLimit:
        self.stores.append(SqliteStore(self.path, 1 << 24, self.clock))
        return RateLimit(name, per_minute, StoreCounters(self.stores[-1], self.clock), SENTENCE)

    def later(self, seconds: float) -> None:
        """Let time pass, while no store is in the midst of looking after what is older."""
        for store in self.stores:
            store.close()
        self.clock.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock(1_000_023.7)


@pytest.fixture
def workers(tmp_path: Path, clock: Clock) -> Iterator[Workers]:
    made = Workers(tmp_path / "store.sqlite3", clock)
    yield made
    for store in made.stores:
        store.close()


def allowed(limit: RateLimit, client: str = "203.0.113.5", most: int = 1000) -> int:
    """Return how often a client may come until he is refused."""
    for count in range(most):
        try:
            limit.check(client)
        except LimitReached:
            return count
    return most


def test_the_limit_is_a_minutes_times_at_once_and_the_refusal_is_the_sentence(workers: Workers) -> None:
    limit = workers.limit(30)
    assert allowed(limit) == 30
    with pytest.raises(LimitReached) as caught:
        limit.check("203.0.113.5")
    assert caught.value.sentence == SENTENCE
    assert caught.value.status == 429
    assert allowed(limit, "203.0.113.6") == 30


@pytest.mark.parametrize("per_minute", [1, 7, 30, 59, 90, 1000])
def test_whoever_waits_as_long_as_he_was_told_may_come_again(workers: Workers, clock: Clock, per_minute: int) -> None:
    limit = workers.limit(per_minute)
    assert allowed(limit) == per_minute
    for _ in range(5):
        with pytest.raises(LimitReached) as caught:
            limit.check("203.0.113.5")
        assert 1 <= caught.value.retry_after <= 61
        workers.later(caught.value.retry_after)
        assert allowed(limit) >= 1


def test_they_come_back_one_by_one(workers: Workers, clock: Clock) -> None:
    limit = workers.limit(30)
    came: list[float] = []
    for _ in range(600):
        came += [clock.now] * allowed(limit)
        workers.later(1)
    assert came.count(came[0]) == 30
    later = came[30:]
    # Ten minutes' less one, about, and never two at once.
    assert 240 <= len(later) <= 290
    assert len(set(later)) == len(later)
    assert max(after - before for before, after in pairwise(came)) <= 62


def test_all_comes_back_after_two_minutes_and_no_more_than_all(workers: Workers, clock: Clock) -> None:
    limit = workers.limit(30)
    assert allowed(limit) == 30
    workers.later(120)
    assert allowed(limit) == 30
    workers.later(86400)
    assert allowed(limit) == 30


def test_being_refused_costs_nothing(workers: Workers, clock: Clock) -> None:
    limit = workers.limit(30)
    assert allowed(limit) == 30
    for _ in range(200):
        assert allowed(limit) == 0
    workers.later(90)
    assert 14 <= allowed(limit) <= 18


def test_all_workers_count_together(workers: Workers) -> None:
    one, other = workers.limit(30), workers.limit(30)
    assert sum(allowed(limit, most=10) for limit in (one, other, one, other)) == 30


def test_each_kind_is_counted_by_itself(workers: Workers) -> None:
    reads, searches = workers.limit(5), workers.limit(3, "searches")
    assert (allowed(reads), allowed(searches)) == (5, 3)


def test_threads_of_several_workers_share_one_count(workers: Workers) -> None:
    limits = [workers.limit(100) for _ in range(2)] * 3
    passed: list[int] = []
    threads = [threading.Thread(target=lambda limit=limit: passed.append(allowed(limit))) for limit in limits]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # Of those who come at the same moment for the last place each may be refused.
    assert 95 <= sum(passed) <= 100


def test_a_store_that_fails_refuses_nobody(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "store"
    store = SqliteStore(folder / "store.sqlite3", 1 << 24, clock)
    limit = RateLimit("reads", 2, StoreCounters(store, clock), SENTENCE)
    store.close()
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.touch()
    assert allowed(limit, most=10) == 10


def test_who_only_looks_is_refused_when_none_is_left_and_counts_nothing(workers: Workers) -> None:
    limit = workers.limit(2)
    for _ in range(5):
        limit.peek("203.0.113.5")
    assert allowed(limit) == 2
    with pytest.raises(LimitReached) as caught:
        limit.peek("203.0.113.5")
    assert caught.value.sentence == SENTENCE
    assert caught.value.retry_after > 0
    limit.peek("203.0.113.6")
