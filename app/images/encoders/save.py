"""Pixels to bytes, for each format as its oldest readers know it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops

from app.images.encoders import gif
from app.images.encoders.macpaint import macpaint
from app.images.encoders.pict import pict
from app.models import ConvertedImage

# What is not in this table Pillow writes as we want it anyway.
OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"optimize": True, "progressive": False, "quality": 75, "subsampling": "4:2:0"},
    "PNG": {"optimize": True},
}
PCX_PALETTE = 16  # where the header has it


def saved(image: Image.Image, format_: str) -> ConvertedImage:
    """Return an image of mode 1, P, L or RGB, whichever the format can hold, as a picture without metadata."""
    body = OWN[format_](image) if format_ in OWN else _by_pillow(image, format_)
    return ConvertedImage(format_, *image.size, body)


def _by_pillow(image: Image.Image, format_: str) -> bytes:
    image.info = {}  # Pillow would write comments and profiles that it finds here
    image.save(out := BytesIO(), format_, **OPTIONS.get(format_, {}))
    return out.getvalue()


def _pcx(image: Image.Image) -> bytes:
    """Return a PCX; one of one bit has its two colours in the header, where Pillow leaves both black."""
    body = _by_pillow(image, "PCX")
    if image.mode != "1":
        return body
    return body[:PCX_PALETTE] + gif.BLACK_WHITE + body[PCX_PALETTE + len(gif.BLACK_WHITE) :]


def _xbm(image: Image.Image) -> bytes:
    """Return an X bitmap, in which a set bit is ink; Pillow takes it for light."""
    return _by_pillow(ImageChops.invert(image), "XBM")


OWN: dict[str, Callable[[Image.Image], bytes]] = {
    "GIF": gif.still,
    "MACPAINT": macpaint,
    "PCX": _pcx,
    "PICT": pict,
    "XBM": _xbm,
}
