"""The store that all workers share: bytes under keys, each for a time. One protocol; behind it an SQLite file for one
machine, or a server of Redis' protocol for many.

A store may forget anything at any moment, and one that fails has forgotten: no method raises. What fails is
logged; only opening a store raises, so that a wrong setting stops the start.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from app.storage.sqlite import SqliteStore
from app.storage.store import SHARES, Quota, ServerMemory, Store, StoreError, StoreUnreachable, Usage, name_of

__all__ = [
    "Quota",
    "ServerMemory",
    "SqliteStore",
    "Store",
    "StoreError",
    "StoreUnreachable",
    "Usage",
    "file_of",
    "name_of",
    "open_store",
]


def open_store(url: str, max_bytes: int, shares: Mapping[str, float] | None = None, must_open: bool = True) -> Store:
    """Return the store at `url`: `sqlite:///relative/path`, `sqlite:////absolute/path`, `redis://host:port/number`,
    the same with `rediss:` for TLS, or `unix:///path/of/socket`.

    `shares` are the parts of `max_bytes` that `links`, `pages` and `pictures` have, where not the usual ones. Raises
    `StoreError` where it cannot be opened, unless it need not open now, as where another process has just opened it.
    """
    quotas = {Quota[name.upper()]: share for name, share in shares.items()} if shares else SHARES
    path = file_of(url)
    if path is not None:
        return SqliteStore(path, max_bytes, shares=quotas, must_open=must_open)
    if re.match(r"(rediss?|unix)://", url):
        # It takes 0.14 s and 5 MB to import, which a site with a file need not have.
        from app.storage.redis_store import RedisStore  # noqa: PLC0415

        return RedisStore(url, max_bytes, shares=quotas, must_open=must_open)
    raise StoreError(
        f"The store {name_of(url)} is none that can be opened: sqlite:/// and a file is, or redis:// and a host."
    )


def file_of(url: str) -> Path | None:
    """Return the file of the store at `url`, or None where it is no file."""
    match = re.fullmatch(r"sqlite:///(?!:memory:)(.+)", url)
    return Path(match[1]) if match else None
