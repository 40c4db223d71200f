"""The weather of a week as a drawing in black and white: a symbol for each day, and below the curve of temperatures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from app.images.encoders.save import saved
from app.models import ConvertedImage

# Pixels: of a symbol, of the curve at its highest, of a line of words, and of what stands left of the curve.
SYMBOL, HEIGHT, LINE, MARGIN = 16, 60, 12, 25
LETTER = 6  # of Pillow's built-in font
GAP = 2
TOP, FLOOR = SYMBOL + 2 * GAP, SYMBOL + 2 * GAP + HEIGHT
WHITE, BLACK = 1, 0
Pen = ImageDraw.ImageDraw
Point = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DrawnDay:
    """A day: the parts of its symbol (`PARTS`), and its name in ASCII, two or three letters."""

    parts: tuple[str, ...]
    name: str


def week(days: Sequence[DrawnDay], hours: Sequence[float], width: int) -> ConvertedImage:
    """Return a GIF of one bit, up to `width` pixels wide, of days and of the temperatures of all their hours.

    The numbers on the left are the highest and the lowest of these, in whatever degrees they are.
    """
    size = week_size(len(days), width)
    image = Image.new("1", size, WHITE)
    pen, step = ImageDraw.Draw(image), (size[0] - MARGIN - 1) // len(days)
    for place, day in enumerate(days):
        left = MARGIN + place * step
        _symbol(pen, day.parts, (left + (step - SYMBOL) // 2 + 1, GAP))
        _words(pen, day.name, (left + (step - LETTER * len(day.name)) // 2 + 1, FLOOR + GAP))
        _dotted(pen, left + step)
    _axis(pen, size[0], hours)
    _curve(pen, hours, step * len(days))
    return saved(image, "GIF")


def week_size(days: int, width: int) -> Point:
    """Return width and height in pixels of the drawing of so many days that may be `width` pixels wide."""
    return MARGIN + max(SYMBOL + 1, (width - MARGIN - 1) // days) * days + 1, FLOOR + LINE + GAP


def _axis(pen: Pen, width: int, hours: Sequence[float]) -> None:
    pen.line((MARGIN, TOP, MARGIN, FLOOR), fill=BLACK)
    pen.line((MARGIN, FLOOR, width - 1, FLOOR), fill=BLACK)
    for value, top in ((max(hours), TOP), (min(hours), FLOOR - LINE + 1)):
        text = f"{value:.0f}"
        _words(pen, "0" if text == "-0" else text, (MARGIN - GAP - LETTER * len(text), top))


def _curve(pen: Pen, hours: Sequence[float], width: int) -> None:
    lowest, highest = min(hours), max(hours)
    room, span = HEIGHT - 4, max(1.0, highest - lowest)  # a week of one temperature is a line
    points = [
        (MARGIN + 1 + place * (width - 2) // max(1, len(hours) - 1), FLOOR - 2 - round((each - lowest) * room / span))
        for place, each in enumerate(hours)
    ]
    for down in (0, 1):  # as thick as a screen of 1984 shows well
        pen.line([(x, y - down) for x, y in points], fill=BLACK)


def _dotted(pen: Pen, x: int) -> None:
    """Draw midnight."""
    pen.point([(x, y) for y in range(TOP, FLOOR, 4)], fill=BLACK)


def _words(pen: Pen, text: str, at: Point) -> None:
    pen.text(at, text, fill=BLACK, font=ImageFont.load_default_imagefont())


def _symbol(pen: Pen, parts: Sequence[str], at: Point) -> None:
    """Draw the parts of a symbol, one upon the other, in the order in which they are named."""
    for part in parts:
        PARTS[part](pen, *at)


def _sun(pen: Pen, x: int, y: int) -> None:
    pen.ellipse((x + 4, y + 4, x + 11, y + 11), fill=WHITE, outline=BLACK)
    for ray in (
        (7, 0, 7, 2), (8, 0, 8, 2), (7, 13, 7, 15), (8, 13, 8, 15), (0, 7, 2, 7), (0, 8, 2, 8), (13, 7, 15, 7),
        (13, 8, 15, 8), (2, 2, 3, 3), (12, 3, 13, 2), (2, 13, 3, 12), (12, 12, 13, 13),
    ):  # fmt: skip
        pen.line((x + ray[0], y + ray[1], x + ray[2], y + ray[3]), fill=BLACK)


def _small_sun(pen: Pen, x: int, y: int) -> None:
    pen.ellipse((x + 8, y + 1, x + 14, y + 7), fill=WHITE, outline=BLACK)
    pen.point([(x + dx, y + dy) for dx, dy in ((7, 0), (11, -1), (15, 0), (6, 4), (15, 8))], fill=BLACK)


def _cloud(pen: Pen, x: int, y: int) -> None:
    shape = ((1, 5, 6, 10), (4, 2, 10, 8), (8, 4, 14, 10))
    for outline, shrink in ((BLACK, 0), (WHITE, 1)):
        for left, top, right, bottom in shape:
            pen.ellipse((x + left + shrink, y + top + shrink, x + right - shrink, y + bottom - shrink), fill=outline)
    pen.line((x + 3, y + 10, x + 12, y + 10), fill=BLACK)
    pen.rectangle((x + 4, y + 7, x + 11, y + 9), fill=WHITE)


def _drops(pen: Pen, x: int, y: int) -> None:
    pen.point([(x + dx, y + dy) for dx, dy in ((4, 12), (8, 12), (12, 12), (6, 14), (10, 14))], fill=BLACK)


def _streaks(pen: Pen, x: int, y: int) -> None:
    for right in (5, 8, 11):
        pen.line((x + right, y + 12, x + right - 2, y + 15), fill=BLACK)


def _flakes(pen: Pen, x: int, y: int) -> None:
    for middle, height in ((4, 13), (11, 13)):
        pen.line((x + middle - 1, y + height, x + middle + 1, y + height), fill=BLACK)
        pen.line((x + middle, y + height - 1, x + middle, y + height + 1), fill=BLACK)
    pen.point([(x + dx, y + dy) for dx, dy in ((7, 12), (8, 13), (7, 14), (8, 15))], fill=BLACK)


def _ice(pen: Pen, x: int, y: int) -> None:
    for right in (5, 11):
        pen.line((x + right, y + 12, x + right - 2, y + 15), fill=BLACK)
    pen.line((x + 6, y + 13, x + 8, y + 13), fill=BLACK)
    pen.line((x + 7, y + 12, x + 7, y + 14), fill=BLACK)


def _bolt(pen: Pen, x: int, y: int) -> None:
    for left in (x - 1, x):
        pen.line([(left + 9, y + 9), (left + 6, y + 12), (left + 9, y + 12), (left + 6, y + 15)], fill=BLACK)


def _mist(pen: Pen, x: int, y: int) -> None:
    for top, left, right in ((2, 3, 13), (5, 1, 11), (8, 3, 14), (11, 1, 12), (14, 4, 13)):
        pen.line((x + left, y + top, x + right, y + top), fill=BLACK)


#: What draws each part of a symbol into a box of `SYMBOL` pixels; sorted.
PARTS: Mapping[str, Callable[[Pen, int, int], None]] = {
    "bolt": _bolt,
    "cloud": _cloud,
    "drops": _drops,
    "flakes": _flakes,
    "ice": _ice,
    "mist": _mist,
    "small sun": _small_sun,
    "streaks": _streaks,
    "sun": _sun,
}
