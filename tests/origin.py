"""A small web server on the loopback, in the part of the original: for every test that fetches.

    with Origin() as origin:
        origin.serve("/story", "<p>Words.</p>", headers={"ETag": '"1"'})
        origin.serve_raw("/drip", lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n"))
        Client(loopback_rules()).fetch(origin.url("/story"))
        assert origin.hits("/story") == 1

A raw handler gets the socket after the request was read, and says what it likes; the connection is closed
when it returns. `origin.stopped.wait(seconds)` lets it hang or drip without holding up the end of a test.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_network
from types import TracebackType
from typing import Any, Self

from app.fetch.client import FetchRules

RawHandler = Callable[[socket.socket], None]

MOST_HEAD = 64 * 1024


@dataclass(frozen=True)
class Recorded:
    """A request as it came; the names in `headers` are in lower case, `target` has its query."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


@dataclass(frozen=True)
class Answer:
    """What is sent for a path."""

    body: bytes
    content_type: str
    status: int
    headers: Mapping[str, str]

    def wire(self, method: str) -> bytes:
        """Return the answer as bytes; a header set to an empty text is left out."""
        bodyless = self.status in (204, 304)
        length = {} if bodyless else {"Content-Length": str(len(self.body))}
        headers = {"Content-Type": self.content_type, **length, "Connection": "close", **self.headers}
        lines = [f"HTTP/1.1 {self.status} Status"] + [f"{name}: {value}" for name, value in headers.items() if value]
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        return head if bodyless or method == "HEAD" else head + self.body


MISSING = Answer(b"<p>There is nothing here.</p>", "text/html", 404, {})


class Origin:
    """A threaded server on a free port of `host`; with `context` it speaks TLS."""

    def __init__(self, host: str = "127.0.0.1", context: ssl.SSLContext | None = None) -> None:
        """Open the port; `with` starts the server, and closes everything again."""
        self.host = host
        self.requests: list[Recorded] = []
        self.stopped = threading.Event()
        self._scheme = "https" if context else "http"
        self._context = context
        self._answers: dict[str, Answer | RawHandler] = {}
        self._connections: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server((host, 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]

    def url(self, path: str = "/", host: str = "") -> str:
        """Return the address of `path` here, under the name `host` if one is given."""
        return f"{self._scheme}://{host or self.host}:{self.port}{path}"

    def serve(
        self,
        path: str,
        body: bytes | str = b"",
        content_type: str = "text/html",
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> str:
        """Answer `path`, whatever its query, with `body` (text travels as UTF-8); return its address.

        A path with a query answers only that query. `headers` win over our own; an empty one is not sent.
        """
        data = body.encode() if isinstance(body, str) else body
        self._answers[path] = Answer(data, content_type, status, headers or {})
        return self.url(path)

    def serve_raw(self, path: str, handler: RawHandler) -> str:
        """Let `handler` answer `path` on the bare socket; return its address."""
        self._answers[path] = handler
        return self.url(path)

    def redirect(self, path: str, location: str, status: int = 302) -> str:
        """Send whoever asks for `path` on to `location`; return the address of `path`."""
        return self.serve(path, "<p>Elsewhere.</p>", status=status, headers={"Location": location})

    def hits(self, path: str) -> int:
        """Return how often `path` was asked for, whatever the query."""
        return sum(request.path == path for request in list(self.requests))

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopped.set()
        with suppress(OSError):  # macOS refuses to shut a listener down, and wakes accept() by close alone
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            connections, threads = list(self._connections), list(self._threads)
        for connection in connections:
            with suppress(OSError):  # the other side may have been faster
                # The shutdown of an SSLSocket would take its TLS state from under the thread that reads.
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
        for thread in threads:
            thread.join(5)

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        with self._lock:
            self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.stopped.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        """Answer one request; a client that hangs up early is what many a test is about."""
        with suppress(OSError), self._wrapped(connection) as channel:
            with self._lock:
                self._connections.add(channel)
            if isinstance(channel, ssl.SSLSocket):
                channel.do_handshake()
            self._answer(channel)

    def _wrapped(self, connection: socket.socket) -> socket.socket:
        if self._context is None:
            return connection
        return self._context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)

    def _answer(self, channel: socket.socket) -> None:
        request = read_request(channel)
        if request is None:
            return
        self.requests.append(request)
        answer = self._answers.get(request.target) or self._answers.get(request.path, MISSING)
        if isinstance(answer, Answer):
            channel.sendall(answer.wire(request.method))
        else:
            answer(channel)


def read_request(channel: socket.socket) -> Recorded | None:
    """Return the request that arrives on `channel`, or nothing when it ends before it is complete."""
    head = b""
    while b"\r\n\r\n" not in head:
        data = channel.recv(8192)
        if not data or len(head) > MOST_HEAD:
            return None
        head += data
    head, _, body = head.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    while len(body) < int(headers.get("content-length", 0)):
        data = channel.recv(8192)
        if not data:
            return None
        body += data
    return Recorded(method, target, headers, body)


def loopback_rules(**changes: Any) -> FetchRules:
    """Return rules under which the loopback may be fetched from; `changes` are fields that differ."""
    usual: dict[str, Any] = {
        "user_agent": "Mozilla/5.0 (compatible; a test)",
        "via": "68k.test",
        "allowed_networks": (ip_network("127.0.0.0/8"),),
        "allowed_ports": (80, 443),
        "connect_seconds": 1,
        "deadline": 5,
        "max_html_bytes": 200_000,
        "max_image_bytes": 300_000,
        "max_file_bytes": 400_000,
        "max_redirects": 5,
        "host_concurrency": 2,
        "host_per_second": 1,
    }
    return FetchRules(**usual | changes)
