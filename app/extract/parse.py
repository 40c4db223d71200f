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

# What the HTML standard takes for tags (section 13.2.5), with a group that holds one attribute too many. No quantifier
# is followed by anything that can fail, so that nothing is tried twice: a search takes time that is linear in the
# length of whatever the page holds.
_ATTRIBUTE = r"[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^\s>\"'][^\s>]*)?)?"
_ATTRIBUTES = rf"(?:{_ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}}({_ATTRIBUTE})?"
_TAG = re.compile(
    rf"<(?:!--(?:.*?-->|.*)|(?:script|style)(?=[\s/>]){_ATTRIBUTES}(?:.*?</(?:script|style)|.*)"
    rf"|[a-z][^\s/>]*{_ATTRIBUTES})",
    re.IGNORECASE | re.DOTALL,
)
# lxml.html looks up a class for each tag in Python; nothing here needs the special ones of forms and inputs.
_ONE_CLASS = lxml.etree.ElementDefaultClassLookup(element=HtmlElement)


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
    """Return markup of our own making as one `div`; an empty one where the parser makes no body of it."""
    root = lxml.html.document_fromstring(f"<html><body>{text}</body></html>".encode(), parser=_parser())
    body = root.find("body")
    if body is None:
        return root.makeelement("div")
    body.tag = "div"
    root.remove(body)
    return body


def flatten(root: HtmlElement, depth: int) -> None:
    """Unwrap every element of `root` that lies more than `depth` levels deep; its text stays."""
    if not root.xpath("self::*" + "/*" * depth):
        return
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
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    return parser


def _refuse_attribute_floods(text: str) -> None:
    if any(tag.lastindex for tag in _TAG.finditer(text)):
        raise BadMarkup(f"This page has a tag with more than {MAX_ATTRIBUTES} attributes, which no honest page has.")
