"""The formats that pictures are converted to, as a table."""

from dataclasses import dataclass

# From the shallowest to the deepest.
PALETTES = ("mono", "grey4", "colour16", "colour256", "true")
GREYS = frozenset({"grey", "grey4", "mono"})

# QuickDraw counts pixels in signed 16 bits, and no format of these can count further than 65,535.
TALLEST = 32_000
# A row of a QuickDraw pixel map has fewer than 16,384 bytes, which are four a pixel in true colour.
WIDEST_PICT = 4_094
MACPAINT_SIZE = (576, 720)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its names, the palettes it holds from shallow to deep, and the most pixels each way.

    `suffix` is the file name's, three letters for DOS; `title` is what a reader calls it.
    """

    name: str
    suffix: str
    media_type: str
    title: str
    palettes: tuple[str, ...]
    most: tuple[int, int] = (TALLEST, TALLEST)

    def clipped(self, palette: str) -> str:
        """Return the palette that comes nearest to `palette`: one that the format holds, or `grey`.

        `grey` is 256 levels of grey, for what is wanted without colour by a format that only knows true
        colour. Raises `ValueError` for a name that is no palette.
        """
        depth = PALETTES.index(palette)
        fitting = [each for each in self.palettes if PALETTES.index(each) <= depth]
        if fitting:
            return fitting[-1]
        return "grey" if palette in GREYS else self.palettes[0]


FORMATS = (
    Format("BMP", "bmp", "image/bmp", "BMP", PALETTES),
    Format("GIF", "gif", "image/gif", "GIF", PALETTES[:-1]),
    Format("JPEG", "jpg", "image/jpeg", "JPEG", ("true",)),
    Format("MACPAINT", "mac", "image/x-macpaint", "MacPaint", ("mono",), MACPAINT_SIZE),
    Format("PCX", "pcx", "image/x-pcx", "PCX", PALETTES),
    Format("PICT", "pct", "image/pict", "PICT", PALETTES, (WIDEST_PICT, TALLEST)),
    Format("PNG", "png", "image/png", "PNG", PALETTES),
    Format("XBM", "xbm", "image/x-xbitmap", "XBM", ("mono",)),
)


_BY_NAME = {each.name: each for each in FORMATS}


def format_named(name: str) -> Format:
    """Return the row of `FORMATS` with this name. Raises `KeyError`."""
    return _BY_NAME[name]
