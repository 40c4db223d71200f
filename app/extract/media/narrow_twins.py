"""Pictures that a page shows on telephones alone, beside the one that it shows on wider screens."""

from collections.abc import Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from app.extract.media.dark_twins import WHOLE, names_of
from app.extract.screens import NARROW, WIDE

_LEVELS = 3  # the picture and elements around it, beside which its twin may stand
_MOST = 20  # pictures of such a neighbour are looked at


def pictures_for_telephones(root: HtmlElement) -> set[HtmlElement]:
    """Return the pictures that stand for another, which is beside them, where the screen is narrow."""
    return {
        image for image in root.iter("img") if NARROW.search(names_of(image)) and any(map(_is_wide, _beside(image)))
    }


def _beside(image: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the pictures right before and behind one, and before and behind what holds it alone."""
    for element in islice(chain((image,), image.iterancestors()), _LEVELS):
        if element.tag in WHOLE:
            return
        for neighbour in (element.getprevious(), element.getnext()):
            if neighbour is not None:
                yield from islice(neighbour.iter("img"), _MOST)


def _is_wide(image: HtmlElement) -> bool:
    return WIDE.search(names_of(image)) is not None
