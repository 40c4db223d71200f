"""Pictures as any old screen can show them: small, upright, opaque, in the formats of their day.

    bytes ──svg──▶ ──open──▶ ──decode──▶ L or RGB ──palettes──▶ 1 or P ──encoders──▶ ConvertedImage

`convert` has the steps in order. The only I/O is the process in which `svg` has drawings rendered.
"""

from app.images.convert import convert, measure
from app.images.formats import FORMATS, format_named
from app.images.geometry import fitted, tiles
from app.images.logo import logo
from app.images.placeholder import notice
from app.images.plot import plot, plot_size
from app.images.test_card import card
from app.images.week import DrawnDay, week, week_size

__all__ = [
    "FORMATS",
    "DrawnDay",
    "card",
    "convert",
    "fitted",
    "format_named",
    "logo",
    "measure",
    "notice",
    "plot",
    "plot_size",
    "tiles",
    "week",
    "week_size",
]
