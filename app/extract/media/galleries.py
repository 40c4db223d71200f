"""Pictures that lead somewhere: to their own file in full, to a page of their own, or to another story."""

import re
from collections import Counter
from itertools import islice

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.media.identity import identity
from app.extract.media.srcset import best_source, widest_of
from app.net.urls import resolve
from app.text.normalize import line

FEWEST = 3  # pictures of a gallery
FULL_WIDTH = 640  # pixels; a picture that is known to be as wide is shown as it is
_NEAR = 3  # levels above a link that its card may have
_TITLE = 10  # characters of a link that is a headline
# The file itself; with a colon in its name it is the page about a file, as wikis have it (`File:Pier.jpg`).
_FILE = re.compile(r"(?:^|/)[^/:?]{1,300}\.(?:avif|gif|jpe?g|png|webp)(?:\?|$)", re.IGNORECASE)
# Of a picture that is as wide as the one that a script puts in its place, and has next to nothing in it.
_STAND_IN = re.compile(r"(?:^|[\s_-])(?:blur(?:red)?|lqip|placeholder|preview|tiny)(?:$|[\s_-])", re.IGNORECASE)
_ITEMS = frozenset({"blocks-gallery-item", "gallery-icon", "gallery-item", "tiled-gallery-item", "tiled-gallery__item"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def full_file(image: HtmlElement, base: str) -> str:
    """Return the address of the file that a small picture leads to, or nothing where it is none, or not small."""
    link = next(image.iterancestors("a"), None)
    href = (link.get("href") or "").strip() if link is not None else ""
    if not _FILE.search(href.partition("#")[0]):
        return ""
    try:
        url = resolve(base, href)
    except BadAddress:
        return ""
    width = widest_of(image)
    if 0 < width < FULL_WIDTH or _stands_in(image):
        return url
    shown = best_source(image, base)
    return url if not width and shown and identity(shown).is_same(identity(url)) else ""


def _stands_in(image: HtmlElement) -> bool:
    """Say whether a picture is there until the file comes that it leads to, and names no other that is to come."""
    names_others = any(name == "srcset" or name.startswith("data-") for name, _ in image.items())
    return not names_others and _STAND_IN.search(image.get("class") or "") is not None


def gallery_links(root: HtmlElement) -> frozenset[HtmlElement]:
    """Return the links that hold nothing but a picture, in rows of several that look alike and are no teasers.

    A teaser has a headline: a link with words to the same page, or a heading beside it. Where a box is named as those
    of WordPress's galleries are, one is enough.
    """
    pictured = {
        image_link for image in root.iter("img") if (image_link := next(image.iterancestors("a"), None)) is not None
    }
    looks = Counter(map(_look, pictured))
    named = {link for link in pictured if _is_named(link)}
    pictured = {link for link in pictured if looks[_look(link)] >= FEWEST or link in named}
    if not pictured:
        return frozenset()
    wanted = {link.get("href") for link in pictured}
    said = {link.get("href") for link in root.iter("a") if link.get("href") in wanted and _has_title(link)}
    found = [link for link in pictured if link.get("href") and link.get("href") not in said and not _has_heading(link)]
    looks = Counter(map(_look, found))
    return frozenset(link for link in found if looks[_look(link)] >= FEWEST or link in named)


def _is_named(link: HtmlElement) -> bool:
    above = (each.get("class") or "" for each in islice(link.iterancestors(), _NEAR))
    return any(not _ITEMS.isdisjoint(names.split()) for names in above)


def _has_title(link: HtmlElement) -> bool:
    return len(line(link.text_content()[: 4 * _TITLE])) >= _TITLE


def _look(link: HtmlElement) -> tuple[object, ...]:
    above = link.getparent()
    return (link.get("class"), above.tag, above.get("class")) if above is not None else ()


def _has_heading(link: HtmlElement) -> bool:
    """Say whether a heading stands in the card around a link, which has no other picture in it."""
    for _, above in zip(range(_NEAR), link.iterancestors(), strict=False):
        if len(above.findall(".//img")) > 1:
            return False
        if next(above.iterdescendants(*_HEADINGS), None) is not None:
            return True
    return False
