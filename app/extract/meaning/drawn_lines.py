"""What a line over letters says: how far a root reaches, and which figures of a fraction repeat without end."""

import re

from lxml.html import HtmlElement

from app.extract.right_before import words_before
from app.text.normalize import line

# What stands in the styles of a page that has such lines.
SIGNS = ("border-top", "overline")
_LINE = re.compile(r"border-top(?:-style)?\s*:\s*(?!0|none)|text-decoration(?:-line)?\s*:\s*overline", re.IGNORECASE)
_FRACTION = re.compile(r"\d[.,·]\d{0,20}\Z")


def write_lines(root: HtmlElement) -> None:
    """Put brackets around what stands under the line of a root, and around figures that repeat, in place."""
    for element in root.iter("span"):
        style = element.get("style")
        if style and _LINE.search(style) and _needs_brackets(words_before(element), line(element.text_content())):
            _bracket(element)


def _needs_brackets(before: str, said: str) -> bool:
    if before.rstrip().endswith("√"):
        return not said.isalnum()
    return said.isdigit() and _FRACTION.search(before) is not None


def _bracket(element: HtmlElement) -> None:
    element.text = f"({(element.text or '').lstrip()}"
    if len(element):
        element[-1].tail = f"{(element[-1].tail or '').rstrip()})"
    else:
        element.text = f"{element.text.rstrip()})"
