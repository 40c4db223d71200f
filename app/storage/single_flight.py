"""One call for all who want the same thing at the same time, in this process or in all that share a store."""

import copy
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol, TypeVar

from app.errors import LimitReached
from app.storage.claims import Claims

T = TypeVar("T")


class Flight(Future[Any]):
    """One call under way: whose and for which key, and in which thread."""

    def __init__(self, group: object, key: Hashable) -> None:
        """Begin in this thread."""
        super().__init__()
        self.group = group
        self.key = key
        self.leader = threading.get_ident()
        #: Whether the caller who led came to an end of his own, so that there is nothing to share.
        self.is_void = False


class Parking(Protocol):
    """A request that need not wait in a thread: it is answered again from its beginning once a flight has landed."""

    def park(self, flight: Flight) -> bool:
        """Return whether the request will be answered again when `flight` has landed."""

    @property
    def landed(self) -> Flight | None:
        """The flight for which the request was parked the last time, which has landed; None where it was not."""


class Waiter(Protocol):
    """How a caller waits: in his thread, with a slot, unless there is a `parking` that has room."""

    @property
    def parking(self) -> Parking | None:
        """How the request can be parked; None where it cannot."""

    def slot(self) -> AbstractContextManager[None]:
        """Hold what a thread that waits needs. Raises `LimitReached` and `Overloaded`."""


class InThread:
    """A caller who waits in his thread, without more ado."""

    parking: Parking | None = None

    def slot(self) -> AbstractContextManager[None]:
        """Hold nothing."""
        return nullcontext()


class Parked(BaseException):
    """The request is answered later. It is no failure of any kind, so nobody in between is to handle it as one."""


class SingleFlight:
    """Lets concurrent callers with the same key share one call, in this process.

    With `claims`, calls of other processes for the same key come one after the other, so that each can look first
    for what the one before it has left.
    """

    def __init__(self, claims: Claims | None = None) -> None:
        """Start with no call under way; keys of flights that share `claims` are texts, and mean the same to all."""
        self._claims = claims
        self._flights: dict[Hashable, Flight] = {}
        self._lock = threading.Lock()

    def do(self, key: Hashable, call: Callable[[], T], waiter: Waiter = InThread()) -> T:  # noqa: B008  # has no state
        """Return what `call` returns, or what that of another thread does which runs for `key` already.

        All of them get the same result, or the same exception; nothing is remembered for later callers. Only
        `LimitReached`, and what `waiter.slot` raises, is about one of them: each of the others tries again then.
        `call` may use other keys, if they always follow in the same order. Raises `Parked` where the request of
        `waiter` is answered later, and `RuntimeError` where `call` uses its own key, since it would wait for itself.
        """
        own = Flight(self, key)
        while True:
            flight = self._joined(own, waiter.parking)
            if flight is own:
                return self._lead(own, call, waiter)
            error = _outcome(flight, waiter)
            if error is None:
                result: T = flight.result()
                return result
            if not flight.is_void:
                raise _afresh(error)

    def _joined(self, own: Flight, parking: Parking | None) -> Flight:
        """Return the flight for which this request was parked, else the one under way for its key, else `own`."""
        landed = parking.landed if parking is not None else None
        if landed is not None and (landed.group, landed.key) == (self, own.key) and not landed.is_void:
            return landed
        with self._lock:
            return self._flights.setdefault(own.key, own)

    def _lead(self, flight: Flight, call: Callable[[], T], waiter: Waiter) -> T:
        has_slot = False
        try:
            with waiter.slot():
                has_slot = True
                with self._claims.held(str(flight.key)) if self._claims else nullcontext():
                    result = call()
        except BaseException as error:
            flight.is_void = not has_slot or isinstance(error, LimitReached | Parked)
            self._land(flight)
            flight.set_exception(_afresh(error))
            raise
        self._land(flight)
        flight.set_result(result)
        return result

    def _land(self, flight: Flight) -> None:
        with self._lock:
            del self._flights[flight.key]


def _outcome(flight: Flight, waiter: Waiter) -> BaseException | None:
    """Return how a flight ended, once it has; None where it has a result. Raises `Parked`, and what a slot does."""
    if flight.done():
        return flight.exception()
    if flight.leader == threading.get_ident():
        raise RuntimeError(f"the call for {flight.key!r} waits for itself")
    if waiter.parking is not None and waiter.parking.park(flight):
        raise Parked
    with waiter.slot():
        return flight.exception()


def _afresh(error: BaseException) -> BaseException:
    """Return a copy of `error` without its traceback, which would grow with each thread that raises it.

    An exception that cannot be copied, because its class takes other arguments than it keeps, is returned itself.
    """
    try:
        return copy.copy(error)
    except Exception:
        return error
