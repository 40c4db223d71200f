"""Short ids: which address `/a/<id>` stands for. Old browsers need short addresses of ours.

An id is keyed with the secret of the site, so that nobody can tell from an address whether others have read it. What it
stands for is a fact that never changes: memory goes on knowing it while the store fails, and gives it back to a store
that has lost it.
"""

import threading
import time
import zlib
from collections.abc import Callable, Iterable, Mapping

from cachetools import TTLCache

from app.net.urls import ID_LENGTH, ID_PATTERN, keyed_id, short_id
from app.storage import Quota, Store
from app.text.humanize import DAY, HOUR

KEEP_SECONDS = 180 * DAY
# That a link in memory is in use is told to the store so often, or it would be among the first to go there.
REFRESH_SECONDS = HOUR
MEMORY_BYTES = 2 * 1024 * 1024
ENTRY_BYTES = 300  # what an entry takes beside its text, as measured
# By so many characters an id grows where another address has it, up to all that the hash has.
STEP, LONGEST = 2, 52
CHECKSUM_BYTES = 4


class ShortLinks:
    """Gives canonical addresses short ids, alike in every process that has the same secret, and finds them again."""

    def __init__(
        self,
        store: Store,
        secret: bytes,
        standby: Store | None = None,
        keep_seconds: float = KEEP_SECONDS,
        length: int = ID_LENGTH,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the shared store, the secret of the site, and what the workers of one machine share where there is one.

        `keep_seconds` is how long a link lives after it was last seen; `length` that of an id.
        """
        self._store = store
        self._secret = secret
        self._standby = standby
        self._keep_seconds = keep_seconds
        self._length = length
        # Both directions in one: no id holds a colon, and every address does.
        self._memory: TTLCache[str, str] = TTLCache(MEMORY_BYTES, keep_seconds, clock, _size)
        # What the store has been told of lately.
        self._told: TTLCache[str, None] = TTLCache(
            MEMORY_BYTES // ENTRY_BYTES, min(REFRESH_SECONDS, keep_seconds / 2), clock
        )
        self._lock = threading.Lock()

    def ids_for(self, urls: Iterable[str]) -> dict[str, str]:
        """Return the id of each of the canonical addresses `urls`, after one call of the store for all new ones.

        An id that already stands for another address grows until it is free; the store decides who was first, and
        where it fails, what the workers of this machine share, or else this process.
        """
        wanted = dict.fromkeys(urls)
        with self._lock:
            told = {url: self._memory.get(url) for url in wanted if url in self._told}
        ids = {url: short for url, short in told.items() if short is not None}
        for length in range(self._length, LONGEST, STEP):
            missing = [url for url in wanted if url not in ids]
            if not missing:
                return ids
            ids |= self._claimed(missing, length)
        # Nobody gets here but by damage in the store: the hash as a whole is free of collisions.
        return {url: ids.get(url) or keyed_id(self._secret, url, LONGEST) for url in wanted}

    def url_of(self, short: str) -> str | None:
        """Return the address that `short` stands for, or None where it is no id or no longer known."""
        if not ID_PATTERN.fullmatch(short):
            return None
        with self._lock:
            known, is_told = self._memory.get(short), short in self._told
        if known is not None and is_told:
            return known
        found = self._stored(short)
        if found is not None:
            self._remember({short: found}, {short})
            return found
        known = known or self._in_standby(short)
        if known is not None:
            given_back = self._store.add_many({_key(short): _value(known)}, self._keep_seconds, Quota.LINKS)
            self._remember({short: known}, {short} if given_back else ())
        return known

    def _stored(self, short: str) -> str | None:
        """Return what the store has under an id, or under one of the ids without a secret that there were once."""
        stored = self._store.get_many([_key(short), _unkeyed(short)])
        url = _address(stored.get(_key(short), b""))
        if url is not None:
            return url
        former = stored.get(_unkeyed(short), b"").decode("ascii", "ignore")
        # Such an id is the beginning of a hash, so that it tells whether the address is undamaged.
        return former if former and short_id(former, len(short)) == short else None

    def _in_standby(self, short: str) -> str | None:
        return _address(self._standby.get(_key(short)) or b"") if self._standby is not None else None

    def _claimed(self, urls: list[str], length: int) -> dict[str, str]:
        """Return the ids of `length` characters for those of `urls` that get one of that length."""
        shorts = {url: keyed_id(self._secret, url, length) for url in urls}
        claims: dict[str, bytes] = {}
        for url, short in shorts.items():
            claims.setdefault(_key(short), _value(url))
        with self._lock:
            remembered = {short: self._memory.get(short) for short in shorts.values()}
        known = {_key(short): _value(url) for short, url in remembered.items() if url is not None}
        stored = self._store.add_many(claims | known, self._keep_seconds, Quota.LINKS)
        owners = claims | known | self._mirrored(claims | known | stored) | stored
        ours = {url: short for url, short in shorts.items() if owners[_key(short)] == _value(url)}
        told = {each for url, short in ours.items() if _key(short) in stored for each in (url, short)}
        self._remember(ours | {short: url for url, short in ours.items()}, told)
        return ours

    def _mirrored(self, claims: Mapping[str, bytes]) -> dict[str, bytes]:
        """Claim the same in what the workers of this machine share."""
        if self._standby is None:
            return {}
        return self._standby.add_many(claims, self._keep_seconds, Quota.LINKS)

    def _remember(self, entries: Mapping[str, str], told: Iterable[str]) -> None:
        with self._lock:
            self._memory.update(entries)
            self._told.update(dict.fromkeys(told))


def _size(text: str) -> int:
    return len(text) + ENTRY_BYTES


def _key(short: str) -> str:
    return f"l2:{short}"


def _unkeyed(short: str) -> str:
    return f"l1:{short}"


def _value(url: str) -> bytes:
    address = url.encode("ascii")
    return zlib.crc32(address).to_bytes(CHECKSUM_BYTES, "big") + address


def _address(value: bytes) -> str | None:
    """Return the address in a stored value, or None where there is none, or a damaged one."""
    checksum, address = value[:CHECKSUM_BYTES], value[CHECKSUM_BYTES:]
    if not address or checksum != zlib.crc32(address).to_bytes(CHECKSUM_BYTES, "big"):
        return None
    return address.decode("ascii", "ignore")
