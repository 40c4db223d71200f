"""From the bytes of an origin to a picture for a screen, step by step."""

from collections.abc import Callable
from typing import TypeVar

from PIL import Image

from app.errors import BadImage
from app.images import svg as drawing
from app.images.animation import animated
from app.images.decode import Pixels, decoded, part, scaled
from app.images.encoders.save import saved
from app.images.formats import GREYS, Format, format_named
from app.images.geometry import box_of, canvas_of, covering, letterboxed, stored_size, tile_of, turned, upright
from app.images.kept import decoded_once
from app.images.open import opened, turn_of
from app.images.palettes import DITHERS, shown, toned
from app.models import ConvertedImage, Screen
from app.sentences import Sentence

Size = tuple[int, int]
T = TypeVar("T")

DAMAGED = Sentence("This picture is damaged or incomplete.")


def convert(body: bytes, screen: Screen, max_pixels: int, keep_as: str = "") -> ConvertedImage:
    """Return the picture in `body` for `screen`: upright, on white (or black, where nothing could be
    seen on white), never enlarged, without metadata.

    Of an animation it is the first frame unless the screen wants more, of a JPEG that breaks off what came of
    it. Under the name `keep_as` its pixels are kept in this process, for its next parts and sizes. Raises
    `BadImage` if `body` is no picture, is damaged, has more than `max_pixels` by its header, or has no such
    tile; `KeyError` or `ValueError` if the screen names what there is not.
    """
    form = format_named(screen.format)
    palette = form.clipped(screen.palette)
    if screen.dither not in DITHERS:
        raise ValueError(f"{screen.dither} is no dither")
    return _guarded(lambda: _converted(body, screen, form, palette, max_pixels, keep_as))


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


def _converted(
    body: bytes, screen: Screen, form: Format, palette: str, max_pixels: int, keep_as: str
) -> ConvertedImage:
    box, canvas = box_of(screen, form), canvas_of(screen, form)
    if screen.animated and form.name == "GIF" and not screen.column and body.startswith(b"GIF"):
        moving = animated(body, opened(body, max_pixels), box, canvas, palette)
        if moving:
            return moving
    room = covering(_measured(body, max_pixels), box) if screen.filled else box
    image = _upright(body, screen, room, palette in GREYS, max_pixels, keep_as)
    if not screen.column:  # the parts of one picture would each have a contrast of their own
        image = toned(image, palette)
    return saved(shown(letterboxed(image, canvas) if canvas else image, palette, screen.dither), form.name)


def _upright(body: bytes, screen: Screen, box: Size, grey: bool, max_pixels: int, keep_as: str) -> Image.Image:
    """Return the picture or the tile that the screen shows, as L or RGB."""
    room = None if screen.column else box
    key = keep_as
    if drawing.is_drawing(body) and keep_as and room:
        key = f"{keep_as} in {room}"  # drawn for each size
    pixels = decoded_once(key, room, grey, lambda: _decoded(body, room, grey, max_pixels))
    if screen.column:
        return upright(part(pixels, tile_of(pixels.size, box, screen.column, screen.row, pixels.turn)), pixels.turn)
    return upright(scaled(pixels, stored_size(pixels.size, pixels.turn, box)), pixels.turn)


def _decoded(body: bytes, room: Size | None, grey: bool, max_pixels: int) -> Pixels:
    if drawing.is_drawing(body):
        body = drawing.rendered(body, room, max_pixels)
    source = opened(body, max_pixels)
    return decoded(source, room and stored_size(source.size, turn_of(source), room), grey)
