"""The store in one SQLite file, in WAL mode."""

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from app.storage.sqlite_connections import Connections
from app.storage.sqlite_schema import is_busy, is_damage
from app.storage.sqlite_upkeep import note_use, step, usage
from app.storage.store import (
    LARGEST_VALUE,
    PROBE_BYTES,
    PROBE_HOLDS,
    PROBE_KEY,
    SHARES,
    Quota,
    StoreError,
    Usage,
    bytes_of,
)
from app.storage.trouble import Trouble
from app.storage.upkeep import Upkeep

T = TypeVar("T")

FIND = """
    SELECT key, value, used FROM entries WHERE key IN (SELECT value FROM json_each(?)) AND expires > ?
"""
SET = """
    INSERT INTO entries VALUES (:key, :value, :expires, :quota, :now) ON CONFLICT (key) DO UPDATE SET
    value = excluded.value, expires = excluded.expires, quota = excluded.quota, used = excluded.used
"""
ADD = """
    INSERT INTO entries VALUES (:key, :value, :expires, :quota, :now) ON CONFLICT (key) DO UPDATE SET
    value = CASE WHEN expires > :now THEN value ELSE excluded.value END, expires = max(expires, excluded.expires),
    used = excluded.used
"""
INCREMENT = """
    INSERT INTO entries VALUES (:key, CAST(:amount AS BLOB), :expires, :quota, :now) ON CONFLICT (key) DO UPDATE SET
    value = CAST(CASE WHEN expires > :now THEN CAST(value AS INTEGER) + :amount ELSE :amount END AS BLOB),
    expires = CASE WHEN expires > :now THEN expires ELSE excluded.expires END, used = excluded.used
"""
BUSY_SECONDS = 2.0
# A store that failed is asked again after so many seconds, and then waited for this long.
RETRY_SECONDS, PROBE_SECONDS = 5.0, 0.1
# Between two looks at what is too much a process may write this part.
LOOK_EVERY = 1 / 64
# Where more than this part was written while nobody had time to make room, pages and pictures are not kept.
MOST_BEHIND = 1 / 8
# What a row takes in the file beside its value, about; so that many small ones lead to a look, too.
ROW_BYTES = 200
# That an entry was read is noted when the last time is so many seconds ago.
USE_SECONDS = 600.0


