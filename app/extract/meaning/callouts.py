"""Boxes that call out a warning, a note or a tip: their label begins their text, which means less without it."""

from lxml.html import HtmlElement

from app.text.normalize import line

_TITLES = frozenset(
    f"{box}{sign}{part}"
    for box in ("admonition", "alert", "callout", "infobox", "markdown-alert", "note", "notice")
    for sign in ("", "-", "_", "__")
    for part in ("heading", "label", "title")
)
_TEXT = frozenset({"div", "p"})
_LONGEST = 80  # characters of a label
MOST = 500


def label_callouts(root: HtmlElement, words: frozenset[str]) -> None:
    """Put the label of each box at the beginning of its first paragraph, in place; `words` are those of the classes."""
    if _TITLES.isdisjoint(words):
        return
    for title in [each for each in root.iter() if _is_title(each)][:MOST]:
        if title.getparent() is not None:
            _join(title)


def _is_title(element: HtmlElement) -> bool:
    return not _TITLES.isdisjoint((element.get("class") or "").lower().split())


def _join(title: HtmlElement) -> None:
    label, text = line(title.text_content()), title.getnext()
    if text is None or text.tag not in _TEXT or not 0 < len(label) <= _LONGEST or (title.tail or "").strip():
        return
    while text.tag == "div" and not (text.text or "").strip() and len(text) and text[0].tag in _TEXT:
        text = text[0]
    bold = text.makeelement("b")
    bold.text = label if label[-1] in ".:!?" else f"{label}:"
    bold.tail, text.text = f" {(text.text or '').lstrip()}", None
    text.insert(0, bold)
    title.drop_tree()
