"""The words that stand for a picture (HTML standard, section 4.8.4.4), where they are any."""

import html
import re

from lxml.html import HtmlElement

from app.text.normalize import line

# Names of files and of nothing, which some programs put where words for the blind should stand; `f:id:` is Hatena's.
_FILE_NAME = re.compile(
    r"[\w%() -]+\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)|"
    r"f:id:\S{1,200}|(?:dscn?|img|image|photo|pxl|screenshot)[_ -]?\d[\d_ -]*|undefined|null|\[object object\]",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?[a-z][^<>]{0,300}>", re.IGNORECASE)


def words_for(image: HtmlElement) -> str:
    """Return the words that a page has for a picture, or an empty string where these are the name of its file."""
    claims = (line(_without_markup(image.get(name) or "")) for name in ("alt", "title"))
    return next((claim for claim in claims if claim and not _FILE_NAME.fullmatch(claim)), "")


def _without_markup(claim: str) -> str:
    """Return words without the tags that were put into an attribute with them, and what these words are then."""
    return html.unescape(_MARKUP.sub(" ", claim)) if "</" in claim else claim  # other tags may be what it is about
