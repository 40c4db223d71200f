"""Decoded markup to a tree that no later stage can be hurt by.

lxml's attribute parsing is quadratic, and it silently drops what lies deeper than 255 levels unless
`huge_tree` is set; so attributes are counted before parsing and depth is flattened after it.
"""

import re

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from app.errors import BadMarkup, NoText
from app.extract.tag_names import clean_names

MAX_ATTRIBUTES = 500
MAX_DEPTH = 200

# A document, tokenised as the HTML standard does it (section 13.2.5), as far as a tag with too many attributes.
# Every quantifier is possessive and every alternative may end with the text, so one match in C is all it
# takes, linear in the length of whatever the page holds. No group captures: with possessive quantifiers
# around it that is an error in Python 3.11.
_ATTRIBUTE = (
    r"[\s/]*+[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?+)?+"
)
_HONEST_PART = re.compile(
    r"(?:[^<]++|<!--(?:.*?-->|.*+)|<(?:script|style)\b(?:.*?</(?:script|style)|.*+)|<(?![a-z])"
    rf"|<[a-z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}}+[\s/]*+(?:>|\Z))*+",
    re.IGNORECASE | re.DOTALL,
)
# Control characters, and the two that are none, as themselves or by reference: lxml reads them, and raises where a
# text that holds one is put elsewhere. White space for browsers and typewriters are form feed and vertical tab.
_CONTROLS = bytes({*range(0x20)} - set(b"\t\n\v\f\r"))
_SPACES = bytes.maketrans(b"\v\f", b"  ")
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_BAD_REFERENCE = re.compile(
    "&#(?:0*(?:[1-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9])|x0*(?:[1-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f]));?",
    re.IGNORECASE,
)
# lxml.html looks up a class for each tag in Python; nothing here needs the special ones of forms and inputs.
_ONE_CLASS = lxml.etree.ElementDefaultClassLookup(element=HtmlElement)


def parse(text: str) -> HtmlElement:
    """Return the root element of the page `text`, at most `MAX_DEPTH` levels deep, without comments.

    Its names and characters are such as lxml can write, whatever the page has.

    Raises `NoText` for a document without an element, `BadMarkup` for a tag with more than
    `MAX_ATTRIBUTES` attributes.
    """
    text = _writable(text)
    _refuse_attribute_floods(text)
    try:
        root = _tree(text)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise NoText("This page is empty.") from error
    flatten(root, MAX_DEPTH)
    return root


def parse_fragment(text: str) -> HtmlElement:
    """Return a part of a page that was parsed, as markup, as one `div`; an empty one where there is no body in it."""
    root = _tree(f"<html><body>{text}</body></html>")
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


def _tree(text: str) -> HtmlElement:
    # Bytes, because lxml refuses a str that carries an XML encoding declaration.
    root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=_parser())
    clean_names(root)
    return root


def _writable(text: str) -> str:
    """Return `text` without the characters that lxml reads but does not write."""
    source = text.encode("utf-8", "replace")
    writable = source.translate(_SPACES, _CONTROLS)
    text = text if writable == source else writable.decode()
    if "&#" in text:
        text = _BAD_REFERENCE.sub(" ", text)
    return _NO_CHARACTERS.sub("", text) if "\ufffe" in text or "\uffff" in text else text


def _parser() -> lxml.html.HTMLParser:
    """Return a parser for UTF-8 bytes; a new one each time, since threads wait for each other on a shared one."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    return parser


def _refuse_attribute_floods(text: str) -> None:
    honest = _HONEST_PART.match(text)
    if honest is None or honest.end() < len(text):
        raise BadMarkup(f"This page has a tag with more than {MAX_ATTRIBUTES} attributes, which no honest page has.")
