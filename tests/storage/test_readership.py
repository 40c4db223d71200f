"""When pages were last read, noted for all workers together."""

from pathlib import Path

from app.storage import SqliteStore
from app.storage.readership import NOTED_EVERY, Readership
from tests.clock import Clock


def opened(folder: Path, clock: Clock) -> SqliteStore:
    return SqliteStore(folder / "store.sqlite3", 10_000_000, clock)


def test_a_page_is_noted_for_all_workers_and_forgotten_after_its_time(tmp_path: Path) -> None:
    clock = Clock(1_700_000_000.0)
    store = opened(tmp_path, clock)
    one, two = Readership(store, 5000, clock), Readership(store, 5000, clock)
    one.note("in top")
    assert two.last_read(["in top", "in world"]) == {"in top": 1_700_000_000.0}
    clock.now += 5001
    assert two.last_read(["in top"]) == {}
    store.close()


def test_a_page_that_many_read_is_written_once_in_a_while(tmp_path: Path) -> None:
    clock = Clock(1_700_000_000.0)
    store = opened(tmp_path, clock)
    readership = Readership(store, 50_000, clock)
    readership.note("in top")
    clock.now += NOTED_EVERY - 1
    readership.note("in top")
    assert readership.last_read(["in top"]) == {"in top": 1_700_000_000.0}
    clock.now += 1
    readership.note("in top")
    assert readership.last_read(["in top"]) == {"in top": clock.now}
    store.close()


def test_where_nothing_is_to_be_kept_nothing_is_noted(tmp_path: Path) -> None:
    clock = Clock(1_700_000_000.0)
    store = opened(tmp_path, clock)
    readership = Readership(store, 0, clock)
    readership.note("in top")
    assert readership.last_read(["in top"]) == {}
    store.close()
