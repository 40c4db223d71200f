"""Fields that show a text to be copied and take none (HTML standard, 4.10.11, `readonly`): code, a citation."""

import re
from itertools import islice

from lxml.html import HtmlElement

_MOST = 50
_LONGEST = 20_000  # characters
_MARKUP = re.compile(r"\s*(?:<|&lt;|\[(?:img|url)|https?://\S+\s*$)", re.IGNORECASE)  # to put the page into another


def open_read_only_fields(root: HtmlElement) -> None:
    """Make preformatted text of each field of the tree that nobody can write into, in place.

    What is there to embed the page elsewhere, or its address, is no text of it.
    """
    for field in list(islice(root.iter("textarea"), _MOST)):
        text = field.text or ""
        is_shown = field.get("readonly") is not None or field.get("disabled") is not None
        if is_shown and text.strip() and len(text) <= _LONGEST and not _MARKUP.match(text):
            field.tag = "pre"
