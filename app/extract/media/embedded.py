"""Pictures whose file stands in the page itself (`data:`, RFC 2397)."""

import base64
import binascii
import re
from hashlib import sha256
from urllib.parse import unquote_to_bytes

from lxml.html import HtmlElement

from app.extract.media.srcset import pixels_of
from app.net.urls import PICTURE
from app.signatures import is_image

MIN_BYTES = 2000  # less is the blurred stand-in for a file that a script loads, unless the tag gives it some size
MAX_BYTES = 400_000  # of one picture
MAX_BYTES_OF_ALL = 1_000_000
DRAWN = "data-drawn"  # an attribute of those that `stand_ins` has made of a drawing in the markup
_MIN_SIDE = 60  # pixels
_FEWEST_SHAPES = 3  # of a drawing; with fewer it keeps a place free
_SHAPE = re.compile(rb"<(?:circle|ellipse|image|line|path|polygon|polyline|rect|text)\b")
_BLUR = b"feGaussianBlur"
_DATA = re.compile(
    r"\s{0,9}data:image/(?:avif|bmp|gif|jpe?g|png|svg\+xml|webp)((?:;[\w=.-]{1,40}){0,4}),", re.IGNORECASE
)


def embedded_file(image: HtmlElement) -> bytes:
    """Return the file in the address of an `img`, or nothing where there is none, or none worth showing."""
    address = image.get("src") or ""
    found = _DATA.match(address)
    if not found or len(address) > 3 * MAX_BYTES:
        return b""
    body = _decoded(address[found.end() :], ";base64" in found[1].lower())
    return body if len(body) <= MAX_BYTES and _is_worth_showing(image, body) else b""


def _is_worth_showing(image: HtmlElement, body: bytes) -> bool:
    if b"<svg" in body[:1000]:
        is_picture = len(_SHAPE.findall(body)) >= _FEWEST_SHAPES and _BLUR not in body
        return is_picture or image.get(DRAWN) is not None
    if not is_image(body):
        return False
    sides = pixels_of(image.get("width")), pixels_of(image.get("height"))
    return len(body) >= MIN_BYTES or (len(body) > MIN_BYTES / 10 and min(sides) >= _MIN_SIDE)


def address_of(body: bytes, page: str) -> str:
    """Return the address of a file that stands in the page at `page`: a place on that page, as no other address is."""
    return f"{page}{PICTURE}{sha256(body).hexdigest()[:12]}"


def _decoded(text: str, is_base64: bool) -> bytes:
    raw = unquote_to_bytes(text)
    if not is_base64:
        return raw
    try:
        return base64.b64decode(raw + b"=" * (-len(raw) % 4))
    except binascii.Error:
        return b""
