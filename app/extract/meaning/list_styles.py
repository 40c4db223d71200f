"""Lists that a style numbers by letters or Roman figures: a text that says `see (b)` means one of their items."""

import re

from lxml.html import HtmlElement

from app.text.numbers import STYLES

# CSS Counter Styles, section 7.1.2; docutils and others have these names as classes, in one word or two.
_COUNTER = re.compile(r"\b(lower|upper)-?(alpha|latin|roman)\b", re.IGNORECASE)


def type_lists(root: HtmlElement) -> None:
    """Give each numbered list of the tree that has a counter of its own the `type` that says the same, in place."""
    for element in root.iter("ol"):
        found = _COUNTER.search(f"{element.get('style') or ''} {element.get('class') or ''}")
        if found and element.get("type") not in STYLES:
            letter = "i" if found[2].lower() == "roman" else "a"
            element.set("type", letter.upper() if found[1].lower() == "upper" else letter)
