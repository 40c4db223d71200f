"""Pictures that a page shows where the screen is dark, beside the one that it shows on paper white, as ours are."""

import re
from itertools import islice

from lxml.html import HtmlElement

# Names by which documentation, READMEs and style sheets tell such a picture, or the box around it.
_DARK_NAME = re.compile(
    r"(?:^|\s)(?:(?:d-|show-|visible-)?dark(?:-mode)?-only|only-dark(?:-mode)?|(?:show|visible)-(?:in|on)-dark(?:-mode)?|"
    r"[\w-]{0,40}themedcomponent--dark[\w-]{0,20}|dark:(?:block|inline|inline-block|flex))(?:\s|$)",
    re.IGNORECASE,
)
_DARK_FRAGMENT = re.compile(r"#(?:gh-)?dark-mode-only\Z", re.IGNORECASE)
_NEAR = 2  # elements around it that may hold its twin
WHOLE = ("article", "body", "main")  # boxes that are no box of a picture


def pictures_for_dark(root: HtmlElement) -> set[HtmlElement]:
    """Return the pictures that stand for another, which is beside them, where the screen is dark."""
    lit: dict[HtmlElement, bool] = {}
    found = set[HtmlElement]()
    for image in filter(_is_named_dark, root.iter("img")):
        for box in islice(image.iterancestors(), _NEAR):
            if box not in lit:
                lit[box] = not all(map(_is_named_dark, box.iter("img")))
            if lit[box]:
                found.add(image)
    return found


def _is_named_dark(image: HtmlElement) -> bool:
    return bool(_DARK_NAME.search(names_of(image)) or _DARK_FRAGMENT.search(image.get("src") or ""))


def names_of(image: HtmlElement) -> str:
    """Return the classes of a picture, and of the box around it unless that is the whole text."""
    parent = image.getparent()
    boxes = [image] if parent is None or parent.tag in WHOLE else [image, parent]
    return " ".join(box.get("class") or "" for box in boxes)
