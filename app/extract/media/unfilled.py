"""Boxes that are empty until a script puts a picture into them, of which the markup beside tells which."""

import re

from lxml.html import HtmlElement

from app.extract.media.captions import MAX_CAPTION
from app.text.normalize import line

_FILE = re.compile(r"\.(?:avif|gif|jpe?g|png|webp)(?:[?#]|$)", re.IGNORECASE)
_ADDRESSES = frozenset({"contentUrl", "contenturl", "image", "url"})


def fill_boxes(root: HtmlElement) -> None:
    """Put the picture into each box of a tree that a script would fill."""
    # With an id a template is a pattern.
    for template in [each for each in root.iter("template") if each.get("id") is None]:
        _open(template)
    for figure in [each for each in root.iter("figure") if "ImageObject" in (each.get("itemtype") or "")]:
        _put_named(figure)


def _open(template: HtmlElement) -> None:
    """Take a picture out of a `template` that has nothing else, if its box has no other and no more than a caption."""
    box = template.getparent()
    inside = template.findall(".//img")
    is_alone = len(inside) == 1 == len(box.findall(".//img")) and not line(template.text_content())
    if is_alone and len(line(box.text_content())) < MAX_CAPTION:
        template.drop_tag()


def _put_named(figure: HtmlElement) -> None:
    """Put the picture into a figure without one whose address its microdata has (schema.org, `ImageObject`)."""
    if next(figure.iter("amp-img", "img", "picture"), None) is not None:
        return
    named = [each for each in figure.iter("link", "meta") if each.get("itemprop") in _ADDRESSES]
    said = [figure.get("itemid"), *(each.get("content") or each.get("href") for each in named)]
    if address := next((each for each in said if each and _FILE.search(each)), ""):
        figure.insert(0, figure.makeelement("img", {"src": address.strip()}))
