"""The store on a server that speaks the protocol of Redis, for any number of machines."""

import logging
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from redis.exceptions import OutOfMemoryError, RedisError

from app.storage import redis_scripts as scripts
from app.storage.call_deadline import CallDeadline
from app.storage.redis_client import ERRORS, Slow, connect, in_words, is_garbage, may_pass, memory_of
from app.storage.redis_scripts import VALUES
from app.storage.redis_values import packed, unpacked
from app.storage.store import (
    LARGEST_VALUE,
    PROBE_BYTES,
    PROBE_HOLDS,
    PROBE_KEY,
    SHARES,
    Quota,
    ServerMemory,
    StoreError,
    StoreUnreachable,
    Usage,
    bytes_of,
    name_of,
)
from app.storage.trouble import Trouble
from app.storage.upkeep import Upkeep

T = TypeVar("T")
log = logging.getLogger(__name__)

# What a reader waits for at most, for a connection and for each part of an answer, and for a call as a whole.
SECONDS, LONGEST_SECONDS = 0.5, 3.0
# A page makes some ten calls. Where more than so many in a row take so long each, readers do without; one may have
# brought a large picture.
SLOW_SECONDS, SLOW_IN_A_ROW = 0.25, 2
# A server that failed is asked again after so many seconds.
RETRY_SECONDS = 5.0
# Between so many keys, others have their turn.
KEYS_AT_ONCE = 500


