"""How large a picture becomes, which part of it is shown, and on what."""

import math

from PIL import Image

from app.errors import BadImage
from app.images.formats import MACPAINT_SIZE, Format
from app.models import Screen
from app.sentences import Sentence

Size = tuple[int, int]
Box = tuple[int, int, int, int]

NO_TILE = Sentence("This picture has no such part.")

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
# Those whose upright picture is mirrored, from left to right and from top to bottom, before x and y are exchanged.
FROM_RIGHT, FROM_BELOW = frozenset({2, 3, 6, 7}), frozenset({3, 4, 7, 8})


def tiles(size: Size, width: int, height: int) -> tuple[int, int]:
    """Return in how many columns and rows a picture of `size` is shown by tiles of `width` and `height`, 0: any."""
    return max(1, math.ceil(size[0] / width)), max(1, math.ceil(size[1] / height)) if height else 1


def box_of(screen: Screen, form: Format) -> Size:
    """Return the most pixels each way that the screen has room for and the format can hold."""
    return min(screen.width, form.most[0]), min(screen.height or form.most[1], form.most[1])


def fitted(size: Size, box: Size) -> Size:
    """Return the size of a picture that fits into `box` and is never enlarged."""
    scale = min(1, box[0] / size[0], box[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def covering(size: Size, box: Size) -> Size:
    """Return the size of a picture that covers `box`, as far as it does without being enlarged."""
    scale = min(1, max(box[0] / size[0], box[1] / size[1]))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def turned(size: Size, turn: int) -> Size:
    """Return the size with its sides exchanged where the turn does so; twice is as it was."""
    return (size[1], size[0]) if turn in ON_THEIR_SIDE else size


def stored_size(size: Size, turn: int, box: Size) -> Size:
    """Return the size of a stored picture of `size`, before the turn, that fits into `box` after it."""
    return turned(fitted(turned(size, turn), box), turn)


def upright(image: Image.Image, turn: int) -> Image.Image:
    """Return the image with the turn applied, which is 1 where it stands as it should."""
    return image.transpose(TURNS[turn]) if turn in TURNS else image


def tile_of(size: Size, box: Size, column: int, row: int, turn: int) -> Box:
    """Return where in a stored picture of `size` a tile of the upright one is.

    Raises `BadImage` where there is no such tile.
    """
    width, height = turned(size, turn)
    left, top = (column - 1) * box[0], (row - 1) * box[1]
    if column < 1 or row < 1 or left >= width or top >= height:
        raise BadImage(NO_TILE)
    right, bottom = min(left + box[0], width), min(top + box[1], height)
    if turn in FROM_RIGHT:
        left, right = width - right, width - left
    if turn in FROM_BELOW:
        top, bottom = height - bottom, height - top
    return (top, left, bottom, right) if turn in ON_THEIR_SIDE else (left, top, right, bottom)


def canvas_of(screen: Screen, form: Format) -> Size | None:
    """Return the size that the result must have exactly; None where it is as large as the picture."""
    if form.name == "MACPAINT":
        return MACPAINT_SIZE
    return box_of(screen, form) if screen.exact and screen.height else None


def letterboxed(image: Image.Image, canvas: Size) -> Image.Image:
    """Return an L or RGB image in the middle of a white one of the size `canvas`; what stands out is cut off.

    Of a picture that is too high more is cut off below, since faces are above the middle.
    """
    paper = Image.new(image.mode, canvas, "white")
    over = canvas[1] - image.height
    paper.paste(image, ((canvas[0] - image.width) // 2, over // 2 if over > 0 else over // 4))
    return paper
