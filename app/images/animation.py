"""Small animations that stay animations; all others are their first frame."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from PIL import Image, ImageChops
from PIL.ImageFile import ImageFile

from app.images import decode as decoding
from app.images.encoders import gif
from app.images.geometry import Size, fitted, letterboxed
from app.images.palettes import shown, toned
from app.models import ConvertedImage

# What an animation may have at most: counted before a pixel is decoded, except for the bytes of the result.
MOST_FRAMES = 24
MOST_SOURCE_BYTES = 2 << 20
MOST_SOURCE_PIXELS = 8_000_000  # in all frames together
MOST_BYTES = 60_000

# The ordered dither repeats after so many rows, and frames stand at multiples of it.
_PITCH = 8
# A frame is a copy of part of the screen: a byte that says so, four numbers of 16 bits, flags.
_FRAME, _EXTENSION, _TABLE_FLAG, _TABLE_BITS = 0x2C, 0x21, 0x80, 0x07


@dataclass(frozen=True, slots=True)
class _Moment:
    """A frame as the source shows it, and for how many hundredths of a second."""

    image: Image.Image
    pause: int


def animated(body: bytes, source: ImageFile, box: Size, canvas: Size | None, palette: str) -> ConvertedImage | None:
    """Return the GIF in `body`, opened as `source`, as a GIF for a box, or on a canvas; None if it is no small one.

    All frames have one palette, and no dither but the ordered one, with which what does not move keeps still.
    """
    count = _frames_in(body) if source.format == "GIF" and len(body) <= MOST_SOURCE_BYTES else 0
    if not 2 <= count <= MOST_FRAMES or count * source.width * source.height > MOST_SOURCE_PIXELS:
        return None
    loops = source.info.get("loop")
    moments = [_moment(source, number, fitted(source.size, box), canvas) for number in range(count)]
    source.seek(0)
    size = moments[0].image.size
    sheet = shown(toned(_sheet([moment.image for moment in moments], size), palette), palette, "ordered")
    frames = list(_frames(sheet, size, [moment.pause for moment in moments]))
    colours = gif.BLACK_WHITE if sheet.mode == "1" else gif.palette_of(sheet)
    made = gif.moving(frames, size, colours, loops)
    return ConvertedImage("GIF", *size, made) if len(frames) > 1 and len(made) <= MOST_BYTES else None


def _frames_in(body: bytes) -> int:
    """Return the number of frames as far as it is of interest; 0 if one leaves the screen, or bytes are missing."""
    try:
        return sum(1 for _ in islice(_rectangles(body), MOST_FRAMES + 1))
    except (IndexError, ValueError):
        return 0


def _rectangles(body: bytes) -> Iterator[None]:
    """Step from frame to frame. Raises `IndexError` at the end of broken bytes, `ValueError` for a wild frame."""
    width, height = _number(body, 6), _number(body, 8)
    at = 13 + _table_bytes(body[10])
    while body[at] in (_FRAME, _EXTENSION):
        if body[at] == _EXTENSION:
            at += 2
        else:
            left, top, wide, high = (_number(body, at + place) for place in (1, 3, 5, 7))
            if left + wide > width or top + high > height:
                raise ValueError("a frame leaves the screen")
            yield
            at += 11 + _table_bytes(body[at + 9])
        while body[at]:
            at += 1 + body[at]
        at += 1


def _number(body: bytes, at: int) -> int:
    return body[at] | body[at + 1] << 8


def _table_bytes(flags: int) -> int:
    return 3 * 2 ** ((flags & _TABLE_BITS) + 1) if flags & _TABLE_FLAG else 0


def _moment(source: ImageFile, number: int, size: Size, canvas: Size | None) -> _Moment:
    source.seek(number)
    source.load()
    image = decoding.plain(source).convert("RGB").resize(size, Image.Resampling.LANCZOS, reducing_gap=decoding.GAP)
    pause = round(source.info.get("duration", 0) / 10)
    return _Moment(letterboxed(image, canvas) if canvas else image, pause)


def _sheet(images: list[Image.Image], size: Size) -> Image.Image:
    """Return all frames in one image, one below the other, so that they are given their colours as one."""
    pitch = _pitch(size)
    sheet = Image.new("RGB", (size[0], pitch * len(images)), images[0].getpixel((0, 0)))
    for number, image in enumerate(images):
        sheet.paste(image, (0, number * pitch))
    return sheet


def _pitch(size: Size) -> int:
    return -(-size[1] // _PITCH) * _PITCH


def _frames(sheet: Image.Image, size: Size, pauses: list[int]) -> Iterator[gif.Frame]:
    """Return the first frame, and of each other what has changed; what has not makes the one before it longer."""
    indices = gif.indices_of(sheet)
    tops = [number * _pitch(size) for number in range(len(pauses))]
    images = [indices.crop((0, top, size[0], top + size[1])) for top in tops]
    frame = gif.Frame(images[0], (0, 0), pauses[0])
    for (before, image), pause in zip(pairwise(images), pauses[1:], strict=True):
        changed = ImageChops.difference(before, image).getbbox()
        if changed is None:
            frame = gif.Frame(frame.image, frame.place, frame.pause + pause)
            continue
        yield frame
        frame = gif.Frame(image.crop(changed), changed[:2], pause)
    yield frame
