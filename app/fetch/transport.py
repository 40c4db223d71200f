"""HTTP by requests and urllib3, over connections that only `connect` opens.

A session lives for one request, with one adapter over one connection. It takes neither proxies nor passwords from the
environment or from .netrc, and does not look at redirects; the cookies are those of whoever asks.
"""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit

import certifi
from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from app.fetch.authorities import NoAuthorities
from app.fetch.connect import GRACE_SECONDS, Connector, timeout
from app.fetch.deadline import Deadline
from app.fetch.errors import translated
from app.fetch.head import Head
from app.net.urls import DEFAULT_PORTS

Connect = Callable[[str, int], socket.socket]

# What browsers still take of TLS 1.2, the best first; Python by itself leaves out what has no forward secrecy or a MAC
# by SHA-1, and with them servers that nobody will change any more.
CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:ECDHE+AES:DHE+AES:RSA+AESGCM:RSA+AES:!aNULL:!aDSS:!AESCCM:!PSK:!SRP"
# Servers that do not know RFC 5746; in Python since 3.12.
OP_LEGACY_SERVER_CONNECT = getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 4)


class Transport:
    """Sends requests through `connector`, and checks certificates by `context`."""

    def __init__(self, connector: Connector, context: ssl.SSLContext | None = None) -> None:
        """Take who connects; certificates are checked by the usual authorities unless `context` says otherwise."""
        self._connector = connector
        self._context = context or usual_context()

    @contextmanager
    def open(
        self, request: PreparedRequest, cookies: RequestsCookieJar, deadline: Deadline, granted: set[str]
    ) -> Iterator[Response]:
        """Give the answer to `request`, of which the head is read; the connection ends with the `with`.

        The cookies that it sets are put into `cookies`; those to be sent stand in `request` already. What was connected
        to in an allowed network is added to `granted`.

        Whatever goes wrong in sending, or is raised in reading inside of the `with`, is raised as a `ReaderError`.
        Who reads the body looks at the deadline himself, for the end of it may have been the watchdog.
        """
        parts = urlsplit(request.url or "")
        host = parts.hostname or ""
        port = parts.port or DEFAULT_PORTS[parts.scheme]  # without one, http.client takes it from the end of ::1
        connect = partial(self._connector.connect, deadline=deadline, granted=granted)
        try:
            with (
                translated(host, deadline),
                closing(self._pool(parts.scheme, host, port, connect)) as pool,
                _Session(_Adapter(pool), cookies) as session,
            ):
                answer = session.send(
                    request, stream=True, timeout=deadline.left + GRACE_SECONDS, allow_redirects=False
                )
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


@cache
def usual_context() -> ssl.SSLContext:
    """Return the one context of all clients: to load the authorities takes 14 ms, and a megabyte.

    Raises `NoAuthorities`.
    """
    path = certifi.where()
    try:
        return browserlike_context(path)
    except OSError as error:
        said = f"The certificates of authorities in {path} cannot be read: {error.strerror or error}. "
        raise NoAuthorities(f"{said}Install requirements.txt again.") from error


def browserlike_context(authorities: str) -> ssl.SSLContext:
    """Return what TLS is spoken with, as browsers do; certificates are checked by those in the file `authorities`."""
    return _old_servers_too(ssl.create_default_context(cafile=authorities))


def unchecked_context() -> ssl.SSLContext:
    """Return what TLS is spoken with to servers that need not prove who they are."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return _old_servers_too(context)


def _old_servers_too(context: ssl.SSLContext) -> ssl.SSLContext:
    """Return a context after it was told to agree on what browsers do."""
    # Python's own least; Debian's leaves that to OpenSSL, which then finds other words for what is too old.
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.options |= OP_LEGACY_SERVER_CONNECT
    return context


class _PlainConnection(HTTPConnection):
    """A connection for http that is dialled by us; the name stays in the Host header."""

    response_class = Head

    def __init__(self, *arguments: Any, connect: Connect, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._connect = connect

    def _new_conn(self) -> socket.socket:
        return self._connect(self._dns_host, self.port)


class _SecureConnection(HTTPSConnection):
    """The same for https; the name stays in SNI and in the check of the certificate."""

    response_class = Head

    def __init__(self, *arguments: Any, connect: Connect, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._connect = connect

    def _new_conn(self) -> socket.socket:
        return self._connect(self._dns_host, self.port)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection

    def _validate_conn(self, conn: Any) -> None:
        """Connect; without a line in the log for each server that need not prove who it is: the reader is told."""
        if conn.is_closed:
            conn.connect()


class _Session(Session):
    """Sends one request through `adapter`, and nothing else by itself."""

    def __init__(self, adapter: HTTPAdapter, cookies: RequestsCookieJar) -> None:
        super().__init__()
        self.trust_env = False
        self.cookies = cookies
        self.adapters.clear()
        self.mount("https://", adapter)
        self.mount("http://", adapter)

    def get_redirect_target(self, resp: Response) -> None:
        """Say that no answer is a redirect: of one, requests reads the whole body, without any limit.

        It does so even where it is told to follow none, to prepare the request that would be next.
        """
        return


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
