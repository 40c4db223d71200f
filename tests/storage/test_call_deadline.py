"""Calls that never come to an end are given up; others are let alone."""

import multiprocessing
import threading
import time

from app.storage.call_deadline import CallDeadline
from tests.redis_server import until


def watched() -> tuple[CallDeadline, threading.Event]:
    given_up = threading.Event()
    return CallDeadline(0.1, given_up.set), given_up


def watchers() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "store deadline"}


def test_a_call_that_takes_too_long_is_given_up() -> None:
    deadline, given_up = watched()
    with deadline.kept():
        assert given_up.wait(10)


def test_calls_that_end_in_time_are_not() -> None:
    deadline, given_up = watched()
    for _ in range(300):
        with deadline.kept():
            time.sleep(0.001)
    assert not given_up.is_set()


def test_where_nothing_is_under_way_nobody_watches_until_something_is() -> None:
    before = watchers()
    deadline, given_up = watched()
    with deadline.kept():
        pass
    ours = watchers() - before
    assert len(ours) == 1
    assert until(lambda: not ours & watchers())
    with deadline.kept():
        assert given_up.wait(10)


def test_it_can_be_ended_at_once_and_begins_again() -> None:
    before = watchers()
    deadline, given_up = watched()
    with deadline.kept():
        pass
    deadline.end()
    deadline.end()
    assert watchers() <= before
    with deadline.kept():
        assert given_up.wait(10)
    deadline.end()


def in_a_fork(deadline: CallDeadline, given_up: threading.Event) -> None:
    given_up.clear()
    with deadline.kept():
        raise SystemExit(0 if given_up.wait(10) else 1)


def test_a_forked_process_watches_over_its_own_calls() -> None:
    deadline, given_up = watched()
    with deadline.kept():
        child = multiprocessing.get_context("fork").Process(target=in_a_fork, args=(deadline, given_up))
        child.start()
        child.join(20)
    assert child.exitcode == 0
