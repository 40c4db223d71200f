"""A small application for the worker class: pages of any size, what was posted, and calls that requests share."""

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.errors import LimitReached
from app.storage.single_flight import SingleFlight
from app.web.server.outgoing import parking_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

flights = SingleFlight()
opened: defaultdict[str, threading.Event] = defaultdict(threading.Event)
calls: defaultdict[str, int] = defaultdict(int)
# Like the places of threads that wait for originals.
slots = threading.Semaphore(3)


class Waiter:
    """A request that may be parked, and needs a slot where it waits in a thread."""

    def __init__(self, environ: "WSGIEnvironment") -> None:
        self.parking = parking_of(environ)

    @contextmanager
    def slot(self) -> Iterator[None]:
        if not slots.acquire(blocking=False):
            raise LimitReached("There is no slot.")
        try:
            yield
        finally:
            slots.release()


def app(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer `/SIZE` with so many bytes, `/posted` with the body of the request, `/broken` with half of a response.

    `/call/NAME` is one call for all who ask for it, which ends once somebody has asked for `/open/NAME`, and is said
    to be the first, second ... of this name; where the name begins with `own`, its end is nobody's but the caller's,
    and with `bad` it is a failure for all. `/call/slow` ends by itself after a second.
    """
    kind, _, name = environ["PATH_INFO"].strip("/").partition("/")
    if kind == "open":
        opened[name].set()
    body = _shared(name, environ) if kind == "call" else _body(kind, environ)
    return _response(body, kind == "broken", start_response)


def _body(kind: str, environ: "WSGIEnvironment") -> bytes:
    if kind == "posted":
        return bytes(environ["wsgi.input"].read())
    return b"half" if kind == "broken" else b"0123456789" * (int(kind if kind.isdigit() else 10) // 10)


def _shared(name: str, environ: "WSGIEnvironment") -> bytes:
    def call() -> bytes:
        calls[name] += 1
        number = calls[name]
        assert opened[name].wait(1 if name == "slow" else 20) != (name == "slow")
        if name.startswith("own"):
            raise LimitReached(f"limit {number}")
        if name.startswith("bad"):
            raise ValueError(f"failure {number}")
        return b"call %d" % number

    try:
        return flights.do(name, call, Waiter(environ))
    except (LimitReached, ValueError) as error:
        return str(error).encode()


def _response(body: bytes, is_broken: bool, start_response: "StartResponse") -> Iterable[bytes]:
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
    yield body
    if is_broken:
        raise RuntimeError("broken on purpose")
