"""What readers put together, each under an id that shows it and a secret that changes it; nobody needs an account."""

import secrets
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from cachetools import TTLCache

from app.net.urls import ID_PATTERN, short_id
from app.storage import Quota, Store
from app.text.humanize import DAY

# One that is read lives for a year from then on; one that nobody ever comes back to, for a week.
KEEP_SECONDS, NEW_SECONDS = 366 * DAY, 7 * DAY
# Of so many records a process knows that they were prolonged today.
MOST_REMEMBERED = 10_000
SECRET_LENGTH, KEY_LENGTH = 16, 8  # characters of 5 bits; links have to be short
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"

Record = TypeVar("Record")


class OwnRecords(Generic[Record]):
    """Keeps the records of one kind, for all workers together."""

    def __init__(
        self,
        store: Store,
        kind: str,
        pack: Callable[[Record], bytes],
        unpack: Callable[[bytes], Record],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take where they are kept under keys that begin with `kind`, and as which bytes; `clock` tells seconds."""
        self._store = store
        self._kind = kind
        self._pack = pack
        self._unpack = unpack
        self._prolonged: TTLCache[str, None] = TTLCache(MOST_REMEMBERED, DAY, clock)

    def make(self, record: Record) -> str:
        """Keep a new record, and return the secret by which it is changed."""
        secret = "".join(secrets.choice(_LETTERS) for _ in range(SECRET_LENGTH))
        self._store.set(self._key(id_of(secret)), self._pack(record), NEW_SECONDS, Quota.LINKS)
        return secret

    def change(self, secret: str, record: Record) -> None:
        """Keep `record` in place of what is changed by this secret."""
        self._store.set(self._key(id_of(secret)), self._pack(record), KEEP_SECONDS, Quota.LINKS)

    def get(self, own_id: str) -> Record | None:
        """Return the record with this id, or None."""
        data = self._store.get(self._key(own_id)) if ID_PATTERN.fullmatch(own_id) else None
        return None if data is None else self._unpack(data)

    def read(self, own_id: str) -> Record | None:
        """Return the record with this id, or None; as somebody reads it, it lives on for a year."""
        record = self.get(own_id)
        if record is not None and own_id not in self._prolonged:
            self._prolonged[own_id] = None
            self._store.set(self._key(own_id), self._pack(record), KEEP_SECONDS, Quota.LINKS)
        return record

    def _key(self, own_id: str) -> str:
        return f"{self._kind}:{own_id}"


def id_of(secret: str) -> str:
    """Return the id of what a secret changes: nobody finds the secret by it."""
    return short_id(f"own page {secret}")


def key_of(source: str) -> str:
    """Return what stands for a part of a record in links."""
    return short_id(source, KEY_LENGTH)
