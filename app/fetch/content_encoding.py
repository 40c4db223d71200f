"""Content codings undone, never to more than a given size (RFC 9110, section 8.4.1).

A body that breaks off gives what came before the break. What an inflater makes of the bytes behind a break is not
text, and hardly ever an error: `inflate` tells how far it is to be trusted.

Of the codings here only gzip and deflate are asked for. Brotli and zstd come all the same, from caches that keep what
another client has asked for.
"""

import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import brotli
from backports import zstd

from app.fetch.inflate import sound_length

GZIP_MAGIC, ZSTD_MAGIC = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
MOST_MEMBERS = 100
# More codings on top of each other only bombs have.
MOST_CODINGS = 3
# An inflater that fails gives nothing of what it was handed at last, so it is handed little at a time.
STEP = 16 * 1024

# What a stream of zstd may have us keep (RFC 9659): 8 MB.
ZSTD_WINDOW: Mapping[int, int] = {zstd.DecompressionParameter.window_log_max: 23}

# Those of the register (IANA, HTTP Content Coding Registry) that are not undone here; sorted.
# Any other name means nothing, as browsers have it: servers say `none`, `utf-8` or `binary` of what is not coded.
REFUSED = frozenset("aes128gcm compress dcb dcz exi pack200-gzip x-compress".split())

CHECKSUM_BYTES = 4
_GZIP_TAIL, _ZLIB_HEAD, _ZLIB_TAIL = 8, 2, 4
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[A-Za-z!?]")


class UnknownCoding(ValueError):
    """A content coding that is not undone here."""


@dataclass(frozen=True, slots=True)
class Undone:
    """A body without its coding; `is_whole` says whether it ended as its coding has it, or was not wanted further."""

    body: bytes
    is_whole: bool = True


def codings_in(header: str) -> list[str]:
    """Return the codings that a Content-Encoding header names, in the order in which they were applied.

    Raises `UnknownCoding` for one that cannot be undone, and for too many on top of each other.
    """
    names = [part.strip() for part in header.lower().split(",")]
    found = [name for name in names if name in _UNDO]
    if len(found) > MOST_CODINGS or REFUSED.intersection(names):
        raise UnknownCoding(header)
    return found


def undone(body: bytes, codings: Sequence[str], most: int) -> Undone:
    """Return `body` without its codings, or the first `most` + 1 bytes of a longer one.

    What does not have its coding, but is plain markup, stays as it is. Raises `zlib.error` where it is neither.
    """
    result = Undone(body)
    for coding in reversed(codings):
        inner = _UNDO[coding](result.body, most) if result.body else result
        if not inner.is_whole and _MARKUP.match(result.body):
            continue
        if not inner.body and not inner.is_whole:
            raise zlib.error(f"no {coding}")
        result = Undone(inner.body, inner.is_whole and result.is_whole)
    return result


def _without_gzip(body: bytes, most: int) -> Undone:
    """Undo gzip, of which a body may hold several members (RFC 1952, section 2.2); what follows them is left out.

    Each member costs a copy of all that follows it, hence the limit to their number.
    """
    found = _member(body, most + 1) if body.startswith(GZIP_MAGIC) else _Part(b"", False, b"")
    members, room, rest = [found.body], most + 1 - len(found.body), found.rest
    while found.is_whole and room > 0 and rest.startswith(GZIP_MAGIC):
        if len(members) == MOST_MEMBERS:
            raise zlib.error("too many members")
        found = _member(rest, room)
        members.append(found.body)
        room, rest = room - len(found.body), found.rest
    return Undone(b"".join(members), found.is_whole)


def _member(body: bytes, room: int) -> "_Part":
    """Return the first member of what begins with one."""
    return _part(body[_gzip_head(body) :], room, _GZIP_TAIL, lambda found: zlib.crc32(found).to_bytes(4, "little"))


def _without_deflate(body: bytes, most: int) -> Undone:
    """Undo what is called deflate: the zlib format (RFC 1950), as it should be, or the bare data, as some send it.

    Gzip that is called deflate is gzip: bare data never begin as it does.
    """
    if body.startswith(GZIP_MAGIC):
        return _without_gzip(body, most)
    is_zlib = body[0] & 0x0F == zlib.DEFLATED and int.from_bytes(body[:2], "big") % 31 == 0
    head, tail = (_ZLIB_HEAD, _ZLIB_TAIL) if is_zlib else (0, 0)
    found = _part(body[head:], most + 1, tail, lambda found: zlib.adler32(found).to_bytes(4, "big"))
    return Undone(found.body, found.is_whole)


