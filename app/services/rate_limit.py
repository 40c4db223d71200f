"""How many pages a client may have fetched. It counts addresses of the network, never names of browsers."""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from app.errors import TooManyReads
from app.net.ip_ranges import Address, Network, is_within, unmapped
from app.text.humanize import MINUTE

MOST_CLIENTS = 10_000
# The smallest network that a provider gives to one customer (RFC 6177): he may use any address within.
IPV6_HOST_BITS = 64
UNKNOWN_CLIENT = "unknown"
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

    def __init__(
        self, per_minute: int, exempt: Sequence[Network] = (), clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Start with every client rested; those in the networks `exempt` are never counted."""
        self._per_minute = per_minute
        self._exempt = tuple(exempt)
        self._clock = clock
        # In the order of their last read: a client that goes on asking cannot drive out its own bucket.
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, client: str) -> None:
        """Count a read of the address `client`. Raises `TooManyReads` where none is left.

        Addresses of one IPv6 network of 64 bits count as one client, and so does all that is no address.
        """
        address = _parsed(client)
        if address is not None and is_within(address, self._exempt):
            return
        with self._lock:
            bucket = self._bucket(_client(address))
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

    def _refusal(self, wait: float) -> TooManyReads:
        pages = "1 page" if self._per_minute == 1 else f"{self._per_minute} pages"
        error = TooManyReads(SENTENCE.format(pages))
        error.retry_after = math.ceil(wait)
        return error


def _parsed(client: str) -> Address | None:
    try:
        return ip_address(client)
    except ValueError:
        return None


def _client(address: Address | None) -> str:
    """Return under which name an address is counted."""
    if address is None:
        return UNKNOWN_CLIENT
    address = unmapped(address)
    if isinstance(address, IPv6Address):
        return f"{int(address) >> IPV6_HOST_BITS:x}::/64"
    return str(address)
