"""Threads shared by groups: those whose calls hang hold up themselves."""

import threading
from collections.abc import Iterator
from concurrent.futures import wait
from functools import partial

import pytest

from app.services.fair_pool import FairPool

LONG = 20  # seconds after which a test that would hang fails


@pytest.fixture
def pool() -> Iterator[FairPool]:
    made = FairPool(6, 2, "test")
    yield made
    made.close()


def test_a_call_gives_its_result_or_its_exception(pool: FairPool) -> None:
    def fail() -> int:
        raise KeyError("no")

    assert pool.submit("a", lambda: 7).result(LONG) == 7
    with pytest.raises(KeyError):
        pool.submit("a", fail).result(LONG)


def test_a_group_that_hangs_leaves_threads_for_another(pool: FairPool) -> None:
    end = threading.Event()
    slow = [pool.submit("slow", lambda: end.wait(LONG)) for _ in range(50)]
    assert [pool.submit("quick", partial(int, number)).result(LONG) for number in range(5)] == list(range(5))
    assert not any(future.done() for future in slow)
    end.set()
    assert all(future.result(LONG) for future in slow)


def test_no_more_of_a_group_run_at_once_than_its_share(pool: FairPool) -> None:
    lock, end = threading.Lock(), threading.Event()
    running, most = set[int](), list[int]()

    def run() -> None:
        with lock:
            running.add(threading.get_ident())
            most.append(len(running))
        end.wait(0.01)
        with lock:
            running.discard(threading.get_ident())

    wait([pool.submit("a", run) for _ in range(30)], LONG)
    assert max(most) == 2
    assert len(most) == 30


def test_calls_of_a_group_run_in_the_order_in_which_they_came() -> None:
    pool = FairPool(1, 1, "test")
    seen: list[int] = []
    wait([pool.submit("a", partial(seen.append, number)) for number in range(20)], LONG)
    pool.close()
    assert seen == list(range(20))


def test_a_pool_that_closes_finishes_what_runs_and_cancels_what_waits() -> None:
    pool, begun, end = FairPool(2, 1, "test"), threading.Event(), threading.Event()

    def run() -> str:
        begun.set()
        end.wait(LONG)
        return "finished"

    running, waiting = pool.submit("a", run), pool.submit("a", run)
    assert begun.wait(LONG)
    closing = threading.Thread(target=pool.close)
    closing.start()
    wait([waiting], LONG)
    end.set()
    closing.join(LONG)
    assert (running.result(LONG), waiting.cancelled()) == ("finished", True)
    with pytest.raises(RuntimeError):
        pool.submit("a", run)
