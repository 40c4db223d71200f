"""HTTP by requests and urllib3, over connections that only the dialer opens.

There is no `requests.Session` here: it is what reads proxies and passwords from the environment and from
.netrc, follows redirects and keeps connections. A prepared request goes straight to an adapter, which
lives for this one request.
"""

import http.client
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import certifi
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from app.fetch.connect import GRACE_SECONDS, Connector, timeout
from app.fetch.deadline import Deadline
from app.fetch.errors import translated
from app.net.urls import DEFAULT_PORTS

Connect = Callable[[str, int], socket.socket]

# RFC 6265, section 6.1: what every client takes; http.cookiejar is slow on more than that.
MOST_COOKIES, MOST_COOKIE_BYTES = 50, 4096


class Transport:
    """Sends requests through `connector`, and checks certificates by `context`."""

    def __init__(self, connector: Connector, context: ssl.SSLContext | None = None) -> None:
        """Load the usual certificate authorities once, for that takes 10 ms and more, unless `context` has some."""
        self._connector = connector
        self._context = context or ssl.create_default_context(cafile=certifi.where())

    @contextmanager
    def open(self, request: PreparedRequest, deadline: Deadline) -> Iterator[Response]:
        """Give the answer to `request`, of which the head is read; the connection ends with the `with`.

        Whatever goes wrong in sending, or is raised in reading inside of the `with`, is raised as a `ReaderError`.
        Who reads the body looks at the deadline himself, for the end of it may have been the watchdog.
        """
        parts = urlsplit(request.url or "")
        host = parts.hostname or ""
        port = parts.port or DEFAULT_PORTS[parts.scheme]  # without one, http.client takes it from the end of ::1
        connect = partial(self._connector.connect, deadline=deadline)
        try:
            with translated(host, deadline), closing(self._pool(parts.scheme, host, port, connect)) as pool:
                answer = _Adapter(pool).send(request, stream=True, timeout=deadline.left + GRACE_SECONDS)
                with closing(answer):
                    if deadline.is_over:  # the end of the head may have been the watchdog
                        raise timeout(host, deadline)
                    yield answer
        finally:
            deadline.unwatch()

    def _pool(self, scheme: str, host: str, port: int, connect: Connect) -> HTTPConnectionPool:
        """Return a pool of one connection."""
        if scheme == "https":
            return _SecurePool(host, port, ssl_context=self._context, connect=connect)
        return _PlainPool(host, port, connect=connect)


class _Head(http.client.HTTPResponse):
    """An answer without those parts of its head that urllib3 and http.cookiejar come to grief over."""

    def begin(self) -> None:
        """Read the head. Raises `HTTPException` where it says two lengths (RFC 9112, section 6.3)."""
        super().begin()
        lengths = ",".join(self.headers.get_all("Content-Length", ())).split(",")
        if len({length.strip() for length in lengths}) > 1:
            raise http.client.HTTPException("lengths differ")
        cookies = [text for text in self.headers.get_all("Set-Cookie", ()) if len(text) <= MOST_COOKIE_BYTES]
        del self.headers["Set-Cookie"]
        for text in cookies[:MOST_COOKIES]:
            self.headers["Set-Cookie"] = text


class _PlainConnection(HTTPConnection):
    """A connection for http that is dialled by us; the name stays in the Host header."""

    response_class = _Head

    def __init__(self, *arguments: Any, connect: Connect, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._connect = connect

    def _new_conn(self) -> socket.socket:
        return self._connect(self._dns_host, self.port)


class _SecureConnection(HTTPSConnection):
    """The same for https; the name stays in SNI and in the check of the certificate."""

    response_class = _Head

    def __init__(self, *arguments: Any, connect: Connect, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._connect = connect

    def _new_conn(self) -> socket.socket:
        return self._connect(self._dns_host, self.port)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class _Adapter(HTTPAdapter):
    """Sends through one pool, past the pools that requests would make."""

    def __init__(self, pool: HTTPConnectionPool) -> None:
        super().__init__(pool_connections=1, pool_maxsize=1)
        self._pool = pool

    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: bool | str | None,
        proxies: Mapping[str, str] | None = None,
        cert: tuple[str, str] | str | None = None,
    ) -> HTTPConnectionPool:
        """Return the pool; there are no proxies."""
        return self._pool

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """Leave the pool alone: requests would have it load all authorities again for each connection."""
