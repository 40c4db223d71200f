"""A page of the early web as it was: its own look and order, but nothing that runs, and markup that old parsers read.

What is left is HTML 3.2 and frames (HTML 3.2 Reference Specification; Netscape, "Frames"). Each attribute is written
anew, so that no value ends early and no address is anything but http or https; scripts, styles and handlers are gone.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from html import escape

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.parse import tree
from app.net.urls import resolve

EVERYWHERE = frozenset("align clear height name valign width".split())
# What else an element may have; one that is not here is left out, and what is in it stays.
KEPT: dict[str, frozenset[str]] = {
    name: EVERYWHERE | frozenset(attributes.split())
    for name, attributes in {
        "a": "href target",
        "address": "",
        "area": "coords href nohref shape target",
        "b": "",
        "basefont": "size",
        "big": "",
        "blink": "",
        "blockquote": "",
        "body": "alink background bgcolor link text vlink",
        "br": "",
        "caption": "",
        "center": "",
        "cite": "",
        "code": "",
        "dd": "",
        "dfn": "",
        "dir": "compact",
        "div": "",
        "dl": "compact",
        "dt": "",
        "em": "",
        "font": "color face size",
        "form": "action",
        "frame": "frameborder marginheight marginwidth noresize scrolling src",
        "frameset": "border cols frameborder framespacing rows",
        "h1": "",
        "h2": "",
        "h3": "",
        "h4": "",
        "h5": "",
        "h6": "",
        "head": "",
        "hr": "color noshade size",
        "html": "",
        "i": "",
        "img": "alt border hspace ismap src usemap vspace",
        "input": "border checked maxlength size src type value",
        "kbd": "",
        "li": "type value",
        "map": "",
        "menu": "compact",
        "multicol": "cols gutter",
        "noframes": "",
        "nobr": "",
        "ol": "compact start type",
        "option": "selected value",
        "p": "",
        "pre": "",
        "s": "",
        "samp": "",
        "select": "multiple size",
        "small": "",
        "spacer": "size type",
        "strike": "",
        "strong": "",
        "sub": "",
        "sup": "",
        "table": "background bgcolor border bordercolor cellpadding cellspacing",
        "td": "background bgcolor colspan nowrap rowspan",
        "textarea": "cols rows",
        "th": "background bgcolor colspan nowrap rowspan",
        "title": "",
        "tr": "bgcolor",
        "tt": "",
        "u": "",
        "ul": "compact type",
        "var": "",
        "wbr": "",
    }.items()
}
ALONE = frozenset("area basefont br frame hr img input spacer wbr".split())
GONE = frozenset("script style".split())
ADDRESSES = frozenset("action background href src".split())
LONGEST_VALUE = 4000
# A place on a page that needs no spelling in an address.
_PLACE = re.compile(r"[A-Za-z0-9_.:-]{1,100}")


def as_it_was(text: str, url: str) -> str:
    """Return the page `text` of the address `url`, its links absolute. Raises `NoText` and `BadMarkup`.

    Whatever has `<` in it is a tag of ours, and an address in it stands as `href="http..."`.
    """
    root = tree(text)
    base = next(iter(root.xpath("//base/@href")), "")
    with suppress(BadAddress):
        url = resolve(url, str(base)) if base else url
    return "".join(_written(root, url))


def _written(element: HtmlElement, url: str) -> Iterator[str]:
    """Yield the markup of an element and of what is in it, in order."""
    name = element.tag
    if name in GONE:
        return
    is_kept = name in KEPT
    if is_kept:
        yield f"<{name}{''.join(_attributes(element, url))}>"
    if name not in ALONE:
        yield _text(element.text)
        for child in element:
            yield from _written(child, url)
            yield _text(child.tail)
        if is_kept:
            yield f"</{name}>"


def _attributes(element: HtmlElement, url: str) -> Iterator[str]:
    """Yield the attributes of an element that stay, each with a space in front."""
    for name, written in element.items():
        if name not in KEPT[element.tag] or len(written) > LONGEST_VALUE:
            continue
        if name not in ADDRESSES:
            yield f' {name}="{_value(" ".join(written.split()))}"'
            continue
        link, _, place = written.strip().partition("#")
        fragment = f"#{place}" if _PLACE.fullmatch(place) else ""
        if fragment and not link:
            yield f' {name}="{fragment}"'
            continue
        with suppress(BadAddress):
            yield f' {name}="{_value(resolve(url, link))}{fragment}"'


def _text(text: str | None) -> str:
    return escape(text or "", quote=False)


def _value(text: str) -> str:
    """Return the text of a value, without the quotation marks that old parsers would end it at."""
    return escape(text.replace('"', "'"), quote=False)
