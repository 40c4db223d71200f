"""A strict reader of what old Macintoshes read, written from the same papers but from nothing of the program."""

import struct
from dataclasses import dataclass

from PIL import Image

WHITE_AND_BLACK: list[tuple[int, ...]] = [(255, 255, 255), (0, 0, 0)]


def unpacked(data: bytes) -> bytes:
    """Undo PackBits."""
    out, at = bytearray(), 0
    while at < len(data):
        count = data[at]
        assert count != 128, "no encoder writes the count that does nothing"
        if count < 128:
            part = data[at + 1 : at + 2 + count]
            assert len(part) == count + 1, "a literal breaks off"
            out += part
            at += 2 + count
        else:
            out += data[at + 1 : at + 2] * (257 - count)
            at += 2
    return bytes(out)


def macpaint_image(body: bytes) -> Image.Image:
    """Read a MacPaint document; the whole of it must be used up."""
    assert body[:4] in (b"\0\0\0\0", b"\0\0\0\2"), "no version of MacPaint"
    at, rows = 512, bytearray()
    while len(rows) < 72 * 720:
        before = len(rows)
        while len(rows) < before + 72:
            count = body[at]
            length = 2 if count > 128 else count + 2
            rows += unpacked(body[at : at + length])
            at += length
        assert len(rows) == before + 72, "a run crosses the end of a row"
    assert at == len(body), "something stands behind the last row"
    return Image.frombytes("1", (576, 720), bytes(byte ^ 0xFF for byte in rows))


@dataclass
class Pict:
    """A QuickDraw picture of version 2 with one bitmap or pixel map."""

    opcode: int
    depth: int
    has_pixel_map: bool
    image: Image.Image


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, pattern: str) -> tuple[int, ...]:
        values = struct.unpack_from(">" + pattern, self.data, self.at)
        self.at += struct.calcsize(">" + pattern)
        return values

    def bytes(self, count: int) -> bytes:
        part = self.data[self.at : self.at + count]
        assert len(part) == count, "the picture breaks off"
        self.at += count
        return part


def read_pict(body: bytes) -> Pict:
    """Read a picture; every field must be what the paper asks for, and the whole must be used up."""
    assert body[:512] == bytes(512)
    data = _Reader(body[512:])
    (size,) = data.take("H")
    assert size == (len(body) - 512) % 65536
    top, left, bottom, right = frame = data.take("hhhh")
    assert (top, left) == (0, 0)
    assert data.take("HH") == (0x0011, 0x02FF)
    (opcode, version, _) = data.take("HhH")
    assert (opcode, version) == (0x0C00, -2)
    assert data.take("II") == (72 << 16, 72 << 16)
    assert data.take("hhhh") == frame
    assert data.take("I") == (0,)
    assert data.take("HH") == (0x0001, 10)
    assert data.take("hhhh") == frame
    found = _pixels(data, (right, bottom))
    data.at += data.at % 2
    assert data.take("H") == (0x00FF,)
    assert data.at == len(data.data)
    return found


def _pixels(data: _Reader, size: tuple[int, int]) -> Pict:
    (opcode,) = data.take("H")
    assert opcode in (0x0098, 0x009A)
    if opcode == 0x009A:
        assert data.take("I") == (0xFF,)
    (flagged,) = data.take("H")
    row_bytes, has_map = flagged & 0x7FFF, bool(flagged & 0x8000)
    assert row_bytes < 0x4000
    assert row_bytes % 2 == 0
    assert data.take("hhhh") == (0, 0, size[1], size[0])
    depth, colours = _map(data, opcode) if has_map else (1, WHITE_AND_BLACK)
    assert row_bytes * 8 >= size[0] * depth
    for _ in range(2):
        assert data.take("hhhh") == (0, 0, size[1], size[0])
    assert data.take("H") == (0,)
    rows = [_row(data, row_bytes) for _ in range(size[1])]
    image = _direct(rows, size) if opcode == 0x009A else _indexed(rows, size, depth, colours)
    return Pict(opcode, depth, has_map, image)


def _map(data: _Reader, opcode: int) -> tuple[int, list[tuple[int, ...]]]:
    version, packing, packed_size, across, down = data.take("HHIII")
    kind, depth, components, component_bits = data.take("HHHH")
    assert (version, packed_size, across, down) == (0, 0, 72 << 16, 72 << 16)
    assert data.take("III") == (0, 0, 0)
    if opcode == 0x009A:
        assert (packing, kind, depth, components, component_bits) == (4, 16, 32, 3, 8)
        return depth, []
    assert (packing, kind, components, component_bits) == (0, 0, 1, depth)
    _, flags, last = data.take("IHH")
    assert flags == 0
    assert last < 1 << depth
    colours = []
    for index in range(last + 1):
        value, *parts = data.take("HHHH")
        assert value == index
        colours.append(tuple(part >> 8 for part in parts))
    return depth, colours


def _row(data: _Reader, row_bytes: int) -> bytes:
    if row_bytes < 8:
        return data.bytes(row_bytes)
    (count,) = data.take("H" if row_bytes > 250 else "B")
    return unpacked(data.bytes(count))


def _direct(rows: list[bytes], size: tuple[int, int]) -> Image.Image:
    width = size[0]
    pixels = bytearray()
    for row in rows:
        if width * 4 < 8:
            assert len(row) == width * 4
            pixels += b"".join(row[at + 1 : at + 4] for at in range(0, len(row), 4))
        else:
            assert len(row) == 3 * width
            pixels += bytes(
                part
                for pixel in zip(row[:width], row[width : 2 * width], row[2 * width :], strict=True)
                for part in pixel
            )
    return Image.frombytes("RGB", size, bytes(pixels))


def _indexed(rows: list[bytes], size: tuple[int, int], depth: int, colours: list[tuple[int, ...]]) -> Image.Image:
    pixels = bytearray()
    for row in rows:
        bits = int.from_bytes(row, "big")
        total = len(row) * 8
        for x in range(size[0]):
            pixels += bytes(colours[bits >> (total - depth * (x + 1)) & ((1 << depth) - 1)])
    return Image.frombytes("RGB", size, bytes(pixels))
