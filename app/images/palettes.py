"""Few colours out of many: the palettes of old screens, and the dithers.

Pillow has Floyd and Steinberg's dither for every palette. The ordered one, Bayer's, adds a pattern before the
nearest colour is taken, so what does not move looks the same in each frame; where 256 colours are chosen for
the picture it is the nearest colour without a pattern. Atkinson's is for palettes that do not depend on the picture;
where 256 colours are chosen for it, Floyd and Steinberg's stands in.
"""

from collections.abc import Callable
from functools import cache
from itertools import accumulate

from PIL import Image, ImageChops

from app.images.atkinson import atkinson, atkinson_colours, atkinson_greys

# The sixteen colours of Windows and of VGA.
COLOUR16 = bytes.fromhex(
    "000000800000008000808000000080800080008080c0c0c0808080ff000000ff00ffff000000ffff00ff00ffffffffff"
)
_GREYS = (0, 85, 170, 255)
GREY4 = bytes(level for level in _GREYS for _ in range(3))
FIXED = {"colour16": COLOUR16, "grey4": GREY4}

# Line art is not dithered where its few colours are about those of the palette.
FEW, NEAR = 16, 40
# What share of the darkest and of the lightest pixels becomes plain black or white, and from how many levels
# of contrast on a picture is stretched: less is no picture, but noise.
CUTOFF, FAINTEST = 0.005, 32
# How far apart the colours of a palette are, about; the ordered dither moves a level by up to half of it.
SWINGS = {"colour16": 160, "grey4": 85}
MIRRORS = (Image.Transpose.FLIP_LEFT_RIGHT, Image.Transpose.FLIP_TOP_BOTTOM)


def toned(image: Image.Image, palette: str) -> Image.Image:
    """Return an L or RGB image with the contrast that the palette needs: for `mono` grey from black to white.

    White around a picture is no part of its contrast, so it is to be added after this.
    """
    return _stretched(image.convert("L")) if palette == "mono" else image


def shown(image: Image.Image, palette: str, dither: str) -> Image.Image:
    """Return an L or RGB image as the palette has it: mode 1 for `mono`, P for the others, or L or RGB."""
    if palette == "mono":
        return DITHERS[dither](image.convert("L"))
    if palette in FIXED:
        return _fixed(image.convert("L") if palette == "grey4" else image, palette, dither)
    if palette == "colour256":
        return _adapted(image, Image.Dither.NONE if dither == "ordered" else Image.Dither.FLOYDSTEINBERG)
    return image.convert("L") if palette == "grey" else image


def _adapted(image: Image.Image, dither: Image.Dither) -> Image.Image:
    """Return the image with a palette of its own: exact where 256 colours are enough."""
    if image.getcolors(256):
        return image.quantize(256)
    # Every second row and column gives nearly the palette that all give, in less than half the time.
    palette = image.resize((-(-image.width // 2), -(-image.height // 2)), Image.Resampling.NEAREST).quantize(256)
    return image.quantize(palette=palette, dither=dither)


def _stretched(grey: Image.Image) -> Image.Image:
    """Return a grey image from black to white; one of hardly any contrast as it is."""
    total = grey.width * grey.height
    for spared in (int(total * CUTOFF), 0):  # the second for thin lines, which are few pixels
        darkest, lightest = _extremes(grey.histogram(), total, spared)
        if lightest - darkest >= FAINTEST:
            scale = 255 / (lightest - darkest)
            return grey.point([min(255, max(0, round((level - darkest) * scale))) for level in range(256)])
    return grey


def _extremes(histogram: list[int], total: int, spared: int) -> tuple[int, int]:
    """Return the levels that more than `spared` pixels do not fall below, and do not exceed."""
    sums = list(accumulate(histogram))
    darkest = next(level for level, count in enumerate(sums) if count > spared)
    lightest = next(level for level, count in enumerate(sums) if count >= total - spared)
    return darkest, lightest


def _floyd(grey: Image.Image) -> Image.Image:
    return grey.convert("1", dither=Image.Dither.FLOYDSTEINBERG)


def _ordered(grey: Image.Image) -> Image.Image:
    above = ImageChops.subtract(grey, _pattern(grey.size, 252, 2))
    return above.point([0, *[255] * 255], "1")


DITHERS: dict[str, Callable[[Image.Image], Image.Image]] = {"atkinson": atkinson, "floyd": _floyd, "ordered": _ordered}


def _fixed(image: Image.Image, palette: str, dither: str) -> Image.Image:
    """Return an L or RGB image in a palette that does not depend on it."""
    how = Image.Dither.NONE
    if not _is_near(image, FIXED[palette]):
        if dither == "ordered":
            image = _patterned(image, SWINGS[palette])
        elif dither == "atkinson" and palette == "grey4":
            image = atkinson_greys(image, _GREYS)
        elif dither == "atkinson":
            return atkinson_colours(image.convert("RGB"), FIXED[palette])
        else:
            how = Image.Dither.FLOYDSTEINBERG
    return image.convert("RGB").quantize(palette=_image_of(FIXED[palette]), dither=how)


def _is_near(image: Image.Image, palette: bytes) -> bool:
    """Return whether the image has few colours, and each is about one of the palette."""
    counted = image.convert("RGB").getcolors(FEW)
    fixed = list(zip(*[iter(palette)] * 3, strict=True))
    return counted is not None and all(
        any(max(abs(a - b) for a, b in zip(colour, each, strict=True)) <= NEAR for each in fixed)
        for _, colour in counted
        if isinstance(colour, tuple)
    )


def _patterned(image: Image.Image, swing: int) -> Image.Image:
    """Return the image with its levels moved by up to half of `swing`, up and down."""
    pattern = _pattern(image.size, swing)
    if image.mode == "RGB":  # one pattern for all three would make greys of soft colours
        mirrored = (pattern.transpose(way) for way in MIRRORS)
        pattern = Image.merge("RGB", (pattern, *mirrored))
    return ImageChops.add(image, pattern, 1, -swing // 2)


def _pattern(size: tuple[int, int], span: int, lowest: int = 0) -> Image.Image:
    """Return Bayer's pattern all over an image of mode L, in 64 levels from `lowest` on that cover `span`."""
    width, height = size
    rows = [bytes(lowest + place * span // 63 for place in row) * (width // 8 + 1) for row in _bayer(8)]
    return Image.frombytes("L", size, b"".join(row[:width] for row in rows) * (height // 8 + 1))


@cache
def _bayer(side: int) -> tuple[tuple[int, ...], ...]:
    """Return the order in which the places of a square turn white (Bayer 1973), built from that of half its side."""
    if side == 1:
        return ((0,),)
    half = _bayer(side // 2)
    quarters = ((0, 2), (3, 1))
    return tuple(tuple(4 * place + quarter for quarter in pair for place in row) for pair in quarters for row in half)


def _image_of(palette: bytes) -> Image.Image:
    image = Image.new("P", (1, 1))
    image.putpalette(palette)
    return image
