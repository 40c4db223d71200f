"""HTTP by requests and urllib3, over connections that only the dialer opens.

There is no `requests.Session` here: it is what reads proxies and passwords from the environment and from
.netrc, follows redirects and keeps connections. A prepared request goes straight to an adapter, which
lives for this one request.
"""

import http.client
import re
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
from app.fetch.errors import OnlyHttp2Error, translated
from app.net.urls import DEFAULT_PORTS

Connect = Callable[[str, int], socket.socket]

# What browsers still take of TLS 1.2, the best first; Python by itself leaves out what has no forward secrecy or a MAC
# by SHA-1, and with them servers that nobody will change any more.
CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:ECDHE+AES:DHE+AES:RSA+AESGCM:RSA+AES:!aNULL:!aDSS:!AESCCM:!PSK:!SRP"
# Servers that do not know RFC 5746; in Python since 3.12.
OP_LEGACY_SERVER_CONNECT = getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 4)
# More answers on the way to the last (RFC 9110, section 15.2) nobody sends.
MOST_INTERIM = 20
SWITCHING = 101
# A frame of HTTP/2 begins with its length and its kind, which is SETTINGS at first (RFC 9113, section 6.5).
SETTINGS_FRAME = re.compile(rb"\0[\0-\x40].\x04", re.S)
# RFC 6265, section 6.1: what every client takes; http.cookiejar is slow on more than that.
MOST_COOKIES, MOST_COOKIE_BYTES = 50, 4096


class Transport:
    """Sends requests through `connector`, and checks certificates by `context`."""

    def __init__(self, connector: Connector, context: ssl.SSLContext | None = None) -> None:
        """Load the usual certificate authorities once, for that takes 10 ms and more, unless `context` has some."""
        self._connector = connector
        self._context = context or browserlike_context(certifi.where())

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


def browserlike_context(authorities: str) -> ssl.SSLContext:
    """Return what TLS is spoken with, as browsers do; certificates are checked by those in the file `authorities`."""
    context = ssl.create_default_context(cafile=authorities)
    context.set_ciphers(CIPHERS)
    context.options |= OP_LEGACY_SERVER_CONNECT
    return context


class _Head(http.client.HTTPResponse):
    """An answer as browsers take it, without those parts of its head that urllib3 and http.cookiejar cannot take."""

    def begin(self) -> None:
        """Read the head, if there is one. Raises `HTTPException` where it says two lengths (RFC 9112, section 6.3)."""
        start = self.fp.peek(4)
        if SETTINGS_FRAME.match(start):
            raise OnlyHttp2Error("a frame of HTTP/2")
        if start.lstrip().startswith(b"<"):
            self._begin_simply()
            return
        super().begin()
        lengths = ",".join(self.headers.get_all("Content-Length", ())).split(",")
        if len({length.strip() for length in lengths}) > 1:
            raise http.client.HTTPException("lengths differ")
        cookies = [text for text in self.headers.get_all("Set-Cookie", ()) if len(text) <= MOST_COOKIE_BYTES]
        del self.headers["Set-Cookie"]
        for text in cookies[:MOST_COOKIES]:
            self.headers["Set-Cookie"] = text

    def _begin_simply(self) -> None:
        """Take all that comes for a page, as HTTP/0.9 has it (RFC 1945, section 6)."""
        self.code = self.status = 200
        self.reason, self.version = "", 9
        self.headers = self.msg = http.client.HTTPMessage()
        self.headers["Content-Type"] = "text/html"
        self.chunked, self.chunk_left, self.length, self.will_close = False, None, None, True

    def _read_status(self) -> tuple[str, int, str]:
        """Return what the last status line says; those before it come with heads of their own (103 Early Hints)."""
        for _ in range(MOST_INTERIM):
            found: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]  # typeshed does not have it
            if not 100 <= found[1] < 200 or found[1] == SWITCHING:
                return found
            http.client.parse_headers(self.fp)
        raise http.client.HTTPException("no last answer")


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
