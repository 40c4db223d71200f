"""Content codings undone, never to more than a given size (RFC 9110, section 8.4.1)."""

import zlib

GZIP = ("gzip", "x-gzip")
DEFLATE = "deflate"
GZIP_MAGIC = b"\x1f\x8b\x08"
MOST_MEMBERS = 100

_GZIP_BITS, _ZLIB_BITS, _RAW_BITS = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


class UnknownCoding(ValueError):
    """A content coding that we have not asked for."""


def coding_in(header: str) -> str:
    """Return the coding that a Content-Encoding header names: `gzip`, `deflate` or an empty string.

    Raises `UnknownCoding` for any other, and for several on top of each other, which only bombs have.
    """
    names = [name for part in header.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if not names:
        return ""
    if len(names) > 1 or names[0] not in (*GZIP, DEFLATE):
        raise UnknownCoding(header)
    return "gzip" if names[0] in GZIP else DEFLATE


def undone(body: bytes, coding: str, most: int) -> bytes:
    """Return `body` without its coding, or the first `most` + 1 bytes of a longer one.

    What ends too early gives what there is of it, for the length that HTTP gave was kept. Raises
    `zlib.error` where `body` does not have this coding.
    """
    if not body or not coding:
        return body
    if coding == DEFLATE:
        return zlib.decompressobj(_deflate_bits(body)).decompress(body, most + 1)
    return _without_gzip(body, most)


def _without_gzip(body: bytes, most: int) -> bytes:
    """Undo gzip, of which a body may hold several members (RFC 1952, section 2.2); what follows them is left out.

    Each member costs a copy of all that follows it, hence the limit to their number.
    """
    parts: list[bytes] = []
    room = most + 1
    while room > 0 and (not parts or body.startswith(GZIP_MAGIC)):
        if len(parts) == MOST_MEMBERS:
            raise zlib.error("too many members")
        member = zlib.decompressobj(_GZIP_BITS)
        parts.append(member.decompress(body, room))
        room -= len(parts[-1])
        body = member.unused_data
    return b"".join(parts)


def _deflate_bits(body: bytes) -> int:
    """Return whether the data is in zlib format (RFC 1950), as it should be, or bare, as some servers send it."""
    is_zlib = body[0] & 0x0F == zlib.DEFLATED and int.from_bytes(body[:2], "big") % 31 == 0
    return _ZLIB_BITS if is_zlib else _RAW_BITS
