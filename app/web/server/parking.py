"""Requests that wait without a thread for what another one is fetching, until that has landed."""

import time
from collections import deque
from collections.abc import Callable
from threading import Semaphore
from typing import TYPE_CHECKING

from app.web.server.connection import Connection

if TYPE_CHECKING:
    # At work it is imported in a worker and not in the master, where it would take itself for the only process.
    from prometheus_client import Gauge

# How often a request is parked before it waits in a thread: for a link, its page, a picture; more often only where
# others come to their limits in its place.
MOST_PARKINGS = 8
# Parked requests that are answered at once when their page has come: there may be hundreds, and a kept page should
# not have to wait until all have theirs. Where these do not come to an end, since they are fetching something else by
# now, so many more go on after these seconds.
MOST_RESUMED, RESUME_SECONDS = 4, 0.5


class Parking:
    """The parked requests of a worker; threads may ask for places, and all else is for the main loop alone."""

    def __init__(self, most: int, go_on: Callable[[Connection], None], parked: "Gauge") -> None:
        """Begin with none of `most`; `go_on` hands one to a thread again, and `parked` shows how many there are."""
        self._places = Semaphore(most)
        self._go_on = go_on
        self._parked = parked
        self._landed: deque[Connection] = deque()
        self._resumed = 0
        self._resumed_at = 0.0

    def places(self, connection: Connection) -> Semaphore | None:
        """Return the places of which this connection may take one, or None where it has been parked often enough."""
        return self._places if connection.parkings < MOST_PARKINGS else None

    def park(self, connection: Connection) -> None:
        """Count a connection that has taken a place."""
        connection.parkings += 1
        self._parked.inc()

    def land(self, connection: Connection) -> None:
        """Let a connection go on, or be the next one to do so, for what it waited for is there."""
        self._places.release()
        self._parked.dec()
        self._landed.append(connection)
        self._resume(MOST_RESUMED)

    def done(self, connection: Connection) -> None:
        """Note that a thread is done with a connection, also one that never was parked."""
        if connection.is_resumed:
            connection.is_resumed = False
            self._resumed -= 1
            self._resume(MOST_RESUMED)

    def hasten(self) -> None:
        """Let some more go on where those that do so already take long."""
        if self._landed and self._resumed_at + RESUME_SECONDS < time.monotonic():
            self._resume(self._resumed + MOST_RESUMED)

    def _resume(self, most: int) -> None:
        while self._landed and self._resumed < most:
            connection = self._landed.popleft()
            connection.is_resumed = True
            self._resumed += 1
            self._resumed_at = time.monotonic()
            self._go_on(connection)
