"""Paragraphs as the data of a page has them, objects of each site's own making, as markup.

What many share: a paragraph says what kind it is, and has its words under one of a few names, or parts that have them.
"""

import re
from collections.abc import Sequence
from html import escape, unescape
from typing import Any

from app.text.markdown import is_markdown, markdown_markup
from app.text.normalize import letters

PROPERTIES = 3  # the place of an element's properties
TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_DEEPEST = 10  # levels of one paragraph
_LONGEST_HEADING = 200
_FEWEST_PARAGRAPHS = 2
_PARAGRAPH = 40  # letters

_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|table|section|article)\b", re.IGNORECASE)
_PARAGRAPH_TAG = re.compile(r"<p\b", re.IGNORECASE)
_NAME = "name"
_HEADING = re.compile(r"head|title|^h[1-6]$", re.IGNORECASE)
_LISTED = re.compile(r"^(?:[ou]l|list|core/list)$|(?:bullet|number|order)\w{0,8}[-_]?list$", re.IGNORECASE)
_QUOTED = re.compile(r"quot", re.IGNORECASE)
# What stands among paragraphs and is none: Arc's links to other stories, and offers.
_OF_OTHERS = re.compile(r"also-?read|interstitial|newsletter|promo|related|^ad(?:vert\w{0,9})?$", re.IGNORECASE)
_ID = re.compile(r"[\w-]{1,16}|[a-z-]{1,20}/[a-z-]{1,40}", re.ASCII)
_HEADLINES = ("headline", "title", _NAME, "headlines")
_SAID_AS = ("rendered", "basic")  # by WordPress, by Arc
_PART_KIND = "subtype"
_KINDS = ("type", "nodeType", "_type", "__typename", "kind", "style", "tag", _NAME)
# Where the words of a paragraph are kept; the first that has any counts.
_WORDS = tuple(
    "html markup text content contents children value body blocks data model attributes nodes textData".split()
)
_PARTS = ("content_elements", "contentElements", "story-elements")  # paragraphs within one, of Arc, of Quintype
_ITEMS = "items"  # of a list


def as_markup(text: str) -> str:
    """Return a text from a page's data as markup: it may be that, escaped or not, Markdown, or plain lines."""
    if not TAG.search(text) and "&" in text:
        text = unescape(text)
    if not _PARAGRAPH_TAG.search(text) and is_markdown(text):
        return markdown_markup(text, with_markup=True)
    if _BLOCK.search(text):
        return text
    lines = text if TAG.search(text) else escape(text, quote=False)
    return "".join(f"<p>{each}</p>" for each in lines.splitlines() if each.strip())


def headline(node: dict[str, object]) -> str:
    """Return what an object is called, where it has a name that is more than a sign for scripts (`n7`, `block-3`)."""
    for key in _HEADLINES:
        said = node.get(key)
        if isinstance(said, dict):
            said = next(filter(None, map(said.get, _SAID_AS)), None)
        if isinstance(said, str) and said.strip() and not (key == _NAME and _ID.fullmatch(said)):
            return unescape(said)
    return ""


def joined(items: list[object]) -> str:
    """Return the markup of a list of paragraphs, or nothing where it is a list of something else."""
    parts = [_paragraph(item) for item in items]
    long = sum(len(letters(TAG.sub(" ", part))) >= _PARAGRAPH for part in parts)
    return "".join(parts) if long >= _FEWEST_PARAGRAPHS else ""


def _paragraph(item: object) -> str:
    """Return the markup of one paragraph; an object with a headline of its own is another story."""
    if isinstance(item, dict) and headline(item):
        return ""
    kind = _kind(item)
    if _is_of_others(item):
        return ""
    said = _said(item, 0)
    if said and _QUOTED.search(kind):
        return f"<blockquote>{as_markup(said)}</blockquote>"
    if _HEADING.search(kind) and len(said) < _LONGEST_HEADING and not TAG.search(said):
        return f"<h2>{escape(said, quote=False)}</h2>"
    return as_markup(said)


def _said(node: object, level: int) -> str:
    """Return the words of a paragraph, whose parts may be objects themselves."""
    if isinstance(node, str):
        return node
    if level == _DEEPEST:
        return ""
    if isinstance(node, list) and is_element(node):
        return _element(node, level)
    if isinstance(node, list):
        return "".join(_said(each, level + 1) for each in node)
    if isinstance(node, dict) and (items := _items(node)):
        return _list(items, level)
    if isinstance(node, dict) and (parts := next(filter(None, map(node.get, _PARTS)), None)):
        return "".join(f"<p>{_said(each, level + 1)}</p>" for each in parts if not _is_of_others(each))
    if isinstance(node, dict):
        return next(filter(None, (_said(node.get(key), level + 1) for key in _WORDS)), "")
    return ""


def _items(node: dict[str, Any]) -> list[object]:
    """Return the items of an object that is a list, or those that it has under that name."""
    names = (_ITEMS, "children", "content", "nodes") if _LISTED.search(_kind(node)) else (_ITEMS,)
    return next((each for each in map(node.get, names) if isinstance(each, list)), [])


def _kind(item: object) -> str:
    """Return the first word that an object has for what it is."""
    return next((str(item[key]) for key in _KINDS if item.get(key)), "") if isinstance(item, dict) else ""


def _is_of_others(item: object) -> bool:
    """Say whether an object that stands among paragraphs is named as what is none, or as a part that is."""
    if not isinstance(item, dict):
        return False
    return _OF_OTHERS.search(_kind(item)) is not None or _OF_OTHERS.search(str(item.get(_PART_KIND))) is not None


def _list(items: Sequence[object], level: int) -> str:
    """Return the markup of a list; an item with a headline of its own is another story."""
    said = [_said(item, level + 1) for item in items if not (isinstance(item, dict) and headline(item))]
    listed = "".join(f"<li>{each if TAG.search(each) else escape(each, quote=False)}</li>" for each in said if each)
    return f"<ul>{listed}</ul>" if listed else ""


def is_element(node: Sequence[object]) -> bool:
    """Say whether a list is an element as React's server components are sent: `["$", tag, key, properties]`."""
    return len(node) > PROPERTIES and node[0] == "$" and isinstance(node[PROPERTIES], dict)


def _element(node: Sequence[Any], level: int) -> str:
    """Return the markup of an element; a component, whose name is a reference, is what it holds."""
    tag, properties = node[1], node[PROPERTIES]
    raw = properties.get("dangerouslySetInnerHTML")
    inner = _said(raw.get("__html") if isinstance(raw, dict) else properties.get("children"), level + 1)
    if not isinstance(tag, str) or not tag.isalnum():
        return inner
    return f"<{tag}>{inner if TAG.search(inner) else escape(inner, quote=False)}</{tag}>"
