"""What makes an SQLite file a store of ours: its application id, its version and its tables.

A file that is neither empty nor ours is never opened in a way that changes a byte of it, or of the files that
SQLite keeps beside it. So the look at a file is SQLite's own, read-only and `immutable`, which takes no lock and
leaves a write-ahead log alone (sqlite.org, "Uniform Resource Identifiers"). To read a few bytes without SQLite is
no way: it would drop every lock that this process holds on the file (sqlite.org, "How to corrupt an SQLite
database file", section 2.2).
"""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

# "68kn" in ASCII; it stands in the header of each of our files (sqlite.org, "Database File Format", section 1.3.8).
APPLICATION_ID = 0x36386B6E
SCHEMA_VERSION = 1
TABLES = (
    "CREATE TABLE entries (key TEXT PRIMARY KEY, value BLOB NOT NULL, expires REAL NOT NULL)",
    "CREATE INDEX entries_by_expiry ON entries (expires)",
)
# The application id stands in the file itself before there is a log beside it, so that the file is never unmarked.
SCHEMA = f"""
    PRAGMA auto_vacuum = INCREMENTAL;
    BEGIN IMMEDIATE;
    PRAGMA application_id = {APPLICATION_ID};
    {"; ".join(TABLES)};
    PRAGMA user_version = {SCHEMA_VERSION};
    COMMIT;
"""
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# What SQLite says of a full disk; the second where it cannot make its index of the log longer.
DISK = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
# Of a database, in bytes. One of a single byte is empty to SQLite, which then writes over it.
_SMALLEST = 512


class StoreError(Exception):
    """The store cannot be opened; the message is one line that names it."""


def refuse_foreign(path: Path) -> None:
    """Return if there is no file at `path`, or an empty one, or a store of ours, be it a damaged one.

    Raises `StoreError` for any other file and for a store of another version, `OSError` and `sqlite3.Error` where
    it cannot be read.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return
    if not stat.S_ISREG(status.st_mode):
        raise StoreError(f"The store {path} cannot be opened: it is not a file.")
    if status.st_size and (status.st_size < _SMALLEST or not _is_ours(path)):
        raise StoreError(f"The store {path} cannot be opened: the file is not one of ours, and is left as it is.")


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables where there are none yet, and see that the file has a write-ahead log.

    Raises `StoreError` for a store of another version, `sqlite3.Error` where the file cannot be written.
    """
    version = pragma(connection, "user_version")
    if version == 0:
        connection.executescript(SCHEMA)
    else:
        _refuse_other_version(path, version)
    # Asked for each time, lest a process that ended between the two statements leave a file without.
    connection.execute("PRAGMA journal_mode = WAL")


def try_writing(connection: sqlite3.Connection) -> None:
    """Write what every store has, and one from before there was an application id has not.

    Raises `sqlite3.Error` where nothing can be written, unless somebody else is just writing.
    """
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except sqlite3.OperationalError as error:
        if _primary_code(error) != sqlite3.SQLITE_BUSY:
            raise


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the number that a PRAGMA of SQLite says."""
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def is_damage(error: BaseException) -> bool:
    """Tell whether `error` says that a file is no database, or a damaged one."""
    return isinstance(error, sqlite3.Error) and _primary_code(error) in DAMAGE


def is_of_the_disk(error: BaseException) -> bool:
    """Tell whether `error` may come of a full disk."""
    return isinstance(error, sqlite3.Error) and _primary_code(error) in DISK


def _primary_code(error: sqlite3.Error) -> int:
    # The lower byte (sqlite.org, "Result and Error Codes").
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _is_ours(path: Path) -> bool:
    """Tell whether the database at `path` has our application id, or is a store of before there was one, or blank.

    Raises `StoreError` for a store of another version, `sqlite3.Error` where it cannot be read.
    """
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        # Nothing can be written here; it lets SQLite read a file that is shorter than its header says, which is one
        # that was cut, or that another process is just making longer.
        connection.execute("PRAGMA writable_schema = ON")
        try:
            marked, version = pragma(connection, "application_id"), pragma(connection, "user_version")
            if marked == APPLICATION_ID:
                _refuse_other_version(path, version)
                return True
            tables = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                return False
            raise
    if version == SCHEMA_VERSION and not marked:
        return tables == set(TABLES)
    return version == marked == 0 and not tables and not _has_unwritten(path)


def _refuse_other_version(path: Path, version: int) -> None:
    if version != SCHEMA_VERSION:
        raise StoreError(
            f"The store {path} cannot be opened: it is of version {version}, and this program knows {SCHEMA_VERSION}."
        )


def _has_unwritten(path: Path) -> bool:
    """Tell whether a log or journal beside the file may hold what the file itself does not show."""
    beside = [path.with_name(path.name + suffix) for suffix in ("-wal", "-journal")]
    return any(each.exists() and each.stat().st_size > 0 for each in beside)
