"""The text of an article in the data that a page carries for its scripts, as `__NEXT_DATA__` and its like hold it.

The data has the form that each site gave it. What many share: the text is a string of markup under a telling name, or
a list of paragraphs as objects (ProseMirror, Slate, Contentful, Portable Text); and its headline stands beside it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from app.extract.article.script_values import streamed_values, values_in
from app.extract.scoring.text_blocks import UNPARTED
from app.text.normalize import letters

SHORTEST = 200  # letters of a text that is worth a look
_MOST_NODES = 100_000
_DEEPEST = 10  # levels of one paragraph
_LONGEST_HEADING = 200
_FEWEST_PARAGRAPHS = 2
_PARAGRAPH = 40  # letters
_PROPERTIES = 3  # the place of an element's properties

_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|table|section|article)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_HEADING = re.compile(r"head|title|^h[1-6]$", re.IGNORECASE)
_HEADLINES = ("headline", "title", "name", "headlines")
_SAID_AS = ("rendered", "basic")  # by WordPress, by Arc
_KINDS = ("type", "nodeType", "_type", "__typename", "kind", "style", "tag")
# Where the words of a paragraph are kept; the first that has any counts.
_WORDS = ("html", "markup", "text", "content", "contents", "children", "value", "body", "blocks", "data", "model")
_ITEMS = "items"  # of a list
_CONTENT = "content"  # what the children of such an element are
_WHOLES = frozenset({"article", "main"})  # tags
_BODIES = frozenset(
    "article articlebody articlecontent articletext blocks body bodyhtml bodytext components content contentelements "
    "contenthtml contents elements fulltext html maincontent markup paragraphs richtext rendered story storybody "
    "text".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """A text that may be that of the article: its markup, not yet cleaned, and whether the page's title is its own."""

    markup: str
    is_titled: bool


def bodies(scripts: Sequence[str], in_title: Callable[[str], bool]) -> Iterator[Body]:
    """Yield the texts in the data of scripts; `in_title` says whether letters are of the page's title."""
    for script in scripts:
        for value in values_in(script):
            yield from _walk(value, in_title)
    for value in streamed_values(scripts):
        yield from _walk(value, in_title)


def as_markup(text: str) -> str:
    """Return a text from a page's data as markup: it may be markup, markup that is escaped, or lines of plain text."""
    if not _TAG.search(text) and "&" in text:
        text = unescape(text)
    if _BLOCK.search(text):
        return text
    lines = text if _TAG.search(text) else escape(text, quote=False)
    return "".join(f"<p>{each}</p>" for each in lines.splitlines() if each.strip())


def _walk(value: object, in_title: Callable[[str], bool]) -> Iterator[Body]:
    todo: list[tuple[object, str, bool]] = [(value, "", False)]
    for _ in range(_MOST_NODES):
        if not todo:
            return
        node, key, titled = todo.pop()
        if isinstance(node, dict):
            own = letters(_headline(node))
            titled = in_title(own) if own else titled
            todo.extend((inner, str(name), titled) for name, inner in node.items() if _may_hold_text(inner))
        elif isinstance(node, list) and _is_element(node):
            todo.append((node[_PROPERTIES], "", titled))
            if node[1] in _WHOLES:
                todo.append((node[_PROPERTIES].get("children"), _CONTENT, titled))
        elif isinstance(node, list):
            if titled or _is_body(key):
                yield from _worth(_joined(node), titled)
            todo.extend((inner, key, titled) for inner in node if _may_hold_text(inner))
        elif isinstance(node, str) and _may_hold_text(node) and _is_body(key) and _has_words(node):
            yield from _worth(as_markup(node), titled)


def _may_hold_text(node: object) -> bool:
    """Say whether a value is worth a look: most are numbers, and names of a word."""
    return isinstance(node, (dict, list)) or (isinstance(node, str) and len(node) > SHORTEST)


def _has_words(text: str) -> bool:
    """Say whether a long text is of words, and no code: it has spaces, or signs that are written without."""
    return " " in text or UNPARTED.search(text) is not None


def _is_body(key: str) -> bool:
    return key.lower().replace("_", "") in _BODIES


def _worth(markup: str, titled: bool) -> Iterator[Body]:
    if len(letters(_TAG.sub(" ", markup))) >= SHORTEST:
        yield Body(markup, titled)


def _headline(node: dict[str, object]) -> str:
    """Return what an object is called, where it has a name."""
    for key in _HEADLINES:
        said = node.get(key)
        if isinstance(said, dict):
            said = next(filter(None, map(said.get, _SAID_AS)), None)
        if isinstance(said, str) and said.strip():
            return unescape(said)
    return ""


def _joined(items: list[object]) -> str:
    """Return the markup of a list of paragraphs, or nothing where it is a list of something else."""
    parts = [_paragraph(item) for item in items]
    long = sum(len(letters(_TAG.sub(" ", part))) >= _PARAGRAPH for part in parts)
    return "".join(parts) if long >= _FEWEST_PARAGRAPHS else ""


def _paragraph(item: object) -> str:
    """Return the markup of one paragraph; an object with a headline of its own is another story."""
    if isinstance(item, dict) and _headline(item):
        return ""
    said = _said(item, 0)
    kind = next((str(item[key]) for key in _KINDS if item.get(key)), "") if isinstance(item, dict) else ""
    if _HEADING.search(kind) and len(said) < _LONGEST_HEADING and not _TAG.search(said):
        return f"<h2>{escape(said, quote=False)}</h2>"
    return as_markup(said)


def _said(node: object, level: int) -> str:
    """Return the words of a paragraph, whose parts may be objects themselves."""
    if isinstance(node, str):
        return node
    if level == _DEEPEST:
        return ""
    if isinstance(node, list) and _is_element(node):
        return _element(node, level)
    if isinstance(node, list):
        return "".join(_said(each, level + 1) for each in node)
    if isinstance(node, dict) and isinstance(node.get(_ITEMS), list):
        return _list(node[_ITEMS], level)
    if isinstance(node, dict):
        return next(filter(None, (_said(node.get(key), level + 1) for key in _WORDS)), "")
    return ""


def _list(items: Sequence[object], level: int) -> str:
    """Return the markup of a list; an item with a headline of its own is another story."""
    said = [_said(item, level + 1) for item in items if not (isinstance(item, dict) and _headline(item))]
    listed = "".join(f"<li>{each if _TAG.search(each) else escape(each, quote=False)}</li>" for each in said if each)
    return f"<ul>{listed}</ul>" if listed else ""


def _is_element(node: Sequence[object]) -> bool:
    """Say whether a list is an element as React's server components are sent: `["$", tag, key, properties]`."""
    return len(node) > _PROPERTIES and node[0] == "$" and isinstance(node[_PROPERTIES], dict)


def _element(node: Sequence[Any], level: int) -> str:
    """Return the markup of an element; a component, whose name is a reference, is what it holds."""
    tag, properties = node[1], node[_PROPERTIES]
    raw = properties.get("dangerouslySetInnerHTML")
    inner = _said(raw.get("__html") if isinstance(raw, dict) else properties.get("children"), level + 1)
    if not isinstance(tag, str) or not tag.isalnum():
        return inner
    return f"<{tag}>{inner if _TAG.search(inner) else escape(inner, quote=False)}</{tag}>"
