"""A store that fails: asked again now and then, and a line in the log a minute."""

import logging

import pytest

from app.storage.trouble import Trouble
from tests.clock import Clock

ERROR = OSError("the disk is full")


def test_one_call_is_let_through_now_and_then_until_one_works() -> None:
    clock = Clock()
    trouble = Trouble("It fails", 5, clock)
    assert [trouble.may_try() for _ in range(3)] == [True] * 3
    trouble.failed(ERROR)
    assert trouble.is_there
    assert not trouble.may_try()
    clock.now += 5
    assert [trouble.may_try() for _ in range(3)] == [True, False, False]
    trouble.failed(ERROR)
    clock.now += 5
    assert trouble.may_try()
    trouble.worked()
    assert not trouble.is_there
    assert [trouble.may_try() for _ in range(3)] == [True] * 3


def test_the_log_has_a_line_a_minute_which_counts_the_others(caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    trouble = Trouble("It fails", 0, clock)
    with caplog.at_level(logging.WARNING):
        for _ in range(120):
            trouble.failed(ERROR)
            # That it works in between makes no line more.
            trouble.worked()
            clock.now += 1
        clock.now += 3600
        trouble.failed(ERROR)
    assert [record.getMessage() for record in caplog.records] == [
        "It fails: the disk is full (1 failure since the last such line)",
        "It fails: the disk is full (60 failures since the last such line)",
        "It fails: the disk is full (60 failures since the last such line)",
    ]


def test_a_failure_that_may_come_of_many_callers_is_no_trouble_unless_others_follow() -> None:
    clock = Clock()
    trouble = Trouble("It fails", 5, clock)
    for _ in range(3):
        trouble.failed(ERROR, allowed=1)
        assert trouble.may_try()
        trouble.worked()
    trouble.failed(ERROR, allowed=1)
    trouble.failed(ERROR, allowed=1)
    assert not trouble.may_try()
