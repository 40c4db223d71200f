"""From a name to addresses: who knows them."""

import socket
from collections.abc import Callable, Sequence

SocketAddress = tuple[str, int]
Resolver = Callable[[str, int], Sequence[SocketAddress]]


def system_resolver(host: str, port: int) -> Sequence[SocketAddress]:
    """Return where the system says that `host` is, best first. Raises `OSError` or `UnicodeError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [(str(address[0]), int(address[1])) for *_, address in found]
