"""Pictures that a page shows on telephones alone, beside the one that it shows on wider screens."""

from collections.abc import Callable, Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from app.extract.media.dark_twins import WHOLE, names_of
from app.extract.screens import is_narrow, is_wide

_LEVELS = 3  # the picture and elements around it, beside which its twin may stand
_MOST_SIZES = 3  # pictures in a row, for as many sizes of screens
_MOST = 20  # pictures of such a neighbour are looked at


def pictures_for_telephones(root: HtmlElement) -> set[HtmlElement]:
    """Return the pictures that stand for another, which is beside them, where the screen is narrow."""
    return {image for image in root.iter("img") if _is_of(image, is_narrow) and any(map(_is_wide, _beside(image)))}


def _beside(image: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the pictures right before and behind one, which may be several, and those beside what holds it alone."""
    for element in islice(chain((image,), image.iterancestors()), _LEVELS):
        if element.tag in WHOLE:
            return
        for is_before in (True, False):
            for neighbour in islice(element.itersiblings(preceding=is_before), _MOST_SIZES):
                yield from islice(neighbour.iter("img"), _MOST)
                if neighbour.tag != "img":
                    break


def _is_wide(image: HtmlElement) -> bool:
    return _is_of(image, is_wide)


def _is_of(image: HtmlElement, is_named: Callable[[str], bool]) -> bool:
    return any(map(is_named, names_of(image).lower().split()))
