"""What of a page's frames and players no reader misses: ads, counters, buttons, comments, and what is hidden."""

import re

from lxml.html import HtmlElement

from app.extract.boilerplate_words import FRAME_ADDRESS, FRAME_NAME, parts_named
from app.extract.media.srcset import pixels_of
from app.text.normalize import line

_INVISIBLE_SIDE = 20  # pixels; what is smaller cannot be seen, whoever made it
_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$))",
    re.IGNORECASE,
)
# Without the height of nothing by which a box keeps the ratio of its sides.
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def is_hidden(element: HtmlElement) -> bool:
    """Say whether an element is made so that nobody sees it; only its own tag is looked at."""
    sides = (pixels_of(element.get("width")), pixels_of(element.get("height")))
    zero = any((element.get(side) or "").strip() in ("0", "0px") for side in ("width", "height"))
    return (
        (zero and element.tag == "iframe")
        or any(0 < side < _INVISIBLE_SIDE for side in sides)
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def is_alone_in_hidden_box(image: HtmlElement) -> bool:
    """Say whether a picture stands in a hidden box that is none of a row, as the slides of a show are."""
    box = image.getparent()
    if box is None or not _NOT_SHOWN.search(box.get("style") or "") or len(box) > 1 or line(box.text_content()):
        return False
    return not any(each is not None and each.tag == box.tag for each in (box.getprevious(), box.getnext()))


def is_junk(element: HtmlElement, address: str) -> bool:
    """Say whether a frame or player that shows `address` is an ad or a part of the site, by its words."""
    names = " ".join(element.get(name) or "" for name in ("class", "id", "name", "title"))
    words_of_address = address.partition("//")[2]
    return not (FRAME_ADDRESS.isdisjoint(parts_named(words_of_address)) and FRAME_NAME.isdisjoint(parts_named(names)))
