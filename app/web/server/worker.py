"""A worker class for gunicorn whose threads never wait for a client.

gunicorn's own threaded worker gives a thread to every connection: half a request holds it until the rest comes, and a
slow reader until he has the last byte. Here the worker's main loop collects requests and hands them on whole; a thread
parses one, runs the application, and sends what the network takes at once; the main loop sends the rest. A request for
what another one is fetching already is parked: it comes to a thread again when that is there. Every connection serves
one request, since old browsers wait for the end of one that is kept open. A server that is being stopped answers those
who came before, and tells those who come later so at once.

It is built on gunicorn 27 (`gunicorn.workers.gthread`), whose parser, logging, limits and ways to stop it keeps. TLS is
for a server in front.
"""

import errno
import resource
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from ipaddress import ip_address
from selectors import EVENT_READ, EVENT_WRITE
from socket import SHUT_WR, SO_SNDBUF, SOL_SOCKET, socket
from typing import Any

from gunicorn.http import get_parser
from gunicorn.http.errors import LimitRequestHeaders
from gunicorn.workers.gthread import TConn, ThreadWorker

from app.storage.single_flight import Flight, Parked
from app.web.server.closing import listens, refusal
from app.web.server.connection import Connection, Waiting
from app.web.server.memory import give_back_early
from app.web.server.outgoing import REFUSAL, SMALL, CaughtOutput, Outgoing, Room
from app.web.server.parking import Parking
from app.web.server.request_head import plain_head

# Seconds for a whole request: a modem of 300 baud brings 500 bytes in 17.
REQUEST_SECONDS = 60
# Seconds within which a reader takes anything at all: a modem of 2400 baud needs six minutes for a third of the buffer
# below, after which the system tells that there is room again.
STALLED_SECONDS = 600
# Seconds for which bytes that nobody wants are taken in, lest the answer be lost with them (RFC 9112, section 9.6).
LINGER_SECONDS = 2
# Bytes that the system buffers for a connection; it counts double, so that a page goes out at once.
SEND_BUFFER = 128 * 1024
READ_BYTES = 16 * 1024
# Of the connections that a worker has at most, these sixteenths may wait for each of the four things; two are left for
# those that are answered, so that there is always a place for another one.
READING, SENDING, LINGERING, PARKED = 5, 4, 1, 4

