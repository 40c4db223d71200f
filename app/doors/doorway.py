"""Where visitors come in: connections accepted, counted and given up on; what they wait for is done by a few threads.

A connection costs no thread while its client is slow. One client holds few of them, all together a bounded number, so
that nobody shuts the door for others.
"""

import asyncio
import logging
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar

from app.doors.certificate import Tls
from app.services.admission import client_of
from app.telemetry.log_format import fields
from app.web.shown_client import shown_client

log = logging.getLogger(__name__)

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class DoorLimits:
    """How many connections there are at once, in all and of one client; how many threads make answers; how long a line
    is (bytes), how long one is waited for, an answer may be on its way, and TLS may take to begin (seconds)."""

    connections: int = 200
    for_each: int = 8
    threads: int = 8
    line: int = 2048
    silence: float = 60.0
    sending: float = 600.0
    handshake: float = 15.0


class Silent(Exception):
    """A visitor has gone, or said nothing for too long."""


class Visitor:
    """Somebody at the door: what he says, and what he is told."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, limits: DoorLimits, pool: ThreadPoolExecutor
    ) -> None:
        """Take both ends of his connection, and who makes answers."""
        self._reader = reader
        self._writer = writer
        self._limits = limits
        self._pool = pool
        self.address = str((writer.get_extra_info("peername") or ("",))[0])
        self.sent = 0
        self._left = b""
        self._is_lost = False

    @property
    def here(self) -> str:
        """The address of ours that he has connected to."""
        return str((self._writer.get_extra_info("sockname") or ("",))[0])

    async def secure(self, tls: Tls) -> None:
        """Speak TLS from here on. Raises `Silent` where he does not, or takes too long.

        `StreamWriter.start_tls` would cut an answer off that a slow client has not taken half a minute after its end.
        """
        loop, limits, plain = asyncio.get_running_loop(), self._limits, self._writer
        reader = asyncio.StreamReader(2 * limits.line, loop)
        protocol = asyncio.StreamReaderProtocol(reader, loop=loop)
        self._is_lost = True
        async with _within(limits.handshake):
            transport = await loop.start_tls(
                plain.transport, protocol, tls, server_side=True, ssl_shutdown_timeout=limits.sending
            )
            if transport is None:  # he has gone at that very moment
                raise ConnectionResetError
        protocol.connection_made(transport)
        self._reader, self._writer = reader, asyncio.StreamWriter(transport, protocol, reader, loop)
        self._is_lost = False

    async def line(self) -> bytes:
        """Return his next line without its end; too long a one is cut, and the rest of it is lost. Raises `Silent`."""
        async with _within(self._limits.silence):
            found = await self._read_line()
        line, _, self._left = found.partition(b"\n")
        return line[: self._limits.line].rstrip(b"\r")

    async def some(self) -> bytes:
        """Return what comes next. Raises `Silent`."""
        async with _within(self._limits.silence):
            found = await self._reader.read(self._limits.line)
        if not found:
            raise Silent
        return found

    async def send(self, answer: bytes) -> None:
        """Send an answer. Raises `Silent` where he does not take it in time."""
        self.sent += len(answer)
        async with _within(self._limits.sending):
            self._writer.write(answer)
            await self._writer.drain()

    async def made(self, make: Callable[[], Made]) -> Made:
        """Return what `make` returns in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, make)

    def give_up(self) -> None:
        """Close the connection at once, whatever has not been sent."""
        self._writer.transport.abort()

    async def leave(self) -> None:
        """Close the connection when all that was sent has gone; over TLS with an alert that says so (RFC 8446, 6.1)."""
        if self._is_lost:
            self.give_up()
            return
        with suppress(Silent):
            async with _within(self._limits.sending):
                self._writer.close()
                await self._writer.wait_closed()

    async def _read_line(self) -> bytes:
        found = self._left
        while b"\n" not in found and len(found) <= self._limits.line:
            part = await self._reader.read(self._limits.line)
            if not part:
                break
            found += part
        return found


@asynccontextmanager
async def _within(seconds: float) -> AsyncIterator[None]:
    """Raise `Silent` where a connection is lost, or what is done on it takes longer."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except OSError as error:  # that of time is one, too
        raise Silent from error


#: Talks to one visitor until there is nothing more to say.
Conversation = Callable[[Visitor], Awaitable[None]]


class Doorway:
    """Lets visitors in, and answers them by `converse`."""

    def __init__(
        self,
        name: str,
        converse: Conversation,
        limits: DoorLimits,
        log_clients: str = "short",
        tls: Tls | None = None,
    ) -> None:
        """Take the name of the protocol for the log, how much of an address stands there (`LOG_CLIENTS`), and what
        speaks TLS where that is spoken."""
        self._name = name
        self._converse = converse
        self._limits = limits
        self._log_clients = log_clients
        self._tls = tls
        self._inside: Counter[str] = Counter()
        self._tasks: set[asyncio.Task[None]] = set()
        self._pool = ThreadPoolExecutor(limits.threads, name)

    async def open(self, host: str, port: int) -> asyncio.Server:
        """Return a server that listens; port 0 is any that is free. Raises `OSError`."""
        server = await asyncio.start_server(self._enter, host or None, port, limit=2 * self._limits.line)
        log.info("listening", extra=fields(door=self._name, host=host or None, port=port))
        return server

    async def close(self, seconds: float = 10.0) -> None:
        """Wait for those who are inside, then send them away."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _enter(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  # a server's callback is one
        self._tasks.add(task)
        visitor = Visitor(reader, writer, self._limits, self._pool)
        client = client_of(visitor.address) or visitor.address
        self._inside[client] += 1
        try:
            if self._inside[client] <= self._limits.for_each and self._inside.total() <= self._limits.connections:
                await self._answer(visitor)
        finally:
            self._inside[client] -= 1
            self._inside += Counter()  # forgets who is no longer there
            await visitor.leave()
            self._tasks.discard(task)

    async def _answer(self, visitor: Visitor) -> None:
        began = time.monotonic()
        try:
            if self._tls:
                # Only now, so that who says nothing is counted, too.
                await visitor.secure(self._tls)
            await self._converse(visitor)
        except Silent:
            visitor.give_up()
            log.debug("%s: a visitor has gone", self._name)
        except Exception:
            log.exception("%s: a visitor could not be answered", self._name)
        client = shown_client(visitor.address, self._log_clients)
        ms = round((time.monotonic() - began) * 1000, 1)
        log.info("visit", extra=fields(door=self._name, bytes=visitor.sent, ms=ms, client=client or None))


async def serve(doorways: Sequence[tuple[Doorway, int]], host: str) -> None:
    """Open doorways at their ports until SIGTERM or SIGINT; who is inside then is answered still. Raises `OSError`."""
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    servers = [await doorway.open(host, port) for doorway, port in doorways]
    await stopped.wait()
    for server in servers:
        server.close()
    for doorway, _ in doorways:
        await doorway.close()
