"""Pictures that have the measures of an advert and lead to another site."""

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.media.srcset import pixels_of
from app.net.urls import host_of, resolve

# Pixels of what is sold by these measures: long strips, as hardly any photograph is. Sorted.
_BANNERS = frozenset(
    {(120, 600), (160, 600), (300, 600), (320, 50), (320, 100), (468, 60), (728, 90), (970, 90), (970, 250)}
)


def is_banner(image: HtmlElement, base: str) -> bool:
    """Say whether a picture of the page at `base` is a banner: one that is sold, and leads to another site."""
    if (pixels_of(image.get("width")), pixels_of(image.get("height"))) not in _BANNERS:
        return False
    link = next(image.iterancestors("a"), None)
    try:
        target = "" if link is None else resolve(base, link.get("href") or "")
    except BadAddress:
        return False
    return bool(target) and host_of(target) != host_of(base)