_NO_MORE_FILES = frozenset((errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM))
_GONE = frozenset((errno.EAGAIN, errno.EWOULDBLOCK, errno.ECONNABORTED))


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Hands whole requests to its threads, and sends what they leave to be sent."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Take what gunicorn gives each worker."""
        super().__init__(*arguments, **options)
        part = self.worker_connections // 16
        self.reading = Waiting(REQUEST_SECONDS, READING * part)
        self.sending = Waiting(STALLED_SECONDS, SENDING * part)
        self.lingering = Waiting(LINGER_SECONDS, LINGERING * part)
        self.room = Room()
        self.is_closing = False  # there will be nobody else to answer

    @classmethod
    def check_config(cls, cfg: Any, log: Any) -> None:
        """Stop the start where something is set that this worker does not do."""
        if cfg.is_ssl or cfg.keepalive:
            raise SystemExit("This server does without TLS and keep-alive; both are for a server in front of it.")

    def init_process(self) -> None:
        """Start; every connection needs a file descriptor, and so does what answers it."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = 2 * self.worker_connections
        if soft != resource.RLIM_INFINITY and soft < wanted:
            allowed = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
            resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
        give_back_early()
        # Not in the master, where the library would take itself for the only process.
        from app.telemetry.metrics import WAITING  # noqa: PLC0415

        most = PARKED * (self.worker_connections // 16)
        self.parking = Parking(most, self.enqueue_req, WAITING.labels("parked"))
        super().init_process()

    def accept(self, listener: socket) -> None:
        """Accept a connection; without a free file descriptor, whoever has waited the longest makes room."""
        try:
            sock, client = listener.accept()
        except OSError as error:
            if error.errno in _NO_MORE_FILES:
                self._make_room()
            elif error.errno not in _GONE:
                raise
            return
        sock.setblocking(False)
        sock.setsockopt(SOL_SOCKET, SO_SNDBUF, SEND_BUFFER)
        connection = Connection(sock, client, listener.getsockname(), self.cfg.limit_request_line)
        connection.is_late = self.is_closing
        if not connection.is_late:
            self._count(connection)
        self._wait(connection, self.reading, EVENT_READ, self.on_readable)

    def on_readable(self, connection: Connection, _sock: object) -> None:
        """Take what came of a request, and hand it to a thread where it is whole."""
        if connection not in self.reading:
            return  # dropped after the system told of it
        data = self._received(connection)
        if data is None:
            return
        if not data:
            self._drop(connection)
        elif connection.incoming.add(data):
            self._leave(connection, self.reading)
            if connection.is_late:
                connection.answer([refusal(connection.incoming.data)])
                self._send(connection)
                self._finish(connection)
            else:
                self._count(connection)
                self.enqueue_req(connection)

    def handle(self, connection: Connection) -> None:
        """Answer a whole request, in a thread, and send as much as the network takes at once."""
        places = self.parking.places(connection)
        connection.began = connection.began or time.monotonic()
        caught = CaughtOutput(connection.sock.getsockname(), connection.began, places, connection.parked_for)
        if connection.incoming.is_too_large:
            self.handle_error(None, caught, connection.client, LimitRequestHeaders("there are too many of them"))
        else:
            with suppress(Parked):
                super().handle(self._exchange(connection, caught))
        connection.parked_for = caught.parked_for
        if connection.parked_for is None:
            self._respond(connection, caught)

    def _respond(self, connection: Connection, caught: CaughtOutput) -> None:
        connection.answer(caught.pieces)
        size = connection.outgoing.size
        if size > SMALL:
            if self.room.take(connection.peer, size, self._is_front(connection)):
                connection.held = size
            else:
                connection.answer([REFUSAL])
        self._send(connection)

    def finish_request(self, connection: Connection, done: "Future[None]") -> None:
        """Take a connection over from a thread that is done with it."""
        self.parking.done(connection)
        error = done.exception()
        if error is not None:
            self.log.error("A response could not be sent", exc_info=error)
            self._drop(connection)
        elif connection.parked_for is not None:
            self._park(connection, connection.parked_for)
        elif connection.outgoing.size:
            self._wait(connection, self.sending, EVENT_WRITE, self.on_writable)
        else:
            self._finish(connection)

    def _park(self, connection: Connection, flight: Flight) -> None:
        """Let a request wait without a thread until `flight` has landed, which it may have by now."""
        self.parking.park(connection)
        flight.add_done_callback(lambda _: self.method_queue.defer(self.parking.land, connection))

    def on_writable(self, connection: Connection, _sock: object) -> None:
        """Send some more of a response."""
        if connection not in self.sending:
            return
        self._send(connection)
        self.sending.add(connection)
        if not connection.outgoing.size:
            self._leave(connection, self.sending)
            self._finish(connection)

    def on_leftover(self, connection: Connection, _sock: object) -> None:
        """Throw away what a client sends beyond his request, until he has read the answer and closes."""
        if connection in self.lingering and self._received(connection) == b"":
            self._drop(connection)

    def murder_pending(self) -> None:
        """Drop those who keep us waiting; gunicorn calls this at least each second, and when it stops."""
        for queue in (self.reading, self.sending, self.lingering):
            while overdue := queue.overdue():
                self._drop(overdue)
        self.parking.hasten()
        if not self.alive:
            self._wait_for_no_others()

    def set_accept_enabled(self, enabled: bool) -> None:
        """Accept connections or not; gunicorn calls this.

        When all of the server stops, they are accepted still, to be told so; where others go on, they are theirs.
        """
        self.is_closing = not self.alive and not listens(self.ppid, self.sockets)
        super().set_accept_enabled(enabled or self.is_closing)

    def _wait_for_no_others(self) -> None:
        """Let the end wait for those alone whose requests are there; others may still come to theirs until then."""
        while lingering := self.lingering.oldest():
            self._drop(lingering)
        for connection in self.reading:
            self._uncount(connection)

    def _count(self, connection: Connection) -> None:
        self.nr_conns += not connection.is_counted
        connection.is_counted = True

    def _uncount(self, connection: Connection) -> None:
        self.nr_conns -= connection.is_counted
        connection.is_counted = False

    def _exchange(self, connection: Connection, output: CaughtOutput) -> Any:
        """Return what gunicorn takes for a connection: the request is there already, and nothing blocks."""
        exchange = TConn(self.cfg, output, connection.client, connection.server)
        exchange.parser = get_parser(self.cfg, [plain_head(bytes(connection.incoming.data))], connection.client)
        exchange.initialized = exchange.data_ready = True
        return exchange

    def _send(self, connection: Connection) -> None:
        """Send what the network takes now; to a client who is gone, nothing more."""
        outgoing = connection.outgoing
        try:
            while outgoing.size:
                outgoing.taken(connection.sock.sendmsg(outgoing.pieces()))
            connection.sock.shutdown(SHUT_WR)  # the client need not wait for the main loop to close
        except BlockingIOError:
            return
        except OSError:
            connection.outgoing = Outgoing(())

    def _finish(self, connection: Connection) -> None:
        """Close a connection whose response is sent; first take in what came beyond the request."""
        self._give_back(connection)
        if connection.incoming.is_complete and self._received(connection) in {None, b""}:
            self._drop(connection)
        else:
            self._wait(connection, self.lingering, EVENT_READ, self.on_leftover)

    def _received(self, connection: Connection) -> bytes | None:
        """Return what came, empty where the client has closed or is gone, and None where nothing came."""
        try:
            return connection.sock.recv(READ_BYTES)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def _wait(
        self, connection: Connection, queue: Waiting, event: int, then: Callable[[Connection, object], None]
    ) -> None:
        """Let a connection wait in `queue` until `event`."""
        queue.add(connection)
        self.poller.register(connection.sock, event, partial(then, connection))
        if overdue := queue.overdue():
            self._drop(overdue)

    def _leave(self, connection: Connection, queue: Waiting) -> None:
        queue.remove(connection)
        self.poller.unregister(connection.sock)

    def _make_room(self) -> None:
        for queue in (self.lingering, self.reading, self.sending):
            oldest = queue.oldest()
            if oldest is not None:
                self._drop(oldest)
                return
        time.sleep(0.01)  # threads are at work on all that there are

    def _drop(self, connection: Connection) -> None:
        """Close a connection, wherever it waits."""
        for queue in (self.reading, self.sending, self.lingering):
            if connection in queue:
                self._leave(connection, queue)
        self._give_back(connection)
        self._uncount(connection)
        connection.sock.close()

    def _give_back(self, connection: Connection) -> None:
        if connection.held:
            self.room.give_back(connection.peer, connection.held)
            connection.held = 0

    def _is_front(self, connection: Connection) -> bool:
        """Return whether a client is a server in front, as far as gunicorn is told."""
        if not connection.peer or "*" in self.cfg.forwarded_allow_ips:
            return True
        address = ip_address(connection.peer)
        return any(address in network for network in self.cfg.forwarded_allow_networks())
