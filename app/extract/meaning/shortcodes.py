"""Codes of WordPress around pictures and players that nothing answered: `[caption width="300"]…[/caption]`."""

import re

from lxml.html import HtmlElement

_NAMES = ("audio", "caption", "embed", "gallery", "playlist", "video")
_BEGINNING = re.compile(rf"\[/?(?:{'|'.join(_NAMES)})")
_CODE = re.compile(rf"\[(?:{'|'.join(_NAMES)})\s+\w{{1,20}}\s?=[^\[\]<>]{{1,500}}\]|\[/(?:{'|'.join(_NAMES)})\]")


def has_shortcodes(source: str) -> bool:
    """Say whether there may be such codes in the markup of a page."""
    return _BEGINNING.search(source) is not None


def drop_shortcodes(root: HtmlElement) -> None:
    """Take such codes out of the texts of a tree, in place, but where a page shows code."""
    for element in root.iter():
        for place in ("text", "tail"):
            text = getattr(element, place)
            if text and "[" in text and _CODE.search(text) and not _is_code(element):
                setattr(element, place, _CODE.sub("", text))


def _is_code(element: HtmlElement) -> bool:
    return any(each.tag in ("code", "pre", "textarea") for each in (element, *element.iterancestors()))
