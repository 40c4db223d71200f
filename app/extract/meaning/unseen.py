"""Words that are on a page for screen readers and editors alone, taken out of it; what says something stays."""

import re
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import letters, line

LONGEST = 200  # characters; a longer text in such an element is no label

_CLASSES = re.compile(
    r"(?:(?:is-|u-|c-|h-)?(?:a11y|accessib(?:ility|le)|assistive|hidden-visually|hide-text|off-?screen|"
    r"screen-?reader(?:s|-only|-text)?|sr-?only|visually-?hidden|visuallyhidden|vh|element-invisible)"
    r"(?:-text|-hidden|-only)?(?:__\w+)?)",
    re.IGNORECASE,
)
_HIDING = re.compile(
    r"clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?|clip-path\s*:\s*inset\(\s*(?:50|100)%|"
    r"(?:left|top|text-indent)\s*:\s*-\d{4,}(?:px)?",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# What editors and readers of notes click: by class, role and, for links into the page, by their words.
_TOOLS = re.compile(
    r"(?:mw-editsection|mw-cite-backlink|mw-jump-link|reversefootnote|footnote-back(?:ref|link)?|"
    r"footnotes?-backlink|fn-?backref|fn-backref|data-footnote-backref|headerlink|heading-anchor|anchorjs-link|"
    r"header-anchor|heading-link|permalink-symbol)",
    re.IGNORECASE,
)
_BACK = frozenset(
    "back backtoarticle backtocontent backtotext backtotop backup goback hochspringen jumpback jumpup jumpbackup "
    "retour return returntoarticle returntotext terug up volver zurück".split()
)
_SIGNS = frozenset("#¶§🔗^↑↩↵⏎⤴⤶↲↖«∞")
_LONGEST_TOOL = 30
_TOOL, _HIDDEN = "tool", "hidden"
_LONGEST_NAME = 80  # characters of a class; what is longer was made by a machine, and would fill the memory of them
_MOST_TOOLS = 5_000
_INLINE = frozenset("abbr b em i small span strong sub sup time u".split())


def drop_unseen_words(root: HtmlElement) -> None:
    """Take out what only screen readers say, unless it is all that its surroundings say, and the tools of editors."""
    known: dict[tuple[str | None, str | None], str] = {}
    for element in list(root.iter()):
        looks = (element.get("class"), element.get("style"))
        kind = known.get(looks)
        if kind is None:
            kind = known[looks] = _kind(*looks)
        if kind and element.getparent() is not None and _is_unseen(element, kind):
            _drop(element)
    for label in [each for each in root.iter(*_INLINE) if _is_hidden_in_cell(each)]:
        if label.getparent() is not None:
            _drop_label(label)
    for link in list(islice(root.iter("a"), _MOST_TOOLS)):
        if link.getparent() is not None and _is_tool(link):
            _drop(link)


def _kind(names: str | None, style: str | None) -> str:
    """Return whether an element is a tool of editors or hidden from the eye, by its class and style; else nothing."""
    kinds = set(map(_kind_of_name, (names or "").split()))
    if _TOOL in kinds:
        return _TOOL
    return _HIDDEN if _HIDDEN in kinds or (style and _HIDING.search(style)) else ""


@lru_cache(4096)
def _kind_of_name(name: str) -> str:
    if len(name) > _LONGEST_NAME:
        return ""
    return _TOOL if _TOOLS.fullmatch(name) else _HIDDEN * bool(_CLASSES.fullmatch(name))


def _is_unseen(element: HtmlElement, kind: str) -> bool:
    if kind == _TOOL:
        return True
    if element.tag in ("h1", "body", "main", "article", "html"):
        return False
    text = line(element.text_content())
    return len(text) <= LONGEST and element.find(".//h1") is None and _says_more(element, text)


def _says_more(element: HtmlElement, text: str) -> bool:
    """Say whether what stands around an element says something without it; a label of its own block does not count."""
    if element.tag not in _INLINE:
        return True
    parent = element.getparent()
    while parent.tag in _INLINE:
        parent = parent.getparent()
    needed = len(letters(text))
    count = 0
    for part in parent.itertext():
        count += len(letters(part))
        if count > needed:
            return True
    return False


def _is_hidden_in_cell(element: HtmlElement) -> bool:
    style = element.get("style")
    return bool(style and _NOT_SHOWN.search(style)) and next(element.iterancestors("td", "th"), None) is not None


def _drop_label(label: HtmlElement) -> None:
    """Take out the name of a column that a cell shows on small screens alone."""
    text = line(label.text_content())
    if len(text) <= LONGEST and _says_more(label, text):
        _drop(label)


def _is_tool(link: HtmlElement) -> bool:
    """Say whether a link leads back from a note, or is the sign at a heading by which one links to it."""
    if link.get("role") == "doc-backlink":
        return True
    if "#" not in (link.get("href") or ""):
        return False
    said = link.text_content().strip()
    if len(said) > _LONGEST_TOOL or not said:
        return False
    return letters(said) in _BACK if any(map(str.isalnum, said)) else said[0] in _SIGNS


def _drop(element: HtmlElement) -> None:
    """Take an element out; what it is the anchor of is then its surroundings."""
    parent, name = element.getparent(), element.get("id")
    if name and parent.get("id") is None:
        parent.set("id", name)
    element.drop_tree()
