import threading

import pytest

from app.errors import LimitReached
from app.services.rate_limit import MOST_CLIENTS, ReadLimit


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def reads_until_refused(limit: ReadLimit, client: str, most: int = 1000) -> int:
    for count in range(most):
        try:
            limit.check(client)
        except LimitReached:
            return count
    return most


def test_the_limit_is_a_minutes_reads_at_once_and_says_so() -> None:
    limit = ReadLimit(30, Clock())
    for _ in range(30):
        limit.check("203.0.113.5")
    with pytest.raises(LimitReached) as caught:
        limit.check("203.0.113.5")
    assert caught.value.sentence == "You have asked for 30 pages within a minute; please wait a little."
    assert caught.value.status == 429


def test_one_page_is_said_as_people_say_it() -> None:
    limit = ReadLimit(1, clock=Clock())
    limit.check("203.0.113.5")
    with pytest.raises(LimitReached, match="for 1 page within a minute"):
        limit.check("203.0.113.5")


@pytest.mark.parametrize("per_minute", [1, 7, 30, 59, 90, 1000])
def test_whoever_waits_as_long_as_he_was_told_may_read_again(per_minute: int) -> None:
    clock = Clock()
    limit = ReadLimit(per_minute, clock=clock)
    assert reads_until_refused(limit, "203.0.113.5") == per_minute
    for _ in range(5):
        with pytest.raises(LimitReached) as caught:
            limit.check("203.0.113.5")
        assert 1 <= caught.value.retry_after <= 60
        clock.now += caught.value.retry_after
        assert reads_until_refused(limit, "203.0.113.5") >= 1


def test_reads_come_back_evenly_and_never_exceed_a_minutes() -> None:
    clock = Clock()
    limit = ReadLimit(30, clock=clock)
    assert reads_until_refused(limit, "203.0.113.5") == 30
    clock.now += 20
    assert reads_until_refused(limit, "203.0.113.5") == 10
    clock.now += 86400
    assert reads_until_refused(limit, "203.0.113.5") == 30


def test_being_refused_costs_nothing() -> None:
    clock = Clock()
    limit = ReadLimit(30, clock=clock)
    assert reads_until_refused(limit, "203.0.113.5") == 30
    for _ in range(7):
        clock.now += 0.25
        assert reads_until_refused(limit, "203.0.113.5") == 0
    clock.now += 0.25
    assert reads_until_refused(limit, "203.0.113.5") == 1


def test_a_crowd_of_others_does_not_give_reads_back_to_one_who_goes_on_asking() -> None:
    limit = ReadLimit(3, clock=Clock())
    assert reads_until_refused(limit, "203.0.113.5") == 3
    for number in range(2 * MOST_CLIENTS):
        limit.check(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
        if number % 5000 == 0:
            assert reads_until_refused(limit, "203.0.113.5") == 0


def test_memory_is_bounded_by_the_clients_that_asked_last() -> None:
    limit = ReadLimit(1, clock=Clock())
    for number in range(MOST_CLIENTS + 1):
        limit.check(f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}")
    assert reads_until_refused(limit, "10.0.0.1") == 0
    # The very first one made room.
    assert reads_until_refused(limit, "10.0.0.0") == 1


def test_threads_share_one_count() -> None:
    limit = ReadLimit(500, clock=Clock())
    passed: list[int] = []
    threads = [
        threading.Thread(target=lambda: passed.append(reads_until_refused(limit, "203.0.113.5"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(passed) == 500
