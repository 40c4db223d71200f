"""Bill Atkinson's dither, the look of MacPaint's day: three quarters of each error go on, to six neighbours.

Black and white stay cleaner than by Floyd and Steinberg, for a quarter of each error is dropped.
"""

from operator import add

from PIL import Image

# A pixel is white from here on.
_MIDDLE = 128
# Six eighths of an error of up to 128 may fall on one pixel.
_LEAST, _MOST = -128, 255 + 128
_VALUES = range(_LEAST, _MOST + 1)
# Lists rather than functions; a negative index counts from the end, where the negative values stand.
_ORDER = (*range(_MOST + 1), *range(_LEAST, 0))
_EIGHTHS = [(value - 255 if value >= _MIDDLE else value) >> 3 for value in _ORDER]
_SHOWN = [255 if value >= _MIDDLE else 0 for value in _ORDER]


def atkinson(grey: Image.Image) -> Image.Image:
    """Return an image of mode L as one of mode 1."""
    width, height = grey.size
    levels = grey.tobytes()
    nothing = [0] * (width + 2)
    above, twice_above = nothing, nothing
    rows = []
    for start in range(0, width * height, width):
        values = _row(levels[start : start + width], above, twice_above)
        rows.append(bytes(map(_SHOWN.__getitem__, values)))
        twice_above, above = above, [0, *map(_EIGHTHS.__getitem__, values), 0]
    return Image.frombytes("L", grey.size, b"".join(rows)).convert("1", dither=Image.Dither.NONE)


def _row(levels: bytes, above: list[int], twice_above: list[int]) -> list[int]:
    """Return the levels of a row with the errors that reach them.

    `above` and `twice_above` hold an eighth of the error of each pixel one and two rows above, between two
    zeros, so that `above[1:]` is what stands straight above.
    """
    from_above = map(add, map(add, above, above[1:]), above[2:])
    reached = map(add, map(add, levels, from_above), twice_above[1:])
    eighths, values = _EIGHTHS, []
    before, last = 0, 0
    for level in reached:
        value = level + last + before
        before, last = last, eighths[value]
        values.append(value)
    return values
