"""Pictures that a page shows on telephones alone, beside the one that it shows on wider screens."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from app.extract.media.dark_twins import WHOLE, names_of

# Names by which style sheets tell that something is for narrow screens alone, and for wide ones alone.
_NARROW = re.compile(
    r"(?:^|\s)(?:(?:hide|hidden)-(?:on-|for-)?(?:desktop|large|lg|md|medium)(?:-up)?|[\w-]{0,30}mobile-only|"
    r"(?:show|visible)-(?:on-|for-)?(?:mobile|phone|small(?:-only)?|xs)|only-mobile|is-hidden-(?:desktop|tablet)|"
    r"d-(?:sm|md|lg)-none|(?:sm|md|lg):hidden)(?:\s|$)",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"(?:^|\s)(?:(?:hide|hidden)-(?:on-|for-)?(?:mobile|phone|small(?:-only)?|xs)|[\w-]{0,30}desktop-only|"
    r"(?:show|visible)-(?:on-|for-)?(?:desktop|large|lg|md|medium)(?:-up)?|only-desktop|is-hidden-mobile|"
    r"d-(?:sm|md|lg)-(?:block|flex|inline(?:-block)?)|(?:sm|md|lg):(?:block|flex|inline(?:-block)?))(?:\s|$)",
    re.IGNORECASE,
)
_LEVELS = 3  # the picture and elements around it, beside which its twin may stand
_MOST = 20  # pictures of such a neighbour are looked at


def pictures_for_telephones(root: HtmlElement) -> set[HtmlElement]:
    """Return the pictures that stand for another, which is beside them, where the screen is narrow."""
    return {
        image for image in root.iter("img") if _NARROW.search(names_of(image)) and any(map(_is_wide, _beside(image)))
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
    return _WIDE.search(names_of(image)) is not None
