"""A site with eight papers, and a door of it that listens on the loopback."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.doors.certificate import Tls
from app.doors.doorway import Conversation, DoorLimits, Doorway


@contextmanager
def opened(
    converse: Conversation,
    limits: DoorLimits | None = None,
    tls: Tls | None = None,
    at: tuple[str, int] = ("127.0.0.1", 0),
) -> Iterator[int]:
    """Yield the port at which `converse` talks to whoever comes. Raises `OSError` where nobody may listen."""
    loop = asyncio.new_event_loop()
    doorway = Doorway("test", converse, limits or DoorLimits(silence=5.0, sending=5.0), tls=tls)
    server = loop.run_until_complete(doorway.open(*at))
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield int(server.sockets[0].getsockname()[1])
    finally:
        loop.call_soon_threadsafe(server.close)
        asyncio.run_coroutine_threadsafe(doorway.close(1.0), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


def asked(port: int, line: bytes, seconds: float = 20.0) -> bytes:
    """Return all that is answered to a line."""
    with socket.create_connection(("127.0.0.1", port), seconds) as client:
        client.sendall(line)
        return received(client)


def received(client: socket.socket) -> bytes:
    """Return all that comes until the other end closes."""
    found = b""
    while part := client.recv(65536):
        found += part
    return found
