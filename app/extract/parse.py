"""Decoded markup to a tree that no later stage can be hurt by.

lxml's attribute parsing is quadratic, and it silently drops what lies deeper than 255 levels unless
`huge_tree` is set; so attributes are counted before parsing and depth is flattened after it.
"""

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from app.errors import BadMarkup, NoText
from app.extract.caps import cap, unwrap
from app.extract.deep import LOSING, shallow_tree
from app.extract.early_ends import without_early_ends
from app.extract.meaning import spell_out
from app.extract.meaning.places import LEADS_TO, PLACE
from app.extract.tag_names import clean_names
from app.extract.templates import place_templates
from app.sentences import Sentence

MAX_ATTRIBUTES = 500
TOO_MANY = Sentence("This page has a tag with more than %(most)s attributes, which no honest page has.")
MAX_DEPTH = 200
MARK = "data-n"  # the attribute that holds the number of a picture, an embed or a form, at its place
_OURS = frozenset({MARK, LEADS_TO, PLACE})
# Documents that stand in an attribute of a frame, and the characters from which on one is more than an advert.
MOST_DOCUMENTS, SHORTEST_DOCUMENT = 20, 400

# Tags as the HTML standard reads them (section 13.2.5), up to a number of attributes. Of an attribute that something
# follows there is one reading only: its name ends before white space, a slash or an equals sign, its value at a
# quotation mark or before white space. A tag without any is passed over.
# Letters of either case are named, since searches without regard to case take twice as long.
_BEGINNING = re.compile(
    r"<(?:(?P<raw>[sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE])(?=[\s/>])|[A-Za-z][^\s/><]*[\s/<]|(?P<comment>!--))"
)
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*\s)[\s/=]*"""
_ATTRIBUTE = rf"[^\s/>=]+(?:\s+|\s*/[\s/=]*|\s*=\s*{_VALUE})"
_ONE_MORE = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"<[^\s/>]+(?:[\s/][\s/=]*(?:{_ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}})?")
_RAW_END = re.compile(r"</(?:[sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE])")
# An attribute takes two characters at least, so a shorter tag has not so many.
_LONG_TAG = 2 * MAX_ATTRIBUTES
# Control characters, and the two that are none, as themselves or by reference: lxml reads them, and raises where a
# text that holds one is put elsewhere. White space for browsers and typewriters are form feed and vertical tab.
_CONTROLS = bytes({*range(0x20)} - set(b"\t\n\v\f\r"))
_SPACES = bytes.maketrans(b"\v\f", b"  ")
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_BAD_REFERENCE = (
    "&#(?:0*(?:[1-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9])|x0*(?:[1-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f]));?"
)
# A character beyond the first plane written as the two halves that UTF-16 has for it, as some programs do.
_HALVES = (
    "&#(?:0*(?P<high>5529[6-9]|55[3-9][0-9]{2}|56[0-2][0-9]{2}|563[01][0-9])|x(?P<hexhigh>d[89ab][0-9a-f]{2}));"
    "&#(?:0*(?P<low>563[2-9][0-9]|56[4-9][0-9]{2}|57[0-2][0-9]{2}|573[0-3][0-9]|5734[0-3])|x(?P<hexlow>d[c-f][0-9a-f]{2}));"
)
_ODD_REFERENCE = re.compile(f"{_HALVES}|{_BAD_REFERENCE}", re.IGNORECASE)
# lxml.html looks up a class for each tag in Python; nothing here needs the special ones of forms and inputs.
_ONE_CLASS = lxml.etree.ElementDefaultClassLookup(element=HtmlElement)


def parse(text: str) -> HtmlElement:
    """Return the root element of the page `text` as `tree` has it, and with what its marks mean spelled out.

    Superscripts and subscripts, for one, are spelled so that a text says the same without their tags. Raises `NoText`
    and `BadMarkup` as `tree` does.
    """
    return parse_held(text)[0]


def parse_held(text: str) -> list[HtmlElement]:
    """Return all elements of what `parse` returns, the root first, for those who look at most of them several times.

    lxml makes an object for an element at each look at it, unless somebody holds the one that there is.
    """
    text = without_early_ends(_writable(text))
    held, names = _page_tree(text)
    spell_out(held[0], names, text)
    return held


def tree(text: str) -> HtmlElement:
    """Return the root element of the page `text`, at most `MAX_DEPTH` levels deep, without comments, and with
    shadow roots, streamed parts and the documents in frames where a browser shows them.

    Its names and characters are such as lxml can write, whatever the page has.

    Raises `NoText` for a document without an element, `BadMarkup` for a tag with more than
    `MAX_ATTRIBUTES` attributes.
    """
    held, _ = _page_tree(without_early_ends(_writable(text)))
    return held[0]


def _page_tree(text: str) -> tuple[list[HtmlElement], set[str]]:
    """Return the elements of a page, the root first, and the names of them and of their attributes."""
    _refuse_attribute_floods(text)
    try:
        root = _tree(text)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise NoText(Sentence("This page is empty.")) from error
    held = list(root.iter())
    names = clean_names(held, _OURS)
    bounded = _bounded(root)
    has_documents = _open_documents(bounded)
    if place_templates(bounded) or has_documents:
        bounded = _bounded(bounded)
        names = clean_names(bounded.iter(), _OURS)
    return held if bounded is root else list(bounded.iter()), names


def parse_fragment(text: str) -> HtmlElement:
    """Return a part of a page that was parsed, as markup, as one `div`; an empty one where there is no body in it."""
    root = _tree(_document(text))
    clean_names(list(root.iter()), _OURS)
    return _box(root)


def own_fragment(markup: str) -> HtmlElement:
    """Return markup that we wrote as one `div`: of bounded depth, with our marks and no name that is impossible."""
    return _box(_parsed(_document(markup)))


def _document(body: str) -> str:
    return f"<html><body>{body}</body></html>"


def _box(root: HtmlElement) -> HtmlElement:
    body = root.find("body")
    if body is None:
        return root.makeelement("div")
    body.tag = "div"
    root.remove(body)
    return body


def _open_documents(root: HtmlElement) -> bool:
    """Put what frames hold themselves (HTML standard, `srcdoc`) into their place; return whether there is any.

    Raises `BadMarkup` where one has too many attributes.
    """
    frames = [frame for frame in root.iter("iframe") if len(frame.get("srcdoc") or "") >= SHORTEST_DOCUMENT]
    for frame in frames[:MOST_DOCUMENTS]:
        held, parent = frame.get("srcdoc") or "", frame.getparent()
        _refuse_attribute_floods(held)
        box = parse_fragment(held)
        if parent is not None:
            box.tail = frame.tail
            parent.replace(frame, box)
    return bool(frames)


def flatten(root: HtmlElement, depth: int) -> bool:
    """Unwrap every element of `root` that lies more than `depth` levels deep; its text stays.

    Return whether there was any; then the text may be in many pieces, as after `caps.cap`.
    """
    if not _is_deeper(root, depth):
        return False
    too_deep = [element for element, level in _levels(root) if level > depth]
    unwrap(root, too_deep)
    return True


def _is_deeper(root: HtmlElement, depth: int) -> bool:
    return bool(root.xpath("self::*" + "/*" * depth))


def _bounded(root: HtmlElement) -> HtmlElement:
    """Return the tree with nothing in it that is deeper, or more, than may be; in one piece each text."""
    has_pieces = flatten(root, MAX_DEPTH)
    if cap(root) or has_pieces:
        return _parsed(lxml.html.tostring(root, encoding="unicode"))
    return root


def _levels(root: HtmlElement) -> Iterator[tuple[HtmlElement, int]]:
    """Yield every element with its level; the root is at 1."""
    level = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        if event == "start":
            yield element, level


def _tree(text: str) -> HtmlElement:
    root = _parsed(text)
    if _is_deeper(root, MAX_DEPTH) and _is_deeper(root, LOSING):  # to ask for so many levels takes a while
        return shallow_tree(_bytes(text), MAX_DEPTH, _parser())
    return root


def _parsed(text: str) -> HtmlElement:
    root: HtmlElement = lxml.html.document_fromstring(_bytes(text), parser=_parser())
    return root


def _bytes(text: str) -> bytes:
    """Return `text` in UTF-8, because lxml refuses a str that carries an XML encoding declaration."""
    return text.encode("utf-8", "replace")


def _writable(text: str) -> str:
    """Return `text` without the characters that lxml reads but does not write."""
    source = _bytes(text)
    writable = source.translate(_SPACES, _CONTROLS)
    text = text if writable == source else writable.decode()
    if "&#" in text:
        text = _ODD_REFERENCE.sub(_mended, text)
    return _NO_CHARACTERS.sub("", text) if "\ufffe" in text or "\uffff" in text else text


def _mended(odd: re.Match[str]) -> str:
    """Return the character of two halves (RFC 2781, section 2.2), and a space for any other reference."""
    if not odd.lastgroup:
        return " "
    high, low = (int(odd[name] or odd[f"hex{name}"], 10 if odd[name] else 16) for name in ("high", "low"))
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _parser() -> lxml.html.HTMLParser:
    """Return a parser for UTF-8 bytes; a new one each time, since threads wait for each other on a shared one."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    return parser


def _refuse_attribute_floods(text: str) -> None:
    at = 0
    while beginning := _BEGINNING.search(text, at):
        start, kind = beginning.start(), beginning.lastgroup
        if kind == "comment":
            at = _behind(text.find("-->", beginning.end()), text)
            continue
        tag = _TAG.match(text, start)
        at = tag.end() if tag else len(text)
        if at - start > _LONG_TAG and _ONE_MORE.match(text, at):
            raise BadMarkup(TOO_MANY.of(most=MAX_ATTRIBUTES))
        if kind == "raw":
            end = _RAW_END.search(text, at)
            at = _behind(end.start() if end else -1, text)


def _behind(found: int, text: str) -> int:
    """Return the place behind the beginning of what was found, or the end of the text where nothing was."""
    return found + 1 if found >= 0 else len(text)
