"""One call for all who want the same thing at the same time, in this process or in all that share a store."""

import copy
import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from contextlib import nullcontext
from typing import Any, TypeVar

from app.errors import LimitReached
from app.storage.claims import Claims

T = TypeVar("T")


class SingleFlight:
    """Lets concurrent callers with the same key share one call, in this process.

    With `claims`, calls of other processes for the same key come one after the other, so that each can look first
    for what the one before it has left.
    """

    def __init__(self, claims: Claims | None = None) -> None:
        """Start with no call under way; keys of flights that share `claims` are texts, and mean the same to all."""
        self._claims = claims
        self._flights: dict[Hashable, tuple[int, Future[Any]]] = {}
        self._lock = threading.Lock()

    def do(self, key: Hashable, call: Callable[[], T]) -> T:
        """Return what `call` returns, or what that of another thread does which runs for `key` already.

        All of them get the same result, or the same exception; nothing is remembered for later callers. Only
        `LimitReached` is about one of them: each of the others tries again then. `call` may use other keys, if
        they always follow in the same order. Raises `RuntimeError` where it uses its own, since it would wait
        for itself.
        """
        own: Future[T] = Future()
        while True:
            with self._lock:
                leader, flight = self._flights.setdefault(key, (threading.get_ident(), own))
            if flight is own:
                return self._lead(key, call, own)
            if leader == threading.get_ident():
                raise RuntimeError(f"the call for {key!r} waits for itself")
            error = flight.exception()
            if error is None:
                result: T = flight.result()
                return result
            if not isinstance(error, LimitReached):
                raise _afresh(error)

    def _lead(self, key: Hashable, call: Callable[[], T], flight: Future[T]) -> T:
        try:
            with self._claims.held(str(key)) if self._claims else nullcontext():
                result = call()
        except BaseException as error:
            self._land(key)
            flight.set_exception(_afresh(error))
            raise
        self._land(key)
        flight.set_result(result)
        return result

    def _land(self, key: Hashable) -> None:
        with self._lock:
            del self._flights[key]


def _afresh(error: BaseException) -> BaseException:
    """Return a copy of `error` without its traceback, which would grow with each thread that raises it.

    An exception that cannot be copied, because its class takes other arguments than it keeps, is returned itself.
    """
    try:
        return copy.copy(error)
    except Exception:
        return error
