"""How a part of a tree is put in other words: in place, with all that stands around it."""

from lxml.html import HtmlElement


def replace_by_text(element: HtmlElement, text: str) -> None:
    """Make of an element one that holds `text` and nothing else; what follows it stays."""
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "span", text, tail
