"""What stands in a tree right before an element, by which many rules tell what it is."""

from lxml.html import HtmlElement


def text_before(element: HtmlElement) -> str:
    """Return the text at once before an element, in the one around it; nothing where another element is between."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return before.tail or ""
    return "" if parent is None else parent.text or ""


def words_before(element: HtmlElement) -> str:
    """Return the text at once before an element, and where there is none, what the element before it says."""
    before = element.getprevious()
    return text_before(element) or ("" if before is None else str(before.text_content()))
