"""The store that all workers share: bytes under keys, each for a time. One protocol, and SQLite behind it.

A store may forget anything at any moment, and one that fails has forgotten: no method raises. What fails is
logged; only opening a store raises, so that a wrong setting stops the start.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from app.storage.sqlite import SHARES, SqliteStore
from app.storage.sqlite_schema import StoreError
from app.storage.store import Quota, Store, Usage

__all__ = ["Quota", "SqliteStore", "Store", "StoreError", "Usage", "open_store"]


def open_store(url: str, max_bytes: int, shares: Mapping[str, float] | None = None, must_open: bool = True) -> Store:
    """Return the store at `url`: `sqlite:///relative/path` or `sqlite:////absolute/path`.

    `shares` are the parts of `max_bytes` that `links`, `pages` and `pictures` have, where not the usual ones. Raises
    `StoreError` where it cannot be opened, unless it need not open now, as where another process has just opened it.
    """
    match = re.fullmatch(r"sqlite:///(?!:memory:)(.+)", url)
    if match is None:
        raise StoreError(f"The store {url} is none that can be opened: sqlite:/// and the path of a file is.")
    quotas = {Quota[name.upper()]: share for name, share in shares.items()} if shares else SHARES
    return SqliteStore(Path(match[1]), max_bytes, shares=quotas, must_open=must_open)
