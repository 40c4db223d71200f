"""The sites of the stand-in web: one process, which answers for two hundred addresses of the loopback.

with StandIn() as web:
    web.url(7)    # of the article 7
"""

import asyncio
import re
import socket
import ssl
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.standin.faults import FAULTS, Exchange, Fault
from bench.standin.pages import ARTICLES_EACH, SITES, article, feed, picture

CERTIFICATE = Path(__file__).parent.parent.parent / "tests" / "fetch" / "tls_for_tests.pem"
# One site in so many is faulty, the first of them and every fifth after it.
FAULTY_EVERY = SITES // len(FAULTS)
MOST_HEAD = 16 * 1024
PATIENCE = 60.0


def host_of(number: int) -> str:
    """Return the address of the site with this number, counted from 0."""
    return f"127.77.0.{number + 1}"


def fault_of(number: int) -> Fault | None:
    """Return how the site of the article `number` is faulty, or None where it is not."""
    site = number // ARTICLES_EACH
    return None if site % FAULTY_EVERY else FAULTS[site // FAULTY_EVERY]


@dataclass(frozen=True, slots=True)
class Ports:
    """Where all sites listen, by what is there."""

    http: int
    tls: int
    silent: int
    closed: int


class StandIn:
    """The web; `with` starts its process and ends it."""

    def __enter__(self) -> Self:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        self.ports: Ports = ours.recv()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.join()

    def url(self, number: int) -> str:
        """Return the address of an article."""
        fault = fault_of(number)
        port = getattr(self.ports, fault.port if fault else "http")
        scheme = fault.scheme if fault else "http"
        return f"{scheme}://{host_of(number // ARTICLES_EACH)}:{port}/{number}"

    def feed(self, site: int, of: int | None = None) -> str:
        """Return the address of the feed of a site, with its articles; or with the titles `of` another site."""
        return f"http://{host_of(site)}:{self.ports.http}/feed{'' if of is None else f'?{of}'}"


def _serve(told: Connection) -> None:
    asyncio.run(_listen(told))


async def _listen(told: Connection) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(CERTIFICATE)
    hosts = [host_of(number) for number in range(SITES)]
    visits: Counter[str] = Counter()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            await asyncio.wait_for(_answer(reader, writer, visits), PATIENCE)
        writer.close()

    async def say_nothing(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(PATIENCE)
        writer.close()

    with ExitStack() as stack:
        closed = stack.enter_context(socket.socket())
        closed.bind((hosts[0], 0))  # taken, and never listened at
        plain, secure, silent = (_sockets(hosts) for _ in range(3))
        servers = [
            *[await asyncio.start_server(answer, sock=each, limit=MOST_HEAD) for each in plain],
            *[await asyncio.start_server(answer, sock=each, ssl=tls) for each in secure],
            *[await asyncio.start_server(say_nothing, sock=each) for each in silent],
        ]
        ports = [each[0].getsockname()[1] for each in (plain, secure, silent)]
        told.send(Ports(ports[0], ports[1], ports[2], closed.getsockname()[1]))
        await asyncio.gather(*(each.serve_forever() for each in servers))


def _sockets(hosts: list[str]) -> list[socket.socket]:
    """Return a listener for each of `hosts`, all on one port."""
    first = socket.create_server((hosts[0], 0))
    port = first.getsockname()[1]
    return [first, *(socket.create_server((host, port)) for host in hosts[1:])]


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, visits: Counter[str]) -> None:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    target = first.split(" ")[1]
    fields: Mapping[str, str] = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    site = int(writer.get_extra_info("sockname")[0].rpartition(".")[2]) - 1
    visits[f"{site} {target}"] += 1
    exchange = Exchange(target, fields, writer, b"", visits[f"{site} {target}"])
    await _respond(exchange, site)


async def _respond(exchange: Exchange, site: int) -> None:
    numbers = range(site * ARTICLES_EACH, (site + 1) * ARTICLES_EACH)
    path, _, query = exchange.target.partition("?")
    if path == "/feed":
        of = int(query) if query else site
        await exchange.whole(body=feed(range(of * ARTICLES_EACH, (of + 1) * ARTICLES_EACH)))
        return
    if found := re.match(r"/pictures/(\d+)\.png", exchange.target):
        body = _picture(int(found[1]))
        await exchange.send(
            b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: %d\r\n\r\n" % len(body), body
        )
        return
    number = int(found[1]) if (found := re.match(r"/(\d+)(?:$|\?)", exchange.target)) else -1
    if number not in numbers:
        await exchange.status(b"404 Not Found")
        return
    fault = fault_of(number)
    shown = Exchange(exchange.target, exchange.headers, exchange.writer, _article(number), exchange.visit)
    await (fault.send(shown) if fault else shown.whole())


# What stands on the sites never changes, so it costs the machine once.
_article = lru_cache(2 * SITES)(article)
_picture = lru_cache(2 * SITES)(picture)
