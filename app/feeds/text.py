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
# Where a tag does not end at the next `>`, or its text is none or not as it is; a parser is asked, and takes its time.
_INTRICATE = re.compile(
    r"<(?:script|style|su[bp]|!)|<[^<>]*[\"'][^\"'<>]*>[^<>\"']*[\"'][^<>]*>|<[A-Za-z/][^<>]*\Z", re.I
)


def plain(markup: str) -> str:
    """Return one line of text without tags; what was escaped twice is decoded twice."""
    text = line(markup[:MARKUP_LENGTH])
    for _ in range(2):
        text = _without_tags(text) if _TAG.search(text) else html.unescape(text)
    return line(text)


def _without_tags(markup: str) -> str:
    if not _INTRICATE.search(markup):
        return html.unescape(_ANY_TAG.sub("", _BLOCK.sub(" <", markup)))
    tree = lxml.html.fromstring(f"<div>{_BLOCK.sub(' <', markup)}</div>")
    etree.strip_elements(tree, "script", "style", with_tail=False)
    spell_superscripts(tree)
    return str(tree.xpath("string()"))
