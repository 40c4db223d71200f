"""Front pages that readers put together, each under an id that shows it and a secret that changes it."""

import json
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from cachetools import TTLCache

from app.net.urls import ID_PATTERN, short_id
from app.storage import Quota, Store
from app.text.humanize import DAY

# One that is read lives for a year from then on; one that nobody ever comes back to, for a week.
KEEP_SECONDS, NEW_SECONDS = 366 * DAY, 7 * DAY
# Of so many pages a process knows that they were prolonged today.
MOST_REMEMBERED = 10_000
SECRET_LENGTH, KEY_LENGTH = 16, 8  # characters of 5 bits; links have to be short
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A front page of one's own.

    `sources` are the canonical addresses of feeds, and sections of editions as `in/world`, in the order of their
    reader, each with what it is called; `order` is `best` or `newest`; `language` is that of feeds whose own is not
    known (ISO 639-1).
    """

    name: str
    sources: tuple[tuple[str, str], ...] = ()
    order: str = "best"
    language: str = "en"


class OwnPages:
    """Keeps them, for all workers together."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        """Take where they are kept; `clock` tells seconds."""
        self._store = store
        self._prolonged: TTLCache[str, None] = TTLCache(MOST_REMEMBERED, DAY, clock)

    def make(self, page: OwnPage) -> str:
        """Keep a new page, and return the secret by which it is changed."""
        secret = "".join(secrets.choice(_LETTERS) for _ in range(SECRET_LENGTH))
        self._store.set(_key(id_of(secret)), _bytes(page), NEW_SECONDS, Quota.LINKS)
        return secret

    def change(self, secret: str, page: OwnPage) -> None:
        """Keep `page` in place of what is changed by this secret."""
        self._store.set(_key(id_of(secret)), _bytes(page), KEEP_SECONDS, Quota.LINKS)

    def get(self, own_id: str) -> OwnPage | None:
        """Return the page with this id, or None."""
        data = self._store.get(_key(own_id)) if ID_PATTERN.fullmatch(own_id) else None
        return None if data is None else _page(data)

    def read(self, own_id: str) -> OwnPage | None:
        """Return the page with this id, or None; as somebody reads it, it lives on for a year."""
        page = self.get(own_id)
        if page is not None and own_id not in self._prolonged:
            self._prolonged[own_id] = None
            self._store.set(_key(own_id), _bytes(page), KEEP_SECONDS, Quota.LINKS)
        return page


def id_of(secret: str) -> str:
    """Return the id of the page that a secret changes: nobody finds the secret by it."""
    return short_id(f"own page {secret}")


def key_of(source: str) -> str:
    """Return what stands for a source of a page in links."""
    return short_id(source, KEY_LENGTH)


def _key(own_id: str) -> str:
    return f"m1:{own_id}"


def _bytes(page: OwnPage) -> bytes:
    return json.dumps(asdict(page), ensure_ascii=False).encode()


def _page(data: bytes) -> OwnPage:
    fields = json.loads(data)
    return OwnPage(**fields | {"sources": tuple((name, address) for name, address in fields["sources"])})
