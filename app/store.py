"""The store that all workers share: bytes under keys, each for a time. One protocol, and SQLite behind it.

A store may forget anything at any moment, and one that fails has forgotten: no method raises. What fails is
logged; only opening a store raises, so that a wrong setting stops the start.
"""

import fcntl
import json
import logging
import os
import re
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)

SCHEMA_VERSION = 1
SCHEMA = f"""
    PRAGMA auto_vacuum = INCREMENTAL;
    PRAGMA journal_mode = WAL;
    BEGIN IMMEDIATE;
    CREATE TABLE entries (key TEXT PRIMARY KEY, value BLOB NOT NULL, expires REAL NOT NULL);
    CREATE INDEX entries_by_expiry ON entries (expires);
    PRAGMA user_version = {SCHEMA_VERSION};
    COMMIT;
"""
FIND = """
    SELECT key, value FROM entries WHERE key IN (SELECT value FROM json_each(?)) AND expires > ?
"""
ADD = """
    INSERT INTO entries VALUES (:key, :value, :expires) ON CONFLICT (key) DO UPDATE SET
    value = CASE WHEN expires > :now THEN value ELSE excluded.value END, expires = max(expires, excluded.expires)
"""
EXPIRE = """
    DELETE FROM entries WHERE rowid IN (SELECT rowid FROM entries WHERE expires <= ? LIMIT ?)
"""
BUSY_SECONDS = 2.0
# A value may take this part of the store, and between two sweeps a process may write this part of it.
LARGEST_VALUE = 1 / 8
SWEEP_EVERY = 1 / 64
# A sweep that has to make room makes this part of the store free, lest the next write ask for one again.
HEADROOM = 1 / 32
# What a row takes in the file beside its value, about; so that many small ones lead to a sweep, too.
ROW_BYTES = 1024
BATCH = 500  # rows that a sweep deletes in one transaction, and
PAGES = 4096  # pages that it gives back to the disk, lest other writers wait for long
WAL_BYTES = 8 * 1024 * 1024  # what stays of the log after it was copied into the file
# For each connection, and a process has as many as threads have used the store at once.
CACHE_KIB = 512
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class StoreError(Exception):
    """The store cannot be opened; the message is one line that names it."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A connection, the process it belongs to, and the file it has open (device and inode)."""

    connection: sqlite3.Connection
    process: int
    file: tuple[int, int] | None


