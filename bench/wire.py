"""Asking a server as an old browser does, for many readers in one thread."""

import asyncio
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass

# Bytes a second of a modem of 1994.
MODEM = 14_400 / 8
# What a reader with a modem takes at a time, so that what is under way stays small.
SIP = 512


@dataclass(frozen=True, slots=True)
class Reply:
    """What came: status (0 for none), header fields by their names in small letters, body, seconds."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    seconds: float


async def ask(port: int, path: str, client: str = "", patience: float = 60, rate: float = 0) -> Reply:
    """Ask for `path` as the client with this address, and take `rate` bytes a second of it, or all at once."""
    begun = time.perf_counter()
    try:
        data = await asyncio.wait_for(_exchange(port, path, client, rate), patience)
    except (OSError, TimeoutError):
        data = b""
    return _parsed(data, time.perf_counter() - begun)


async def _exchange(port: int, path: str, client: str, rate: float) -> bytes:
    channel = await _connected(port, bool(rate))
    reader, writer = await asyncio.open_connection(sock=channel, limit=SIP if rate else 65536)
    forwarded = f"X-Forwarded-For: {client}\r\n" if client else ""
    writer.write(f"GET {path} HTTP/1.0\r\n{forwarded}\r\n".encode())
    pieces = []
    try:
        while piece := await reader.read(SIP if rate else 65536):
            pieces.append(piece)
            await asyncio.sleep(len(piece) / rate if rate else 0)
    finally:
        writer.close()
    return b"".join(pieces)


async def _connected(port: int, is_slow: bool) -> socket.socket:
    channel = socket.socket()
    channel.setblocking(False)
    if is_slow:  # or the kernel would take a whole page at once
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * SIP)
    try:
        await asyncio.get_running_loop().sock_connect(channel, ("127.0.0.1", port))
    except BaseException:
        channel.close()
        raise
    return channel


def _parsed(data: bytes, seconds: float) -> Reply:
    """Return the reply; one that is not all there is none."""
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    if not first.startswith("HTTP/") or len(body) != int(headers.get("content-length", len(body))):
        return Reply(0, {}, b"", seconds)
    return Reply(int(first.split(" ")[1]), headers, body, seconds)
