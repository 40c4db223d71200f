"""Whose turn it is to have a picture converted: order, places, and limits for each client."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from ipaddress import ip_network
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from app.errors import LimitReached, Overloaded
from app.services.conversions import MOST_EACH, Conversions
from app.services.rate_limit import RateLimit
from app.storage import SqliteStore
from app.storage.counters import StoreCounters
from tests.redis_server import until

ENOUGH = 20.0  # seconds; nothing waits as long


Made = Callable[..., Conversions]


@pytest.fixture
def conversions(tmp_path: Path) -> Iterator[Made]:
    store = SqliteStore(tmp_path / "store.sqlite3", 1 << 24)

    def made(at_once: int = 2, waiting: int = 8, per_minute: int = 1000) -> Conversions:
        limit = RateLimit("conversions", per_minute, StoreCounters(store), "You have had 1 picture.")
        return Conversions(limit, at_once, waiting, [ip_network("127.0.0.0/8")])

    yield made
    store.close()


class Held:
    """Turns that are held by threads until they are told to end."""

    def __init__(self, turns: Conversions) -> None:
        self.turns = turns
        self.end = threading.Event()
        self.started = threading.Semaphore(0)
        self.running = self.most = 0
        self._lock = threading.Lock()

    def convert(self, client: str) -> None:
        with self.turns.turn(client):
            with self._lock:
                self.running += 1
                self.most = max(self.most, self.running)
            self.started.release()
            self.end.wait(ENOUGH)
            with self._lock:
                self.running -= 1


@contextmanager
def held(turns: Conversions, *clients: str) -> Iterator[Held]:
    """Hold a turn for each of the clients."""
    hold = Held(turns)
    with ThreadPoolExecutor(len(clients)) as pool:
        done = [pool.submit(hold.convert, client) for client in clients]
        for _ in clients:
            assert hold.started.acquire(timeout=ENOUGH)
        try:
            yield hold
        finally:
            hold.end.set()
    for each in done:
        each.result()


def test_no_more_run_at_once_than_allowed(conversions: Made) -> None:
    turns = conversions(at_once=2)
    hold = Held(turns)
    with ThreadPoolExecutor(6) as pool:
        done = [pool.submit(hold.convert, f"192.0.2.{number}") for number in range(6)]
        for _ in range(2):
            assert hold.started.acquire(timeout=ENOUGH)
        assert not hold.started.acquire(timeout=0.2)
        hold.end.set()
    assert [each.result() for each in done] == [None] * 6
    assert hold.most == 2


def test_one_client_leaves_a_place_to_the_others(conversions: Made) -> None:
    turns = conversions(at_once=MOST_EACH + 1)
    with held(turns, *["192.0.2.1"] * MOST_EACH), ThreadPoolExecutor(1) as pool:
        late = Held(turns)
        late.end.set()
        third = pool.submit(late.convert, "192.0.2.1")
        assert not late.started.acquire(timeout=0.2)
        with turns.turn("192.0.2.2"):
            pass
        assert not third.done()


def test_whoever_finds_the_queue_full_is_refused_at_once(conversions: Made) -> None:
    turns = conversions(at_once=1, waiting=2)
    with held(turns, "192.0.2.1") as first, ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(first.convert, f"192.0.2.{number}") for number in (2, 3)]
        while len(turns._queue) < 2:
            assert not first.end.wait(0.01)
        with pytest.raises(Overloaded) as refused, turns.turn("192.0.2.4"):
            pass
        assert refused.value.retry_after > 0
        first.end.set()
    assert [each.result() for each in waiting] == [None, None]


def test_conversions_are_counted_for_each_client_but_for_those_that_are_exempt(conversions: Made) -> None:
    turns = conversions(per_minute=1)
    with turns.turn("192.0.2.1") as count:
        count()
        with pytest.raises(LimitReached, match="1 picture"):
            count()
    with turns.turn("127.0.0.1") as count:
        count()
        count()


def waiting() -> float:
    return REGISTRY.get_sample_value("news68k_waiting", {"queue": "conversions"}) or 0


def test_who_waits_for_a_turn_is_counted_for_as_long_as_that(conversions: Made) -> None:
    turns = conversions(at_once=1)
    with ThreadPoolExecutor(1) as pool:
        with held(turns, "192.0.2.1"):
            other = pool.submit(turns.turn("192.0.2.2").__enter__)
            assert until(lambda: waiting() == 1)
        other.result(ENOUGH)
    assert waiting() == 0
