"""Decoded markup to a tree that no later stage can be hurt by.

lxml's attribute parsing is quadratic, and it silently drops what lies deeper than 255 levels unless
`huge_tree` is set; so attributes are counted before parsing and depth is flattened after it.
"""

import re

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from app.errors import BadMarkup, NoText

MAX_ATTRIBUTES = 500
MAX_DEPTH = 200
# No tag with fewer characters can hold more than MAX_ATTRIBUTES attributes.
_SHORTEST_SUSPECT = 2 * MAX_ATTRIBUTES

# Attributes as the HTML standard tokenises them (section 13.2.5.32 and on). Every alternative ends at the end
# of the text too and every quantifier is possessive, so that the scan is linear whatever the page holds.
_ATTRIBUTE = (
    r"[\s/]*+[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</(?:script|style)|\Z)|(<[a-z][^\s/>]*+)(?:" + _ATTRIBUTE + ")*+",
    re.IGNORECASE | re.DOTALL,
)


def parse(text: str) -> HtmlElement:
    """Return the root element of the page `text`, at most `MAX_DEPTH` levels deep, without comments.

    Raises `NoText` for a document without an element, `BadMarkup` for a tag with more than
    `MAX_ATTRIBUTES` attributes.
    """
    _refuse_attribute_floods(text)
    # Bytes, because lxml refuses a str that carries an XML encoding declaration.
    source = text.encode("utf-8", "replace")
    try:
        root = lxml.html.document_fromstring(source, parser=_parser())
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise NoText("This page is empty.") from error
    flatten(root, MAX_DEPTH)
    return root


def parse_fragment(text: str) -> HtmlElement:
    """Return markup of our own making as one `div`."""
    return lxml.html.fragment_fromstring(text.encode("utf-8"), create_parent="div", parser=_parser())


def flatten(root: HtmlElement, depth: int) -> None:
    """Unwrap every element of `root` that lies more than `depth` levels deep; its text stays."""
    level = 0
    too_deep = []
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        if event == "start" and level > depth:
            too_deep.append(element)
    for element in too_deep:
        element.drop_tag()


def _parser() -> lxml.html.HTMLParser:
    """Return a parser for UTF-8 bytes; a new one each time, since threads wait for each other on a shared one."""
    return lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)


def _refuse_attribute_floods(text: str) -> None:
    for tag in _TAGS.finditer(text):
        if tag[1] and tag.end() - tag.start() > _SHORTEST_SUSPECT:
            attributes = _ATTRIBUTES.findall(text, tag.end(1), tag.end())
            if len(attributes) > MAX_ATTRIBUTES:
                raise BadMarkup(f"This page has a tag with {len(attributes)} attributes, which no honest page has.")
