"""Pictures as old browsers can show them: small, one frame, GIF or baseline JPEG. Floor 2: no I/O.

The content alone tells the format, and Pillow's class for it is called directly: `Image.open` would warn
by a limit of its own, which all threads share, and take a JPEG of several pictures for another format.
"""

import math
import struct
import textwrap
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageCms, ImageDraw, ImageFont
from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.IcoImagePlugin import IcoImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from app.errors import BadPicture
from app.models import Picture, Screen

Size = tuple[int, int]

# QuickDraw counts pixels in signed 16 bits, and neither format can count further than 65,535.
TALLEST = 32_000
# What Pillow decodes in Python code, byte by byte, may have this many bytes and this many pixels.
SLOW_LIMIT = MILLION = 1_000_000
# Pillow reduces by whole numbers until this many times the final size is left, and resamples the rest.
GAP = 2.0
LETTER, MARGIN = (6, 11), 4  # the cell of Pillow's built-in font, and the room around it, in pixels

UNKNOWN = "This file is no picture of a kind that this reader converts."
SVG = "This picture is a drawing in SVG, which this reader does not convert."
WEB_PAGE = "There is a web page where this picture should be."
TOO_INTRICATE = "This picture is stored in a way that takes too long to convert."


def _webp_size(body: bytes) -> Size:
    """Return the size of the canvas (RFC 9649), for which Pillow takes memory as soon as it opens a WebP."""
    if body[12:16] == b"VP8X":
        return int.from_bytes(body[24:27], "little") + 1, int.from_bytes(body[27:30], "little") + 1
    if body[12:16] == b"VP8L":
        bits = int.from_bytes(body[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", body, 26)
    return width & 0x3FFF, height & 0x3FFF


def _icon_size(body: bytes) -> Size:
    """Return the size of the largest picture in an icon, which Pillow decodes as soon as it opens one."""
    _check_slow(len(body))
    count = struct.unpack_from("<H", body, 4)[0]
    places = struct.iter_unpack("<12xI", body[6 : 6 + 16 * count])
    size = max((_icon_part(body, offset) for (offset,) in places), key=math.prod)
    _check_slow(math.prod(size))
    return size


def _icon_part(body: bytes, offset: int) -> Size:
    """Return the size of one picture of an icon by its own header, that of a PNG or of a bare DIB."""
    if body.startswith(b"\x89PNG", offset):
        width, height = struct.unpack_from(">II", body, offset + 16)
    else:
        width, height = struct.unpack_from("<ii", body, offset + 4)
    return abs(width), abs(height)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A format: where its signature stands, the class that reads it, and what tells its size beforehand."""

    name: str
    offset: int
    signatures: tuple[bytes, ...]
    reader: type[ImageFile]
    size: Callable[[bytes], Size] | None = None


KINDS = (
    _Kind("AVIF", 4, (b"ftypavif", b"ftypavis", b"ftypmif1", b"ftypmsf1"), AvifImageFile),
    _Kind("BMP", 0, (b"BM",), BmpImageFile),
    _Kind("GIF", 0, (b"GIF87a", b"GIF89a"), GifImageFile),
    _Kind("ICO", 0, (b"\x00\x00\x01\x00",), IcoImageFile, _icon_size),
    _Kind("JPEG", 0, (b"\xff\xd8\xff",), JpegImageFile),
    _Kind("PNG", 0, (b"\x89PNG\r\n\x1a\n",), PngImageFile),
    _Kind("WEBP", 8, (b"WEBP",), WebPImageFile, _webp_size),
)

# How often a byte sequence may stand in a JPEG. Many scans multiply the work of decoding without adding
# bytes, and Pillow joins Exif blocks in quadratic time; a photograph has about ten scans and one such block.
JPEG_MOST = ((b"Exif\x00\x00", 50), (b"\xff\xda", 100))

# The Exif orientation, and how the picture must be turned so that its first row is on top (CIPA DC-008).
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
ON_THEIR_SIDE = range(5, 9)

SAVING: dict[str, dict[str, Any]] = {
    "GIF": {"interlace": 0},
    "JPEG": {"optimize": True, "progressive": False, "quality": 75, "subsampling": "4:2:0"},
}


def convert(body: bytes, screen: Screen, max_pixels: int) -> Picture:
    """Return the picture in `body` for `screen`: upright, on white, never enlarged, without metadata.

    Of an animation it is the first frame, of a JPEG that breaks off what came of it. Raises `BadPicture`
    if `body` is no picture, is damaged, or has more than `max_pixels` by its header.
    """
    try:
        source = _opened(body, max_pixels)
        turn, profile = _orientation(source), source.info.get("icc_profile")
        image = _srgb(_reduced(source, _target(source.size, screen.width, turn)), profile)
        if turn in TURNS:
            image = image.transpose(TURNS[turn])
        return _saved(_indexed(image) if screen.format == "GIF" else image, screen.format)
    except BadPicture:
        raise
    except Exception as error:  # decoders of hostile bytes raise nearly every class that there is
        raise BadPicture("This picture is damaged or incomplete.") from error


def notice(sentence: str, width: int) -> Picture:
    """Return a GIF, black on white and up to `width` pixels wide, with `sentence` (ASCII) in a frame."""
    columns = max(1, (width - 2 * MARGIN) // LETTER[0])
    lines = textwrap.wrap(sentence.encode("ascii", "replace").decode("ascii"), columns) or [""]
    size = (max(map(len, lines)) * LETTER[0] + 2 * MARGIN, len(lines) * LETTER[1] + 2 * MARGIN)
    image = Image.new("P", size, 0)
    image.putpalette([255, 255, 255, 0, 0, 0])
    draw, font = ImageDraw.Draw(image), ImageFont.load_default_imagefont()
    draw.rectangle((0, 0, size[0] - 1, size[1] - 1), outline=1)
    for number, line in enumerate(lines):
        draw.text((MARGIN, MARGIN + number * LETTER[1]), line, fill=1, font=font)
    return _saved(image, "GIF")


def _opened(body: bytes, max_pixels: int) -> ImageFile:
    """Return the picture, of which only the header has been read, if its size is within the limit."""
    kind = _kind_of(body)
    if kind.size:
        _check_size(kind.size(body), max_pixels)
    if kind.name == "JPEG":
        if any(body.count(mark) > most for mark, most in JPEG_MOST):
            raise BadPicture(TOO_INTRICATE)
        body += b"\xff\xd9"  # the end mark, at which libjpeg fills up a picture that breaks off
    image = kind.reader(BytesIO(body))
    _check_size(image.size, max_pixels)
    if any(tile.codec_name == "bmp_rle" for tile in image.tile):
        _check_slow(max(len(body), math.prod(image.size)))
    return image


def _kind_of(body: bytes) -> _Kind:
    for kind in KINDS:
        if body.startswith(kind.signatures, kind.offset):
            return kind
    start = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise BadPicture(WEB_PAGE)
    raise BadPicture(SVG if b"<svg" in start else UNKNOWN)


def _check_size(size: Size, max_pixels: int) -> None:
    if math.prod(size) > max_pixels:
        has, most = _in_words(math.prod(size)), _in_words(max_pixels)
        raise BadPicture(f"The picture has {has} pixels; those of more than {most} are not converted.")


def _check_slow(amount: int) -> None:
    if amount > SLOW_LIMIT:
        raise BadPicture(TOO_INTRICATE)


def _in_words(pixels: int) -> str:
    """Return a count rounded up to millions, so that what is over a limit reads as over it."""
    return f"{math.ceil(pixels / MILLION)} million" if pixels >= MILLION else str(pixels)


def _orientation(image: ImageFile) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # whatever is wrong with an Exif block, the pixels may be sound
        return 1


def _target(size: Size, widest: int, turn: int) -> Size:
    """Return the size to scale to, such that the width is at most `widest` once the picture is turned."""
    most = (TALLEST, widest) if turn in ON_THEIR_SIDE else (widest, TALLEST)
    scale = min(1, most[0] / size[0], most[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _reduced(image: ImageFile, size: Size) -> Image.Image:
    """Return the picture decoded, opaque and scaled down to `size`, as L, RGB or CMYK."""
    drafted = image.draft(None, (math.ceil(size[0] * GAP), math.ceil(size[1] * GAP)))
    return _plain(image).resize(size, Image.Resampling.LANCZOS, drafted and drafted[1], reducing_gap=GAP)


def _plain(image: Image.Image) -> Image.Image:
    """Return the picture as L, RGB or CMYK, eight bits deep; what is transparent becomes white."""
    image.load()
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    grey = image.mode in ("1", "L", "LA")
    opaque, clear = ("L", "LA") if grey else ("RGB", "RGBA")
    if image.has_transparency_data:
        image = image if image.mode == clear else image.convert(clear)
        paper = Image.new(opaque, image.size, "white")
        paper.paste(image, mask=image)
        return paper
    return image if image.mode in ("CMYK", opaque) else image.convert(opaque)


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the picture in the colours of sRGB, or as L if it is L; a profile that is wrong is ignored."""
    mode = "L" if image.mode == "L" else "RGB"
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, TypeError, ValueError):
            source, srgb = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB") or image
    return image.convert(mode)


def _indexed(image: Image.Image) -> Image.Image:
    """Return the picture with a palette: exact where 256 colours are enough, dithered where they are not."""
    if image.getcolors(256):
        return image.quantize(256)
    # Every second row and column gives nearly the palette that all give, in less than half the time.
    palette = image.resize((-(-image.width // 2), -(-image.height // 2)), Image.Resampling.NEAREST).quantize(256)
    return image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)


def _saved(image: Image.Image, format_: str) -> Picture:
    image.info = {}  # Pillow would write comments and profiles that it finds here
    image.save(out := BytesIO(), format_, **SAVING[format_])
    return Picture(format_, *image.size, out.getvalue())
