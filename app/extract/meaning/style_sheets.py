"""What the style sheets in a page say of its classes, where it is meaning: struck out, raised, lowered.

Programs that write documents (Google Docs, Word, LibreOffice) give each look of a text a class of its own, `c7`, and
say only in a `style` element what that is (CSS 2.2, sections 10.8.1 and 16.3.1).
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

_MOST_SHEETS = 300_000  # characters of all
_MOST_CLASSES = 200
_MOST_PARTS = 50  # texts in one
_LONGEST = 400  # characters that are struck out, raised or lowered
_INLINE = frozenset({"b", "em", "font", "i", "span", "strong", "u"})
_SELECTOR = re.compile(r"\s*(?:span|font|p|body)?\.([A-Za-z_][\w-]{0,60})\s*")
_SAID = (
    (re.compile(r"text-decoration(?:-line)?\s*:[^;:]{0,80}line-through", re.IGNORECASE), "s"),
    (re.compile(r"vertical-align\s*:\s*super\b", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE), "sub"),
)
_RAISED = re.compile(r"[\w*†‡§(),.+−–-]{1,12}")  # what is raised or lowered: a number, a sign, a short word


def tag_by_style_sheets(root: HtmlElement) -> None:
    """Give parts of lines that a style sheet of the page strikes out, raises or lowers the tag for it, in place."""
    tags = dict(islice(_tags(root), _MOST_CLASSES))
    if not tags:
        return
    for element in list(root.iter(*_INLINE)):
        names = (element.get("class") or "").split()
        tag = next((tags[name] for name in names if name in tags), "")
        if tag and _may_be(element, tag):
            _wrap(element, tag)


def _tags(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the classes that mean something, each with its tag."""
    left = _MOST_SHEETS
    for sheet in root.iter("style"):
        text = sheet.text or ""
        left -= len(text)
        if left < 0:
            return
        if _may_say(text):
            yield from _rules(_without_comments(text))


def _without_comments(text: str) -> str:
    first, *others = text.split("/*")
    return first + "".join(each.partition("*/")[2] for each in others)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    for rule in text.split("}"):
        head, _, said = rule.rpartition("{")
        tag = next((tag for pattern, tag in _SAID if pattern.search(said)), "") if _may_say(said.lower()) else ""
        for selector in head.rpartition("{")[2].split(",") if tag else ():
            if found := _SELECTOR.fullmatch(selector):
                yield found[1], tag


def _may_say(said: str) -> bool:
    return "line-through" in said or "vertical-align" in said


def _may_be(element: HtmlElement, tag: str) -> bool:
    parts = list(islice(element.itertext(), _MOST_PARTS + 1))
    said = line("".join(parts)) if len(parts) <= _MOST_PARTS else ""
    return 0 < len(said) <= _LONGEST and (tag == "s" or _RAISED.fullmatch(said) is not None)


def _wrap(element: HtmlElement, tag: str) -> None:
    """Put all that an element holds into one of another tag."""
    inner = element.makeelement(tag)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
