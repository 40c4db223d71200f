"""A still WebP, decoded straight into the memory of one image.

Pillow reads every WebP as an animation, which takes sixteen bytes a pixel. Its own copy of libwebp can do it in
four, or in eight where the picture is stored without loss, and is called here as it is.
"""

import ctypes
from collections.abc import Iterator
from functools import cache
from typing import Any

from PIL import Image, _webp
from PIL.ImageFile import ImageFile

Size = tuple[int, int]

# Flags of the header of an extended file (RFC 9649, section 2.7).
_ANIMATED, _ALPHA = 0x02, 0x10
_HEADER = 12
_INFO = {b"EXIF": "exif", b"ICCP": "icc_profile"}


def size_of(body: bytes) -> Size:
    """Return the size of the canvas as the header has it, before any pixel is decoded."""
    if body[12:16] == b"VP8X":
        return int.from_bytes(body[24:27], "little") + 1, int.from_bytes(body[27:30], "little") + 1
    if body[12:16] == b"VP8L":
        bits = int.from_bytes(body[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = int.from_bytes(body[26:28], "little"), int.from_bytes(body[28:30], "little")
    return width & 0x3FFF, height & 0x3FFF


def is_still(body: bytes) -> bool:
    """Return whether the WebP in `body` can be opened as a `StillWebP`."""
    animated = body[12:16] == b"VP8X" and body[20] & _ANIMATED
    return not animated and _decoder() is not None


def is_lossless(body: bytes) -> bool:
    """Return whether the WebP in `body` is a bare picture stored without loss."""
    return body[12:16] == b"VP8L"


class StillWebP(ImageFile):
    """Opens a WebP that does not move, with its Exif data and its profile, as Pillow's own classes open theirs."""

    format = "WEBP"

    def _open(self) -> None:
        assert self.fp is not None  # noqa: S101  # ImageFile has opened it
        self._body = self.fp.read()
        self._size = size_of(self._body)
        self._mode = "RGBA" if _has_alpha(self._body) else "RGBX"
        self.tile = []
        for kind, data in _chunks(self._body):
            if kind in _INFO:
                self.info.setdefault(_INFO[kind], data)

    def load(self) -> Any:
        """Decode the pixels, once. Raises `ValueError` where that is not possible."""
        if self._im is None:
            width, height = self.size
            pixels = bytearray(4 * width * height)
            decode, room = _decoder(), (ctypes.c_char * len(pixels)).from_buffer(pixels)
            if decode is None or not decode(self._body, len(self._body), room, len(pixels), 4 * width):
                raise ValueError("libwebp cannot decode it")
            self.im = Image.frombuffer(self.mode, self.size, pixels, "raw", self.mode, 0, 1).im
            self._body = b""
        return super().load()


def _has_alpha(body: bytes) -> bool:
    if body[12:16] == b"VP8X":
        return bool(body[20] & _ALPHA)
    return body[12:16] == b"VP8L" and bool(body[24] & 0x10)


def _chunks(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a RIFF file, each with its name; the last may be cut off."""
    at = _HEADER
    while at + 8 <= len(body):
        length = int.from_bytes(body[at + 4 : at + 8], "little")
        yield body[at : at + 4], body[at + 8 : at + 8 + length]
        at += 8 + length + (length & 1)


@cache
def _decoder() -> "ctypes._NamedFuncPointer | None":
    """Return libwebp's function that decodes into memory of ours; None where Pillow holds it in a way that hides it."""
    decode = getattr(ctypes.CDLL(_webp.__file__), "WebPDecodeRGBAInto", None)
    if decode is not None:
        decode.argtypes = (ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
        decode.restype = ctypes.c_void_p
    return decode
