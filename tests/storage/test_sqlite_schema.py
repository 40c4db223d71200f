"""Which files the store opens: what is empty or its own. Everything else is left as it is, to the last byte."""

import logging
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.storage import Quota, SqliteStore, StoreError
from app.storage.sqlite_schema import APPLICATION_ID, SCHEMA_VERSION, TABLES_OF_1

MIB = 1024 * 1024
ROOT = Path(__file__).parent.parent.parent
NOBODY = 65534
EXPIRES = 4e9


def all_bytes(folder: Path) -> dict[str, bytes]:
    """Return the contents of every file of a folder."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def refusal(path: Path) -> str:
    """Return with what line a store at `path` is refused, after seeing that it names the path."""
    with pytest.raises(StoreError) as caught:
        SqliteStore(path, MIB)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def database(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def letters(path: Path) -> None:
    path.write_text("Dear Ann, keep this.\n" * 500)


def one_letter(path: Path) -> None:
    path.write_text("x")


def zeros(path: Path) -> None:
    path.write_bytes(bytes(8192))


def books(path: Path) -> None:
    database(path, "CREATE TABLE books (title TEXT)", "INSERT INTO books VALUES ('Ships')")


def books_of_our_version(path: Path) -> None:
    database(path, "CREATE TABLE books (title TEXT)", f"PRAGMA user_version = {SCHEMA_VERSION}")


def our_table_and_another(path: Path) -> None:
    database(path, *TABLES_OF_1, "CREATE TABLE books (title TEXT)", "PRAGMA user_version = 1")


def a_table_of_our_name(path: Path) -> None:
    database(path, "CREATE TABLE entries (title TEXT)", f"PRAGMA user_version = {SCHEMA_VERSION}")


def empty_but_marked(path: Path) -> None:
    database(path, "PRAGMA application_id = 7")


def empty_but_of_a_version(path: Path) -> None:
    database(path, "PRAGMA user_version = 7")


@pytest.mark.parametrize(
    "make",
    [
        letters,
        one_letter,
        zeros,
        books,
        books_of_our_version,
        our_table_and_another,
        a_table_of_our_name,
        empty_but_marked,
        empty_but_of_a_version,
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_left_as_it_is(path: Path, make: Callable[[Path], None]) -> None:
    make(path)
    before = all_bytes(path.parent)
    assert "not one of ours" in refusal(path)
    assert "not one of ours" in refusal(path)
    assert all_bytes(path.parent) == before


def test_a_database_that_somebody_is_writing_is_left_as_it_is_with_its_log(path: Path) -> None:
    # All that it holds is in its log so far; the file itself looks empty.
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE books (title TEXT)")
        before = all_bytes(path.parent)
        assert set(before) == {"store.sqlite3", "store.sqlite3-wal", "store.sqlite3-shm"}
        assert "not one of ours" in refusal(path)
        assert all_bytes(path.parent) == before


def test_a_database_whose_program_died_is_left_as_it_is_with_its_journal(path: Path) -> None:
    # SQLite itself would take back what was half written, and delete the journal.
    books(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO books VALUES (?)", [("x" * 3000,)] * 50)
        halfway = all_bytes(path.parent)
    assert halfway["store.sqlite3-journal"]
    for name, content in halfway.items():
        (path.parent / name).write_bytes(content)
    assert "not one of ours" in refusal(path)
    assert all_bytes(path.parent) == halfway


def test_nothing_but_a_file_is_opened(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
        for name in ("folder", "pipe", "socket"):
            assert "it is not a file" in refusal(tmp_path / name)
    assert "it is not a file" in refusal(Path("/dev/null"))


@pytest.mark.parametrize("place", ["file/store.sqlite3", "file/deep/store.sqlite3"])
def test_a_folder_that_is_a_file_is_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file")
    refusal(tmp_path / place)
    assert all_bytes(tmp_path) == {"file": b"a file"}


def test_a_folder_that_cannot_be_made_is_refused() -> None:
    refusal(Path("/proc/none/store.sqlite3"))


def test_a_path_with_signs_of_addresses_is_a_path_like_any(tmp_path: Path) -> None:
    path = tmp_path / "50% of? a #1.sqlite3"
    for _ in range(2):
        store = SqliteStore(path, MIB)
        store.set("a", b"1", 100)
        store.close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    letters(path)
    assert "not one of ours" in refusal(path)


@pytest.mark.parametrize("statements", [[], ["CREATE TABLE gone (a)", "DROP TABLE gone"]])
def test_what_is_empty_becomes_a_store(path: Path, statements: list[str]) -> None:
    path.touch()
    database(path, *statements)
    store = SqliteStore(path, MIB)
    store.set("a", b"1", 100)
    assert store.get("a") == b"1"
    store.close()


def test_a_store_says_in_its_header_whose_it_is_before_anything_is_in_its_log(path: Path) -> None:
    store = SqliteStore(path, MIB)
    store.set("a", b"1", 100)
    with path.open("rb") as file:
        header = file.read(100)
    assert header.startswith(b"SQLite format 3\0")
    assert header[68:72] == b"68kn"
    store.close()


def store_of_version_1(path: Path, *, is_marked: bool) -> None:
    """Make a store as this program made it up to version 1, with and without an application id."""
    seen, marked = EXPIRES - 180 * 86400, APPLICATION_ID if is_marked else 0
    database(
        path,
        "PRAGMA auto_vacuum = INCREMENTAL",
        f"PRAGMA application_id = {marked}",
        "PRAGMA journal_mode = WAL",
        *TABLES_OF_1,
        f"INSERT INTO entries VALUES ('a', x'31', {EXPIRES})",
        f"INSERT INTO entries VALUES ('l1:abcdefghij', x'3233', {seen + 180 * 86400})",
        f"INSERT INTO entries VALUES ('r1-0badcafe:1', zeroblob(9000), {EXPIRES})",
        "PRAGMA user_version = 1",
    )


def schema(path: Path) -> set[str]:
    """Return the tables, indices and triggers of a store, without the white space."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name FROM sqlite_master").fetchall()
        columns = connection.execute("SELECT name, type, \"notnull\" FROM pragma_table_info('entries')").fetchall()
        return {f"{row}" for row in (*rows, *columns)}


