"""QuickDraw pictures, version 2, with one opcode that draws the pixels.

The layout is that of Inside Macintosh: Imaging With QuickDraw, appendix A. All numbers are big-endian, and
opcodes begin at even places.
"""

import struct
from collections.abc import Iterator

from PIL import Image

from app.images.encoders import gif
from app.images.encoders.packbits import packed

FILE_HEADER = bytes(512)  # an application's own; readers skip it
VERSION_2 = struct.pack(">HH", 0x0011, 0x02FF)
HEADER_OP, CLIP, PACK_BITS_RECT, DIRECT_BITS_RECT, END = 0x0C00, 0x0001, 0x0098, 0x009A, b"\x00\xff"
SCREEN_DPI = 72 << 16  # as Fixed, 16 bits before and after the point
SOURCE_COPY = 0
INDEXED, DIRECT = 0, 16  # pixel types
BY_COMPONENT = 4  # the packType in which a row is its reds, its greens, its blues
IS_PIXEL_MAP = 0x8000
# The base address of a direct pixel map, by which old QuickDraw knows that it cannot read on.
BASE_ADDRESS = 0x000000FF
# Shorter rows stand as they are, and longer ones have two bytes for their packed length.
SHORTEST_PACKED, LONGEST_BY_BYTE = 8, 250


def pict(image: Image.Image) -> bytes:
    """Return an image of mode 1, P, L or RGB as a picture: one bit as any Macintosh reads it, or in colour."""
    frame = struct.pack(">4H", 0, 0, image.height, image.width)
    header = struct.pack(">HhHII8sI", HEADER_OP, -2, 0, SCREEN_DPI, SCREEN_DPI, frame, 0)
    clip = struct.pack(">HH8s", CLIP, 10, frame)
    body = VERSION_2 + header + clip + _pixels(image, frame)
    body += bytes(len(body) % 2) + END
    size = (10 + len(body)) & 0xFFFF  # the low half of it, all that version 1 had room for
    return FILE_HEADER + struct.pack(">H8s", size, frame) + body


def _pixels(image: Image.Image, frame: bytes) -> bytes:
    drawn = struct.pack(">8s8sH", frame, frame, SOURCE_COPY)
    if image.mode == "RGB":
        row_bytes = 4 * image.width  # as it is once unpacked; the fourth byte of a pixel is not packed
        start = struct.pack(">HI", DIRECT_BITS_RECT, BASE_ADDRESS) + _pixel_map(frame, row_bytes, 8, DIRECT)
        mode, length = ("XRGB", row_bytes) if row_bytes < SHORTEST_PACKED else ("RGB;L", 3 * image.width)
        return start + drawn + b"".join(_packed_rows(image.tobytes("raw", mode), length, row_bytes))
    depth, mode = (1, "1;I") if image.mode == "1" else _depth_of(image)
    row_bytes = -(-image.width * depth // 16) * 2
    start = struct.pack(">H", PACK_BITS_RECT)
    if image.mode == "1":
        start += struct.pack(">H8s", row_bytes, frame)
    else:
        start += _pixel_map(frame, row_bytes, depth, INDEXED) + _colour_table(image, depth)
    return start + drawn + b"".join(_packed_rows(image.tobytes("raw", mode, row_bytes), row_bytes, row_bytes))


def _depth_of(image: Image.Image) -> tuple[int, str]:
    """Return in how many bits the indices of a P or the levels of an L fit, and what Pillow calls that."""
    colours = len(gif.palette_of(image)) // 3 if image.mode == "P" else 256
    depth = next(bits for bits in (2, 4, 8) if colours <= 1 << bits)
    return depth, image.mode if depth == 8 else f"P;{depth}"


def _pixel_map(frame: bytes, row_bytes: int, depth: int, kind: int) -> bytes:
    """Return a PixMap from its row length on; `depth` is the bits of one component."""
    components, packing, pixel_bits = (3, BY_COMPONENT, 32) if kind == DIRECT else (1, 0, depth)
    start = struct.pack(">H8sHHI", row_bytes | IS_PIXEL_MAP, frame, 0, packing, 0)
    return start + struct.pack(">IIHHHHIII", SCREEN_DPI, SCREEN_DPI, kind, pixel_bits, components, depth, 0, 0, 0)


def _colour_table(image: Image.Image, depth: int) -> bytes:
    """Return the palette of a P or the greys of an L as a ColorTable, in 16 bits a component."""
    palette = image.getpalette() if image.mode == "P" else [level for level in range(256) for _ in range(3)]
    colours = list(zip(*[iter(palette or [])] * 3, strict=True))[: 1 << depth]
    entries = (struct.pack(">4H", index, *(part * 257 for part in colour)) for index, colour in enumerate(colours))
    return struct.pack(">IHH", 0, 0, len(colours) - 1) + b"".join(entries)


def _packed_rows(rows: bytes, length: int, row_bytes: int) -> Iterator[bytes]:
    count = struct.Struct(">H" if row_bytes > LONGEST_BY_BYTE else ">B")
    for start in range(0, len(rows), length):
        row = rows[start : start + length]
        if row_bytes < SHORTEST_PACKED:
            yield row
        else:
            short = packed(row)
            yield count.pack(len(short)) + short
