"""Lines that a style sheet keeps as they are written (`white-space`): poems, songs, chats, letters."""

import re

from lxml.html import HtmlElement

_STYLE = re.compile(r"white-space\s*:\s*(pre|pre-line|pre-wrap|break-spaces)\b(?!-)", re.IGNORECASE)
_CLASS = re.compile(r"(?:^|\s)whitespace-(pre|pre-line|pre-wrap|break-spaces)(?:\s|$)")
_BLOCKS = frozenset("article blockquote br div dl figure h1 h2 h3 h4 h5 h6 li ol p pre section table ul".split())
_FOLDING = "pre-line"
_MOST_LINES = 5_000
_INDENT = "\u00a0"


def keep_lines(root: HtmlElement) -> None:
    """Put a line break at each line end that is shown as one, and indents before lines that are set in, in place."""
    left = _MOST_LINES
    for element in root.xpath(".//*[contains(@style, 'white-space') or contains(@class, 'whitespace-')]"):
        found = _STYLE.search(element.get("style") or "") or _CLASS.search(element.get("class") or "")
        if found and left > 0 and element.tag != "pre" and not any(each.tag in _BLOCKS for each in element):
            left -= break_lines(element, keeps_spaces=found[1].lower() != _FOLDING)


def break_lines(element: HtmlElement, *, keeps_spaces: bool) -> int:
    """Put a line break at each line end in an element, in place, and return how many there are."""
    element.text = (element.text or "").lstrip("\n")
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip()
    else:
        element.text = element.text.rstrip()
    count = 0
    for each in list(element.iter()):
        if each is not element:
            count += _put_breaks(each, each.tail or "", True, keeps_spaces)
        count += _put_breaks(each, each.text or "", False, keeps_spaces)
    return count


def _put_breaks(element: HtmlElement, text: str, is_tail: bool, keeps_spaces: bool) -> int:
    first, *lines = text.split("\n")
    if not lines:
        return 0
    breaks = [_line(element, each, keeps_spaces) for each in lines]
    parent = element.getparent()
    if is_tail and parent is not None:
        element.tail = first
        behind = parent.index(element) + 1
        parent[behind:behind] = breaks
    else:
        element.text = first
        element[0:0] = breaks
    return len(lines)


def _line(element: HtmlElement, text: str, keeps_spaces: bool) -> HtmlElement:
    """Return a line break with the line behind it."""
    line_break = element.makeelement("br")
    said = text.lstrip(" \t")
    indent = len(text[: len(text) - len(said)].expandtabs(8)) if keeps_spaces else 0
    line_break.tail = _INDENT * indent + said
    return line_break
