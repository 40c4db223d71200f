"""One span of time for everything that a fetch does, held against origins that drip.

A clock that is looked at between two reads is no deadline: an origin that sends a byte now and then keeps
any read from timing out. So a watchdog shuts the sockets down when the time is over, which ends every
read, be it of headers, chunks or a TLS handshake.
"""

import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Self


class Deadline:
    """The time that a fetch has; in a `with` statement, the sockets under `watch` end with it."""

    def __init__(self, seconds: float) -> None:
        """Start now, and end `seconds` later."""
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._shut_down)
        self._timer.daemon = True

    @property
    def left(self) -> float:
        """The seconds that are left, never less than 0."""
        return max(0.0, self._end - time.monotonic())

    @property
    def is_over(self) -> bool:
        """Whether the time is over; what was read from a socket up to now may then be cut short."""
        return self.left == 0

    def watch(self, connection: socket.socket) -> None:
        """Shut `connection` down when the time is over, even after TLS has taken it over.

        Wrapping in TLS detaches the socket object from its descriptor, hence the duplicate.
        """
        duplicate = connection.dup()
        with self._lock:
            self._sockets.append(duplicate)
        if self.is_over:
            self._shut_down()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self.unwatch()

    def unwatch(self) -> None:
        """Let go of every socket; a connection ends for the origin only when the last duplicate is closed."""
        with self._lock:
            for duplicate in self._sockets:
                duplicate.close()
            self._sockets.clear()

    def _shut_down(self) -> None:
        with self._lock:
            # Nobody may believe an end of data that we made ourselves, not even by a rounding of the clock.
            self._end = min(self._end, time.monotonic())
            for duplicate in self._sockets:
                with suppress(OSError):  # the origin has hung up before us
                    duplicate.shutdown(socket.SHUT_RDWR)
