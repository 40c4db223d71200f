"""Texts of a feed without their markup. Floor 2: no I/O."""

import html
import re

import lxml.html
from lxml import etree

from app.characters import line

# Of the markup of one text this much is looked at, since some of lxml's work grows with its square.
MARKUP_LENGTH = 8000

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_BLOCK = re.compile(r"<(?=/?(?:blockquote|br|dd|div|dl|dt|h[1-6r]|li|ol|p|pre|t[dhr]|ul)\b)", re.I)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# Where a tag does not end at the next `>`, or its text is none; a parser is asked about that, and takes its time.
_INTRICATE = re.compile(r"<(?:script|style|!)|<[^<>]*[\"'][^\"'<>]*>[^<>]*[\"'][^<>]*>|<[A-Za-z/][^<>]*\Z", re.I)
_SENTENCE_END = re.compile(r"[.!?][\"')\]\u201d\u2019]?(?= )")


def plain(markup: str) -> str:
    """Return one line of text without tags; what was escaped twice is decoded twice."""
    text = line(markup[:MARKUP_LENGTH])
    for _ in range(2):
        text = _without_tags(text) if _TAG.search(text) else html.unescape(text)
    return line(text)


def cut(text: str, most: int) -> str:
    """Return at most `most` characters of `text`, up to the end of a sentence or else of a word.

    Three dots follow where something is missing; the cut is never in the first half of the length.
    """
    if len(text) <= most:
        return text
    ends = [end.end() for end in _SENTENCE_END.finditer(text, most // 2, most)]
    if ends:
        return text[: ends[-1]] + " ..."
    space = text.rfind(" ", most // 2, most)
    return text[: space if space > 0 else most].rstrip(",;:") + "..."


def _without_tags(markup: str) -> str:
    if not _INTRICATE.search(markup):
        return html.unescape(_ANY_TAG.sub("", _BLOCK.sub(" <", markup)))
    tree = lxml.html.fromstring(f"<div>{_BLOCK.sub(' <', markup)}</div>")
    etree.strip_elements(tree, "script", "style", with_tail=False)
    return str(tree.xpath("string()"))
