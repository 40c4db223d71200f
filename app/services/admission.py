"""Who may cause a fetch, and who may wait for one: a client so often and so many at once, all of them together so many.

A thread that waits for an original answers nobody else. So only a part of all threads may wait, and whoever would be
one more is refused at once; the others are left for what is kept. Who asks for what is being fetched already waits
without a thread, where the server can park his request.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from ipaddress import IPv6Address
from typing import Protocol

from app.errors import LimitReached, Overloaded
from app.net.ip_ranges import Network, client_address, is_within
from app.sentences import Sentence
from app.services.rate_limit import RateLimit
from app.storage.claims import Claims
from app.storage.single_flight import InThread, Parking, Waiter
from app.telemetry.metrics import WAITING

# The smallest network that a provider gives to one customer (RFC 6177): he may use any address within.
IPV6_HOST_BITS = 64
UNKNOWN_CLIENT = "unknown"
# Seconds; a place comes free whenever a fetch ends.
RETRY_AFTER = 5

BUSY = Sentence("Too many pages are being fetched for other readers at the moment; please try again in a few seconds.")
#: What is counted, each with a limit of its own.
CONVERSIONS, GUESSES, READS, SEARCHES = "conversions", "guesses", "reads", "searches"
ENOUGH = Sentence.plural(
    "This site fetches %(num)s page for you at once; please wait until it is here.",
    "This site fetches %(num)s pages for you at once; please wait until one of them is here.",
    num=0,
)


_READING = WAITING.labels("originals")


class Admission(Waiter, Protocol):
    """What the request of one client may cause; its slot is a place among the threads that wait for originals."""

    def count(self) -> None:
        """Count a fetch, called by whoever causes it and not by those who join him. Raises `LimitReached`."""


class _Own(InThread):
    """The admission of work that no reader waits for: it is neither counted nor does it hold a place."""

    def count(self) -> None:
        """Count nothing."""


OWN_WORK: Admission = _Own()


class ReadSlots:
    """The places of threads that wait for originals: `at_once` in this process, `for_each` client in all of them."""

    def __init__(self, at_once: int, for_each: int, claims: Claims) -> None:
        """Start with every place free; `claims` tell of the places that clients hold in other processes."""
        self._free = at_once
        self._for_each = for_each
        self._claims = claims
        self._lock = threading.Lock()

    @contextmanager
    def held(self, client: str | None) -> Iterator[None]:
        """Hold a place for `client`, or for one who may have any number. Raises `LimitReached` and `Overloaded`."""
        self._take()
        try:
            with nullcontext() if client is None else self._own_place(client), _READING.track_inprogress():
                yield
        finally:
            with self._lock:
                self._free += 1

    def _take(self) -> None:
        with self._lock:
            if not self._free:
                raise Overloaded(BUSY, RETRY_AFTER)
            self._free -= 1

    @contextmanager
    def _own_place(self, client: str) -> Iterator[None]:
        """Hold one of the places that a client has."""
        place = self._claims.take_one([f"read {client} {number}" for number in range(self._for_each)])
        if place is None:
            raise LimitReached(ENOUGH.of(num=self._for_each), RETRY_AFTER)
        try:
            yield
        finally:
            self._claims.release(place)


class Admissions:
    """Hands out the admissions of clients."""

    def __init__(self, slots: ReadSlots, limits: Mapping[str, RateLimit], exempt: Sequence[Network] = ()) -> None:
        """Take what they are checked against; clients in the networks `exempt` may cause any number of fetches."""
        self._slots = slots
        self._limits = limits
        self._exempt = tuple(exempt)

    def of(self, address: str, kind: str = READS, parking: Parking | None = None) -> Admission:
        """Return the admission of the client with this address to something of this kind, and how it is parked."""
        return _Reader(client_of(address, self._exempt), self._slots, self._limits, kind, parking)


class _Reader:
    """The admission of a client; None stands for one who may cause any number."""

    def __init__(
        self, client: str | None, slots: ReadSlots, limits: Mapping[str, RateLimit], kind: str, parking: Parking | None
    ) -> None:
        self._client = client
        self._slots = slots
        self._limits = limits
        self._kind = kind
        self.parking = parking

    def count(self) -> None:
        if self._client is not None:
            self._limits[self._kind].check(self._client)

    def slot(self) -> AbstractContextManager[None]:
        return self._slots.held(self._client)


class CountedOnce:
    """The admission of one question, which counts once however many are asked it."""

    def __init__(self, admit: Admission) -> None:
        """Take the admission of the client who asks."""
        self._admit = admit
        self._is_counted = False

    @property
    def parking(self) -> Parking | None:
        """How the client is parked."""
        return self._admit.parking

    def slot(self) -> AbstractContextManager[None]:
        """Hold a place among the threads that wait."""
        return self._admit.slot()

    def count(self) -> None:
        """Count the question, the first time. Raises `LimitReached`."""
        if not self._is_counted:
            self._admit.count()
            self._is_counted = True


def client_of(address: str, exempt: Sequence[Network] = ()) -> str | None:
    """Return under which name the client with this address is counted; None where it is in a network of `exempt`.

    Addresses of one IPv6 network of 64 bits are one client, and so is all that is no address.
    """
    try:
        parsed = client_address(address)
    except ValueError:
        return UNKNOWN_CLIENT
    if is_within(parsed, exempt):
        return None
    if isinstance(parsed, IPv6Address):
        return f"{int(parsed) >> IPV6_HOST_BITS:x}::/64"
    return str(parsed)
