"""Copies of a picture that a service makes as the address says: small or blurred ones, and the file they are made of.

Such a copy stands in for the picture until a script asks for a larger one, whose address is nowhere on the page.
"""

import re
from urllib.parse import urlsplit, urlunsplit

_NARROW = r"(?:\d{1,2}|1[0-4]\d)(?!\d)"  # pixels; a wider copy may be all that there is to see
_FILE = r"\.(?:avif|gif|jpe?g|png|webp)"
# Parts of a path that make the copy, and what is left of them; a row a service, sorted.
_CLOUDINARY = rf"(/image/upload)/(?=[^/]{{0,99}}(?:e_blur|w_{_NARROW}))[^/]{{1,200}}/"
_SHOPIFY = rf"((?://cdn\.shopify\.com|/cdn/shop)/\S{{1,200}})_{_NARROW}x(?:{_NARROW})?(?={_FILE}(?:\?|\Z))"
_WIX = rf"(/media/[^/?]{{1,99}}{_FILE})/v1/[a-z]{{3,5}}/(?:[^/?]{{0,99}}blur_|w_{_NARROW})[^/?]{{0,99}}/[^/?]{{1,99}}\Z"
_IN_PATHS = ((re.compile(_CLOUDINARY), r"\1/"), (re.compile(_SHOPIFY), r"\1"), (re.compile(_WIX), r"\1"))
_IN_QUERY = re.compile(
    rf"[?&](?:blur=[1-9]|(?:im)?w(?:idth)?={_NARROW}(?=&|\Z)|resize={_NARROW}(?:,|%2C))", re.IGNORECASE
)
_SIZES = frozenset("blur crop dpr fit h height imwidth px q quality resize w width".split())
_SIGNED = re.compile(r"[?&](?:auth|expires?|hash|hmac|ixlib|key|policy|s|sig|sign|signature|token)=", re.IGNORECASE)


def whole_file(url: str) -> str:
    """Return the address of the file of which `url` is a small or blurred copy, and `url` itself where it is none."""
    for pattern, rest in _IN_PATHS:
        url = pattern.sub(rest, url, count=1)
    if "?" not in url or not _IN_QUERY.search(url) or _SIGNED.search(url):
        return url
    parts = urlsplit(url)
    kept = [each for each in parts.query.split("&") if each.partition("=")[0].lower() not in _SIZES]
    return urlunsplit(parts._replace(query="&".join(kept)))
