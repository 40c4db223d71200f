"""Times in a sentence that an attribute alone says: `<time datetime="2026-12-24"></time>`, for a script to write."""

import re

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.extract.right_before import text_before

# HTML's own element, and those of a script that is much used for it (github/relative-time-element).
_TAGS = ("local-time", "relative-time", "time", "time-ago", "time-until")
_MOST = 2_000
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?(?::\d\d(?:\.\d{1,9})?)?(?: ?(Z|[+-]\d\d:?\d\d))?")


def spell_times(root: HtmlElement) -> None:
    """Put each time without words, between words, into the text of a tree, in place: `2026-12-24 18:00 UTC`."""
    for element in list(root.iter(*_TAGS))[:_MOST]:
        stamp = _STAMP.fullmatch((element.get("datetime") or "").strip())
        if stamp and not element.text_content().strip() and _is_in_sentence(element):
            time = f" {stamp[2]}" if stamp[2] and stamp[2] != "00:00" else ""
            zone = f" UTC{'' if stamp[3] == 'Z' else stamp[3]}" if time and stamp[3] else ""
            replace_by_text(element, f"{stamp[1]}{time}{zone}")


def _is_in_sentence(element: HtmlElement) -> bool:
    """Say whether words stand before an element and behind it, or a sentence ends with it."""
    return any(map(str.isalpha, text_before(element))) and any(map(_goes_on, element.tail or ""))


def _goes_on(character: str) -> bool:
    return character.isalpha() or character in ".,;!?"
