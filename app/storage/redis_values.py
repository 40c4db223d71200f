"""How a value stands in Redis: behind a version and a checksum, or as a bare number. No I/O.

Anybody may write to a server, and its file may be damaged; what does not stand the check is not there. Nothing is
compressed here: what is large was compressed by `serializer`, or is a picture.

    1 byte   version
    4 bytes  CRC-32 of the value
    the value

A whole number stands as ASCII digits, which Redis can count with.
"""

import re
import zlib

# Not a digit and no minus, by which numbers are told.
VERSION = b"\x01"
HEAD_BYTES = 5
# What Redis counts to is 64 bits wide.
_NUMBER = re.compile(rb"0|-?[1-9][0-9]{0,17}")


def packed(value: bytes) -> bytes:
    """Return what is stored for `value`."""
    if _NUMBER.fullmatch(value):
        return value
    return VERSION + zlib.crc32(value).to_bytes(4, "big") + value


def unpacked(stored: bytes | None) -> bytes | None:
    """Return the value of what is stored, or None where there is nothing, or nothing of ours."""
    if stored is None or _NUMBER.fullmatch(stored):
        return stored
    value = stored[HEAD_BYTES:]
    is_ours = stored[:HEAD_BYTES] == VERSION + zlib.crc32(value).to_bytes(4, "big")
    return value if is_ours else None
