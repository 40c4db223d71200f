"""Work in small steps behind the readers' backs."""

import logging
import os
import threading
import time
import weakref
from multiprocessing import get_context

import pytest

from app.storage.upkeep import Upkeep


class Work:
    """So many steps that are to be done, and who did them."""

    def __init__(self, steps: int) -> None:
        self.left = steps
        self.threads: list[str] = []
        self.done = threading.Event()

    def step(self) -> bool:
        self.threads.append(threading.current_thread().name)
        self.left -= 1
        if self.left == 0:
            self.done.set()
        return self.left > 0


def test_every_step_is_taken_by_a_thread_of_its_own() -> None:
    work = Work(5)
    upkeep = Upkeep(work.step, "broom")
    upkeep.due()
    assert work.done.wait(20)
    upkeep.end()
    assert work.threads == ["broom"] * 5


def test_it_can_be_ended_between_two_steps_and_taken_up_again() -> None:
    work = Work(1_000_000)
    upkeep = Upkeep(work.step, "broom")
    for _ in range(50):
        upkeep.due()
        upkeep.end()
        steps = len(work.threads)
        assert not any(thread.name == "broom" for thread in threading.enumerate())
    assert len(work.threads) == steps
    work.left = 2
    upkeep.due()
    assert work.done.wait(20)
    upkeep.end()


def test_what_becomes_due_later_is_done_then() -> None:
    work = Work(1)
    upkeep = Upkeep(work.step, "broom")
    for _ in range(3):
        work.left = 1
        work.done.clear()
        upkeep.due()
        assert work.done.wait(20)
    upkeep.end()


def test_a_forked_process_has_a_thread_of_its_own() -> None:
    work = Work(1)
    upkeep = Upkeep(work.step, "broom")
    upkeep.due()
    assert work.done.wait(20)

    def child() -> None:
        upkeep.end()  # of the parent's, which is not its to end
        work.left = 1
        work.done.clear()
        upkeep.due()
        os._exit(0 if work.done.wait(20) else 1)

    process = get_context("fork").Process(target=child)
    process.start()
    process.join(30)
    assert process.exitcode == 0
    upkeep.end()


def test_a_step_that_fails_is_noted_and_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    work = Work(1)

    def fail_first() -> bool:
        if not work.threads:
            work.threads.append("failed")
            raise ValueError("nobody foresaw this")
        return work.step()

    upkeep = Upkeep(fail_first, "broom")
    with caplog.at_level(logging.ERROR):
        upkeep.due()
        while not caplog.records:
            time.sleep(0.01)
    upkeep.due()
    assert work.done.wait(20)
    upkeep.end()
    assert "nobody foresaw this" in caplog.text


def test_the_thread_keeps_nothing_alive_that_others_dropped() -> None:
    work = Work(1)
    upkeep = Upkeep(work.step, "broom")
    upkeep.due()
    assert work.done.wait(20)
    left = weakref.ref(work)
    del work, upkeep
    deadline = time.monotonic() + 20
    while left() is not None and time.monotonic() < deadline:
        time.sleep(0.01)  # the thread may be at the end of its step
    assert left() is None
