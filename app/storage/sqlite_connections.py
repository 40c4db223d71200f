"""Connections to an SQLite file: lent to one thread at a time, never across a fork, and made anew where the file
is damaged or gone."""

import fcntl
import logging
import os
import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

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


class Connections:
    """The connections of all threads of a process to one file.

    They never cross a fork (sqlite.org, "How to corrupt an SQLite database file", section 2.6).
    """

    def __init__(self, path: Path, busy_seconds: float) -> None:
        """Open the file once, making it and its folder where they are missing. Raises `StoreError`.

        `busy_seconds` is how long a statement waits for another writer.
        """
        self._path = path.absolute()
        self._busy_seconds = busy_seconds
        self._idle: deque[_Link] = deque()
        self._inherited: list[_Link] = []
        try:
            self._opened().connection.close()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"The store {self._path} cannot be opened: {error}.") from error

    def close(self) -> None:
        """Close every connection that no thread is using."""
        with suppress(IndexError):
            while True:
                self._idle.pop().connection.close()

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
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
        if pragma(connection, "user_version") == SCHEMA_VERSION:
            return
        with self._alone():
            version = pragma(connection, "user_version")
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


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the number that a PRAGMA of SQLite says."""
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def _is_damage(error: BaseException) -> bool:
    # The lower byte is the primary result code (sqlite.org, "Result and Error Codes").
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGE
