"""Work in the background of which every process knows how far it is."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.services.gathering import FRESH_SECONDS, SILENT_SECONDS, Gathering, Progress, Tell
from app.storage import SqliteStore
from app.storage.claims import Claims
from tests.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(1_700_000_000.0)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "store.sqlite3", 10_000_000, clock)
    yield opened
    opened.close()


def gathering_of(store: SqliteStore, clock: Clock) -> Gathering:
    return Gathering(store, Claims(store), "work ", clock)


def waited(gathering: Gathering, holds: Callable[[Progress | None], bool]) -> Progress | None:
    pause = threading.Event()
    for _ in range(500):
        found = gathering.progress("x")
        if holds(found):
            return found
        pause.wait(0.01)
    raise AssertionError(gathering.progress("x"))


def is_finished(found: Progress | None) -> bool:
    return found is not None and found.finished


def test_every_process_is_told_how_far_it_is_and_when_it_is_finished(store: SqliteStore, clock: Clock) -> None:
    go = threading.Event()

    def work(begun: float, tell: Tell) -> None:
        tell(1, 2)
        go.wait(5)
        tell(2, 2)

    gathering = gathering_of(store, clock)
    assert gathering.progress("x") is None
    assert not gathering.begin("x", work).finished
    found = waited(gathering_of(store, clock), lambda found: found is not None and found.done == 1)
    assert found == Progress(clock.now, clock.now, 1, 2)
    go.set()
    assert waited(gathering_of(store, clock), is_finished) == Progress(clock.now, clock.now, 2, 2, finished=True)


def test_what_is_finished_is_todays_for_an_hour(store: SqliteStore, clock: Clock) -> None:
    gathering = gathering_of(store, clock)
    gathering.begin("x", lambda begun, tell: tell(1, 1))
    waited(gathering, is_finished)
    clock.now += FRESH_SECONDS
    assert is_finished(gathering.progress("x"))
    clock.now += 1
    assert gathering.progress("x") is None


def test_what_failed_can_be_begun_again(store: SqliteStore, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    def broken(begun: float, tell: Tell) -> None:
        raise RuntimeError("no memory")

    gathering = gathering_of(store, clock)
    gathering.begin("x", broken)
    waited(gathering, lambda found: found is None)
    assert "work x could not be gathered" in caplog.text
    gathering.begin("x", lambda begun, tell: None)
    waited(gathering, is_finished)


def test_work_that_was_begun_again_elsewhere_meanwhile_is_not_done_twice(store: SqliteStore, clock: Clock) -> None:
    done: list[str] = []
    go = threading.Event()
    busy = gathering_of(store, clock)
    for name in "ab":
        busy.begin(name, lambda begun, tell: wait(go))
    busy.begin("x", lambda begun, tell: done.append("late"))
    clock.now += SILENT_SECONDS + 1
    other = gathering_of(store, clock)
    assert other.progress("x") is None
    other.begin("x", lambda begun, tell: done.append("here"))
    waited(other, is_finished)
    go.set()
    busy.begin("y", lambda begun, tell: done.append("end"))
    pause = threading.Event()
    while "end" not in done:
        pause.wait(0.01)
    assert done == ["here", "end"]


def test_after_its_end_nothing_is_begun(store: SqliteStore, clock: Clock) -> None:
    gathering = gathering_of(store, clock)
    gathering.stop()
    assert gathering.is_stopped
    with pytest.raises(RuntimeError):
        gathering.begin("x", lambda begun, tell: None)


def wait(event: threading.Event) -> None:
    event.wait(5)
