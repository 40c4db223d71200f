"""What opens over a page when something is clicked: closed dialogs, popovers, notes that something was done.

A popover (HTML standard, section 6.12) that is named a note is one of the text.
"""

from app.extract.scoring.text_blocks import Container, PageText

_MOST_OF_PAGE = 0.3  # the share of a page's text at most
_NOTE = "note"
_STATUS, _TOASTS = "role=status", ("toast", "snackbar")


def overlays(page: PageText) -> list[int]:
    """Return the numbers of the blocks in boxes that open over the text, where most of the page stands outside."""
    boxes = list(filter(_opens_over, page.containers))
    if not boxes:
        return []
    most = _MOST_OF_PAGE * sum(block.length for block in page.blocks)
    return [number for box in boxes if box.length <= most for number in range(box.first, box.end)]


def _opens_over(box: Container) -> bool:
    if box.tag == "dialog":
        return box.element.get("open") is None
    if box.element.get("popover") is not None:
        return _NOTE not in box.names
    return _STATUS in box.extra and any(name in box.names for name in _TOASTS)
