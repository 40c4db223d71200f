"""By which bytes a picture begins, for each format that is converted: the one table of them.

After WHATWG MIME Sniffing, section 6.1, and AV1 Image File Format, section 6.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

Match = Callable[[bytes], object]

# A box of file types has its length, its own name, the brand that is meant first of all, a version, and then all
# brands (ISO/IEC 14496-12, section 4.3); an AVIF may be meant as any HEIF (`mif1`, `msf1`, `miaf`).
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_BRAND_BYTES = 4
_FIRST_BRAND, _OTHER_BRANDS = 8, 16
_MOST_FILE_TYPES = 256


def _is_avif(body: bytes) -> bool:
    """Return whether the file types at the beginning of `body` have AVIF among them."""
    if body[4:8] != b"ftyp":
        return False
    end = min(int.from_bytes(body[:4], "big"), _MOST_FILE_TYPES, len(body))
    places = (_FIRST_BRAND, *range(_OTHER_BRANDS, end, _BRAND_BYTES))
    return any(body[place : place + _BRAND_BYTES] in _AVIF_BRANDS for place in places)


@dataclass(frozen=True, slots=True)
class Signature:
    """How a picture of `format` begins.

    Few bytes may begin a text as well, or a file of another format; `proves` asks for more of them, where nothing
    but the bytes says that this is a picture.
    """

    format: str
    matches: Match
    proves: Match


def _bytes(pattern: bytes) -> Match:
    return re.compile(pattern, re.DOTALL).match


def _row(name: str, matches: Match, proves: Match | None = None) -> Signature:
    return Signature(name, matches, proves or matches)


# BMP has four bytes reserved, which are zero; the number of pictures in an ICO is neither 0 nor more than 255.
SIGNATURES = (
    _row("AVIF", _is_avif),
    _row("BMP", _bytes(rb"BM"), _bytes(rb"BM.{4}\x00{4}")),
    _row("GIF", _bytes(rb"GIF8[79]a")),
    _row("ICO", _bytes(rb"\x00\x00\x01\x00"), _bytes(rb"\x00\x00\x01\x00[^\x00]\x00")),
    _row("JPEG", _bytes(rb"\xff\xd8\xff")),
    _row("PNG", _bytes(rb"\x89PNG\r\n\x1a\n")),
    _row("WEBP", _bytes(rb".{8}WEBP"), _bytes(rb".{8}WEBPVP8")),
)


def image_format(body: bytes) -> str:
    """Return the name of the format of the picture in `body`, as Pillow writes it, or an empty string."""
    return next((row.format for row in SIGNATURES if row.matches(body)), "")


def is_image(body: bytes) -> bool:
    """Return whether `body` by itself shows that it is a picture of a format that we convert."""
    return any(row.proves(body) for row in SIGNATURES)
