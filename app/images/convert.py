"""From the bytes of an origin to a picture for a screen, step by step."""

from collections.abc import Callable
from typing import TypeVar

from PIL import Image
from PIL.ImageFile import ImageFile

from app.errors import BadImage
from app.images import decode as decoding
from app.images import svg as drawing
from app.images.animation import animated
from app.images.encoders.save import saved
from app.images.formats import GREYS, Format, format_named
from app.images.geometry import box_of, canvas_of, fitted, letterboxed, tile_of, turned, upright
from app.images.open import opened, turn_of
from app.images.palettes import DITHERS, shown, toned
from app.models import ConvertedImage, Screen

Size = tuple[int, int]
T = TypeVar("T")

DAMAGED = "This picture is damaged or incomplete."


def convert(body: bytes, screen: Screen, max_pixels: int) -> ConvertedImage:
    """Return the picture in `body` for `screen`: upright, on white, never enlarged, without metadata.

    Of an animation it is the first frame unless the screen wants more, of a JPEG that breaks off what came of
    it. Raises `BadImage` if `body` is no picture, is damaged, has more than `max_pixels` by its header, or
    has no such tile; `KeyError` or `ValueError` if the screen names what there is not.
    """
    form = format_named(screen.format)
    palette = form.clipped(screen.palette)
    if screen.dither not in DITHERS:
        raise ValueError(f"{screen.dither} is no dither")
    return _guarded(lambda: _converted(body, screen, form, palette, max_pixels))


def measure(body: bytes, max_pixels: int) -> Size:
    """Return the width and height of the picture in `body` as it stands upright, by its header alone.

    Raises `BadImage` as `convert` does.
    """
    return _guarded(lambda: _measured(body, max_pixels))


def _guarded(work: Callable[[], T]) -> T:
    try:
        return work()
    except BadImage:
        raise
    except Exception as error:  # decoders of hostile bytes raise nearly every class that there is
        raise BadImage(DAMAGED) from error


def _measured(body: bytes, max_pixels: int) -> Size:
    if drawing.is_drawing(body):
        return drawing.size_of(body, max_pixels)
    source = opened(body, max_pixels)
    return turned(source.size, turn_of(source))


def _converted(body: bytes, screen: Screen, form: Format, palette: str, max_pixels: int) -> ConvertedImage:
    box = box_of(screen, form)
    if drawing.is_drawing(body):
        body = drawing.rendered(body, None if screen.column else box, max_pixels)
    source = opened(body, max_pixels)
    canvas = canvas_of(screen, form)
    if screen.animated and form.name == "GIF" and not screen.column:
        moving = animated(body, source, box, canvas, palette)
        if moving:
            return moving
    image = _upright(source, screen, box, palette in GREYS)
    if not screen.column:  # the parts of one picture would each have a contrast of their own
        image = toned(image, palette)
    return saved(shown(letterboxed(image, canvas) if canvas else image, palette, screen.dither), form.name)


def _upright(source: ImageFile, screen: Screen, box: Size, grey: bool) -> Image.Image:
    """Return the picture or the tile that the screen shows, as L or RGB."""
    turn = turn_of(source)
    if screen.column:
        return upright(decoding.part(source, tile_of(source.size, box, screen.column, screen.row, turn), grey), turn)
    size = turned(fitted(turned(source.size, turn), box), turn)
    return upright(decoding.scaled(source, size, grey), turn)
