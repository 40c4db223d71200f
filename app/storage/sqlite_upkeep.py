"""What keeps an SQLite store in shape: one small step at a time, each a short transaction of its own."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping

from app.storage.sqlite_schema import pragma
from app.storage.store import Quota, Usage

# The most that one step does, lest other writers wait for long: rows, bytes of their values, and pages of the file.
ROWS, BYTES, PAGES = 200, 4 * 1024 * 1024, 256
# What has to make room makes this part of a quota free, lest the next write ask for room again.
HEADROOM = 1 / 32
# Seconds by which a time in the store may be ahead of the clock, before the clock was set back.
SKEW = 60.0

USE = "UPDATE entries SET used = ? WHERE key IN (SELECT value FROM json_each(?))"
BRING_BACK = """
    UPDATE entries SET expires = expires - (used - :now), used = :now WHERE rowid IN (
        SELECT rowid FROM entries WHERE quota IN (SELECT quota FROM sizes) AND used > :latest LIMIT :rows
    )
"""
EXPIRE = "DELETE FROM entries WHERE rowid IN (SELECT rowid FROM entries WHERE expires <= ? LIMIT ?)"
LEAST_USED = "SELECT rowid, length(value) FROM entries WHERE quota = ? ORDER BY used LIMIT ?"


def note_use(connection: sqlite3.Connection, keys: Iterable[str], now: float) -> None:
    """Note that the entries under `keys` were used now."""
    connection.execute(USE, (now, json.dumps(list(keys))))


def step(connection: sqlite3.Connection, most: Mapping[Quota, int], clock: Callable[[], float]) -> bool:
    """Do one thing that is to be done in a store whose quotas have `most` bytes; return whether there was any.

    Entries of a later time than now, since the clock was set back, are taken as used now, and live on from now for as
    long as they would have lived on from then: a claim of a process that died ends, and a link does not.
    """
    total = sum(most.values())
    return _expired(connection, clock) or _made_room(connection, most, total) or _gave_back(connection, total)


def usage(connection: sqlite3.Connection, most: Mapping[Quota, int]) -> dict[Quota, Usage]:
    """Return what each quota has and may have."""
    rows = connection.execute("SELECT quota, entries, bytes FROM sizes").fetchall()
    return {Quota(quota): Usage(entries, size, most[Quota(quota)]) for quota, entries, size in rows}


def _expired(connection: sqlite3.Connection, clock: Callable[[], float]) -> bool:
    """Bring back what is of a later time, or delete some of what has expired, if there is any of it."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        now = clock()  # not before, for what others write while this waits for them is of no later time
        return (
            connection.execute(BRING_BACK, {"now": now, "latest": now + SKEW, "rows": ROWS}).rowcount > 0
            or connection.execute(EXPIRE, (now, ROWS)).rowcount > 0
        )


def _made_room(connection: sqlite3.Connection, most: Mapping[Quota, int], total: int) -> bool:
    """Delete some of what was used last in the quota that is fullest, if that has too much, or the file as a whole."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        parts = {quota: each.size / max(1, each.most) for quota, each in usage(connection, most).items()}
        fullest = max(parts, key=lambda quota: parts[quota])
        if parts[fullest] <= 1 and _used(connection) <= total:
            return False
        excess = (min(parts[fullest], 1.0) * HEADROOM + max(parts[fullest] - 1, 0)) * most[fullest]
        doomed, size = [], 0
        for row, length in connection.execute(LEAST_USED, (fullest, ROWS)).fetchall():
            if size < min(excess, BYTES):
                doomed.append((row,))
                size += length + 200
        connection.executemany("DELETE FROM entries WHERE rowid = ?", doomed)
    return bool(doomed)


def _gave_back(connection: sqlite3.Connection, total: int) -> bool:
    """Make a file that is too large shorter by some of its free pages."""
    spare = pragma(connection, "page_count") - total // pragma(connection, "page_size")
    pages = min(spare, pragma(connection, "freelist_count"), PAGES)
    if pages <= 0:
        return False
    # Not `execute`, which takes a single step, and this statement gives one page back in each.
    connection.executescript(f"PRAGMA incremental_vacuum({pages})")
    return True


def _used(connection: sqlite3.Connection) -> int:
    """Return the bytes of the file that hold something."""
    pages = pragma(connection, "page_count") - pragma(connection, "freelist_count")
    return pages * pragma(connection, "page_size")