@pytest.mark.parametrize("is_marked", [False, True])
def test_a_store_of_an_older_version_is_migrated_and_marked(path: Path, tmp_path: Path, is_marked: bool) -> None:
    store_of_version_1(path, is_marked=is_marked)
    for _ in range(2):
        store = SqliteStore(path, MIB)
        assert store.get_many(["a", "l1:abcdefghij"]) == {"a": b"1", "l1:abcdefghij": b"23"}
        assert {quota: usage.entries for quota, usage in store.sizes().items() if usage.entries} == {
            Quota.OTHER: 1,
            Quota.LINKS: 1,
            Quota.PAGES: 1,
        }
        store.close()
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")
    SqliteStore(tmp_path / "new", MIB).close()
    assert schema(path) == schema(tmp_path / "new")
    assert not path.with_name("store.sqlite3.corrupt").exists()


def test_processes_that_start_together_on_an_older_store_migrate_it_once_and_say_so(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    store_of_version_1(path, is_marked=True)
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: SqliteStore(path, MIB), range(4)))
    assert caplog.messages == [f"The store {path} was of version 1, and is of version 2 now"]
    for store in stores:
        assert store.get("a") == b"1"
        assert store.sizes()[Quota.PAGES].size < 10_000
        store.close()


def test_a_store_that_cannot_be_migrated_is_left_as_it_is(path: Path) -> None:
    store_of_version_1(path, is_marked=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            SqliteStore(path, MIB, busy_seconds=0.05)
        other.execute("ROLLBACK")
        assert other.execute("PRAGMA user_version").fetchone() == (1,)
        assert len(other.execute("SELECT * FROM entries").fetchall()[0]) == 3
    SqliteStore(path, MIB).close()


@pytest.mark.parametrize("is_in_the_log", [False, True])
def test_a_store_of_a_later_version_is_left_alone(path: Path, is_in_the_log: bool) -> None:
    SqliteStore(path, MIB).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as later:
        later.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        if not is_in_the_log:
            later.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        before = path.read_bytes()
        assert f"of version {SCHEMA_VERSION + 1}" in refusal(path)
        assert path.read_bytes() == before


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def cut_within_the_first_page(data: bytes) -> bytes:
    return data[:2000]


def scribbled_over(data: bytes) -> bytes:
    return data[:100] + b"\xa5" * (len(data) - 100)


@pytest.mark.parametrize("harm", [cut, cut_within_the_first_page, scribbled_over])
def test_a_damaged_store_of_ours_is_moved_aside(
    path: Path, harm: Callable[[bytes], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    store = SqliteStore(path, MIB)
    for number in range(20):
        store.set(f"key{number}", b"x" * 9000, 100)
    store.close()
    damaged = harm(path.read_bytes())
    path.write_bytes(damaged)
    with caplog.at_level(logging.WARNING):
        store = SqliteStore(path, MIB)
        # Damage beyond the first page shows when it is read.
        store.get_many(f"key{number}" for number in range(20))
        store.set("a", b"1", 100)
    assert store.get("a") == b"1"
    store.close()
    assert path.with_name("store.sqlite3.corrupt").read_bytes() == damaged
    assert "damaged" in caplog.text


def test_a_damaged_store_of_before_the_application_id_is_moved_aside(path: Path) -> None:
    store_of_version_1(path, is_marked=False)
    damaged = path.read_bytes()[:4096]
    path.write_bytes(damaged)
    SqliteStore(path, MIB).close()
    assert path.with_name("store.sqlite3.corrupt").read_bytes() == damaged


def test_no_damaged_store_is_lost_to_the_next(path: Path) -> None:
    kept = {"store.sqlite3.corrupt": b"somebody's own", "store.sqlite3.corrupt.3-wal": b"somebody's log"}
    for name, content in kept.items():
        path.with_name(name).write_bytes(content)
    for name in ("store.sqlite3.corrupt.2", "store.sqlite3.corrupt.4"):
        SqliteStore(path, MIB).close()
        kept[name] = scribbled_over(path.read_bytes())
        path.write_bytes(kept[name])
        SqliteStore(path, MIB).close()
        assert all_bytes(path.parent) == kept | {path.name: path.read_bytes()}


def test_another_file_put_in_place_of_the_store_in_use_is_left_as_it_is(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = SqliteStore(path, MIB)
    first.set("a", b"1", 100)
    first.close()
    store = SqliteStore(path, MIB, retry_seconds=0)
    assert store.get("a") == b"1"
    for make in (letters, books):
        other = path.with_name("other")
        make(other)
        path.with_name(f"{path.name}-wal").unlink(missing_ok=True)
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
        # At once, for the store makes a new file as soon as there is none.
        other.replace(path)
        before = all_bytes(path.parent)
        with caplog.at_level(logging.WARNING):
            store.set("a", b"2", 100)
            assert store.get("a") is None
        assert "not one of ours" in caplog.text
        assert all_bytes(path.parent) == before
    path.unlink()
    store.set("a", b"3", 100)
    assert store.get("a") == b"3"
    store.close()


@contextmanager
def as_somebody_without_rights() -> Iterator[Path]:
    """Yield a folder in which the account that runs this, for root that of nobody, may do whatever it likes."""
    with tempfile.TemporaryDirectory() as name:
        if os.geteuid() == 0:
            os.chown(name, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(os.getuid())


@pytest.mark.parametrize("mode", [0o400, 0o000])
def test_a_store_that_may_not_be_written_stops_the_start(mode: int) -> None:
    with as_somebody_without_rights() as folder:
        path = folder / "store.sqlite3"
        SqliteStore(path, MIB).close()
        path.chmod(mode)
        said = refusal(path)
    assert said.endswith(f"; this account may not write to {path}.") or "Permission denied" in said


@pytest.mark.parametrize("is_new", [False, True])
def test_a_folder_that_may_not_be_written_stops_the_start(is_new: bool) -> None:
    with as_somebody_without_rights() as folder:
        path = folder / "store.sqlite3"
        if not is_new:
            SqliteStore(path, MIB).close()
        folder.chmod(0o500)
        try:
            said = refusal(path)
        finally:
            folder.chmod(0o700)
    assert said.endswith(f"; this account may not write to {folder}.")


@pytest.mark.parametrize("is_new", [False, True])
def test_a_full_disk_stops_the_start(path: Path, is_new: bool) -> None:
    """The most that a process may write into one file stands for the end of the disk."""
    if not is_new:
        SqliteStore(path, MIB).close()
    program = (
        "import resource, sys; from pathlib import Path; from app.storage import SqliteStore, StoreError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))\n"
        "try: SqliteStore(Path(sys.argv[1]), 1 << 20)\n"
        "except StoreError as error: print(error)\n"
    )
    command = [sys.executable, "-c", program, str(path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60).stdout
    assert said.startswith(f"The store {path} cannot be opened: ")
    assert said.endswith(" are free on its disk.\n")
    assert said.count("\n") == 1
    # Once there is room again, it is a store like any.
    store = SqliteStore(path, MIB)
    store.set("a", b"1", 100)
    assert store.get("a") == b"1"
    store.close()


def test_somebody_who_is_just_writing_does_not_stop_the_start(path: Path) -> None:
    SqliteStore(path, MIB).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        SqliteStore(path, MIB, busy_seconds=0.05).close()
        other.execute("COMMIT")
