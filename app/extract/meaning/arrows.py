"""Arrows that say whether a figure rose or fell, which a style sheet or a font of icons draws: ▲ 3.2%, ▼ 1.4%."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.extract.right_before import words_before
from app.text.normalize import line

_ARROW = re.compile(r"(?:arrow|caret|triangle|trend(?:ing)?)-(?:\w{1,12}-)?(up|down)(?:$|-)")
_SIGNS = {"down": "\u25bc", "up": "\u25b2"}
_TAGS = ("em", "i", "span", "svg")
_MOST_LOOKED_AT = 20_000
_CONTROLS = ("a", "button", "form", "label", "nav", "svg")
_FIGURE_BEHIND = re.compile(r"\s*[-+−±]?\s?[$€£¥₹]?\s?\d")
_FIGURE_BEFORE = re.compile(r"\d\s?(?:%|[^\W\d_]{1,4}\.?)?\)?\s*$")


def spell_arrows(root: HtmlElement, words: frozenset[str]) -> None:
    """Put a sign in place of each bare arrow beside a figure; `words` are those of the classes of the tree."""
    named = {word: _SIGNS[found[1]] for word in words if (found := _ARROW.search(word))}
    if not named:
        return
    for arrow in list(islice(root.iter(*_TAGS), _MOST_LOOKED_AT)):
        own = (arrow.get("class") or "").lower().split()
        sign = next((named[word] for word in own if word in named), "")
        if sign and _is_of_figure(arrow):
            replace_by_text(arrow, f"{sign} ")


def _is_of_figure(arrow: HtmlElement) -> bool:
    """Say whether an arrow has no words, and stands at a figure; those that are clicked lead on."""
    if line(arrow.text_content()) or next(arrow.iterancestors(*_CONTROLS), None) is not None:
        return False
    following = arrow.getnext()
    behind = (arrow.tail or "").strip() or ("" if following is None else following.text or "")
    return bool(_FIGURE_BEHIND.match(behind) or _FIGURE_BEFORE.search(words_before(arrow)))
