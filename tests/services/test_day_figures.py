"""The last day in slots of ten minutes, as several processes have told of it."""

from collections.abc import Callable

import pytest

from app.services.day_figures import SHOWN_SECONDS, SLOT, SLOTS, DayFigures
from app.storage import Store
from tests.clock import Clock
from tests.services.conftest import Opened

NAMES = ("well", "badly")


class Process:
    """A process that counts, with a store of its own opened at the same place."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.totals = dict.fromkeys(NAMES, 7)
        self.figures = DayFigures(store, clock, lambda: dict(self.totals))

    def count(self, well: int, badly: int = 0) -> None:
        self.totals["well"] += well
        self.totals["badly"] += badly


def test_what_processes_count_stands_in_the_slot_of_its_time(opened: Opened, clock: Clock) -> None:
    first, second = Process(opened(), clock), Process(opened(), clock)
    first.count(3)
    second.count(2, badly=1)
    first.figures.tell()
    second.figures.tell()
    clock.now += 2 * SLOT
    first.count(4)
    day = first.figures.of_day()
    assert day.columns(NAMES)[-3:] == [(5, 1), (0, 0), (4, 0)]
    assert len(day.columns(NAMES)) == SLOTS
    assert (day.total("well"), day.total("badly")) == (9, 1)
    assert day.peak(NAMES) == (6, (clock.now - 2 * SLOT) // SLOT * SLOT)


def test_what_was_told_is_not_told_again_and_what_is_older_than_a_day_is_gone(opened: Opened, clock: Clock) -> None:
    process = Process(opened(), clock)
    process.count(3)
    for _ in range(3):
        process.figures.tell()
    assert process.figures.of_day().total("well") == 3
    clock.now += SLOTS * SLOT
    assert process.figures.of_day().total("well") == 0


def test_it_is_read_out_of_the_store_twice_a_minute_at_most(opened: Opened, clock: Clock) -> None:
    process = Process(opened(), clock)
    before = process.figures.of_day()
    process.count(1)
    assert process.figures.of_day() is before
    clock.now += SHOWN_SECONDS
    assert process.figures.of_day().total("well") == 1


def test_what_cannot_be_stored_is_told_later(opened: Opened, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened()
    process = Process(store, clock)
    process.count(5)
    nothing: Callable[..., None] = lambda *_: None  # noqa: E731
    with monkeypatch.context() as lost:
        lost.setattr(type(store), "increment", nothing)
        process.figures.tell()
    process.figures.tell()
    assert process.figures.of_day().total("well") == 5


def test_numbers_that_are_none_count_nothing(opened: Opened, clock: Clock) -> None:
    store = opened()
    store.set(f"day well {int(clock.now // SLOT)}", b"garbage", 60)
    assert Process(store, clock).figures.of_day().total("well") == 0
