"""Words that stand backwards in the page, and are turned by a style: mail addresses, hidden from machines."""

import re
import unicodedata
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text

#: One of these is in a style of such words, or they stand in `bdo` (HTML standard, section 4.5.23; CSS Writing Modes 4,
#: section 2.2).
SIGNS = ("bidi-override", "isolate-override")
_TURNED = re.compile(r"direction\s*:\s*rtl", re.IGNORECASE)
_OVERRIDE = re.compile(r"unicode-bidi\s*:\s*(?:isolate-override|bidi-override)", re.IGNORECASE)
_TAGS = ("a", "b", "bdo", "code", "em", "i", "span", "strong")
_MOST, _LONGEST = 20_000, 200


def turn_words(root: HtmlElement) -> None:
    """Write the words of a tree that a style turns as they are seen, in place; those of Hebrew and Arabic stay."""
    for element in list(islice(root.iter(*_TAGS), _MOST)):
        if _is_turned(element) and len(element.text_content()) <= _LONGEST:
            said = element.text_content()
            if not any(unicodedata.bidirectional(character) in ("R", "AL") for character in said):
                replace_by_text(element, said[::-1])


def _is_turned(element: HtmlElement) -> bool:
    """Say whether all characters of an element are put from the right to the left, whatever they are."""
    style = element.get("style") or ""
    if element.tag == "bdo":
        return (element.get("dir") or "").lower() == "rtl"
    return _TURNED.search(style) is not None and _OVERRIDE.search(style) is not None
