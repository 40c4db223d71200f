"""Text that is struck out (HTML standard, 4.5.5 and 4.7.2), named as that: without its line it says the contrary."""

import re

from lxml.html import HtmlElement

from app.text.normalize import line

LONGEST = 1_000  # characters; what is struck at greater length was never closed
BEGIN, END = "[struck out: ", "]"

_TAGS = ("del", "s", "strike")
_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;:]{0,80}line-through", re.IGNORECASE)
_CLASSES = re.compile(r"(?:^|\s)(?:line-?through|strike-?through|strikeout|struck)(?:\s|$)", re.IGNORECASE)
_BY_LOOK = ".//*[contains(@style, 'line-through') or contains(@class, 'str') or contains(@class, 'through')]"
_BLOCKS = frozenset("blockquote div dd dl dt h1 h2 h3 h4 h5 h6 li ol p table td th tr ul".split())
_CODE = ("code", "pre")


def mark_struck(root: HtmlElement) -> None:
    """Put each text of the tree that its tag strikes out in brackets that say so."""
    for element in list(root.iter(*_TAGS)):
        _mark(element)


def mark_struck_by_look(root: HtmlElement) -> None:
    """Put each text of the tree that is struck out by its style or class in brackets that say so."""
    for element in root.xpath(_BY_LOOK):
        if _looks_struck(element):
            _mark(element)


def _looks_struck(element: HtmlElement) -> bool:
    return bool(_STYLE.search(element.get("style") or "") or _CLASSES.search(element.get("class") or ""))


def _mark(element: HtmlElement) -> None:
    text = line(element.text_content())
    if not any(map(str.isalnum, text)) or len(text) > LONGEST or next(element.iterancestors(*_CODE), None) is not None:
        return
    if BEGIN in text or any((each.text or "").startswith(BEGIN) for each in element.iterancestors()):
        return
    blocks = [each for each in element.iter() if each.tag in _BLOCKS]
    if not blocks:
        _enclose(element)
    for block in blocks:
        if line(block.text_content()) and not any(inner.tag in _BLOCKS for inner in block.iterdescendants()):
            _enclose(block)


def _enclose(element: HtmlElement) -> None:
    element.text = BEGIN + (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + END
    else:
        element.text = element.text.rstrip() + END
