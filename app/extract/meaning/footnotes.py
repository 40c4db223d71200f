"""Notes: a rule above those at the end of a text, and brackets around those that stand in its midst."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.text.normalize import line

MOST = 500
LONGEST = 600  # characters of a note in the midst of a sentence
_REFERENCE = re.compile(
    r"(?:^|[\s_-])(?:footnote-?(?:ref|anchor|link)?|fn-?ref|noteref|note-?ref|reference)(?:$|[\s_-])", re.I
)
_BESIDE = re.compile(
    r"(?:^|\s)(?:side-?note|margin-?note|foot-?note-?(?:text|tooltip|popup|content)|[\w-]{0,40}footnotes?[\w-]{0,40}__note|"
    r"easy-?footnote-?text|fn-?text|ltx_note_content|tooltip-?(?:text|content))(?:\s|$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\[?[0-9a-z*†‡]{1,4}[.):\]]*", re.IGNORECASE)
_MOST_DEEP = 4  # elements around the first paragraph of a note
_BOUNDS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_WHOLE = frozenset({"article", "body", "main"})
_HIGHEST = 4  # elements around notes that may begin with them


def set_off_notes(root: HtmlElement) -> None:
    """Put a rule before the notes of the tree that stand at the end, and side notes into brackets, in place."""
    for note in root.iter("span", "small"):
        names = note.get("class")
        if (names and _BESIDE.search(names)) or (note.get("role") == "tooltip" and _is_in_line(note)):
            _bracket(note)
    references = list(islice(_references(root), MOST))
    for link in references:
        _raise(link)
    names = [link.get("href")[1:] for link in references]
    if not names:
        return
    by_name = {each.get("id") or each.get("name"): each for each in root.iter() if each.get("id") or each.get("name")}
    for name in names:
        if name in by_name:
            if by_name[name].tag == "aside":
                by_name[name].tag = "div"  # what the text refers to does not stand beside it
            _number(by_name[name])
    first = next((by_name[name] for name in names if name in by_name), None)
    if first is not None:
        _rule_before(_outermost(first))


def _references(root: HtmlElement) -> list[HtmlElement]:
    return [link for link in root.iter("a") if (link.get("href") or "").startswith("#") and _is_reference(link)]


def _is_reference(link: HtmlElement) -> bool:
    parent = link.getparent()
    is_raised = (parent is not None and parent.tag == "sup") or link.find("sup") is not None
    is_named = link.get("role") == "doc-noteref" or _REFERENCE.search(link.get("class") or "")
    return (is_raised or bool(is_named)) and len(line(link.text_content())) <= 8


def _raise(link: HtmlElement) -> None:
    """Put the number of a reference that only a style sheet raises into brackets: `ferry1` is another word."""
    parent, said = link.getparent(), line(link.text_content())
    if parent is not None and parent.tag != "sup" and len(link) == 0 and said.isalnum():
        link.text = f"[{said}]"


def _number(note: HtmlElement) -> None:
    """Put the number of a note that stands in an element of its own at the beginning of its first paragraph."""
    text = note.getnext()
    if (
        note.tag not in ("a", "span", "sup")
        or text is None
        or text.tag not in ("div", "p")
        or (note.tail or "").strip()
    ):
        return
    said = line(note.text_content())
    for _ in range(_MOST_DEEP):
        if text.tag == "div" and not (text.text or "").strip() and len(text) and text[0].tag in ("div", "p"):
            text = text[0]
    if _NUMBER.fullmatch(said):
        note.text = said if not said.isalnum() else f"{said}."
        for child in list(note):
            child.drop_tree()
        note.tail, text.text = f" {(text.text or '').lstrip()}", None
        text.insert(0, note)


def _outermost(note: HtmlElement) -> HtmlElement:
    """Return the list of notes that one is in, or itself."""
    block = note
    while block.getparent() is not None and block.tag in ("a", "span", "sup", "b", "strong", "i", "em"):
        block = block.getparent()
    parent = block.getparent()
    return parent if block.tag in ("li", "dt", "dd") and parent is not None else block


def _rule_before(notes: HtmlElement) -> None:
    """Put a rule before notes, unless a heading or a rule stands there."""
    place = notes
    for _ in range(_HIGHEST):
        before = place.getprevious()
        parent = place.getparent()
        if (
            before is not None
            or parent is None
            or parent.tag in ("article", "body", "main")
            or (parent.text or "").strip()
        ):
            break
        place = parent
    before = place.getprevious()
    if before is None or before.tag not in _BOUNDS:
        place.addprevious(place.makeelement("hr"))


def _is_in_line(bubble: HtmlElement) -> bool:
    """Say whether a bubble explains a word of the line that it stands in."""
    before = bubble.getprevious()
    text = bubble.getparent().text if before is None else before.tail or before.text_content()
    return bool((text or "").strip())


def _bracket(note: HtmlElement) -> None:
    text = line(note.text_content())
    if 0 < len(text) <= LONGEST and text[0] not in "[(":
        note.text = f" [{(note.text or '').lstrip()}"
        if len(note):
            note[-1].tail = f"{(note[-1].tail or '').rstrip()}]"
        else:
            note.text = f"{note.text.rstrip()}]"
