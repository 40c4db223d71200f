"""Fields that show a text to be copied and take none (HTML standard, 4.10.11, `readonly`): code, a citation.

On pages made by hand that are fields of several lines that no button sends: programs to type in.
"""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import letters

_MOST = 50
_LONGEST = 20_000  # characters
_FEWEST_ENDS = 2  # of lines
_PROBE = 200  # letters by which a text is looked for elsewhere
_BUTTONS = frozenset({"button", "image", "submit"})
_MARKUP = re.compile(r"\s*(?:<|&lt;|\[(?:img|url)|https?://\S+\s*$)", re.IGNORECASE)  # to put the page into another


def open_read_only_fields(root: HtmlElement) -> None:
    """Make preformatted text of each field of the tree that nobody can write into, in place.

    What is there to embed the page elsewhere, or its address, is no text of it.
    """
    for field in list(islice(root.iter("textarea"), _MOST)):
        text = field.text or ""
        if not text.strip() or len(text) > _LONGEST or _MARKUP.match(text):
            continue
        if field.get("readonly") is not None or field.get("disabled") is not None or _is_listing(field, text):
            field.tag = "pre"


def _is_listing(field: HtmlElement, text: str) -> bool:
    """Say whether a field shows several lines that nothing sends anywhere and that stand nowhere else on the page."""
    if text.strip().count("\n") < _FEWEST_ENDS or field.get("name") or field.get("style"):
        return False
    form = next(field.iterancestors("form"), None)
    if form is not None and (form.get("action") or form.find(".//button") is not None or _has_buttons(form)):
        return False
    page = letters(field.getroottree().getroot().text_content())
    return page.count(letters(text)[:_PROBE]) == 1


def _has_buttons(form: HtmlElement) -> bool:
    return any((each.get("type") or "").lower() in _BUTTONS for each in form.iter("input"))
