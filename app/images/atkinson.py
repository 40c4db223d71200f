"""Bill Atkinson's dither, the look of MacPaint's day: three quarters of each error go on, to six neighbours.

Black and white stay cleaner than by Floyd and Steinberg, for a quarter of each error is dropped.
"""

from collections.abc import Sequence
from functools import cache
from operator import add

from PIL import Image

# Six eighths of an error of up to 128 may fall on one pixel.
_LEAST, _MOST = -128, 255 + 128
# Lists rather than functions; a negative index counts from the end, where the negative values stand.
_ORDER = (*range(_MOST + 1), *range(_LEAST, 0))
_Rows = tuple[list[int], list[int]]
# The nearest colour is looked up by so many bits of each channel.
_BITS = 5


def atkinson(grey: Image.Image) -> Image.Image:
    """Return an image of mode L as one of mode 1."""
    return atkinson_greys(grey, (0, 255)).convert("1", dither=Image.Dither.NONE)


def atkinson_greys(grey: Image.Image, levels: tuple[int, ...]) -> Image.Image:
    """Return an image of mode L that has these levels alone, which rise from 0 to 255."""
    shown, eighths = _tables(levels)
    width, height = grey.size
    source = grey.tobytes()
    nothing = [0] * (width + 2)
    above, twice_above = nothing, nothing
    rows = []
    for start in range(0, width * height, width):
        values = _row(source[start : start + width], above, twice_above, eighths)
        rows.append(bytes(map(shown.__getitem__, values)))
        twice_above, above = above, [0, *map(eighths.__getitem__, values), 0]
    return Image.frombytes("L", grey.size, b"".join(rows))


def atkinson_colours(image: Image.Image, palette: bytes) -> Image.Image:
    """Return an RGB image as one of mode P in the colours of `palette`, three bytes each.

    A pixel is the nearest colour, so that its channels cannot be mixed one by one as greys are.
    """
    width, height = image.size
    nearest, colours = _nearest(palette), list(zip(*[iter(palette)] * 3, strict=True))
    source = image.tobytes()
    above, twice_above = ([[0] * (width + 2) for _ in range(3)] for _ in range(2))
    rows = []
    for start in range(0, 3 * width * height, 3 * width):
        line = source[start : start + 3 * width]
        reached = [_reached(line[channel::3], above[channel], twice_above[channel]) for channel in range(3)]
        indices, errors = _coloured(reached, nearest, colours)
        rows.append(indices)
        twice_above, above = above, errors
    made = Image.frombytes("P", image.size, b"".join(rows))
    made.putpalette(palette)
    return made


@cache
def _tables(levels: tuple[int, ...]) -> _Rows:
    """Return the level that each value becomes, and an eighth of its error."""
    shown = [min(levels, key=lambda level: (abs(level - value), -level)) for value in _ORDER]
    return shown, [(value - level) >> 3 for value, level in zip(_ORDER, shown, strict=True)]


def _reached(levels: bytes, above: list[int], twice_above: list[int]) -> list[int]:
    """Return the levels of a row with the errors that reach them from above.

    `above` and `twice_above` hold an eighth of the error of each pixel one and two rows above, between two
    zeros, so that `above[1:]` is what stands straight above.
    """
    from_above = map(add, map(add, above, above[1:]), above[2:])
    return list(map(add, map(add, levels, from_above), twice_above[1:]))


def _row(levels: bytes, above: list[int], twice_above: list[int], eighths: list[int]) -> list[int]:
    """Return the levels of a row with all errors that reach them; `above` and `twice_above` as in `_reached`."""
    values = []
    before, last = 0, 0
    for level in _reached(levels, above, twice_above):
        value = level + last + before
        before, last = last, eighths[value]
        values.append(value)
    return values


def _coloured(
    reached: Sequence[list[int]], nearest: bytes, colours: Sequence[tuple[int, ...]]
) -> tuple[bytes, list[list[int]]]:
    """Return the colours of a row, and for each channel an eighth of the errors between two zeros, as in `_reached`."""
    indices = bytearray()
    reds, greens, blues = errors = [[0], [0], [0]]
    last = before = (0, 0, 0)
    down = 8 - _BITS
    for levels in zip(*reached, strict=True):
        red, green, blue = (
            min(255, max(0, level + one + two)) for level, one, two in zip(levels, last, before, strict=True)
        )
        index = nearest[(red >> down) << 2 * _BITS | (green >> down) << _BITS | blue >> down]
        indices.append(index)
        shown = colours[index]
        before, last = last, ((red - shown[0]) >> 3, (green - shown[1]) >> 3, (blue - shown[2]) >> 3)
        reds.append(last[0])
        greens.append(last[1])
        blues.append(last[2])
    for channel in errors:
        channel.append(0)
    return bytes(indices), errors


@cache
def _nearest(palette: bytes) -> bytes:
    """Return the index of the nearest colour of `palette`, by the first bits of red, green and blue."""
    steps = range(0, 256, 1 << (8 - _BITS))
    middle = (1 << (8 - _BITS)) // 2
    cube = bytes(level + middle for red in steps for green in steps for blue in steps for level in (red, green, blue))
    paper = Image.new("P", (1, 1))
    paper.putpalette(palette)
    size = (len(steps) ** 2, len(steps))
    return Image.frombytes("RGB", size, cube).quantize(palette=paper, dither=Image.Dither.NONE).tobytes()
