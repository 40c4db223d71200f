"""What keeps a store in shape: each kind has its own room, and nobody waits while room is made."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.storage import Quota, SqliteStore
from app.storage.sqlite import USE_SECONDS
from app.storage.sqlite_upkeep import SKEW, step
from tests.clock import Clock

MIB = 1024 * 1024


def bytes_on_disk(path: Path) -> int:
    return sum(each.stat().st_size for each in path.parent.iterdir())


def test_expired_rows_leave_the_file_behind_the_readers_backs(path: Path, clock: Clock) -> None:
    store = SqliteStore(path, MIB, clock)
    for number in range(1200):
        store.set(f"old{number}", b"x", 10)
    clock.now += 10
    for number in range(100):
        store.set(f"new{number}", b"x", 10)
    assert waited_for(lambda: store.sizes()[Quota.OTHER].entries == 100)
    store.close()


def waited_for(holds: Callable[[], bool]) -> bool:
    """Return whether it holds within some seconds, which what is done in a thread may take."""
    for _ in range(400):
        if holds():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("flood", [Quota.PAGES, Quota.PICTURES])
def test_what_is_too_much_of_one_kind_takes_no_room_from_another(path: Path, clock: Clock, flood: Quota) -> None:
    store = SqliteStore(path, MIB, clock)
    kept = {quota: {f"{quota.name}{number}": b"x" * 1000 for number in range(30)} for quota in Quota if quota != flood}
    for quota, items in kept.items():
        store.add_many(items, 1000, quota)
    for number in range(100):
        clock.now += 1
        store.set(f"flood{number}", b"x" * 50_000, 10_000 - number, flood)
        store.tidy()
    for items in kept.values():
        assert store.get_many(items) == items
    found = store.get_many(f"flood{number}" for number in range(100))
    # Those that were written last, though they end first.
    assert 4 <= len(found) <= 9
    assert list(found) == [f"flood{number}" for number in range(100 - len(found), 100)]
    usage = store.sizes()[flood]
    assert usage.entries == len(found)
    assert 50_000 * len(found) < usage.size <= usage.most
    store.close()


def test_what_was_used_last_goes_last(path: Path, clock: Clock) -> None:
    store = SqliteStore(path, MIB, clock)
    for number in range(5):
        store.set(f"page{number}", b"x" * 50_000, 10_000, Quota.PAGES)
        store.tidy()
        clock.now += USE_SECONDS + 1
    assert store.get_many(["page0", "page2"])
    store.tidy()
    for number in range(5, 9):
        store.set(f"page{number}", b"x" * 50_000, 10_000, Quota.PAGES)
        store.tidy()
    found = store.get_many(f"page{number}" for number in range(9))
    assert {"page0", "page2"} <= set(found)
    assert "page1" not in found
    store.close()


def test_sizes_are_those_of_what_there_is_whatever_happens_to_it(store: SqliteStore, clock: Clock) -> None:
    assert {quota: usage.entries for quota, usage in store.sizes().items()} == dict.fromkeys(Quota, 0)
    assert sum(usage.most for usage in store.sizes().values()) == 64 * MIB
    store.set("a", b"x" * 1000, 10, Quota.PAGES)
    store.set("a", b"x" * 9000, 10, Quota.PICTURES)
    store.set("a", b"y" * 9000, 10, Quota.PICTURES)
    store.add_many({"b": b"1", "c": b"2"}, 20, Quota.LINKS)
    store.add_many({"b": b"longer"}, 20, Quota.LINKS)
    store.increment("d", 9, 10)
    store.increment("d", 999, 10)
    sizes = store.sizes()
    assert [sizes[quota].entries for quota in Quota] == [1, 2, 0, 1]
    assert sizes[Quota.PAGES].size == 0
    assert 9000 < sizes[Quota.PICTURES].size < 13_000
    clock.now += 10
    store.tidy()
    store.delete("b")
    assert [store.sizes()[quota].entries for quota in Quota] == [0, 1, 0, 0]
    store.delete("c")
    assert [store.sizes()[quota].size for quota in Quota] == [0, 0, 0, 0]


@pytest.mark.parametrize("length", [20, 300, 5000, 70_000])
def test_what_a_quota_says_that_it_takes_is_about_what_the_file_takes(path: Path, length: int) -> None:
    store = SqliteStore(path, 512 * MIB)
    store.add_many({f"l2:{number * 7919:010}": b"x" * length for number in range(2000)}, 1000, Quota.LINKS)
    said = store.sizes()[Quota.LINKS].size
    store.close()
    assert path.stat().st_size * 0.8 < said < path.stat().st_size * 1.3


def test_the_file_does_not_grow_for_ever_though_nobody_waits_for_room(path: Path, clock: Clock) -> None:
    store = SqliteStore(path, 2 * MIB, clock)
    for number in range(600):
        store.set(f"page{number}", bytes([number % 256]) * (10_000 + number * 100), 1000, Quota.PAGES)
        clock.now += 1
    store.tidy()
    store.set("late", b"x" * 10_000, 1000, Quota.PAGES)
    assert store.get("late") is not None
    store.close()
    # 24 MB were to be written.
    assert path.stat().st_size <= 2 * MIB * 5 / 4
    assert bytes_on_disk(path) <= 4 * MIB


def test_a_store_that_is_given_less_room_shrinks(path: Path) -> None:
    large = SqliteStore(path, 16 * MIB)
    for number in range(60):
        large.set(f"page{number}", b"x" * 100_000, 1000, Quota.PICTURES)
        large.tidy()
    large.close()
    assert path.stat().st_size > 5 * MIB
    small = SqliteStore(path, MIB)
    small.set("one more", b"x", 1000)
    assert waited_for(lambda: path.stat().st_size <= MIB)
    small.close()


def test_a_store_that_is_given_less_room_makes_nobody_wait(path: Path) -> None:
    large = SqliteStore(path, 256 * MIB)
    large.add_many({f"l2:{number}": b"x" * 100 for number in range(40_000)}, 1000, Quota.LINKS)
    large.close()
    small = SqliteStore(path, 2 * MIB)
    small.set("one more", b"x", 1000)
    # Whoever comes first does not find it done, and is served all the same.
    assert small.get("one more") == b"x"
    assert small.sizes()[Quota.LINKS].entries > 30_000
    small.set("another", b"x", 1000)
    small.close()
    small.tidy()
    usage = small.sizes()[Quota.LINKS]
    assert 0 < usage.size <= usage.most
    small.close()


def test_a_clock_that_is_set_back_lets_nothing_live_for_longer(path: Path, clock: Clock) -> None:
    store = SqliteStore(path, MIB, clock)
    store.set("claim", b"x", 6)
    store.set("link", b"x", 180 * 86400, Quota.LINKS)
    clock.now -= 30 * 86400
    store.tidy()
    clock.now += 7
    assert store.get_many(["claim", "link"]) == {"link": b"x"}
    clock.now += 180 * 86400
    assert store.get("link") is None
    store.close()


def test_what_another_writes_while_a_step_waits_for_it_is_not_of_a_later_time(path: Path, clock: Clock) -> None:
    store = SqliteStore(path, MIB, clock)
    store.set("mine", b"1", 120)
    asked = threading.Event()

    def watched() -> float:
        asked.set()
        return clock()

    other, stepping = connect(path), connect(path)
    with closing(other), closing(stepping):
        other.execute("BEGIN IMMEDIATE")
        waiting = threading.Thread(target=step, args=(stepping, dict.fromkeys(Quota, MIB), watched))
        waiting.start()
        asked.wait(0.5)  # which is in vain, for it waits to be alone first
        clock.now += 2 * SKEW - 1
        other.execute("UPDATE entries SET used = ?, expires = ?", (clock(), clock() + 120))
        other.execute("COMMIT")
        waiting.join()
    clock.now += 100
    assert store.get("mine") == b"1"
    store.close()


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=10, check_same_thread=False)
