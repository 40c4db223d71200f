"""Pictures that a page shows on telephones alone, beside the one that it shows on wider screens."""

import re
from itertools import islice

from lxml.html import HtmlElement

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
_NEAR = 3  # elements around it that may hold its twin
_MOST = 20  # pictures of such an element are looked at


def pictures_for_telephones(root: HtmlElement) -> set[HtmlElement]:
    """Return the pictures that stand for another, which is beside them, where the screen is narrow."""
    narrow = [image for image in root.iter("img") if _NARROW.search(_names(image))]
    return {image for image in narrow if any(map(_holds_wide, islice(image.iterancestors(), _NEAR)))}


def _holds_wide(box: HtmlElement) -> bool:
    if box.tag in ("article", "body", "main"):
        return False
    return any(_WIDE.search(_names(image)) is not None for image in islice(box.iter("img"), _MOST))


def _names(image: HtmlElement) -> str:
    """Return the classes of a picture and of the box that is there for it alone."""
    parent = image.getparent()
    around = "" if parent is None or parent.tag in ("article", "body", "main") else parent.get("class") or ""
    return f"{image.get('class') or ''} {around}"