class RedisStore:
    """A store on one server (Redis 7, Valkey), no cluster, for any number of machines, processes and threads.

    One that fails is asked again by a thread of our own, so that few readers wait for it. It should have a larger
    `maxmemory` than `max_bytes`; where it has less, room is made when it is full.
    """

    def __init__(
        self,
        url: str,
        max_bytes: int,
        shares: Mapping[Quota, float] = SHARES,
        seconds: float = SECONDS,
        retry_seconds: float = RETRY_SECONDS,
        must_open: bool = True,
    ) -> None:
        """Connect and write something, if it must open now.

        `seconds` is how long is waited for a connection or an answer, `shares` are parts of `max_bytes`, a server that
        failed is asked again after `retry_seconds`. Raises `StoreError` where it must open and cannot be written.
        """
        name = name_of(url)
        self._most = bytes_of(max_bytes, shares)
        try:
            self._client: Any = connect(url, seconds)  # its answers are bytes, which its own types leave open
        except ValueError as error:
            raise StoreError(f"The store {name} cannot be opened: {error}.") from error
        self._set, self._add, self._increment, self._delete, self._make_room = map(
            self._client.register_script,
            (scripts.SET, scripts.ADD, scripts.INCREMENT, scripts.DELETE, scripts.MAKE_ROOM),
        )
        self._reading = Trouble(f"The store {name} cannot be read", retry_seconds)
        self._writing = Trouble(f"The store {name} cannot be written", retry_seconds)
        self._deadline = CallDeadline(LONGEST_SECONDS, self._give_up)
        self._probing, self._probed = threading.Lock(), (0.0, "")
        self._upkeep = Upkeep(self._try_again, "store")
        if must_open:
            self._open(name)

    def get(self, key: str) -> bytes | None:
        """Return what is stored under `key`."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what is stored under each of `keys`, without those that are not there."""
        found: dict[str, bytes] = {}
        for some in _portions(keys):
            stored: list[bytes | None] = self._attempt(self._reading, self._reader(some), [])
            values = zip(some, map(unpacked, stored), strict=False)
            found |= {key: value for key, value in values if value is not None}
        return found

    def set(self, key: str, value: bytes, seconds: float, quota: Quota = Quota.OTHER) -> None:
        """Store `value` under `key`, in place of what was there; one too large for its quota only replaces."""
        if len(value) > self._most[quota] * LARGEST_VALUE:
            self.delete(key)
            return
        arguments = [quota.value, self._most[quota], _milliseconds(seconds), packed(value)]
        self._write(lambda: self._set(_names([key]), arguments), None)

    def add_many(self, items: Mapping[str, bytes], seconds: float, quota: Quota = Quota.OTHER) -> dict[str, bytes]:
        """Store each of `items` whose key is absent, and return what is then stored under each key."""
        found: dict[str, bytes] = {}
        for some in _portions(items):
            found |= self._added({key: items[key] for key in some}, seconds, quota)
        return found

    def increment(self, key: str, amount: int, seconds: float) -> int | None:
        """Add `amount` to the whole number under `key`, and return the sum."""
        arguments = [self._most[Quota.OTHER], _milliseconds(seconds), amount]
        total = self._write(lambda: self._increment(_names([key]), arguments), None)
        return None if total is None else int(total)

    def delete(self, key: str, value: bytes | None = None) -> None:
        """Forget what is stored under `key`; where `value` is given, only if it is that."""
        arguments = [] if value is None else [packed(value)]
        self._write(lambda: self._delete(_names([key]), arguments), None)

    def sizes(self) -> dict[Quota, Usage]:
        """Return what each quota has and may have; nothing where the store fails."""
        nothing: dict[Quota, Usage] = {}
        return self._attempt(self._reading, self._usage, nothing)

    def trouble(self) -> str:
        """Return why nothing can be stored now, in a few words without paths, or an empty string where it can."""
        with self._probing:
            until, said = self._probed
            if time.monotonic() < until:
                return said
            said = self._probe()
            self._probed = (time.monotonic() + PROBE_HOLDS, said)
            return said

    def memory(self) -> ServerMemory | None:
        """Return what the server says of its memory, or None where it fails."""
        return self._attempt(self._reading, lambda: memory_of(self._client), None)

    def close(self) -> None:
        """Close every connection that no thread is using."""
        self._upkeep.end()
        self._deadline.end()
        self._client.connection_pool.disconnect(inuse_connections=False)

    def _give_up(self) -> None:
        """Close all connections, which ends what threads are waiting for."""
        self._client.connection_pool.disconnect(inuse_connections=True)

    def _reader(self, keys: list[str]) -> Callable[[], list[bytes | None]]:
        return lambda: self._client.mget(_names(keys))

    def _added(self, items: Mapping[str, bytes], seconds: float, quota: Quota) -> dict[str, bytes]:
        head: list[int | bytes] = [quota.value, self._most[quota], _milliseconds(seconds)]
        arguments = [*head, *map(packed, items.values())]
        nothing: list[bytes] = []
        stored = self._write(lambda: self._add(_names(items), arguments), nothing)
        values = dict(zip(items, map(unpacked, stored), strict=False))
        for key in [key for key, value in values.items() if value is None]:
            # What stood there was none of ours, and is in the way of every claim and link of that name.
            self.delete(key)
        return {key: value for key, value in values.items() if value is not None}

    def _usage(self) -> dict[Quota, Usage]:
        pipeline = self._client.pipeline(transaction=False)
        sums, *indexes = scripts.BOOKS
        for each in indexes:
            pipeline.zcard(each)
        sizes: dict[bytes, bytes] = self._client.hgetall(sums)
        counts = pipeline.execute()
        return {
            quota: Usage(int(count), max(0, int(sizes.get(b"%d" % quota.value, b"0"))), self._most[quota])
            for quota, count in zip(Quota, counts, strict=True)
        }

    def _write(self, work: Callable[[], T], otherwise: T) -> T:
        """Return what `work` does, or `otherwise` where the store fails."""
        return self._attempt(self._writing, lambda: self._with_room(work), otherwise)

    def _with_room(self, work: Callable[[], T]) -> T:
        """Return what `work` does; where the server has no memory left, some is given back, and it is tried again."""
        try:
            return work()
        except OutOfMemoryError:
            self._make_room([], [self._most[quota] for quota in Quota])
            return work()

    def _attempt(self, trouble: Trouble, work: Callable[[], T], otherwise: T) -> T:
        """Return what `work` does, or `otherwise` where the store fails, or failed just now."""
        if trouble.is_there:
            if trouble.may_try():
                self._upkeep.due()
            return otherwise
        began = time.monotonic()
        try:
            with self._deadline.kept():
                done = work()
        except ERRORS as error:
            self._failed(trouble, error)
            return otherwise
        if time.monotonic() - began > SLOW_SECONDS:
            trouble.failed(Slow("it answers too slowly"), allowed=SLOW_IN_A_ROW)
        else:
            trouble.worked()
        return done

    def _failed(self, trouble: Trouble, error: Exception) -> None:
        """Note a failure; where something stands under our names that is none of ours, it is taken away instead."""
        if is_garbage(error):
            try:
                self._client.unlink(*scripts.BOOKS)
                log.warning("The books of the store were damaged, and begin anew: %s", error)
                return
            except ERRORS as another:
                error = another
        trouble.failed(RedisError(in_words(error)))

    def _try_again(self) -> bool:
        """See whether a server that failed works again; nobody waits for that."""
        if self._reading.is_there or self._writing.is_there:
            self._probe()
        return False

    def _open(self, name: str) -> None:
        """Try the server. Raises `StoreError` where it does not work, `StoreUnreachable` where it may soon.

        One that is only slow or full is one to start with, as it is one to go on with.
        """
        try:
            self._use()
        except (OutOfMemoryError, Slow) as error:
            self._failed(self._writing, error)
        except ERRORS as error:
            kind = StoreUnreachable if may_pass(error) else StoreError
            if not is_garbage(error):
                raise kind(f"The store {name} cannot be opened: {in_words(error)}.") from error
            self._failed(self._writing, error)

    def _probe(self) -> str:
        """Try the server, and return why it does not work, or an empty string where it does."""
        try:
            self._use()
        except (*ERRORS, Slow) as error:
            self._failed(self._writing, error)
            return in_words(error)
        self._reading.worked()
        self._writing.worked()
        return ""

    def _use(self) -> None:
        """Write, read and delete a value. Raises what is in `ERRORS`, and `Slow`."""
        key, value, began = f"{PROBE_KEY} {secrets.token_hex(8)}", bytes(PROBE_BYTES), time.monotonic()
        head = [Quota.OTHER.value, self._most[Quota.OTHER], _milliseconds(60)]
        with self._deadline.kept():
            self._client.ping()  # of who has shown no password, a server takes nothing large, and says no reason
            self._with_room(lambda: self._set(_names([key]), [*head, packed(value)]))
            read = unpacked(self._client.get(VALUES + key))
            self._delete(_names([key]), [])
        if read != value:
            raise RedisError("what is written there cannot be read back")
        if time.monotonic() - began > 4 * SLOW_SECONDS:
            raise Slow("it answers too slowly")


def _names(keys: Iterable[str]) -> list[str]:
    return [VALUES + key for key in keys]


def _portions(keys: Iterable[str]) -> Iterator[list[str]]:
    every = list(dict.fromkeys(keys))
    for begin in range(0, len(every), KEYS_AT_ONCE):
        yield every[begin : begin + KEYS_AT_ONCE]


def _milliseconds(seconds: float) -> int:
    """Return a life as Redis counts it; one of no time at all there is not."""
    return max(1, round(seconds * 1000))
