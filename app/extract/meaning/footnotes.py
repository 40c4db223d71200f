"""Notes: a rule above those at the end of a text, and brackets around those that stand in its midst."""

import re
from collections.abc import Mapping
from itertools import islice

from lxml.html import HtmlElement

from app.extract.right_before import words_before
from app.text.normalize import line

MOST = 500
LONGEST = 600  # characters of a note in the midst of a sentence
_REFERENCE = re.compile(
    r"(?:^|[\s_-])(?:footnote-?(?:ref|anchor|link)?|fn-?(?:ref|link|anchor)|noteref|note-?ref|reference)(?:$|[\s_-])",
    re.I,
)
_BESIDE = re.compile(
    r"(?:^|\s)(?:side-?note|margin-?note|foot-?note-?(?:text|tooltip|popup|content)|[\w-]{0,40}footnotes?[\w-]{0,40}__note|"
    r"easy-?footnote-?text|fn-?text|ltx_note_content|tooltip-?(?:text|content))(?:\s|$)",
    re.IGNORECASE,
)
# A note that stands where it is referred to, and says so by the name alone: it has words, a reference has none.
_NOTE, _FEWEST_WORDS = re.compile(r"(?:^|\s)footnotes?(?:\s|$)", re.IGNORECASE), 3
_BARE_NUMBER, _BEGINNING = re.compile(r"\d{1,3}|[a-z]|[*†‡]"), 12  # elements
_BEFORE_NUMBER = re.compile(r"\A(?:[^\W\d]{1,20}: )?[\[(]?")  # `Notes: `, what the box of notes is called
_NUMBER = re.compile(r"\[?[0-9a-z*†‡]{1,4}[.):\]]*", re.IGNORECASE)
_MOST_DEEP = 4  # elements around the first paragraph of a note
_BOUNDS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_WHOLE = frozenset({"article", "body", "main"})
_HIGHEST = 4  # elements around notes that may begin with them


def set_off_notes(root: HtmlElement) -> None:
    """Put a rule before the notes of the tree that stand at the end, and side notes into brackets, in place."""
    for note in root.iter("span", "small"):
        names = note.get("class")
        if (names and _is_beside(note, names)) or (note.get("role") == "tooltip" and _is_in_line(note)):
            _bracket(note)
    references = [link for link in root.iter("a") if (link.get("href") or "").startswith("#") and _may_refer(link)]
    if not references:
        return
    by_name = {each.get("id") or each.get("name"): each for each in root.iter() if each.get("id") or each.get("name")}
    references = list(islice((each for each in references if _is_reference(each) or _is_numbered(each, by_name)), MOST))
    for link in references:
        _raise(link)
    names = [link.get("href")[1:] for link in references]
    for name in names:
        if name in by_name:
            if by_name[name].tag == "aside":
                by_name[name].tag = "div"  # what the text refers to does not stand beside it
            _number(by_name[name])
    first = next((by_name[name] for name in names if name in by_name), None)
    if first is not None:
        _rule_before(_outermost(first))


def _is_beside(note: HtmlElement, names: str) -> bool:
    """Say whether an element that is called `names` is a note in the midst of a text."""
    if _BESIDE.search(names):
        return True
    return bool(_NOTE.search(names)) and len(note.text_content().split()) >= _FEWEST_WORDS and _is_in_line(note)


def _may_refer(link: HtmlElement) -> bool:
    return _is_reference(link) or (len(link) == 0 and _BARE_NUMBER.fullmatch((link.text or "").strip()) is not None)


def _is_numbered(link: HtmlElement, by_name: Mapping[str, HtmlElement]) -> bool:
    """Say whether a number that is glued to a word leads to what begins with the same number."""
    target = by_name.get(link.get("href")[1:])
    before = _text_before(link)
    if target is None or not before or before[-1].isspace():
        return False
    texts = (
        text or ""
        for each in islice(target.iter(), _BEGINNING)
        for text in (each.text, None if len(each) else each.tail)
    )
    begins = _BEFORE_NUMBER.sub("", line("".join(texts)))
    number = link.text.strip()
    return begins.startswith(number) and not begins[len(number) :][:1].isalnum()


def _text_before(link: HtmlElement) -> str:
    """Return the text at once before a link, which may be the first thing in an element around it."""
    place = link
    for _ in range(_MOST_DEEP):
        before, parent = place.getprevious(), place.getparent()
        text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
        if text or before is not None or parent is None or parent.tag not in ("span", "b", "i", "em", "small"):
            return text
        place = parent
    return ""


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
    return bool(words_before(bubble).strip())


def _bracket(note: HtmlElement) -> None:
    text = line(note.text_content())
    if 0 < len(text) <= LONGEST and text[0] not in "[(":
        note.text = f" [{(note.text or '').lstrip()}"
        if len(note):
            note[-1].tail = f"{(note[-1].tail or '').rstrip()}]"
        else:
            note.text = f"{note.text.rstrip()}]"
