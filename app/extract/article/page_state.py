"""The text of an article in the data that a page carries for its scripts, as `__NEXT_DATA__` and its like hold it.

The data has the form that each site gave it. What many share: the text is a string of markup under a telling name, or
a list of paragraphs as objects (ProseMirror, Slate, Contentful, Portable Text); and its headline stands beside it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from app.extract.article.cached_entries import put_entries_in_place
from app.extract.article.editor_forms import delta_markup, value_in
from app.extract.article.script_values import streamed_values, values_in
from app.extract.scoring.text_blocks import UNPARTED
from app.text.markdown import is_markdown, markdown_markup
from app.text.normalize import letters

SHORTEST = 200  # letters of a text that is worth a look
_MOST_NODES = 100_000
_DEEPEST = 10  # levels of one paragraph
_LONGEST_HEADING = 200
_FEWEST_PARAGRAPHS = 2
_PARAGRAPH = 40  # letters
_PROPERTIES = 3  # the place of an element's properties

_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|table|section|article)\b", re.IGNORECASE)
_PARAGRAPH_TAG = re.compile(r"<p\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_HEADING = re.compile(r"head|title|^h[1-6]$", re.IGNORECASE)
_QUOTED = re.compile(r"quot", re.IGNORECASE)
# What stands among paragraphs and is none: Arc's links to other stories, and offers.
_OF_OTHERS = re.compile(r"interstitial|newsletter|promo|related|^ad(?:vert\w*)?$", re.IGNORECASE)
_ID = re.compile(r"[\w-]{1,16}", re.ASCII)
_NAME = "name"
_HEADLINES = ("headline", "title", _NAME, "headlines")
_SAID_AS = ("rendered", "basic")  # by WordPress, by Arc
_KINDS = ("type", "nodeType", "_type", "__typename", "kind", "style", "tag")
# Where the words of a paragraph are kept; the first that has any counts.
_WORDS = ("html", "markup", "text", "content", "contents", "children", "value", "body", "blocks", "data", "model")
_PARTS = ("content_elements", "contentElements")  # paragraphs within one, as Arc has them
_ITEMS = "items"  # of a list
_STRUCTURE = frozenset({"children", "root"})  # within a text of Lexical
_OPERATIONS = "ops"  # of Quill
_CONTENT = "content"  # what the children of such an element are
_WHOLES = frozenset({"article", "main"})  # tags
_BODIES = frozenset(
    "article articlebody articlecontent articletext blocks body bodyhtml bodytext components content contentelements "
    "contenthtml contents elements fulltext html lexical maincontent markup paragraphs richtext rendered story "
    "storybody text".split()
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
            put_entries_in_place(value)
            yield from _walk(value, in_title)
    for value in streamed_values(scripts):
        yield from _walk(value, in_title)


def as_markup(text: str) -> str:
    """Return a text from a page's data as markup: it may be that, escaped or not, Markdown, or plain lines."""
    if not _TAG.search(text) and "&" in text:
        text = unescape(text)
    if not _PARAGRAPH_TAG.search(text) and is_markdown(text):
        return markdown_markup(text, with_markup=True)
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
        if isinstance(node, dict) and (own := letters(_headline(node))):
            titled = in_title(own)
        yield from _worth(_own_markup(node, key, titled), titled)
        todo.extend((inner, name, titled) for inner, name in _within(node, key) if _may_hold_text(inner))


def _own_markup(node: object, key: str, titled: bool) -> str:
    """Return the markup that a value under `key` is as a whole; nothing where it is none, or holds several."""
    if isinstance(node, dict):
        operations = node.get(_OPERATIONS)
        return delta_markup(operations) if isinstance(operations, list) else ""
    if isinstance(node, list):
        return _joined(node) if (titled or _is_body(key)) and not _is_element(node) else ""
    if isinstance(node, str) and _is_body(key) and _has_words(node) and value_in(node) is None:
        return as_markup(node)
    return ""


def _within(node: object, key: str) -> Iterator[tuple[object, str]]:
    """Yield what a value holds, with the keys that it stands under."""
    if isinstance(node, dict):
        yield from ((inner, _key(str(name), key)) for name, inner in node.items())
    elif isinstance(node, list) and _is_element(node):
        yield node[_PROPERTIES], ""
        if node[1] in _WHOLES:
            yield node[_PROPERTIES].get("children"), _CONTENT
    elif isinstance(node, list):
        yield from ((inner, key) for inner in node)
    elif isinstance(node, str):
        yield value_in(node), key


def _key(name: str, around: str) -> str:
    """Return under which key a value stands; the root of a text and its children stand under that of the text."""
    return around if name in _STRUCTURE else name


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
    """Return what an object is called, where it has a name that is more than a sign for scripts (`n7`, `block-3`)."""
    for key in _HEADLINES:
        said = node.get(key)
        if isinstance(said, dict):
            said = next(filter(None, map(said.get, _SAID_AS)), None)
        if isinstance(said, str) and said.strip() and not (key == _NAME and _ID.fullmatch(said)):
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
    kind = next((str(item[key]) for key in _KINDS if item.get(key)), "") if isinstance(item, dict) else ""
    if _OF_OTHERS.search(kind):
        return ""
    said = _said(item, 0)
    if said and _QUOTED.search(kind):
        return f"<blockquote>{as_markup(said)}</blockquote>"
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
    if isinstance(node, dict) and (parts := next(filter(None, map(node.get, _PARTS)), None)):
        return "".join(f"<p>{_said(each, level + 1)}</p>" for each in parts)
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
