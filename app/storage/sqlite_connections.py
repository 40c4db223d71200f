"""Connections to an SQLite file: lent to one thread at a time, never across a fork, and made anew where the file
is damaged or gone."""

import fcntl
import itertools
import logging
import os
import shutil
import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.storage.sqlite_schema import is_damage, is_of_rights, is_of_the_disk, prepare, refuse_foreign, try_writing
from app.storage.store import StoreError
from app.text.humanize import size_in_words

log = logging.getLogger(__name__)

WAL_BYTES = 8 * 1024 * 1024  # what stays of the log after it was copied into the file
# For each connection, and a process has as many as threads have used the store at once.
CACHE_KIB = 512


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

    def __init__(self, path: Path, busy_seconds: float, must_open: bool = True) -> None:
        """Open the file once and write to it, making it and its folder where they are missing, if it must open now.

        Raises `StoreError` where that fails, or the file is not ours; then nothing of it was changed.
        `busy_seconds` is how long a statement waits for another writer.
        """
        self._path = path.absolute()
        self._busy_seconds = busy_seconds
        self._idle: deque[_Link] = deque()
        self._inherited: list[_Link] = []
        # To the file that was last seen to be ours: as long as it is open, no other file has its inode.
        self._known: _Link | None = None
        if not must_open:
            return
        try:
            self._opened().connection.close()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"The store {self._path} cannot be opened: {error}{self._reason(error)}.") from error

    def close(self) -> None:
        """Close every connection that no thread is using."""
        with suppress(IndexError):
            while True:
                self._dropped(self._idle.pop())
        known, self._known = self._known, None
        if known:
            self._dropped(known)

    @contextmanager
    def lent(self, busy_seconds: float) -> Iterator[sqlite3.Connection]:
        """Lend a connection to this thread, which waits so long for another writer.

        One on which anything failed is not used again.
        """
        link = self._taken() or self._opened()
        try:
            link.connection.execute(f"PRAGMA busy_timeout = {round(busy_seconds * 1000)}")
            yield link.connection
        except BaseException as error:
            link.connection.close()
            if is_damage(error):
                self._set_aside(link.file)
            raise
        self._idle.append(link)

    def _taken(self) -> _Link | None:
        """Return an idle connection of this process to the file as it is now, if there is one."""
        file = self._file()
        with suppress(IndexError):
            while True:
                link = self._idle.pop()
                if file is not None and link.file == file and link.process == os.getpid():
                    return link
                self._dropped(link)
        return None

    def _dropped(self, link: _Link) -> None:
        """Close a connection, but not one of the process that this one was forked from, whose locks would go."""
        if link.process == os.getpid():
            link.connection.close()
        else:
            self._inherited.append(link)

    def _opened(self) -> _Link:
        """Return a new connection; a damaged file makes room for a new one. Raises `StoreError` if it is not ours."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._file()
        try:
            return self._connected()
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
        self._set_aside(file)
        return self._connected()

    def _connected(self) -> _Link:
        # Nobody may look at a file that another process is just making into a store.
        with self._alone():
            if self._known is None or self._known.file != self._file():
                self._recognise()
            return self._made()

    def _recognise(self) -> None:
        """Connect to a file that is new here, and see that it is ours and can be written."""
        refuse_foreign(self._path)
        former, self._known = self._known, None
        if former:
            self._dropped(former)
        link = self._made()
        try:
            try_writing(link.connection)
        except BaseException:
            link.connection.close()
            raise
        self._known = link

    def _made(self) -> _Link:
        before = self._file()
        connection = sqlite3.connect(
            self._path, timeout=self._busy_seconds, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA journal_size_limit = {WAL_BYTES}")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            prepare(connection, self._path)
            file = self._file()
            if before is not None and file != before:
                # Which of the two is open cannot be told, and the one that is there may be somebody's own.
                raise sqlite3.OperationalError("another file was just put in its place")
            return _Link(connection, os.getpid(), file)
        except BaseException:
            connection.close()
            raise

    def _set_aside(self, file: tuple[int, int] | None) -> None:
        """Move the damaged `file` out of the way, unless another process was quicker."""
        with self._alone():
            if file is None or file != self._file():
                return
            aside = self._free_name()
            self._path.replace(aside)
            with suppress(FileNotFoundError):
                Path(f"{self._path}-wal").replace(f"{aside}-wal")
            Path(f"{self._path}-shm").unlink(missing_ok=True)
        log.warning("The store %s is damaged; it was moved to %s, and a new one begins", self._path, aside)

    def _free_name(self) -> Path:
        """Return where a damaged file goes: `.corrupt`, `.corrupt.2` and so on, whichever is first free."""
        numbers = itertools.chain([""], (f".{number}" for number in itertools.count(2)))
        names = (Path(f"{self._path}.corrupt{number}") for number in numbers)
        return next(name for name in names if not os.path.lexists(name) and not os.path.lexists(f"{name}-wal"))

    def _reason(self, error: Exception) -> str:
        """Return what may be behind `error`: how much is left on the disk, or where this account may not write."""
        if is_of_the_disk(error):
            return f"; {size_in_words(shutil.disk_usage(self._path.parent).free)} are free on its disk"
        for place in (self._path, self._path.parent):
            if is_of_rights(error) and place.exists() and not os.access(place, os.W_OK, effective_ids=True):
                return f"; this account may not write to {place}"
        return ""

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
