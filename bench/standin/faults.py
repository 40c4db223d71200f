"""The forty ways in which a faulty site answers, a row each: what it does, and what its reader may get.

What is sent stands here byte by byte, for a library of servers would keep it within bounds.
"""

import asyncio
import gzip
import os
import socket
import struct
import zlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum

# Longer than any fetch may take.
LONG = 60.0
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
CLOSE = b"Connection: close\r\n\r\n"


class Outcome(Enum):
    """What the reader of a page may get: the whole article, a page that says what is wrong, or either of them."""

    WHOLE = "whole"
    FAILED = "failed"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request, who is answered, and the page that a good site would send; `visit` counts from 1 by address."""

    target: str
    headers: Mapping[str, str]
    writer: asyncio.StreamWriter
    page: bytes
    visit: int

    async def send(self, *pieces: bytes, pause: float = 0) -> None:
        """Send the pieces, with so many seconds between them."""
        for piece in pieces:
            self.writer.write(piece)
            await self.writer.drain()
            await asyncio.sleep(pause)

    async def whole(self, *lines: bytes, body: bytes | None = None) -> None:
        """Send the page, or another body, with a head that is right but for these lines."""
        data = self.page if body is None else body
        head = b"".join(line + b"\r\n" for line in lines)
        await self.send(HEAD + head + b"Content-Length: %d\r\n" % len(data) + CLOSE + data)

    async def status(self, line: bytes, *lines: bytes) -> None:
        """Send a status with these lines, and a short page."""
        head = b"".join(each + b"\r\n" for each in lines)
        body = b"<html><body><p>Nothing of this is the page.</p></body></html>"
        start = b"HTTP/1.1 " + line + b"\r\nContent-Type: text/html\r\n"
        await self.send(start + head + b"Content-Length: %d\r\n" % len(body) + CLOSE + body)

    def reset(self) -> None:
        """Break the connection off by RST, not by FIN."""
        channel = self.writer.get_extra_info("socket")
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Send = Callable[[Exchange], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Fault:
    """One way; `port` names where its site listens: `http`, `tls`, `silent` (says nothing), `closed` (nobody)."""

    name: str
    outcome: Outcome
    send: Send
    port: str = "http"
    scheme: str = "http"


def _status(line: bytes, *lines: bytes) -> Send:
    return lambda exchange: exchange.status(line, *lines)


def _whole(*lines: bytes) -> Send:
    return lambda exchange: exchange.whole(*lines)


async def _slow_head(exchange: Exchange) -> None:
    head = HEAD + CLOSE
    await exchange.send(*(head[place : place + 8] for place in range(0, len(head), 8)), pause=0.1)
    await exchange.send(exchange.page)


async def _slow_body(exchange: Exchange) -> None:
    step = len(exchange.page) // 20 + 1
    pieces = (exchange.page[place : place + step] for place in range(0, len(exchange.page), step))
    await exchange.send(HEAD + CLOSE, *pieces, pause=0.1)


async def _late(exchange: Exchange) -> None:
    await asyncio.sleep(3)
    await exchange.whole()


async def _no_length(exchange: Exchange) -> None:
    await exchange.send(HEAD + CLOSE + exchange.page)


async def _bare_lines(exchange: Exchange) -> None:
    await exchange.send((HEAD + CLOSE).replace(b"\r\n", b"\n") + exchange.page)


async def _chunks(exchange: Exchange) -> None:
    page, parts = exchange.page, []
    for place in range(0, len(page), 1000):
        part = page[place : place + 1000]
        parts.append(b"%X;name=value\r\n" % len(part) + part + b"\r\n")
    await exchange.send(HEAD + b"Transfer-Encoding: chunked\r\n" + CLOSE, *parts, b"0\r\nTrailer: yes\r\n\r\n")


async def _cut_chunks(exchange: Exchange) -> None:
    part = exchange.page[: len(exchange.page) // 2]
    await exchange.send(HEAD + b"Transfer-Encoding: chunked\r\n" + CLOSE + b"%X\r\n" % len(exchange.page) + part)


async def _early_hints(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n")
    await exchange.whole()


async def _old_version(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.0 200\r\nContent-type:text/html\r\n\r\n" + exchange.page)


async def _too_long(exchange: Exchange) -> None:
    await exchange.send(HEAD + b"Content-Length: %d\r\n" % (2 * len(exchange.page)) + CLOSE + exchange.page)


async def _too_short(exchange: Exchange) -> None:
    await exchange.send(HEAD + b"Content-Length: %d\r\n" % (len(exchange.page) // 2) + CLOSE + exchange.page)


async def _damaged_gzip(exchange: Exchange) -> None:
    packed = gzip.compress(exchange.page)
    await exchange.whole(b"Content-Encoding: gzip", body=packed[:-40] + os.urandom(40))


async def _raw_deflate(exchange: Exchange) -> None:
    deflated = zlib.compress(exchange.page)[2:-4]
    await exchange.whole(b"Content-Encoding: deflate", body=deflated)


async def _bomb(exchange: Exchange) -> None:
    await exchange.whole(b"Content-Encoding: gzip", body=gzip.compress(bytes(32_000_000), 9))


async def _twice_packed(exchange: Exchange) -> None:
    body = gzip.compress(gzip.compress(exchange.page))
    await exchange.whole(b"Content-Encoding: gzip, gzip", body=body)


async def _wide(exchange: Exchange) -> None:
    text = exchange.page.decode().replace('<meta charset="utf-8">', "")
    await exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + CLOSE + text.encode("utf-16"))


async def _typed(exchange: Exchange, line: bytes) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\n" + line + CLOSE + exchange.page)


async def _moved(exchange: Exchange) -> None:
    step = int(exchange.target.partition("?step=")[2] or 0)
    if step >= 3:
        await exchange.whole()
    else:
        path = exchange.target.partition("?")[0]
        await exchange.status(b"302 Found", b"Location: %s?step=%d" % (path.encode(), step + 1))


async def _by_cookie(exchange: Exchange) -> None:
    if "seen=1" in exchange.headers.get("cookie", ""):
        await exchange.whole()
    else:
        lines = (b"Set-Cookie: seen=1; Path=/", b"Location: " + exchange.target.encode())
        await exchange.status(b"302 Found", *lines)


async def _loop(exchange: Exchange) -> None:
    await exchange.status(b"301 Moved Permanently", b"Location: " + exchange.target.encode())


async def _by_markup(exchange: Exchange) -> None:
    if "?there" in exchange.target:
        await exchange.whole()
    else:
        to = f'<html><head><meta http-equiv="refresh" content="0; url={exchange.target}?there"></head></html>'
        await exchange.whole(body=to.encode())


async def _second_time(exchange: Exchange) -> None:
    if exchange.visit % 2:
        await exchange.status(b"503 Service Unavailable", b"Retry-After: 1")
    else:
        await exchange.whole()


async def _hang(exchange: Exchange) -> None:
    await asyncio.sleep(LONG)


async def _hang_amid(exchange: Exchange) -> None:
    await exchange.send(HEAD + CLOSE + exchange.page[: len(exchange.page) // 2])
    await asyncio.sleep(LONG)


async def _reset(exchange: Exchange) -> None:
    exchange.reset()


async def _reset_amid(exchange: Exchange) -> None:
    await exchange.send(HEAD + b"Content-Length: %d\r\n" % len(exchange.page) + CLOSE + exchange.page[:4000])
    exchange.reset()


async def _nothing(exchange: Exchange) -> None:
    """Close the connection."""


async def _noise(exchange: Exchange) -> None:
    await exchange.send(bytes(1) + os.urandom(4095))  # one that began with < could be a page of HTTP/0.9


async def _endless_head(exchange: Exchange) -> None:
    await exchange.send(HEAD, *(b"X-Line-%d: %s\r\n" % (number, b"x" * 1000) for number in range(2000)))


async def _endless_body(exchange: Exchange) -> None:
    await exchange.send(HEAD + CLOSE + exchange.page, *(b"<p>" + b"on and on " * 6000 for _ in range(400)))


async def _wall(exchange: Exchange) -> None:
    await exchange.status(b"403 Forbidden", b"Server: cloudflare", b"cf-mitigated: challenge")


WHOLE, FAILED, EITHER = Outcome.WHOLE, Outcome.FAILED, Outcome.EITHER
#: Sorted by what happens: it comes late, oddly, packed, by a detour; it is refused, cut, hangs, or is no page.
FAULTS: tuple[Fault, ...] = (
    Fault("head in drops", WHOLE, _slow_head),
    Fault("body in drops", WHOLE, _slow_body),
    Fault("answer after 3 s", WHOLE, _late),
    Fault("no length", WHOLE, _no_length),
    Fault("lines without CR", WHOLE, _bare_lines),
    Fault("chunks with extensions", WHOLE, _chunks),
    Fault("103 before it", WHOLE, _early_hints),
    Fault("HTTP/1.0 without reason", WHOLE, _old_version),
    Fault("length too large", EITHER, _too_long),
    Fault("length too small", EITHER, _too_short),
    Fault("damaged gzip", EITHER, _damaged_gzip),
    Fault("gzip said, none sent", EITHER, _whole(b"Content-Encoding: gzip")),
    Fault("deflate without its head", WHOLE, _raw_deflate),
    Fault("gzip twice", WHOLE, _twice_packed),
    Fault("gzip of 32 MB of nothing", FAILED, _bomb),
    Fault("wrong charset", WHOLE, lambda exchange: _typed(exchange, b"Content-Type: text/html; charset=koi8-r\r\n")),
    Fault("UTF-16 undeclared", WHOLE, _wide),
    Fault("no type", WHOLE, lambda exchange: _typed(exchange, b"")),
    Fault("type of a picture", EITHER, lambda exchange: _typed(exchange, b"Content-Type: image/png\r\n")),
    Fault("three redirects", WHOLE, _moved),
    Fault("redirect to itself with a cookie", WHOLE, _by_cookie),
    Fault("redirect loop", FAILED, _loop),
    Fault("redirect to a private network", FAILED, _status(b"302 Found", b"Location: http://10.0.0.1/")),
    Fault("refresh in the markup", WHOLE, _by_markup),
    Fault("404", FAILED, _status(b"404 Not Found")),
    Fault("500", FAILED, _status(b"500 Internal Server Error")),
    Fault("429 with Retry-After", FAILED, _status(b"429 Too Many Requests", b"Retry-After: 30")),
    Fault("503 every other time", EITHER, _second_time),
    Fault("check for robots", FAILED, _wall),
    Fault("nobody listens", FAILED, _nothing, "closed"),
    Fault("hangs before the head", FAILED, _hang),
    Fault("hangs amid the body", EITHER, _hang_amid),
    Fault("reset at once", FAILED, _reset),
    Fault("reset amid the body", EITHER, _reset_amid),
    Fault("cut chunks", EITHER, _cut_chunks),
    Fault("noise", FAILED, _noise),
    Fault("endless head", FAILED, _endless_head),
    Fault("endless body", EITHER, _endless_body),
    Fault("certificate of nobody", FAILED, _nothing, "tls", "https"),
    Fault("TLS never answers", FAILED, _hang, "silent", "https"),
)