@dataclass(frozen=True, slots=True)
class _Part:
    """What a stream held, whether that is all of it or as much as there was room for, and what follows the stream."""

    body: bytes
    is_whole: bool
    rest: bytes


def _part(data: bytes, room: int, tail: int, checksum: Callable[[bytes], bytes]) -> _Part:
    """Return what bare data hold, with a tail of so many bytes that begins with the checksum of what they hold.

    Data that came to their end are whole though the tail is missing.
    """
    found, rest = _inflated(data, room)
    told = (rest or b"")[: min(tail, CHECKSUM_BYTES)]
    if rest is not None and (len(found) >= room or checksum(found).startswith(told)):
        return _Part(found, True, rest[tail:])
    return _Part(found[: sound_length(data, len(found))], False, b"")


def _inflated(data: bytes, room: int) -> tuple[bytes, bytes | None]:
    """Return what bare data (RFC 1951) hold, `room` bytes at most, and what follows; None where they do not end."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    found = bytearray()
    for at in range(0, len(data), STEP):
        before = inflater.copy()
        try:
            found += inflater.decompress(data[at : at + STEP], room - len(found))
        except zlib.error:
            found += _before_the_error(before, data[at : at + STEP], room - len(found))
            break
        if inflater.eof or len(found) >= room:
            return bytes(found), inflater.unused_data + data[at + STEP :]
    return bytes(found), None


def _before_the_error(inflater: "zlib._Decompress", step: bytes, room: int) -> bytes:
    """Return what `inflater` makes of `step` until it fails, which it does before there is no more room."""
    found = bytearray()
    with suppress(zlib.error):
        for place in range(len(step)):
            found += inflater.decompress(step[place : place + 1], room)
    return bytes(found)


def _gzip_head(body: bytes) -> int:
    """Return how many bytes come before the data of a member (RFC 1952, section 2.3)."""
    flags, length = body[3] if len(body) > 3 else 0, 10
    if flags & 4:
        length += 2 + int.from_bytes(body[length : length + 2], "little")
    for flag in (8, 16):  # a name and a comment, each of which ends with a zero
        if flags & flag:
            length = body.find(b"\0", length) + 1 or len(body)
    return length + (2 if flags & 2 else 0)


def _without_brotli(body: bytes, most: int) -> Undone:
    """Undo Brotli (RFC 7932), which has neither a mark at its beginning nor a checksum.

    Almost anything is Brotli of something, so it is believed where markup or JSON comes out.
    """
    found = _from_brotli(body, most)
    return (
        found if _MARKUP.match(found.body) or found.body.lstrip()[:1] in (b"{", b"[") else Undone(b"", is_whole=False)
    )


def _from_brotli(body: bytes, most: int) -> Undone:
    """Return what Brotli makes of `body`, step by step, since a step that fails gives nothing."""
    inflater = brotli.Decompressor()
    found = bytearray()
    with suppress(brotli.error):
        for at in range(0, len(body), STEP):
            found += inflater.process(body[at : at + STEP], output_buffer_limit=most + 1)
            while len(found) <= most and not inflater.can_accept_more_data():
                found += inflater.process(b"", output_buffer_limit=most + 1)
            if len(found) > most or inflater.is_finished():
                return Undone(bytes(found[: most + 1]))
    return Undone(bytes(found), is_whole=False)


def _without_zstd(body: bytes, most: int) -> Undone:
    """Undo zstd (RFC 8878), of which a body may hold several frames."""
    found = bytearray()
    for _ in range(MOST_MEMBERS):
        frame = zstd.ZstdDecompressor(options=ZSTD_WINDOW)
        with suppress(zstd.ZstdError):
            for at in range(0, len(body), STEP):
                found += frame.decompress(body[at : at + STEP], most + 1 - len(found))
                if frame.eof or len(found) > most:
                    body = frame.unused_data + body[at + STEP :]
                    break
        if len(found) > most or (frame.eof and not body.startswith(ZSTD_MAGIC)):
            return Undone(bytes(found))
        if not frame.eof:
            break
    return Undone(bytes(found), is_whole=False)


_UNDO: Mapping[str, Callable[[bytes, int], Undone]] = {
    "br": _without_brotli,
    "deflate": _without_deflate,
    "gzip": _without_gzip,
    "x-gzip": _without_gzip,
    "zlib": _without_deflate,  # of no register, but some servers call by its name what is in the format
    "zstd": _without_zstd,
}
