"""What is sent: caught whole from the application, and counted while it waits for clients who take it slowly."""

import errno
import threading
import time
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.storage.single_flight import Flight, Parking

# Every page is smaller, and so are nearly all pictures: such a response is always sent.
SMALL = 256 * 1024
# The bytes of larger responses that this process holds for its clients at once, and those for one of them.
MOST_WAITING = 64 * 1024 * 1024
MOST_FOR_EACH = MOST_WAITING // 4

_REFUSAL = b"""<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html><head><title>Too busy</title></head>
<body><h1>Too busy</h1>
<p>Too many large files are on their way to slow readers at the moment; please try again in a few minutes.</p>
</body></html>
"""
#: Sent in place of a response for which there is no room.
REFUSAL = (
    b"HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: %d\r\nRetry-After: 120\r\n"
    b"Connection: close\r\n\r\n%b" % (len(_REFUSAL), _REFUSAL)
)


class CaughtOutput:
    """In place of the socket for gunicorn's response: it keeps what is written, and never blocks.

    The application finds it in `gunicorn.socket`, and may park its request there.
    """

    def __init__(
        self,
        local_address: Any = "",
        began: float = 0,
        places: threading.Semaphore | None = None,
        landed: Flight | None = None,
    ) -> None:
        """Begin with nothing; `local_address` is what the client has connected to.

        `began` is when the request came (monotonic seconds), `places` are those that are left for parked requests,
        `landed` is what this one was parked for before.
        """
        self.pieces: list[bytes] = []
        self.began = began
        self.landed = landed
        #: What the request waits for, if it is to be answered later.
        self.parked_for: Flight | None = None
        self._local_address = local_address
        self._places = places

    def park(self, flight: Flight) -> bool:
        """Return whether the request will be answered again when `flight` has landed."""
        if self._places is None or not self._places.acquire(blocking=False):
            return False
        self.parked_for = flight
        return True

    def getsockname(self) -> Any:
        """Return the address that the client has connected to, which the application is told in `gunicorn.socket`."""
        return self._local_address

    def sendall(self, data: bytes) -> None:
        """Keep `data` as the next piece."""
        self.pieces.append(bytes(data))

    def send(self, data: bytes) -> int:
        """Keep `data`, and return its length."""
        self.sendall(data)
        return len(data)

    def setblocking(self, _is_blocking: bool) -> None:
        """Do nothing: nothing here waits."""

    def gettimeout(self) -> float:
        """Return 0, as a socket that does not wait does."""
        return 0.0

    def shutdown(self, _how: int) -> None:
        """Forget everything: gunicorn closes early where a response broke off. Raises `OSError`, to end that."""
        self.pieces.clear()
        raise OSError(errno.ENOTCONN, "there is nobody to wait for")

    def close(self) -> None:
        """Do nothing: the connection is closed by whoever reads the pieces."""


def parking_of(environ: Mapping[str, Any]) -> Parking | None:
    """Return how the request with this WSGI environment is parked; None under a server that cannot do that."""
    channel = environ.get("gunicorn.socket")
    return channel if isinstance(channel, CaughtOutput) else None


def began(environ: Mapping[str, Any]) -> float:
    """Return when the request with this WSGI environment came, in monotonic seconds: now, unless it was parked."""
    channel = environ.get("gunicorn.socket")
    return channel.began if isinstance(channel, CaughtOutput) else time.monotonic()


class Outgoing:
    """The rest of a response: `pieces` of bytes, and how many there are in all."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Take all of it."""
        self._pieces = deque(memoryview(piece) for piece in pieces if piece)
        self.size = sum(len(piece) for piece in self._pieces)

    def pieces(self) -> list[memoryview]:
        """Return what is next, in few enough pieces for one call of the system (IOV_MAX is 1,024 on Linux)."""
        return [self._pieces[place] for place in range(min(len(self._pieces), 64))]

    def taken(self, count: int) -> None:
        """Note that the first `count` bytes are sent."""
        self.size -= count
        while count:
            first = self._pieces.popleft()
            if len(first) > count:
                self._pieces.appendleft(first[count:])
                return
            count -= len(first)


def without_head(pieces: Sequence[bytes]) -> list[bytes]:
    """Return the pieces of a response without its status and fields, which are whole in the first."""
    return [piece.partition(b"\r\n\r\n")[2] if number == 0 else piece for number, piece in enumerate(pieces)]


class Room:
    """How much may wait for slow clients, for any number of threads."""

    def __init__(self, most: int = MOST_WAITING, for_each: int = MOST_FOR_EACH) -> None:
        """Start with nothing waiting; the limits are bytes, for all clients and for one of them."""
        self._most = most
        self._for_each = for_each
        self._held: Counter[str] = Counter()
        self._total = 0
        self._lock = threading.Lock()

    def take(self, client: str, size: int, is_front: bool) -> bool:
        """Reserve `size` bytes for the client with this address, and return whether there was room.

        A server in front (`is_front`) stands for any number of clients.
        """
        with self._lock:
            held = self._held[client]
            if self._total + size > self._most or (held + size > self._for_each and not is_front):
                return False
            self._total += size
            self._held[client] = held + size
            return True

    def give_back(self, client: str, size: int) -> None:
        """Reserve `size` bytes less for this client."""
        with self._lock:
            self._total -= size
            self._held[client] -= size
            if not self._held[client]:
                del self._held[client]
