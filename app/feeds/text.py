"""Texts of a feed without their markup. No I/O."""

import html
import re

import lxml.html
from lxml import etree

from app.text.normalize import line
from app.text.superscripts import spell_superscripts

# Of the markup of one text this much is looked at, since some of lxml's work grows with its square.
MARKUP_LENGTH = 8000

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_BLOCK = re.compile(r"<(?=/?(?:blockquote|br|dd|div|dl|dt|h[1-6r]|li|ol|p|pre|t[dhr]|ul)\b)", re.I)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# What a program escaped that meant it to be markup of XML; one forgets the `!` (Plume).
_CDATA = re.compile(r"<!?\[CDATA\[(.*?)(?:\]\]>|\Z)", re.S)
# What stands for a picture, or is said of it when somebody points at it.
_PICTURE = re.compile(
    r"""<img\s[^<>]{0,2000}?\b(?:alt|title)\s{0,9}=\s{0,9}(?:"([^"<>]{1,500})"|'([^'<>]{1,500})')""", re.I
)
# Elements that are never closed, or need not be (HTML standard, sections 13.1.2 and 13.1.2.4).
_ALONE = frozenset("br dd dt hr img input li p td th tr wbr".split())
_OPENING = re.compile(r"<(?=([A-Za-z][\w-]{0,40})>)")
_HELD = "\ufdd0"  # stands for a `<` that is text; a noncharacter, for internal use
# Where a tag does not end at the next `>`, or its text is none or not as it is; a parser is asked, and takes its time.
_INTRICATE = re.compile(
    r"<(?:script|style|su[bp]|!)|<[^<>]*[\"'][^\"'<>]*>[^<>\"']*[\"'][^<>]*>|<[A-Za-z/][^<>]*\Z", re.I
)


def plain(markup: str) -> str:
    """Return one line of text without tags; what was escaped twice is decoded twice."""
    text = line(markup[:MARKUP_LENGTH])
    for _ in range(2):
        text = _decoded(text)
    return line(text)


def plain_title(markup: str) -> str:
    """Return a title as one line of text; a tag that is never closed is what the title is about: `The <blink> tag`."""
    text = line(markup[:MARKUP_LENGTH])
    for _ in range(2):
        text = _decoded(_with_lone_tags_held(text))
    return line(text).replace(_HELD, "<")


def said_of_picture(markup: str) -> str:
    """Return the words that a text which has none of its own has for its first picture, or an empty string."""
    found = _PICTURE.search(markup[:MARKUP_LENGTH])
    return plain(found[1] or found[2]) if found else ""


def _decoded(text: str) -> str:
    """Return `text` decoded once: its tags taken out, or its references read."""
    text = _CDATA.sub(r"\1", text)
    return _without_tags(text) if _TAG.search(text) else html.unescape(text)


def _with_lone_tags_held(text: str) -> str:
    """Return `text` with a sign in place of the `<` of each tag that is never closed."""
    closed = text.lower()

    def held(tag: re.Match[str]) -> str:
        name = tag[1].lower()
        return "<" if name in _ALONE or f"</{name}" in closed else _HELD

    return _OPENING.sub(held, text)


def _without_tags(markup: str) -> str:
    if not _INTRICATE.search(markup):
        return html.unescape(_ANY_TAG.sub("", _BLOCK.sub(" <", markup)))
    tree = lxml.html.fromstring(f"<div>{_BLOCK.sub(' <', markup)}</div>")
    etree.strip_elements(tree, "script", "style", with_tail=False)
    spell_superscripts(tree)
    return str(tree.xpath("string()"))
