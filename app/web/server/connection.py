"""A client's connection, and connections that wait for something. No I/O of its own."""

import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from socket import socket
from typing import Any

from app.storage.single_flight import Flight
from app.web.server.incoming import Incoming
from app.web.server.outgoing import Outgoing, without_head


class Connection:
    """A client's connection, and what came of it so far."""

    def __init__(self, sock: socket, client: Any, server: Any, most_line: int) -> None:
        """Take the accepted socket, both addresses, and the longest request line in bytes."""
        self.sock = sock
        self.client = client
        self.server = server
        self.incoming = Incoming(most_line)
        self.outgoing = Outgoing(())
        self.held = 0  # bytes of room reserved for the response
        self.began = 0.0  # when its request came to a thread for the first time, in monotonic seconds
        self.parked_for: Flight | None = None
        self.parkings = 0
        self.is_resumed = False
        self.is_counted = False  # among those that a server which stops waits for
        self.is_late = False  # it came when the server was stopping

    @property
    def peer(self) -> str:
        """The client's address without its port; nothing with a socket of Unix, whose clients are servers in front."""
        return str(self.client[0]) if isinstance(self.client, tuple) else ""

    def answer(self, pieces: Sequence[bytes]) -> None:
        """Take what is to be sent, of which HTTP/0.9 knows no more than the page (RFC 1945, section 6)."""
        self.outgoing = Outgoing(without_head(pieces) if self.incoming.is_simple else pieces)


class Waiting:
    """Connections that wait for the same thing, at most `most` of them, each for at most `seconds`."""

    def __init__(self, seconds: float, most: int) -> None:
        """Begin with none."""
        self._seconds = seconds
        self._most = most
        self._until: OrderedDict[Connection, float] = OrderedDict()  # in the order of their ends

    def __contains__(self, connection: object) -> bool:
        return connection in self._until

    def __iter__(self) -> Iterator[Connection]:
        return iter(self._until)

    def add(self, connection: Connection) -> None:
        """Let a connection wait from now on, also one that waits already."""
        self._until[connection] = time.monotonic() + self._seconds
        self._until.move_to_end(connection)

    def remove(self, connection: Connection) -> None:
        """Let a connection wait no longer."""
        del self._until[connection]

    def oldest(self) -> Connection | None:
        """Return who has waited the longest."""
        return next(iter(self._until), None)

    def overdue(self) -> Connection | None:
        """Return who has waited too long, or the longest where there are too many; None where all may go on."""
        oldest = self.oldest()
        if oldest is None or len(self._until) > self._most or self._until[oldest] <= time.monotonic():
            return oldest
        return None
