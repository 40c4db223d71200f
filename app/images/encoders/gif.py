"""GIF (CompuServe, 1987 and 1989) without anything that a decoder of 1987 would trip over.

Pillow packs the pixels, but it writes eight bits a pixel even for two colours, so the rest is written here.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

BLACK_WHITE = bytes((0, 0, 0, 255, 255, 255))
_TRAILER, _KEEP = b";", 1 << 2  # a frame that is kept is what the next one is drawn over


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame of an animation: indices as an image of mode L, where they are drawn, and hundredths of a second."""

    image: Image.Image
    place: tuple[int, int]
    pause: int


def still(image: Image.Image) -> bytes:
    """Return an image of mode 1 or P as GIF87a: one frame, not interlaced, no extension."""
    palette = BLACK_WHITE if image.mode == "1" else palette_of(image)
    pixels = _frame(indices_of(image), (0, 0), _bits(palette))
    return b"GIF87a" + _screen(image.size, palette) + pixels + _TRAILER


def moving(frames: Iterable[Frame], size: tuple[int, int], palette: bytes, loops: int | None) -> bytes:
    """Return frames as GIF89a; `loops` is how often they are repeated, 0 for ever, None not at all."""
    parts = [b"GIF89a" + _screen(size, palette)]
    if loops is not None:  # Netscape's extension, which version 2.0 brought
        parts.append(b"!\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<HB", loops, 0))
    for frame in frames:
        control = struct.pack("<BHBB", _KEEP, min(frame.pause, 0xFFFF), 0, 0)
        parts += [b"!\xf9\x04" + control, _frame(frame.image, frame.place, _bits(palette))]
    return b"".join([*parts, _TRAILER])


def indices_of(image: Image.Image) -> Image.Image:
    """Return the indices of an image of mode P, or of mode 1 those of `BLACK_WHITE`, as an image of mode L."""
    if image.mode == "1":
        return image.convert("L").point(lambda level: level >> 7)
    return Image.frombytes("L", image.size, image.tobytes())


def palette_of(image: Image.Image) -> bytes:
    """Return the palette of an image of mode P as far as its highest index."""
    highest = max(index for index, count in enumerate(image.histogram()) if count)
    return bytes(image.getpalette() or [])[: 3 * (highest + 1)]


def _bits(palette: bytes) -> int:
    return max(1, (len(palette) // 3 - 1).bit_length())


def _screen(size: tuple[int, int], palette: bytes) -> bytes:
    """Return the logical screen and its palette, filled up to a power of two."""
    bits = _bits(palette)
    return struct.pack("<HHBBB", *size, 0x80 | bits - 1, 0, 0) + palette.ljust(3 << bits, b"\0")


def _frame(image: Image.Image, place: tuple[int, int], bits: int) -> bytes:
    code_bits = max(2, bits)  # LZW knows no fewer
    pixels = image.tobytes("gif", image.mode, code_bits, 0)
    return b"," + struct.pack("<4HBB", *place, *image.size, 0, code_bits) + pixels + b"\0"
