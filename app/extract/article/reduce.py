"""The chosen part of a page, reduced to what the text of an article is made of.

Afterwards every element is one of `sanitize.TAGS`, no deeper than `MAX_DEPTH`, with no attribute but an
address that we resolved ourselves; the sanitiser's cost is then bounded by the length of the text.
"""

import re
from collections.abc import Mapping

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.article import sanitize
from app.extract.article.emphasis import OF_WORDS, tag_by_look
from app.extract.meaning.places import LEADS_TO, PLACE
from app.extract.meaning.quotations import SOURCE
from app.extract.parse import flatten
from app.net.urls import resolve
from app.text.normalize import tidy

MAX_DEPTH = 60
MAX_TEXT = 1_000_000  # characters; a long book is twice as much, and no article

# Elements that mean what another one means; what is a block stays one, so that its text stands apart.
_AS_DIV = (
    "address article aside body center details dialog fieldset figcaption footer form head header hgroup html label "
    "main nav optgroup search section summary"
).split()
_RENAMED = dict.fromkeys(_AS_DIV, "div") | {
    "dir": "ul",
    "listing": "pre",
    "menu": "ul",
    "plaintext": "pre",
    "xmp": "pre",
}
# What lists and tables are counted by, in the form in which `sanitize` knows it; `lists` and `tables` read it.
_NUMBER, _SPAN = re.compile(r"-?[0-9]{1,9}"), re.compile(r"[0-9]{1,3}")
_COUNTING = {
    "li": {"value": _NUMBER},
    "ol": {"reversed": re.compile(""), "start": _NUMBER, "type": re.compile("[AIai]")},
    "td": {"colspan": _SPAN, "rowspan": _SPAN},
    "th": {"colspan": _SPAN, "rowspan": _SPAN},
}
_DROPPED = ("script", "style", "noscript", "iframe", "textarea", "title")


def reduce_markup(root: HtmlElement, base: str) -> str:
    """Return the sanitised markup of the article: allowed tags, absolute links, hidden entities.

    `root` is used up; `base` is the address that links are relative to.
    """
    lxml.etree.strip_elements(root, *_DROPPED, with_tail=False)
    flatten(root, MAX_DEPTH)
    _cap(root)
    for source in root.xpath(f".//*[@{SOURCE}]"):
        source.addprevious(source.makeelement("br"))
    tags = set()
    for element in root.iter():
        tag = element.tag
        if tag in OF_WORDS:
            tag = element.tag = tag_by_look(element)
        if tag in _RENAMED:
            tag = element.tag = _RENAMED[tag]
        tags.add(tag)
        place = element.get(PLACE) or ""
        _keep_known_attributes(element, base)
        _hide(element)
        if place.isdigit() and element.text:
            element.text = f"{sanitize.PLACE_BEGINS}{place}{sanitize.PLACE_ENDS}{element.text}"
    # bleach would take these out too, one by one and slowly.
    lxml.etree.strip_tags(root, *(tags - sanitize.TAGS))
    return sanitize.clean(lxml.html.tostring(root, encoding="unicode"))


def _hide(element: HtmlElement) -> None:
    """Put the texts of an element into the form in which they go through the sanitiser; most are in it."""
    text, tail = element.text, element.tail
    if text and (hidden := sanitize.hide(tidy(text))) != text:
        element.text = hidden
    if tail and (hidden := sanitize.hide(tidy(tail))) != tail:
        element.tail = hidden


def _cap(root: HtmlElement) -> None:
    """Cut the tree off behind `MAX_TEXT` characters."""
    if len(root.text_content()) <= MAX_TEXT - len(root.tail or ""):
        return
    length = 0
    for element in list(root.iter()):
        length += len(element.text or "") + len(element.tail or "")
        if length > MAX_TEXT and element.getparent() is not None:
            element.drop_tree()


def _keep_known_attributes(element: HtmlElement, base: str) -> None:
    said = dict(element.items())
    if not said:
        return
    kept = _counting(element.tag, said)
    if element.tag == "a" and (href := said.get("href")):
        place = said.get(LEADS_TO, "")
        address = f"#{place}" if place.isdigit() else _address(href, base)
        if address:
            kept["href"] = address
    if element.tag == "figure" and said.get("data-n", "").isdigit():
        kept["data-n"] = said["data-n"]
    if kept != said:
        element.attrib.clear()
        element.attrib.update(kept)


def _counting(tag: str, said: Mapping[str, str]) -> dict[str, str]:
    known = _COUNTING.get(tag)
    if not known:
        return {}
    found = {name: "" if name == "reversed" else value.strip() for name, value in said.items() if name in known}
    return {name: value for name, value in found.items() if known[name].fullmatch(value)}


def _address(href: str, base: str) -> str:
    """Return where a link leads, or an empty string where no reader of ours could follow."""
    href = href.strip()
    if href.startswith("#"):
        return ""
    if href[:7].lower() == "mailto:":
        return href
    try:
        return resolve(base, href)
    except BadAddress:
        return ""
