"""Plots of numbers over time, small and of few colours, as every screen since 1984 can show them."""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFont

from app.images.encoders.save import saved
from app.models import ConvertedImage

# Pixels: of the columns at the highest, of the line of words above and of that below, of a notch on the axis.
HEIGHT, LINE, NOTCH = 60, 12, 3
LETTER = 6  # of Pillow's built-in font
WIDEST = 2  # of a column
NOTCHES = 4
WHITE, BLACK = 255, 0
# What fills the parts of a column from below: greys and, where there are none, eight dots of every other row and of
# the rows between.
GREYS = (170, 85, 0)
DOTS = ((0, 0b10101010), (0b10101010, 0b01010101), (0b11111111, 0b11111111))


def plot(columns: Sequence[Sequence[int]], width: int, palette: str, ends: tuple[str, str]) -> ConvertedImage:
    """Return a GIF in which each of `columns` stands as its parts, at most three, one upon the other.

    It is up to `width` pixels wide, in black and white where `palette` is `mono` and else in four greys. `ends` are the
    words (ASCII) under the first column and the last; over the axis stands what the highest one is.
    """
    size = plot_size(len(columns), width)
    highest = max(map(sum, columns))
    image = Image.new("L", size, WHITE)
    for part in range(max(map(len, columns))):
        mask = _mask(columns, part, max(1, highest), size)
        if palette == "mono":
            image.paste(BLACK, mask=ImageChops.logical_and(mask, _dotted(DOTS[part], size)))
        else:
            image.paste(GREYS[part], mask=mask)
    _label(image, str(highest), ends)
    return saved(image.convert("1") if palette == "mono" else image.quantize(4), "GIF")


def plot_size(columns: int, width: int) -> tuple[int, int]:
    """Return width and height in pixels of a plot of so many columns that may be `width` pixels wide."""
    return max(1, min(WIDEST, width // columns)) * columns + 1, LINE + HEIGHT + 1 + NOTCH + LINE


def _mask(columns: Sequence[Sequence[int]], part: int, highest: int, size: tuple[int, int]) -> Image.Image:
    """Return where one part of each column stands; what is not nothing is seen."""
    mask, step = Image.new("1", size, 0), size[0] // len(columns)
    pen, floor = ImageDraw.Draw(mask), LINE + HEIGHT
    for place, column in enumerate(columns):
        if part < len(column) and column[part]:
            low, high = (sum(column[:end]) * HEIGHT / highest for end in (part, part + 1))
            top, bottom = floor - max(1, round(high)), floor - 1 - round(low)
            pen.rectangle((place * step + 1, min(top, bottom), (place + 1) * step, max(top, bottom)), fill=1)
    return mask


def _dotted(rows: tuple[int, int], size: tuple[int, int]) -> Image.Image:
    """Return an image of mode 1 with these dots all over it."""
    width = -(-size[0] // 8)
    lines = b"".join(bytes([rows[y % 2]]) * width for y in range(size[1]))
    return Image.frombytes("1", size, lines)


def _label(image: Image.Image, most: str, ends: tuple[str, str]) -> None:
    """Draw the axis with its notches, and the words."""
    pen, font, floor = ImageDraw.Draw(image), ImageFont.load_default_imagefont(), LINE + HEIGHT
    pen.line((0, LINE, 0, floor), fill=BLACK)
    pen.line((0, floor, image.width - 1, floor), fill=BLACK)
    for notch in range(NOTCHES + 1):
        x = notch * (image.width - 1) // NOTCHES
        pen.line((x, floor, x, floor + NOTCH), fill=BLACK)
    pen.text((0, 0), most, fill=BLACK, font=font)
    pen.text((0, floor + NOTCH + 1), ends[0], fill=BLACK, font=font)
    pen.text((image.width - LETTER * len(ends[1]), floor + NOTCH + 1), ends[1], fill=BLACK, font=font)
