"""How many pages a client may have fetched. It counts addresses of the network, never names of browsers."""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from app.errors import LimitReached
from app.text.humanize import MINUTE, counted

MOST_CLIENTS = 10_000
# Seconds; whoever waited exactly as long as he was told is not refused for an error of arithmetic.
ROUNDING = 0.001

SENTENCE = "You have asked for {} within a minute; please wait a little."


@dataclass(slots=True)
class _Bucket:
    """The reads that a client has left, as of the moment `at`."""

    reads: float
    at: float


class ReadLimit:
    """Lets each client have `per_minute` reads at once, which come back evenly within a minute."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic, what: str = "page") -> None:
        """Start with every client rested; each read is of a `what`."""
        self._per_minute = per_minute
        self._clock = clock
        self._what = what
        # In the order of their last read: a client that goes on asking cannot drive out its own bucket.
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, client: str) -> None:
        """Count a read of `client`. Raises `LimitReached` where none is left."""
        with self._lock:
            bucket = self._bucket(client)
            wait = (1 - bucket.reads) * MINUTE / self._per_minute
            if wait < ROUNDING:
                bucket.reads -= 1
                return
        raise self._refusal(wait)

    def _bucket(self, client: str) -> _Bucket:
        """Return the bucket of a client as it is now; the one that was asked for the longest ago may be forgotten."""
        now = self._clock()
        bucket = self._buckets.setdefault(client, _Bucket(self._per_minute, now))
        self._buckets.move_to_end(client)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        come_back = (now - bucket.at) * self._per_minute / MINUTE
        bucket.reads, bucket.at = min(self._per_minute, bucket.reads + come_back), now
        return bucket

    def _refusal(self, wait: float) -> LimitReached:
        return LimitReached(SENTENCE.format(counted(self._per_minute, self._what)), math.ceil(wait))
