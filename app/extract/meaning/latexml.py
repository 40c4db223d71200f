"""Papers that LaTeXML made of their TeX, as arXiv shows them: numbers of notes and of items that stand twice there."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

_MOST = 50_000
_NOTE_NUMBERS = frozenset({"ltx_note_mark", "ltx_tag_note"})  # the note itself stands in the line, in brackets
_ITEM = "ltx_tag_item"
_COUNTED = re.compile(r"\d{1,3}\.")
_SIGNS = frozenset("•◦∙·–—-*∗⋆▪■")


def drop_second_numbers(root: HtmlElement) -> None:
    """Take the numbers of notes out of the tree, and of items those that their list gives them anyway."""
    for mark in list(islice(root.iter("span", "sup"), _MOST)):
        names = (mark.get("class") or "").split()
        if not _NOTE_NUMBERS.isdisjoint(names) or (_ITEM in names and _is_said_by_list(mark)):
            mark.drop_tree()


def _is_said_by_list(mark: HtmlElement) -> bool:
    item = mark.getparent()
    around = item.getparent() if item is not None and item.tag == "li" else None
    said = line(mark.text_content())
    if around is None or around.tag != "ol":
        return around is not None and said in _SIGNS
    count = int(said[:-1]) if _COUNTED.fullmatch(said) else 0
    return count > 0 and len(list(islice(item.itersiblings("li", preceding=True), count))) == count - 1
