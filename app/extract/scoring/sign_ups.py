"""Small boxes around a field for an address: invitations to have letters sent, in whatever words and language.

What a page is there for stands elsewhere, and its forms are marks by then (`article.forms`). Boxes are marked before
fields are taken out of the tree, and their texts are left out once all is judged: the model has learned what stands
beside such a box.
"""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from app.extract.scoring.text_blocks import PageText

_MARK = "data-takes-address"
_MOST = 20  # fields
_LARGEST = 500  # characters of such a box
_LONG, _FEWEST_LONG = 60, 3  # characters of a paragraph, and how many such stand elsewhere
_WHOLE = frozenset({"article", "body", "html", "main", "td"})
_CODE = frozenset({"script", "style"})
_MOST_AROUND = 6  # elements around a field that are looked at


def mark_sign_ups(root: HtmlElement) -> None:
    """Mark, in place, each small box with a field for an address in a tree that has a text elsewhere."""
    for field in list(islice(filter(takes_address, root.iter("input")), _MOST)):
        box = _box_of(field)
        if box is not None and _is_beside_text(box, root):
            box.set(_MARK, "")


def sign_ups(page: PageText) -> Iterator[int]:
    """Yield the numbers of the blocks in boxes that are marked."""
    for each in page.containers:
        if each.element.get(_MARK) is not None:
            yield from range(each.first, each.end)


def takes_address(field: HtmlElement) -> bool:
    """Say whether a field of a form is for the address of whoever fills it in, by its type or its name."""
    said = (field.get("type"), field.get("autocomplete"), field.get("name"))
    return any((each or "").lower().replace("-", "") in ("email", "emailaddress") for each in said)


def _box_of(field: HtmlElement) -> HtmlElement | None:
    """Return the largest small box around a field that holds neither the page's headline nor a picture of the text."""
    box = None
    for each in islice(field.iterancestors(), _MOST_AROUND):
        if each.tag in _WHOLE or _is_large(each) or any(True for _ in each.iter("h1", "figure")):
            break
        box = each
    return box


def _is_large(box: HtmlElement) -> bool:
    size = 0
    for each in box.iter():
        size += (0 if each.tag in _CODE else len(each.text or "")) + len(each.tail or "")
        if size > _LARGEST:
            return True
    return False


def _is_beside_text(box: HtmlElement, root: HtmlElement) -> bool:
    """Say whether paragraphs of some length stand outside of a box."""
    outside = (
        each
        for each in root.iter("p")
        if len(each.text_content()) >= _LONG and each is not box and box not in each.iterancestors()
    )
    return sum(1 for _ in islice(outside, _FEWEST_LONG)) == _FEWEST_LONG
