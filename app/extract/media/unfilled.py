"""Boxes that are empty until a script puts a picture into them, of which the markup beside tells which."""

import re

from lxml.html import HtmlElement

from app.extract.media.captions import MAX_CAPTION
from app.text.normalize import line

_FILE = re.compile(r"\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)", re.IGNORECASE)


def fill_boxes(root: HtmlElement) -> None:
    """Put the picture into each box of a tree that a script would fill."""
    for template in [each for each in root.iter("template") if each.get("id") is None]:
        _open(template)
    for figure in [each for each in root.iter("figure") if each.get("itemid")]:
        _put_named(figure)


def _open(template: HtmlElement) -> None:
    """Take a picture out of a `template`, if there is nothing else in it nor in its box; with an id it is a pattern."""
    box = template.getparent()
    inside = template.findall(".//img")
    if len(inside) == 1 == len(box.findall(".//img")) and not line(box.xpath("string()")[:MAX_CAPTION]):
        template.drop_tag()


def _put_named(figure: HtmlElement) -> None:
    """Put the picture into a figure without one whose address its microdata has (schema.org, `ImageObject`)."""
    address = figure.get("itemid").strip()
    is_empty = figure.find(".//img") is None and figure.find(".//picture") is None
    if is_empty and _FILE.search(address) and "ImageObject" in (figure.get("itemtype") or ""):
        figure.insert(0, figure.makeelement("img", {"src": address}))
