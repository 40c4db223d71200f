"""A tap between a browser and a server: it passes everything on, and keeps what the browser asked.

It knows what our own server does: one request a connection, without a body, and the end of the answer is the
end of the connection.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

MOST_HEAD = 64 * 1024
PATIENCE = 20.0


class Tap:
    """What came through: `heads` are the requests as they stood, without their last empty line."""

    def __init__(self, port: int) -> None:
        """Open a free port that leads to `port`."""
        self.heads: list[str] = []
        self._upstream = port
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=32)
        self.port: int = self._listener.getsockname()[1]

    def targets(self) -> list[str]:
        """Return what was asked for, in the order of asking."""
        return [target_of(head) for head in list(self.heads)]

    def accept(self) -> None:
        """Serve until the tap is closed."""
        with suppress(OSError):
            while True:
                connection, _ = self._listener.accept()
                threading.Thread(target=self._pass_on, args=(connection,), daemon=True).start()

    def close(self) -> None:
        """Stop serving."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _pass_on(self, connection: socket.socket) -> None:
        # Browsers break off when they are ended, which is nobody's fault.
        with connection, suppress(OSError):
            connection.settimeout(PATIENCE)
            head = _head(connection)
            self.heads.append(head.decode("latin-1").rstrip("\r\n"))
            with socket.create_connection(("127.0.0.1", self._upstream), timeout=PATIENCE) as server:
                server.sendall(head)
                while piece := server.recv(65536):
                    connection.sendall(piece)


def target_of(head: str) -> str:
    """Return what a request asks for, as it stands in its first line."""
    return head.partition(" ")[2].partition(" ")[0]


def fields_of(head: str) -> dict[str, str]:
    """Return the header fields of a request, names in lower case; of several alike the last."""
    lines = [line.partition(": ") for line in head.split("\r\n")[1:]]
    return {name.lower(): value for name, _, value in lines}


@contextmanager
def tap(port: int) -> Iterator[Tap]:
    """Yield a tap to the server on `port`."""
    tapped = Tap(port)
    thread = threading.Thread(target=tapped.accept)
    thread.start()
    try:
        yield tapped
    finally:
        tapped.close()
        thread.join()


def _head(connection: socket.socket) -> bytes:
    """Read until the empty line, or what comes until the browser stops."""
    head = b""
    while b"\r\n\r\n" not in head and len(head) < MOST_HEAD:
        piece = connection.recv(65536)
        if not piece:
            break
        head += piece
    return head
