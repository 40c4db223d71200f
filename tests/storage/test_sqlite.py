import logging
import multiprocessing
import os
import resource
import shutil
import sqlite3
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier as BarrierType
from pathlib import Path

import pytest

from app.storage import Quota, SqliteStore, StoreError, open_store
from tests.clock import Clock

MIB = 1024 * 1024


def in_processes(work: "type[Worker]", path: Path) -> list[dict[str, bytes]]:
    """Return what two fresh processes that start at the same moment make of the store at `path`."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2)
    with ProcessPoolExecutor(2, context, initializer=work.prepare, initargs=(barrier,)) as pool:
        return [future.result() for future in [pool.submit(work.run, path, each) for each in ("one", "two")]]


class Worker:
    """What runs in another process; the barrier lets both begin at once."""

    barrier: BarrierType

    @classmethod
    def prepare(cls, barrier: BarrierType) -> None:
        cls.barrier = barrier

    @classmethod
    def run(cls, path: Path, name: str) -> dict[str, bytes]:
        raise NotImplementedError


class Claimer(Worker):
    """Claims the same keys as the other, a few at a time."""

    @classmethod
    def run(cls, path: Path, name: str) -> dict[str, bytes]:
        cls.barrier.wait(20)
        store = SqliteStore(path, 64 * MIB, busy_seconds=20)
        told: dict[str, bytes] = {}
        for start in range(0, 400, 10):
            told |= store.add_many({f"key{number}": name.encode() for number in range(start, start + 10)}, 100)
        store.close()
        return told


class Counter(Worker):
    """Counts under a key that both count under."""

    @classmethod
    def run(cls, path: Path, name: str) -> dict[str, bytes]:
        cls.barrier.wait(20)
        store = SqliteStore(path, 64 * MIB, busy_seconds=20)
        told = {f"{name}{number}": str(store.increment("count", 1, 100)).encode() for number in range(300)}
        store.close()
        return told


class Writer(Worker):
    """Writes keys of its own and one that both write."""

    @classmethod
    def run(cls, path: Path, name: str) -> dict[str, bytes]:
        cls.barrier.wait(20)
        store = SqliteStore(path, 64 * MIB, busy_seconds=20)
        for number in range(150):
            store.set(f"{name}{number}", name.encode() * 1000, 100)
            store.set("both", name.encode(), 100)
        store.close()
        return {}


class Crowd(Worker):
    """Writes from several threads, and connects anew all the time."""

    @classmethod
    def run(cls, path: Path, name: str) -> dict[str, bytes]:
        cls.barrier.wait(20)
        store = SqliteStore(path, 64 * MIB, busy_seconds=20)

        def work(thread: int) -> None:
            for number in range(30):
                store.set(f"{name}{thread}-{number}", b"x" * 20_000, 100, Quota.PICTURES)
                if number % 5 == thread % 5:
                    store.close()

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(work, range(8)))
        found = store.get_many(f"{name}{thread}-{number}" for thread in range(8) for number in range(30))
        store.close()
        return found


class Full(Worker):
    """Writes until the disk, here the most that this process may write into one file, is full."""

    @classmethod
    def run(cls, path: Path, name: str) -> dict[str, bytes]:
        cls.barrier.wait(20)
        store = SqliteStore(path, 64 * MIB, retry_seconds=0)
        store.set("early", b"here", 100)
        if name == "one":
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
            for number in range(20):
                store.set(f"large{number}", b"x" * 50_000, 100)
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            store.set("late", b"there", 100)
            return store.get_many(["early", "late", "large19"])
        return {}


def test_it_survives_a_restart(path: Path) -> None:
    first = SqliteStore(path, MIB)
    first.set("a", b"kept", 100)
    first.close()
    second = SqliteStore(path, MIB)
    assert second.get("a") == b"kept"
    second.close()


def test_a_value_that_is_too_large_for_its_quota_only_replaces(path: Path) -> None:
    store = SqliteStore(path, MIB)
    store.set("a", b"small", 100)
    store.set("a", b"x" * MIB, 100, Quota.PAGES)
    assert store.get("a") is None
    store.close()


def test_threads_come_and_go_without_leaving_connections_behind(store: SqliteStore) -> None:
    def work(number: int) -> None:
        store.set(f"key{number}", str(number).encode(), 100)
        assert store.get(f"key{number}") == str(number).encode()

    before = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    for start in range(0, 80, 4):
        threads = [threading.Thread(target=work, args=(start + number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(store.get_many([f"key{number}" for number in range(80)])) == 80
    store.close()
    after = len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0
    assert after <= before


def test_many_threads_write_at_once(store: SqliteStore) -> None:
    def work(number: int) -> None:
        for each in range(20):
            store.set(f"{number}-{each}", b"x" * 2000, 100)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(work, range(16)))
    assert len(store.get_many(f"{number}-{each}" for number in range(16) for each in range(20))) == 320


def test_a_forked_process_uses_connections_of_its_own(store: SqliteStore) -> None:
    store.set("before", b"1", 100)
    context = multiprocessing.get_context("fork")
    child = context.Process(target=lambda: store.set("child", store.get("before") or b"nothing", 100), daemon=True)
    store._upkeep.end()  # as below
    child.start()
    child.join(20)
    assert child.exitcode == 0
    store.set("after", b"2", 100)
    assert store.get_many(["before", "child", "after"]) == {"before": b"1", "child": b"1", "after": b"2"}


def test_a_forked_process_opens_the_file_itself_and_leaves_what_it_inherited_open(
    path: Path, store: SqliteStore
) -> None:
    def work(answer: Connection) -> None:
        inherited = open_descriptors(path)
        found = store.get("key")
        answer.send((found, inherited, open_descriptors(path)))

    store.set("key", b"here", 100)
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    child = context.Process(target=work, args=(theirs,), daemon=True)
    store._upkeep.end()  # a server forks before it has threads; a lock that one holds would stay locked
    child.start()
    assert ours.poll(20)
    found, inherited, after = ours.recv()
    child.join(20)
    assert found == b"here"
    assert inherited
    assert inherited < after


def open_descriptors(path: Path) -> set[str]:
    """Return the numbers under which this process has the file open."""
    file = path.stat()
    found = set()
    for each in Path("/dev/fd").iterdir():
        with suppress(OSError):  # the descriptor by which the folder is read
            if os.path.samestat(os.fstat(int(each.name)), file):
                found.add(each.name)
    return found


def test_two_processes_that_start_together_write_one_database(path: Path) -> None:
    in_processes(Writer, path)
    store = SqliteStore(path, 64 * MIB)
    for name in ("one", "two"):
        written = store.get_many(f"{name}{number}" for number in range(150))
        assert len(written) == 150
        assert set(written.values()) == {name.encode() * 1000}
    assert store.get("both") in (b"one", b"two")
    store.close()


def test_threads_connect_while_others_make_the_file_grow(path: Path) -> None:
    for found in in_processes(Crowd, path):
        assert len(found) == 240


def test_two_processes_that_claim_the_same_keys_are_told_the_same(path: Path) -> None:
    one, two = in_processes(Claimer, path)
    assert len(one) == 400
    assert one == two
    store = SqliteStore(path, 64 * MIB)
    assert store.get_many(one) == one
    store.close()


def test_a_full_disk_is_a_miss_and_passes(path: Path) -> None:
    found, _ = in_processes(Full, path)
    assert found == {"early": b"here", "late": b"there"}


def test_a_store_that_stays_locked_is_a_miss_and_a_warning(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = SqliteStore(path, MIB, busy_seconds=0.05, retry_seconds=0)
    store.set("a", b"1", 100)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with caplog.at_level(logging.WARNING):
        store.set("a", b"2", 100)
        assert store.add_many({"b": b"3"}, 100) == {}
        store.delete("a")
    # One line a minute.
    assert len([record for record in caplog.records if str(path) in record.getMessage()]) == 1
    assert "locked" in caplog.text
    assert store.get("a") == b"1"
    assert "locked" in store.trouble()
    other.execute("COMMIT")
    other.close()
    store.set("a", b"2", 100)
    assert store.get("a") == b"2"
    store.close()


def test_nobody_waits_again_and_again_for_a_store_that_stays_locked(path: Path) -> None:
    store = SqliteStore(path, MIB, busy_seconds=0.05, retry_seconds=1000)
    store.set("a", b"1", 100)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for _ in range(2):
            store.set("a", b"2", 100)
        # What is read needs no lock.
        assert store.get("a") == b"1"
        other.execute("COMMIT")
    # Nobody tries, though it would work by now; whoever asks how it fares does.
    store.set("a", b"3", 100)
    assert store.get("a") == b"1"
    assert store.trouble() == ""
    store.set("a", b"4", 100)
    assert store.get("a") == b"4"
    store.close()


def test_a_database_that_is_damaged_while_in_use_is_moved_aside(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = SqliteStore(path, 8 * MIB)
    for number in range(100):
        store.set(f"key{number}", b"x" * 9000, 100)
    store.close()
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = b"\xa5" * (len(damaged) - 4096)
    path.write_bytes(damaged)
    with caplog.at_level(logging.WARNING):
        assert store.get("key50") is None
    assert "damaged" in caplog.text
    store.set("a", b"1", 100)
    assert store.get("a") == b"1"
    store.close()
    assert path.with_name("store.sqlite3.corrupt").exists()


def test_a_file_that_was_moved_aside_by_another_worker_is_left_behind(path: Path) -> None:
    one, two = SqliteStore(path, 8 * MIB), SqliteStore(path, 8 * MIB)
    one.set("a", b"1", 100)
    assert two.get("a") == b"1"
    path.rename(path.with_name("elsewhere"))
    assert one.get("a") is None
    one.set("a", b"2", 100)
    assert two.get("a") == b"2"
    two.set("b", b"3", 100)
    assert one.get_many(["a", "b"]) == {"a": b"2", "b": b"3"}
    one.close()
    two.close()
    third = SqliteStore(path, 8 * MIB)
    assert third.get_many(["a", "b"]) == {"a": b"2", "b": b"3"}
    third.close()


def test_a_folder_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "store.sqlite3"
    store = SqliteStore(path, MIB)
    store.set("a", b"1", 100)
    # At once, for the store makes a new one as soon as there is none.
    path.parent.rename(tmp_path / "gone")
    shutil.rmtree(tmp_path / "gone")
    assert store.get("a") is None
    store.set("a", b"2", 100)
    assert store.get("a") == b"2"
    store.close()


def test_a_path_that_became_impossible_is_a_miss_and_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "folder" / "store.sqlite3"
    SqliteStore(path, MIB).close()
    store = SqliteStore(path, MIB, retry_seconds=0)
    assert store.get("a") is None
    path.parent.rename(tmp_path / "elsewhere")
    path.parent.write_text("a file")
    with caplog.at_level(logging.WARNING):
        assert store.get("a") is None
        assert store.get_many(["a", "b"]) == {}
        assert store.add_many({"a": b"1"}, 100) == {}
        store.set("a", b"1", 100)
        store.delete("a")
    # One line for what is read, and one for what is written.
    assert len(caplog.records) == 2
    assert store.trouble() == "it cannot be opened"
    store.close()


def test_three_slashes_are_relative_and_four_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for url, path in (
        ("sqlite:///instance/a.sqlite3", tmp_path / "instance" / "a.sqlite3"),
        (f"sqlite:///{tmp_path}/b.sqlite3", tmp_path / "b.sqlite3"),
    ):
        store = open_store(url, MIB)
        monkeypatch.chdir("/")
        store.set("a", b"1", 100)
        assert store.get("a") == b"1"
        store.close()
        assert path.is_file()
        monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "url", ["", "sqlite://", "sqlite:///", "sqlite:///:memory:", "mysql://localhost/", "/tmp/x.sqlite3"]
)
def test_other_urls_are_refused_with_one_line(url: str) -> None:
    with pytest.raises(StoreError, match="sqlite:///"):
        open_store(url, MIB)


def test_no_two_processes_are_told_the_same_sum(path: Path) -> None:
    one, other = in_processes(Counter, path)
    assert sorted(map(int, [*one.values(), *other.values()])) == list(range(1, 601))


def test_counting_in_a_store_that_fails_counts_nothing(path: Path, clock: Clock) -> None:
    store = SqliteStore(path, MIB, clock, busy_seconds=0.05, retry_seconds=0)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert store.increment("count", 1, 60) is None
    other.execute("ROLLBACK")
    other.close()
    assert store.increment("count", 1, 60) == 1
    store.close()