class SqliteStore:
    """A store in an SQLite file in WAL mode, for any number of processes and threads of one machine.

    The file stays at about `max_bytes`, plus one value and an eighth for each process: where a quota has too much, what
    was used last goes last. That is done in a thread, in small steps. Connections are lent to one thread at a time,
    and never cross a fork (sqlite.org, "How to corrupt an SQLite database file", section 2.6).
    """

    def __init__(
        self,
        path: Path,
        max_bytes: int,
        clock: Callable[[], float] = time.time,
        busy_seconds: float = BUSY_SECONDS,
        shares: Mapping[Quota, float] = SHARES,
        retry_seconds: float = RETRY_SECONDS,
        must_open: bool = True,
    ) -> None:
        """Open the file, making it and its folder where they are missing.

        `clock` tells seconds since the epoch; `busy_seconds` is how long a call waits for another writer; `shares` are
        parts of `max_bytes`; a store that failed is asked again after `retry_seconds`. Raises `StoreError` where the
        file cannot be opened or written, or is not one of ours, unless it need not open now.
        """
        self._max_bytes = max_bytes
        self._most = bytes_of(max_bytes, shares)
        self._clock = clock
        self._busy_seconds = busy_seconds
        # Due at the first write, since a process may not live to the next.
        self._until_look, self._behind = 0.0, 0
        self._used: set[str] = set()
        self._probing, self._probed = threading.Lock(), (0.0, "")
        self._lock, self._stepping = threading.Lock(), threading.Lock()
        self._reading = Trouble(f"The store {path} cannot be read", retry_seconds)
        self._writing = Trouble(f"The store {path} cannot be written", retry_seconds)
        self._upkeep = Upkeep(self._step, "store")
        self._connections = Connections(path, busy_seconds, must_open)

    def get(self, key: str) -> bytes | None:
        """Return what is stored under `key`."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is stored under each of `keys`, without those that are not there."""
        wanted, now = list(keys), self._clock()
        rows: list[tuple[str, bytes, float]] = []
        if wanted:
            rows = self._attempt(self._reading, lambda connection: _found(connection, wanted, now), rows)
        self._note_use(key for key, _, used in rows if abs(now - used) > USE_SECONDS)
        return {key: value for key, value, _ in rows}

    def set(self, key: str, value: bytes, seconds: float, quota: Quota = Quota.OTHER) -> None:
        """Store `value` under `key`, in place of what was there; one too large for its quota only replaces."""
        if len(value) > self._most[quota] * LARGEST_VALUE or self._is_behind(quota):
            self.delete(key)
            return
        row = self._row(seconds, quota) | {"key": key, "value": value}
        self._attempt(self._writing, lambda connection: connection.execute(SET, row), None)
        self._wrote(1, len(value))

    def add_many(self, items: Mapping[str, bytes], seconds: float, quota: Quota = Quota.OTHER) -> dict[str, bytes]:
        """Store each of `items` whose key is absent, and return what is then stored under each key."""
        if not items:
            return {}
        row = self._row(seconds, quota)
        nothing: dict[str, bytes] = {}
        stored = self._attempt(self._writing, lambda connection: _added(connection, items, row), nothing)
        self._wrote(len(items), sum(map(len, items.values())))
        return stored

    def increment(self, key: str, amount: int, seconds: float) -> int | None:
        """Add `amount` to the whole number under `key`, and return the sum."""
        row = self._row(seconds, Quota.OTHER) | {"key": key, "amount": amount}
        total = self._attempt(self._writing, lambda connection: _incremented(connection, row), None)
        self._wrote(1, 0)
        return total

    def delete(self, key: str, value: bytes | None = None) -> None:
        """Forget what is stored under `key`; where `value` is given, only if it is that."""
        delete = "DELETE FROM entries WHERE key = :key AND value = ifnull(:value, value)"
        row = {"key": key, "value": value}
        self._attempt(self._writing, lambda connection: connection.execute(delete, row), None)

    def sizes(self) -> dict[Quota, Usage]:
        """Return what each quota has and may have; nothing where the store fails."""
        nothing: dict[Quota, Usage] = {}
        return self._attempt(self._reading, lambda connection: usage(connection, self._most), nothing)

    def trouble(self) -> str:
        """Return why nothing can be stored now, in a few words without paths, or an empty string where it can."""
        with self._probing:
            now, (until, said) = time.monotonic(), self._probed
            if now < until:
                return said
            said = self._probe()
            self._probed = (now + PROBE_HOLDS, said)
            return said

    def _probe(self) -> str:
        row = self._row(60, Quota.OTHER) | {"key": PROBE_KEY, "value": bytes(PROBE_BYTES)}
        try:
            with self._connections.lent(PROBE_SECONDS) as connection:
                connection.execute(SET, row)
                connection.execute("DELETE FROM entries WHERE key = ?", (PROBE_KEY,))
        except (sqlite3.Error, OSError, StoreError) as error:
            self._writing.failed(error)
            return f"{error}" if isinstance(error, sqlite3.Error) else "it cannot be opened"
        self._reading.worked()
        self._writing.worked()
        return ""

    def tidy(self) -> None:
        """Do now what is otherwise done behind the readers' backs: let go of what has expired, or is too much."""
        while self._step():
            pass

    def close(self) -> None:
        """Close every connection that no thread is using."""
        self._upkeep.end()
        self._connections.close()

    def _row(self, seconds: float, quota: Quota) -> dict[str, object]:
        now = self._clock()
        return {"now": now, "expires": now + seconds, "quota": quota.value}

    def _attempt(self, trouble: Trouble, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Return what `work` makes of a connection, or `otherwise` where the store fails, or failed just now."""
        if not trouble.may_try():
            return otherwise
        try:
            with self._connections.lent(PROBE_SECONDS if trouble.is_there else self._busy_seconds) as connection:
                done = work(connection)
        except (sqlite3.Error, OSError, StoreError) as error:
            if not is_damage(error):  # what is damaged was moved aside, and the next call makes a new file
                trouble.failed(error, allowed=1 if is_busy(error) else 0)  # one alone may come of many writers
            return otherwise
        trouble.worked()
        return done

    def _note_use(self, keys: Iterable[str]) -> None:
        noted = set(keys)
        if noted:
            with self._lock:
                self._used |= noted
            self._upkeep.due()

    def _is_behind(self, quota: Quota) -> bool:
        return quota in (Quota.PAGES, Quota.PICTURES) and self._behind > self._max_bytes * MOST_BEHIND

    def _wrote(self, rows: int, size: int) -> None:
        """Count a write of `rows` rows and `size` bytes; once in a while, have somebody look what is too much."""
        written = size + rows * ROW_BYTES
        with self._lock:
            self._behind += written
            self._until_look -= written
            if self._until_look > 0:
                return
            self._until_look = self._max_bytes * LOOK_EVERY
        self._upkeep.due()

    def _step(self) -> bool:
        """Do one of the things that keep the store in shape; return whether there may be more.

        One at a time: what a step has taken up to write must be written before another one looks what was used last.
        """
        with self._stepping:
            with self._lock:
                used, self._used, seen = self._used, set(), self._behind
            if used:
                self._attempt(self._writing, lambda connection: note_use(connection, used, self._clock()), None)
                return True
            is_done = self._attempt(self._writing, lambda connection: step(connection, self._most, self._clock), None)
            if is_done is False:
                with self._lock:
                    self._behind -= seen
            return bool(is_done)


def _found(connection: sqlite3.Connection, keys: list[str], now: float) -> list[tuple[str, bytes, float]]:
    return connection.execute(FIND, (json.dumps(keys), now)).fetchall()


def _added(connection: sqlite3.Connection, items: Mapping[str, bytes], row: Mapping[str, object]) -> dict[str, bytes]:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(ADD, [{**row, "key": key, "value": value} for key, value in items.items()])
        stored = connection.execute(FIND, (json.dumps(list(items)), row["now"])).fetchall()
        return {key: value for key, value, _ in stored}


def _incremented(connection: sqlite3.Connection, row: Mapping[str, object]) -> int:
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(INCREMENT, row)
        return int(connection.execute("SELECT value FROM entries WHERE key = ?", (row["key"],)).fetchone()[0])
