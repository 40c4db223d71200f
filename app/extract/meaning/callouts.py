"""Boxes that call out a warning, a note or a tip: their label begins their text, which means less without it."""

import re
from collections.abc import Mapping
from itertools import product

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
# What a box says by an icon or its colour alone, in the language of its page; sorted.
_WARNINGS: Mapping[str, str] = {
    "de": "Warnung",
    "en": "Warning",
    "es": "Advertencia",
    "fr": "Avertissement",
    "it": "Attenzione",
    "ja": "警告",
    "nl": "Waarschuwing",
    "pl": "Ostrzeżenie",
    "pt": "Aviso",
    "ru": "Внимание",
    "zh": "警告",
}
_BOXES = ("admonition", "alert", "callout", "confluence-information-macro", "hint", "message", "notice", "panel")
_WARNED = frozenset(f"{box}{sign}{kind}" for box, sign, kind in product(_BOXES, ("-", "--"), ("danger", "warning")))
_HAS_LABEL = re.compile(r"\W{0,3}[\w ]{2,30}[:!：！]")
_LABELS = ("b", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "strong")
_SHORTEST_TEXT, _LONGEST_TEXT = 12, 1500  # characters of a box


def label_callouts(root: HtmlElement, words: frozenset[str]) -> None:
    """Put the label of each box at the beginning of its first paragraph, in place; `words` are those of the classes."""
    if not _TITLES.isdisjoint(words):
        for title in [each for each in root.iter() if _is_named(each, _TITLES)][:MOST]:
            if title.getparent() is not None:
                _join(title)
    if not _WARNED.isdisjoint(words):
        warning = _WARNINGS.get((root.get("lang") or "en")[:2].lower(), "")
        for box in [each for each in root.iter("aside", "div", "section") if _is_named(each, _WARNED)][:MOST]:
            if warning and _has_no_label(box):
                _begin(box, warning)


def _is_named(element: HtmlElement, names: frozenset[str]) -> bool:
    return not names.isdisjoint((element.get("class") or "").lower().split())


def _join(title: HtmlElement) -> None:
    label, text = line(title.text_content()), title.getnext()
    if text is None or text.tag not in _TEXT or not 0 < len(label) <= _LONGEST or (title.tail or "").strip():
        return
    _begin(text, label)
    title.drop_tree()


def _begin(text: HtmlElement, label: str) -> None:
    """Put a label before the words of a box."""
    while text.tag != "p" and not (text.text or "").strip() and (inner := _first_text(text)) is not None:
        text = inner
    bold = text.makeelement("b")
    bold.text = label if label[-1] in ".:!?" else f"{label}:"
    bold.tail, text.text = f" {(text.text or '').lstrip()}", None
    text.insert(0, bold)


def _first_text(box: HtmlElement) -> HtmlElement | None:
    """Return the first part of a box, past its icon, if that is a text."""
    first = next((each for each in box if line(each.text_content())), None)
    return first if first is not None and first.tag in _TEXT else None


def _has_no_label(box: HtmlElement) -> bool:
    """Say whether a box begins with a sentence, and with nothing that says what kind of box it is."""
    said = line(box.text_content())
    if not _SHORTEST_TEXT < len(said) <= _LONGEST_TEXT or _HAS_LABEL.match(said):
        return False
    marked = next(box.iter(*_LABELS), None)
    return marked is None or not said.startswith(line(marked.text_content()))
