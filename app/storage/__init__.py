"""The store that all workers share: bytes under keys, each for a time. One protocol, and SQLite behind it.

A store may forget anything at any moment, and one that fails has forgotten: no method raises. What fails is
logged; only opening a store raises, so that a wrong setting stops the start.
"""

import re
from pathlib import Path

from app.storage.sqlite import SqliteStore
from app.storage.sqlite_schema import StoreError
from app.storage.store import Store

__all__ = ["SqliteStore", "Store", "StoreError", "open_store"]


def open_store(url: str, max_bytes: int) -> Store:
    """Return the store at `url`: `sqlite:///relative/path` or `sqlite:////absolute/path`. Raises `StoreError`."""
    match = re.fullmatch(r"sqlite:///(?!:memory:)(.+)", url)
    if match is None:
        raise StoreError(f"The store {url} is none that can be opened: sqlite:/// and the path of a file is.")
    return SqliteStore(Path(match[1]), max_bytes)
