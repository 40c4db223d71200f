"""Short ids: which address `/a/<id>` stands for. Old browsers need short addresses of ours."""

import threading
import time
from collections.abc import Callable, Iterable

from cachetools import TTLCache

from app.net.urls import ID_LENGTH, ID_PATTERN, short_id
from app.storage import Store
from app.text.humanize import DAY

KEEP_SECONDS = 180 * DAY
# A link in use is written to the store again when memory has forgotten it, so that it lives on there.
REFRESH_SECONDS = DAY
MEMORY_BYTES = 8 * 1024 * 1024
ENTRY_BYTES = 300  # what an entry takes beside its text, as measured
# By so many characters an id grows where another address has it, up to all that the hash has.
STEP, LONGEST = 2, 52


class ShortLinks:
    """Gives canonical addresses short ids, alike in every worker, and finds them again."""

    def __init__(
        self,
        store: Store,
        keep_seconds: float = KEEP_SECONDS,
        length: int = ID_LENGTH,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the shared store, how long a link lives there after it was last seen, and the length of an id."""
        self._store = store
        self._keep_seconds = keep_seconds
        self._length = length
        # Both directions in one: no id holds a colon, and every address does.
        self._memory: TTLCache[str, str] = TTLCache(
            MEMORY_BYTES, min(REFRESH_SECONDS, keep_seconds / 2), clock, lambda text: len(text) + ENTRY_BYTES
        )
        self._lock = threading.Lock()

    def ids_for(self, urls: Iterable[str]) -> dict[str, str]:
        """Return the id of each of the canonical addresses `urls`, after one call of the store for all new ones.

        An id that already stands for another address grows until it is free; the store decides who was first.
        Where the store fails, the ids are those that it would most likely give.
        """
        wanted = dict.fromkeys(urls)
        with self._lock:
            ids = {url: known for url in wanted if (known := self._memory.get(url)) is not None}
        for length in range(self._length, LONGEST, STEP):
            missing = [url for url in wanted if url not in ids]
            if not missing:
                return ids
            ids |= self._claimed(missing, length)
        # Nobody gets here but by damage in the store: the hash as a whole is free of collisions.
        return {url: ids.get(url) or short_id(url, LONGEST) for url in wanted}

    def url_of(self, short: str) -> str | None:
        """Return the address that `short` stands for, or None where it is no id or no longer known."""
        if not ID_PATTERN.fullmatch(short):
            return None
        with self._lock:
            known = self._memory.get(short)
        if known is not None:
            return known
        url = (self._store.get(_key(short)) or b"").decode("ascii", "ignore")
        # An id is the beginning of a hash, so that it tells whether the address is undamaged.
        if not url or short_id(url, len(short)) != short:
            return None
        self._remember({short: url})
        return url

    def _claimed(self, urls: list[str], length: int) -> dict[str, str]:
        """Return the ids of `length` characters for those of `urls` that get one of that length."""
        shorts = {url: short_id(url, length) for url in urls}
        claims: dict[str, bytes] = {}
        for url, short in shorts.items():
            claims.setdefault(_key(short), url.encode("ascii"))
        stored = self._store.add_many(claims, self._keep_seconds)
        owners = claims | stored
        ours = {url: short for url, short in shorts.items() if owners[_key(short)] == url.encode("ascii")}
        # What could not be stored is asked for again the next time, so it is not remembered.
        kept = {url: short for url, short in ours.items() if _key(short) in stored}
        self._remember(kept | {short: url for url, short in kept.items()})
        return ours

    def _remember(self, entries: dict[str, str]) -> None:
        with self._lock:
            self._memory.update(entries)


def _key(short: str) -> str:
    return f"l1:{short}"
