"""The picture in a body of bytes, of which only the header is read; hostile ones are refused by it.

The content alone tells the format, and Pillow's class for it is called directly: `Image.open` would warn
by a limit of its own, which all threads share, and take a JPEG of several pictures for another format.
"""

import math
import struct
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL import ExifTags, Image
from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.IcoImagePlugin import IcoImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from app.errors import BadImage
from app.images import webp
from app.sentences import Sentence
from app.signatures import image_format

Size = tuple[int, int]

# The bytes that a decoded pixel takes at most, in a format and a mode that ask for no more.
USUAL_BYTES = 6
# What Pillow decodes in Python code, byte by byte, may have this many bytes and this many pixels.
SLOW_LIMIT = MILLION = 1_000_000

TOO_MANY_PIXELS = Sentence("The picture has %(has)s pixels; those of more than %(most)s are not converted.")
MILLIONS = Sentence("%(number)s million")
UNKNOWN = Sentence("This file is no picture of a kind that this reader converts.")
WEB_PAGE = Sentence("There is a web page where this picture should be.")
TOO_INTRICATE = Sentence("This picture is stored in a way that takes too long to convert.")


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
    """How a format is read: the class that does it, and what tells the size beforehand.

    A pixel takes up to `pixel_bytes` while it is decoded; where these are many, a picture may have fewer pixels.
    """

    reader: type[ImageFile]
    size: Callable[[bytes], Size] | None = None
    pixel_bytes: int = USUAL_BYTES


# How each format of `SIGNATURES` is read; sorted.
KINDS = {
    "AVIF": _Kind(AvifImageFile, None, 12),
    "BMP": _Kind(BmpImageFile),
    "GIF": _Kind(GifImageFile),
    "ICO": _Kind(IcoImageFile, _icon_size),
    "JPEG": _Kind(JpegImageFile),
    "PNG": _Kind(PngImageFile),
    "WEBP": _Kind(webp.StillWebP, webp.size_of),
}
LOSSLESS_WEBP = _Kind(webp.StillWebP, webp.size_of, 8)
# Pillow's own way: as an animation, of which there are two canvases before there is a frame.
MOVING_WEBP = _Kind(WebPImageFile, webp.size_of, 16)

# How often a byte sequence may stand in a JPEG. Many scans multiply the work of decoding without adding
# bytes, and Pillow joins Exif blocks in quadratic time; a photograph has about ten scans and one such block.
JPEG_MOST = ((b"Exif\x00\x00", 50), (b"\xff\xda", 100))


def opened(body: bytes, max_pixels: int) -> ImageFile:
    """Return the picture, of which only the header has been read.

    Raises `BadImage` if it is none, or has more than `max_pixels`, or would take as much memory as if it had.
    """
    kind = _kind_of(body)
    max_pixels = max_pixels * USUAL_BYTES // kind.pixel_bytes
    if kind.size:
        check_size(kind.size(body), max_pixels)
    if kind.reader is JpegImageFile:
        if any(body.count(mark) > most for mark, most in JPEG_MOST):
            raise BadImage(TOO_INTRICATE)
        body += b"\xff\xd9"  # the end mark, at which libjpeg fills up a picture that breaks off
    image = kind.reader(BytesIO(body))
    check_size(image.size, max_pixels)
    if any(tile.codec_name == "bmp_rle" for tile in image.tile):
        _check_slow(max(len(body), math.prod(image.size)))
    return image


def _kind_of(body: bytes) -> _Kind:
    name = image_format(body)
    if name == "WEBP" and not webp.is_still(body):
        return MOVING_WEBP
    if name == "WEBP" and webp.is_lossless(body):
        return LOSSLESS_WEBP
    if name:
        return KINDS[name]
    start = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        raise BadImage(WEB_PAGE)
    raise BadImage(UNKNOWN)


def check_size(size: Size, max_pixels: int) -> None:
    """Raise `BadImage` if a picture of `size` has more than `max_pixels`."""
    if math.prod(size) > max_pixels:
        has, most = _in_words(math.prod(size)), _in_words(max_pixels)
        raise BadImage(TOO_MANY_PIXELS.of(has=has, most=most))


def _check_slow(amount: int) -> None:
    if amount > SLOW_LIMIT:
        raise BadImage(TOO_INTRICATE)


def _in_words(pixels: int) -> str:
    """Return a count rounded up to millions, so that what is over a limit reads as over it."""
    return MILLIONS.of(number=math.ceil(pixels / MILLION)) if pixels >= MILLION else str(pixels)


def turn_of(image: ImageFile) -> int:
    """Return the orientation that Exif data before the pixels tell, 1 where they tell none."""
    try:
        return int(Image.Image.getexif(image).get(ExifTags.Base.Orientation, 1))
    except Exception:  # whatever is wrong with an Exif block, the pixels may be sound
        return 1
