"""Pictures as any old screen can show them: small, upright, opaque, in the formats of their day. Floor 2.

    bytes ──drawing──▶ ──opening──▶ ──framing──▶ L or RGB ──palettes──▶ 1 or P ──saving──▶ Picture

The only I/O is the process in which `drawing` has SVG rendered.
"""

from app.pictures.card import card
from app.pictures.conversion import convert, measure
from app.pictures.formats import FORMATS, format_named
from app.pictures.framing import fitted, tiles
from app.pictures.notices import notice

__all__ = ["FORMATS", "card", "convert", "fitted", "format_named", "measure", "notice", "tiles"]
