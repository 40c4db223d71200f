"""The store in one SQLite file, in WAL mode."""

import json
import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from app.storage.sqlite_connections import Connections
from app.storage.sqlite_schema import StoreError, pragma

T = TypeVar("T")
log = logging.getLogger(__name__)

FIND = """
    SELECT key, value FROM entries WHERE key IN (SELECT value FROM json_each(?)) AND expires > ?
"""
ADD = """
    INSERT INTO entries VALUES (:key, :value, :expires) ON CONFLICT (key) DO UPDATE SET
    value = CASE WHEN expires > :now THEN value ELSE excluded.value END, expires = max(expires, excluded.expires)
"""
INCREMENT = """
    INSERT INTO entries VALUES (:key, CAST(:amount AS BLOB), :expires) ON CONFLICT (key) DO UPDATE SET
    value = CAST(CASE WHEN expires > :now THEN CAST(value AS INTEGER) + :amount ELSE :amount END AS BLOB),
    expires = CASE WHEN expires > :now THEN expires ELSE excluded.expires END
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


class SqliteStore:
    """A store in an SQLite file in WAL mode, for any number of processes and threads of one machine.

    The file stays at about `max_bytes`, plus one value and a 64th for each process: beyond that, what expires
    first goes first. Connections are lent to one thread at a time, and never cross a fork (sqlite.org,
    "How to corrupt an SQLite database file", section 2.6).
    """

    def __init__(
        self, path: Path, max_bytes: int, clock: Callable[[], float] = time.time, busy_seconds: float = BUSY_SECONDS
    ) -> None:
        """Open the file, making it and its folder where they are missing.

        `clock` tells seconds since the epoch; `busy_seconds` is how long a call waits for another writer. Raises
        `StoreError` where the file cannot be opened or written, or is not one of ours.
        """
        self._path = path
        self._max_bytes = max_bytes
        self._clock = clock
        # Due at the first write, since a process may not live to the next.
        self._until_sweep = 0.0
        self._connections = Connections(path, busy_seconds)

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

    def increment(self, key: str, amount: int, seconds: float) -> int | None:
        """Add `amount` to the whole number under `key`, and return the sum."""
        now = self._clock()
        row = {"key": key, "amount": amount, "expires": now + seconds, "now": now}
        total = self._attempt(lambda connection: _incremented(connection, row), None)
        self._sweep_when_due(1, 0)
        return total

    def delete(self, key: str) -> None:
        """Forget what is stored under `key`."""
        self._attempt(lambda connection: connection.execute("DELETE FROM entries WHERE key = ?", (key,)), None)

    def close(self) -> None:
        """Close every connection that no thread is using."""
        self._connections.close()

    def _attempt(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Return what `work` makes of a connection, or `otherwise` where the store fails."""
        try:
            with self._connections.lent() as connection:
                return work(connection)
        except (sqlite3.Error, OSError, StoreError) as error:
            log.warning("The store %s failed: %s", self._path, error)
        return otherwise

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
        spare = pragma(connection, "page_count") - self._max_bytes // pragma(connection, "page_size")
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


def _incremented(connection: sqlite3.Connection, row: Mapping[str, object]) -> int:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(INCREMENT, row)
        return int(connection.execute("SELECT value FROM entries WHERE key = ?", (row["key"],)).fetchone()[0])


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
    pages = pragma(connection, "page_count") - pragma(connection, "freelist_count")
    return pages * pragma(connection, "page_size")
