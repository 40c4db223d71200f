"""Verses of which each is an element of its own: they are lines of their stanza, and no paragraphs of one line.

Poems of libraries, of editors of books (`line-block` of reStructuredText, Gutenberg's `stanza` and `verse`) and of
magazines are written so. A box is one of verses by its name.
"""

import re

import lxml.etree
from lxml.html import HtmlElement

_BOX = re.compile(
    r"(?:^|[\s_-])(?:gedicht|line-?(?:block|group)|linegroup|lyrics?|poema?|poetry|stanza|strofa|stroph[ei]|tei-lg|verses?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
# One is in the name of each such box.
_STEMS = (
    *("gedicht", "line-block", "line-group", "lineblock", "linegroup", "lyric", "poem", "poetry", "stanza", "strofa"),
    *("stroph", "tei-lg", "verse"),
)
_LINE = re.compile(r"(?:^|[\s_-])(?:l|line|verse?|vers-?line|zeile)(?:$|[\s_\d-])", re.IGNORECASE)
_NUMBER = re.compile(r"(?:^|[\s_-])(?:line-?n(?:o|um(?:ber)?)|ln|vers-?n(?:o|um(?:ber)?))(?:$|\s)", re.IGNORECASE)
_INDENT = re.compile(r"(?:^|[\s_-])(?:indent-?|i)([0-9]{0,2})(?:$|\s)", re.IGNORECASE)
_INLINE = frozenset("a abbr b br cite em font i small span strong sub sup u".split())
_FEWEST = 2  # verses
_LONGEST = 200  # characters of one
_USUAL_INDENT, _MOST_INDENT = 2, 20  # characters
_SPACE = "\u00a0"
_VERSE = "verse"  # what a verse is called until its tag is dropped


def join_verses(root: HtmlElement, words: frozenset[str]) -> None:
    """Put the verses of each stanza of the tree into one text of lines, in place; `words` are those of its classes."""
    said = " ".join(words)
    if not any(stem in said for stem in _STEMS):
        return
    boxes = [(each, each.get("class")) for each in root.iter("div", "section", "blockquote", "p", "figure")]
    names = set(filter(_BOX.search, {name for _, name in boxes if name}))
    for box in [each for each, name in boxes if name in names]:
        stanzas = [each for each in box.iter("div", "section", "blockquote", "p") if _is_stanza(each)]
        for stanza in [each for each in stanzas if not any(map(_is_stanza, each))]:  # a poem is none of its stanzas
            _join(stanza)


def _is_stanza(element: HtmlElement) -> bool:
    """Say whether an element holds nothing but verses."""
    lines = [each for each in element if each.tag != "br"]
    if len(lines) < _FEWEST or (element.text or "").strip():
        return False
    return all(_is_verse(each) and not (each.tail or "").strip() for each in lines)


def _is_verse(element: HtmlElement) -> bool:
    is_box = element.tag == "div" or (element.tag == "span" and _LINE.search(element.get("class") or ""))
    if not is_box or any(each.tag not in _INLINE for each in element.iterdescendants()):
        return False
    return len(element.text_content()) <= _LONGEST and not any(map(_parts_lines, element.iter("br")))


def _parts_lines(brk: HtmlElement) -> bool:
    """Say whether a break has something behind it: what it stands in is a stanza, and no verse."""
    return brk.getnext() is not None or bool((brk.tail or "").strip())


def _join(stanza: HtmlElement) -> None:
    lxml.etree.strip_tags(stanza, "br")
    for number in [each for each in stanza.iter("span", "a", "small") if _NUMBER.search(each.get("class") or "")]:
        if number.text_content().strip().isdigit():
            number.drop_tree()
    lines = list(stanza)
    for each in lines:
        each.text = _indent(each) + (each.text or "").lstrip()
        each.tail = None
        if each is not lines[-1]:
            each.addnext(each.makeelement("br"))
        each.tag = _VERSE
    lxml.etree.strip_tags(stanza, _VERSE)
    stanza.text = (stanza.text or "").lstrip()


def _indent(verse: HtmlElement) -> str:
    found = _INDENT.search(verse.get("class") or "")
    return _SPACE * min(_MOST_INDENT, int(found[1] or _USUAL_INDENT)) if found else ""
