"""Lists of what is and what is not: the tick or cross at the head of each item, which only its name tells.

A sign that all items have is decoration; where there are both, each says something else.
"""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.cell_signs import TAGS, named_sign
from app.extract.meaning.replacing import replace_by_text

_MOST_LISTS, _MOST_ITEMS = 2_000, 100
_MOST_AROUND = 3  # boxes around a sign


def spell_item_signs(root: HtmlElement) -> None:
    """Put a tick or a cross in place of the sign that begins an item, in lists that have both."""
    for entries in list(islice(root.iter("ul", "ol"), _MOST_LISTS)):
        signs = [(sign, words) for sign in _signs(entries) if (words := named_sign(sign))]
        if len({words for _, words in signs}) > 1:
            for sign, words in signs:
                replace_by_text(sign, f"{words} ")


def _signs(entries: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the first element of each item that begins with one, and not with words."""
    for item in islice(entries.iterchildren("li"), _MOST_ITEMS):
        first = item
        for _ in range(_MOST_AROUND):
            if not len(first) or _has_words(first):
                break
            first = first[0]
            if first.tag in TAGS and (first.tag == "svg" or not (len(first) or _has_words(first))):
                yield first
                break


def _has_words(element: HtmlElement) -> bool:
    """Say whether an element begins with words; of most items that is all that is asked."""
    text = element.text
    return bool(text) and not text.isspace()
