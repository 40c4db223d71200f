"""What makes an SQLite file a store of ours: its application id, its version and its tables; older ones are migrated.

A file that is neither empty nor ours is never opened in a way that changes a byte of it, or of the files that
SQLite keeps beside it. So the look at a file is SQLite's own, read-only and `immutable`, which takes no lock and
leaves a write-ahead log alone (sqlite.org, "Uniform Resource Identifiers"). To read a few bytes without SQLite is
no way: it would drop every lock that this process holds on the file (sqlite.org, "How to corrupt an SQLite
database file", section 2.2).
"""

import logging
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

from app.storage.store import Quota, StoreError
from app.text.humanize import DAY

log = logging.getLogger(__name__)

# "68kn" in ASCII; it stands in the header of each of our files (sqlite.org, "Database File Format", section 1.3.8).
APPLICATION_ID = 0x36386B6E
SCHEMA_VERSION = 2
# What version 1 was, which there has been with and without an application id.
TABLES_OF_1 = (
    "CREATE TABLE entries (key TEXT PRIMARY KEY, value BLOB NOT NULL, expires REAL NOT NULL)",
    "CREATE INDEX entries_by_expiry ON entries (expires)",
)
# What a row takes in the file, in bytes: its value, its key twice, and the rest in the table and in three indices.
_COST = "length({0}.value) + 2 * length({0}.key) + 130"
_ADDED = f"""
    UPDATE sizes SET entries = entries + 1, bytes = bytes + {_COST.format("new")} WHERE quota = new.quota;
"""  # noqa: S608  # of texts that stand here alone
_TAKEN = f"""
    UPDATE sizes SET entries = entries - 1, bytes = bytes - ({_COST.format("old")}) WHERE quota = old.quota;
"""  # noqa: S608
# `used` is when an entry was read or written last, within some minutes. Triggers keep the sizes right whoever writes;
# REPLACE would not call the one for what it deletes.
_SIZES = f"""
    CREATE INDEX entries_by_use ON entries (quota, used);
    CREATE TABLE sizes (quota INTEGER PRIMARY KEY, entries INTEGER NOT NULL, bytes INTEGER NOT NULL);
    INSERT INTO sizes VALUES {", ".join(f"({quota.value}, 0, 0)" for quota in Quota)};
    CREATE TRIGGER entry_added AFTER INSERT ON entries BEGIN {_ADDED} END;
    CREATE TRIGGER entry_taken AFTER DELETE ON entries BEGIN {_TAKEN} END;
    CREATE TRIGGER entry_changed AFTER UPDATE OF value, quota ON entries
    WHEN new.quota <> old.quota OR length(new.value) <> length(old.value) BEGIN {_TAKEN} {_ADDED} END;
"""  # noqa: S608
# The application id stands in the file itself before there is a log beside it, so that the file is never unmarked.
SCHEMA = f"""
    PRAGMA auto_vacuum = INCREMENTAL;
    BEGIN IMMEDIATE;
    PRAGMA application_id = {APPLICATION_ID};
    CREATE TABLE entries (
        key TEXT PRIMARY KEY, value BLOB NOT NULL, expires REAL NOT NULL, quota INTEGER NOT NULL, used REAL NOT NULL
    );
    CREATE INDEX entries_by_expiry ON entries (expires);
    {_SIZES}
    PRAGMA user_version = {SCHEMA_VERSION};
    COMMIT;
"""
# A link of version 1 was seen last as long ago as its life has gone on; its pages can no longer be read, and go first.
_SEEN_BEFORE_EXPIRY = 180 * DAY
_FROM_1 = f"""
    BEGIN IMMEDIATE;
    PRAGMA application_id = {APPLICATION_ID};
    ALTER TABLE entries ADD COLUMN quota INTEGER NOT NULL DEFAULT {Quota.OTHER.value};
    ALTER TABLE entries ADD COLUMN used REAL NOT NULL DEFAULT 0;
    UPDATE entries SET quota = {Quota.LINKS.value}, used = max(0, expires - {_SEEN_BEFORE_EXPIRY})
    WHERE substr(key, 1, 3) = 'l1:';
    UPDATE entries SET quota = {Quota.PAGES.value} WHERE substr(key, 1, 1) = 'r';
    {_SIZES}
    INSERT OR REPLACE INTO sizes SELECT quota, count(*), sum({_COST.format("entries")}) FROM entries GROUP BY quota;
    PRAGMA user_version = {SCHEMA_VERSION};
    COMMIT;
"""  # noqa: S608
#: What makes a store of an older version one of the next, by the version that it has.
MIGRATIONS = {1: _FROM_1}
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# What SQLite says of a full disk; the second where it cannot make its index of the log longer.
DISK = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})
# And of one that this account may not write, or not make.
RIGHTS = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY})
# Of a database, in bytes. One of a single byte is empty to SQLite, which then writes over it.
_SMALLEST = 512


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
    """Make the tables where there are none yet, bring those of an older version up, and see that there is a log.

    Nobody else may do so at the same time. Raises `StoreError` for a store of a version that is not known,
    `sqlite3.Error` where the file cannot be written; then it is as it was.
    """
    version = pragma(connection, "user_version")
    if version == 0:
        connection.executescript(SCHEMA)
    _refuse_other_version(path, version or SCHEMA_VERSION)
    while (version := pragma(connection, "user_version")) in MIGRATIONS:
        connection.executescript(MIGRATIONS[version])
        log.info("The store %s was of version %d, and is of version %d now", path, version, version + 1)
    # Asked for each time, lest a process that ended between the two statements leave a file without.
    connection.execute("PRAGMA journal_mode = WAL")


def try_writing(connection: sqlite3.Connection) -> None:
    """Write what every store has, and one from before there was an application id has not.

    Raises `sqlite3.Error` where nothing can be written, unless somebody else is just writing.
    """
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    except sqlite3.OperationalError as error:
        if not is_busy(error):
            raise


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the number that a PRAGMA of SQLite says."""
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def is_damage(error: BaseException) -> bool:
    """Tell whether `error` says that a file is no database, or a damaged one."""
    return isinstance(error, sqlite3.Error) and _primary_code(error) in DAMAGE


def is_of_rights(error: BaseException) -> bool:
    """Tell whether `error` says that a file or its folder cannot be written, by this account or by anybody."""
    return isinstance(error, sqlite3.Error) and _primary_code(error) in RIGHTS


def is_busy(error: BaseException) -> bool:
    """Tell whether `error` says that somebody else was writing for too long."""
    return isinstance(error, sqlite3.Error) and _primary_code(error) == sqlite3.SQLITE_BUSY


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
    if version == 1 and not marked:
        return tables == set(TABLES_OF_1)
    return version == marked == 0 and not tables and not _has_unwritten(path)


def _refuse_other_version(path: Path, version: int) -> None:
    if version != SCHEMA_VERSION and version not in MIGRATIONS:
        raise StoreError(
            f"The store {path} cannot be opened: it is of version {version}, and this program knows {SCHEMA_VERSION}."
        )


def _has_unwritten(path: Path) -> bool:
    """Tell whether a log or journal beside the file may hold what the file itself does not show."""
    beside = [path.with_name(path.name + suffix) for suffix in ("-wal", "-journal")]
    return any(each.exists() and each.stat().st_size > 0 for each in beside)