class Store(Protocol):
    """Bytes under keys. Lifetimes are seconds and positive; what has outlived its own is never returned."""

    def get(self, key: str) -> bytes | None:
        """Return what is stored under `key`."""

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is stored under each of `keys`, without those that are not there."""

    def set(self, key: str, value: bytes, seconds: float) -> None:
        """Store `value` under `key`, in place of what was there."""

    def add_many(self, items: Mapping[str, bytes], seconds: float) -> dict[str, bytes]:
        """Store each of `items` whose key is absent, and return what is then stored under each key.

        That is our value or an earlier one, whose lifetime becomes `seconds` where it was shorter. No two
        callers are told different values. A key that is missing from the answer could not be stored.
        """

    def delete(self, key: str) -> None:
        """Forget what is stored under `key`."""

    def close(self) -> None:
        """Give back what the store holds open; the next call of another method opens it again."""


def open_store(url: str, max_bytes: int) -> Store:
    """Return the store at `url`: `sqlite:///relative/path` or `sqlite:////absolute/path`. Raises `StoreError`."""
    match = re.fullmatch(r"sqlite:///(?!:memory:)(.+)", url)
    if match is None:
        raise StoreError(f"The store {url} is none that can be opened: sqlite:/// and the path of a file is.")
    return SqliteStore(Path(match[1]), max_bytes)


class SqliteStore:
    """A store in an SQLite file in WAL mode, for any number of processes and threads of one machine.

    The file stays at about `max_bytes`, plus one value and a 64th for each process: beyond that, what expires
    first goes first. Connections are lent to one thread at a time, and never cross a fork (sqlite.org,
    "How to corrupt an SQLite database file", section 2.6).
    """

    def __init__(
        self, path: Path, max_bytes: int, clock: Callable[[], float] = time.time, busy_seconds: float = BUSY_SECONDS
    ) -> None:
        """Open the file, making it and its folder where they are missing. Raises `StoreError`.

        `clock` tells seconds since the epoch; `busy_seconds` is how long a call waits for another writer.
        """
        self._path = path.absolute()
        self._max_bytes = max_bytes
        self._clock = clock
        self._busy_seconds = busy_seconds
        self._idle: deque[_Link] = deque()
        self._inherited: list[_Link] = []
        # Due at the first write, since a process may not live to the next.
        self._until_sweep = 0.0
        try:
            self._opened().connection.close()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"The store {self._path} cannot be opened: {error}.") from error

    def get(self, key: str) -> bytes | None:
        """Return what is stored under `key`."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is stored under each of `keys`, without those that are not there."""
        wanted = list(keys)
        return self._attempt(lambda connection: _found(connection, wanted, self._clock()), {}) if wanted else {}

    def set(self, key: str, value: bytes, seconds: float) -> None:
        """Store `value` under `key`, in place of what was there; one too large for the store only replaces."""
        if len(value) > self._max_bytes * LARGEST_VALUE:
            self.delete(key)
            return
        row = (key, value, self._clock() + seconds)
        self._attempt(lambda connection: connection.execute("REPLACE INTO entries VALUES (?, ?, ?)", row), None)
        self._sweep_when_due(1, len(value))

    def add_many(self, items: Mapping[str, bytes], seconds: float) -> dict[str, bytes]:
        """Store each of `items` whose key is absent, and return what is then stored under each key."""
        if not items:
            return {}
        now = self._clock()
        nothing: dict[str, bytes] = {}
        stored = self._attempt(lambda connection: _added(connection, items, now, now + seconds), nothing)
        self._sweep_when_due(len(items), sum(map(len, items.values())))
        return stored

    def delete(self, key: str) -> None:
        """Forget what is stored under `key`."""
        self._attempt(lambda connection: connection.execute("DELETE FROM entries WHERE key = ?", (key,)), None)

    def close(self) -> None:
        """Close every connection that no thread is using."""
        with suppress(IndexError):
            while True:
                self._idle.pop().connection.close()

    def _attempt(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Return what `work` makes of a connection, or `otherwise` where the store fails."""
        try:
            with self._lent() as connection:
                return work(connection)
        except (sqlite3.Error, OSError, StoreError) as error:
            log.warning("The store %s failed: %s", self._path, error)
        return otherwise

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to this thread; one on which anything failed is not used again."""
        link = self._taken() or self._opened()
        try:
            yield link.connection
        except BaseException as error:
            link.connection.close()
            if _is_damage(error):
                self._set_aside(link.file)
            raise
        self._idle.append(link)

    def _taken(self) -> _Link | None:
        """Return an idle connection of this process to the file as it is now, if there is one."""
        file = self._file()
        with suppress(IndexError):
            while True:
                link = self._idle.pop()
                if link.process != os.getpid():
                    # Closing it would take away the locks of the process that it belongs to.
                    self._inherited.append(link)
                elif file is not None and link.file == file:
                    return link
                else:
                    link.connection.close()
        return None

    def _opened(self) -> _Link:
        """Return a new connection; a damaged file makes room for a new one."""
        try:
            return self._connected()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
        return self._connected()

    def _connected(self) -> _Link:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path, timeout=self._busy_seconds, isolation_level=None, check_same_thread=False
        )
        file = self._file()
        try:
            self._prepare(connection)
        except BaseException as error:
            connection.close()
            if _is_damage(error):
                self._set_aside(file)
            raise
        return _Link(connection, os.getpid(), file)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Set the connection up, and the file where it is new. Raises `StoreError` if it is another program's."""
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA journal_size_limit = {WAL_BYTES}")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        if _pragma(connection, "user_version") == SCHEMA_VERSION:
            return
        with self._alone():
            version = _pragma(connection, "user_version")
            if version not in (0, SCHEMA_VERSION):
                raise StoreError(f"The store {self._path} is of version {version}, not {SCHEMA_VERSION}.")
            if version == 0:
                connection.executescript(SCHEMA)

    def _set_aside(self, file: tuple[int, int] | None) -> None:
        """Move the damaged `file` out of the way, unless another process was quicker."""
        with self._alone():
            if file is None or file != self._file():
                return
            aside = f"{self._path}.corrupt"
            self._path.replace(aside)
            for suffix in ("-wal", "-shm"):
                Path(f"{self._path}{suffix}").unlink(missing_ok=True)
        log.warning("The store %s is damaged; it was moved to %s, and a new one begins", self._path, aside)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep every other process from making or moving the file; the lock is on its folder."""
        folder = os.open(self._path.parent, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)

    def _file(self) -> tuple[int, int] | None:
        """Return which file is at the path now."""
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino

    def _sweep_when_due(self, rows: int, size: int) -> None:
        """Count a write of `rows` rows and `size` bytes; once in a while, sweep."""
        self._until_sweep -= size + rows * ROW_BYTES
        if self._until_sweep <= 0:
            self._until_sweep = self._max_bytes * SWEEP_EVERY
            self._attempt(self._sweep, None)

    def _sweep(self, connection: sqlite3.Connection) -> None:
        """Delete what has expired, then what expires next while there is too much; shrink a file that is too large."""
        while connection.execute(EXPIRE, (self._clock(), BATCH)).rowcount == BATCH:
            pass
        if _used(connection) > self._max_bytes:
            while _made_room(connection, self._max_bytes * (1 - HEADROOM)):
                pass
        spare = _pragma(connection, "page_count") - self._max_bytes // _pragma(connection, "page_size")
        if spare > 0:
            # Not `execute`, which takes a single step, and this statement gives one page back in each.
            connection.executescript(f"PRAGMA incremental_vacuum({min(spare, PAGES)})")


def _found(connection: sqlite3.Connection, keys: list[str], now: float) -> dict[str, bytes]:
    return dict(connection.execute(FIND, (json.dumps(keys), now)).fetchall())


def _added(connection: sqlite3.Connection, items: Mapping[str, bytes], now: float, expires: float) -> dict[str, bytes]:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        rows = [{"key": key, "value": value, "expires": expires, "now": now} for key, value in items.items()]
        connection.executemany(ADD, rows)
        return _found(connection, list(items), now)


def _made_room(connection: sqlite3.Connection, limit: float) -> bool:
    """Delete some of what expires first, if more than `limit` bytes are used; return whether anything was."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        excess = _used(connection) - limit
        nearest = connection.execute("SELECT rowid, length(value) FROM entries ORDER BY expires LIMIT ?", (BATCH,))
        doomed = []
        for row, size in nearest.fetchall():
            if excess > 0:
                doomed.append((row,))
                excess -= size
        connection.executemany("DELETE FROM entries WHERE rowid = ?", doomed)
    return bool(doomed)


def _used(connection: sqlite3.Connection) -> int:
    """Return the bytes of the file that hold something, which the sum of all values is always below."""
    pages = _pragma(connection, "page_count") - _pragma(connection, "freelist_count")
    return pages * _pragma(connection, "page_size")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def _is_damage(error: BaseException) -> bool:
    # The lower byte is the primary result code (sqlite.org, "Result and Error Codes").
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGE
