"""Pictures for the tests of pictures, and what may be asked of a converted one."""

import struct
import zlib
from io import BytesIO
from typing import Any, Literal

import pytest
from PIL import Image, ImageCms, ImageDraw

from app.errors import BadImage
from app.images import convert
from app.models import ConvertedImage, Screen

LIMIT = 25_000_000
GIF = Screen(480, 0, "GIF")
JPEG = Screen(480, 0, "JPEG")
RED, GREEN, BLUE, WHITE, BLACK = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255), (0, 0, 0)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def decoded(picture: ConvertedImage) -> Image.Image:
    image = Image.open(BytesIO(picture.body))
    image.load()
    assert image.format == picture.format
    assert image.size == (picture.width, picture.height)
    return image


def colour_at(picture: ConvertedImage, x: float, y: float) -> tuple[int, ...]:
    """The RGB colour at a place given in parts of the width and the height."""
    image = decoded(picture).convert("RGB")
    value = image.getpixel((int(x * (image.width - 1)), int(y * (image.height - 1))))
    assert isinstance(value, tuple)
    return tuple(int(part) for part in value)


def looks(colour: tuple[int, ...], wanted: tuple[int, ...], by: int = 24) -> bool:
    return all(abs(a - b) <= by for a, b in zip(colour, wanted, strict=True))


def quarters(width: int = 800, height: int = 600) -> Image.Image:
    """Red at the top left, green at the top right, blue at the bottom left, white at the bottom right."""
    image = Image.new("RGB", (width, height), WHITE)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill=RED)
    draw.rectangle((width // 2, 0, width, height // 2 - 1), fill=GREEN)
    draw.rectangle((0, height // 2, width // 2 - 1, height), fill=BLUE)
    return image


def colourful(width: int, height: int) -> Image.Image:
    across = Image.linear_gradient("L").resize((width, height))
    down = Image.linear_gradient("L").rotate(90).resize((width, height))
    return Image.merge("RGB", (across, down, Image.radial_gradient("L").resize((width, height))))


def corners(picture: ConvertedImage) -> list[tuple[int, ...]]:
    return [colour_at(picture, x, y) for x, y in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75))]


def shows(picture: ConvertedImage, *wanted: tuple[int, ...]) -> bool:
    return all(looks(seen, colour) for seen, colour in zip(corners(picture), wanted, strict=True))


def sentence_of(body: bytes, limit: int = LIMIT) -> str:
    with pytest.raises(BadImage) as caught:
        convert(body, GIF, limit)
    return caught.value.sentence


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of_size(width: int, height: int) -> bytes:
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", zlib.compress(b"\0" * 100)) + png_chunk(b"IEND", b"")


def profile_bytes(space: Literal["XYZ", "sRGB"]) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()
