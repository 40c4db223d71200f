"""The sign of the site on its front pages: a small computer of the eighties, drawn here dot by dot."""

from functools import cache

from PIL import Image

from app.images.encoders.save import saved
from app.models import ConvertedImage

# One letter a dot: its ink, by `COLOURS`; the figures on the screen are 6, 8 and k.
ROWS = """
..ooooooooooooooooooo..
.obbbbbbbbbbbbbbbbbbbo.
.obbbbbbbbbbbbbbbbbbbo.
.obbooooooooooooooobbo.
.obowwwwwwwwwwwwwwwobo.
.obowwwwwwwwwwwwwwwobo.
.obowwrrwwwrrwwrwwwobo.
.obowrwwwwrwwrwrwwwobo.
.obowrwwwwrwwrwrwwrobo.
.obowrrrwwwrrwwrwrwobo.
.obowrwwrwrwwrwrrwwobo.
.obowrwwrwrwwrwrwrwobo.
.obowwrrwwwrrwwrwwrobo.
.obowwwwwwwwwwwwwwwobo.
.obowwwwwwwwwwwwwwwobo.
.obbooooooooooooooobbo.
.obbbbbbbbbbbbbbbbbbbo.
.obbbbbbbbbbbbbbbbbbbo.
.obbbbbbbbbooooooobbbo.
.obbggbbbbbbbbbbbbbbbo.
.obbbbbbbbbbbbbbbbbbbo.
.obbbbbbbbbbbbbbbbbbbo.
.ooooooooooooooooooooo.
..obbbbbbbbbbbbbbbbbo..
..obbbbbbbbbbbbbbbbbo..
..ooooooooooooooooooo..
""".split()
WIDTH, HEIGHT = len(ROWS[0]), len(ROWS)
# Paper, case, lamp, outline, figures, screen; in black and white the case is white as well.
COLOURS = {
    ".": (255, 255, 255),
    "b": (222, 214, 189),
    "g": (0, 128, 0),
    "o": (0, 0, 0),
    "r": (139, 0, 0),
    "w": (255, 255, 255),
}
DARK = frozenset("gor")


@cache
def logo(is_mono: bool) -> ConvertedImage:
    """Return the sign as a GIF, of one bit or in colour."""
    dots = "".join(ROWS)
    if is_mono:
        image = Image.frombytes("L", (WIDTH, HEIGHT), bytes(0 if dot in DARK else 255 for dot in dots)).convert("1")
    else:
        colours = bytes(level for dot in dots for level in COLOURS[dot])
        image = Image.frombytes("RGB", (WIDTH, HEIGHT), colours).quantize(len({*COLOURS.values()}))
    return saved(image, "GIF")
