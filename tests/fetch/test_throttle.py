"""Not too many fetches from one host."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from app.errors import TooManyReads
from app.fetch.throttle import BURST, MOST_HOSTS, MOST_WAITING, HostThrottle


class FakeClock:
    """A clock that goes only when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def take(throttle: HostThrottle, host: str, times: int) -> None:
    for _ in range(times):
        with throttle.slot(host, 0):
            pass


def test_after_a_burst_one_start_a_second_is_let_in() -> None:
    clock = FakeClock()
    throttle = HostThrottle(2, 1, clock)
    take(throttle, "example.org", BURST)
    with pytest.raises(TooManyReads, match=r"Too many readers are asking example\.org at the moment; please try again"):
        take(throttle, "example.org", 1)
    clock.now += 1
    take(throttle, "example.org", 1)
    with pytest.raises(TooManyReads):
        take(throttle, "example.org", 1)


def test_a_rest_does_not_save_up_more_than_a_burst() -> None:
    clock = FakeClock()
    throttle = HostThrottle(2, 1, clock)
    take(throttle, "example.org", 1)
    clock.now += 3600
    take(throttle, "example.org", BURST)
    with pytest.raises(TooManyReads):
        take(throttle, "example.org", 1)


@pytest.mark.parametrize(("host", "most"), [("archive.org", 1), ("web.archive.org", 1), ("myarchive.org", 2)])
def test_some_hosts_are_asked_one_at_a_time(host: str, most: int) -> None:
    throttle = HostThrottle(2, 1, FakeClock(), singly=("archive.org",))
    with throttle.slot(host, 0):
        if most == 1:
            with pytest.raises(TooManyReads):
                take(throttle, host, 1)
        else:
            take(throttle, host, 1)
    take(throttle, host, 1)


def test_hosts_do_not_hold_one_another_up() -> None:
    throttle = HostThrottle(1, 1, FakeClock())
    take(throttle, "example.org", BURST)
    with throttle.slot("example.net", 0):
        take(throttle, "example.com", 1)


def test_only_so_many_run_at_once_and_a_failure_gives_its_turn_back() -> None:
    throttle = HostThrottle(1, 1000)

    def fail_while_it_is_full() -> None:
        with throttle.slot("www.example.org", 0):
            with pytest.raises(TooManyReads, match=r"asking example\.org at"):
                take(throttle, "www.example.org", 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_while_it_is_full()
    take(throttle, "www.example.org", 1)


def test_who_waits_gets_the_turn_that_is_given_back() -> None:
    throttle = HostThrottle(1, 1000)
    got = threading.Event()

    def wait_for_it() -> None:
        with throttle.slot("example.org", 5):
            got.set()

    with throttle.slot("example.org", 0):
        waiter = threading.Thread(target=wait_for_it)
        waiter.start()
        assert not got.wait(0.05)
    assert got.wait(5)
    waiter.join(5)


def test_waiting_ends_with_patience() -> None:
    throttle = HostThrottle(1, 1000)
    with throttle.slot("example.org", 0):
        started = time.monotonic()
        with pytest.raises(TooManyReads), throttle.slot("example.org", 0.05):
            pass
        assert 0.04 < time.monotonic() - started < 4


def test_a_rest_that_is_longer_than_patience_is_not_begun() -> None:
    throttle = HostThrottle(1, 0.01)
    take(throttle, "example.org", BURST)
    started = time.monotonic()
    with pytest.raises(TooManyReads), throttle.slot("example.org", 50):
        pass
    assert time.monotonic() - started < 5


def test_a_slow_host_does_not_gather_all_our_threads() -> None:
    throttle = HostThrottle(1, 1000)
    refused = threading.Semaphore(0)

    def wait_in_line() -> None:
        try:
            with throttle.slot("example.org", 5):
                pass
        except TooManyReads:
            refused.release()

    threads = [threading.Thread(target=wait_in_line) for _ in range(MOST_WAITING + 3)]
    with throttle.slot("example.org", 0):
        for thread in threads:
            thread.start()
        assert all(refused.acquire(timeout=5) for _ in range(3))
        assert not refused.acquire(timeout=0.05)
    for thread in threads:
        thread.join(5)


def test_idle_hosts_are_forgotten_and_busy_ones_are_not() -> None:
    throttle = HostThrottle(1, 0.001, FakeClock())
    with throttle.slot("busy.example", 0):
        for number in range(3 * MOST_HOSTS):
            take(throttle, f"{number}.example", 1)
        assert len(throttle._hosts) <= MOST_HOSTS
        with pytest.raises(TooManyReads):
            take(throttle, "busy.example", 1)


class Others:
    """What all processes have together: it says what it is told to, and notes who asked."""

    def __init__(self, *answers: bool) -> None:
        self.answers = list(answers)
        self.held_now = 0

    @contextmanager
    def held(self, host: str, patience: float) -> Iterator[bool]:
        self.held_now += 1
        try:
            yield self.answers.pop(0)
        finally:
            self.held_now -= 1


def test_a_turn_is_one_of_all_processes_too_and_given_back_to_them() -> None:
    others = Others(True, False, True)
    throttle = HostThrottle(1, 1000, shared=others)
    with throttle.slot("example.org", 0):
        assert others.held_now == 1
    with pytest.raises(TooManyReads, match="Too many readers are asking example"), throttle.slot("example.org", 0):
        raise AssertionError
    assert others.held_now == 0
    with throttle.slot("example.org", 0):
        assert others.held_now == 1
