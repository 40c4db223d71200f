"""Text that a page has twice, for wide screens and for narrow ones, of which a browser shows one."""

from itertools import islice

from lxml.html import HtmlElement

from app.extract.screens import NARROW, WIDE
from app.text.normalize import letters

_MOST, _MOST_TEXTS = 200, 2_000  # boxes of either kind; texts of one of them
_FEWEST_LETTERS = 20
# The class of what Framer writes once for each width, under names that only its style sheet tells apart.
_VARIANT = "ssr-variant"


def drop_narrow_copies(root: HtmlElement, words: frozenset[str]) -> None:
    """Take out each box for narrow screens alone whose words another box has, which is for wide ones alone.

    So goes what is one of several variants for widths and says what another has said. `words` are those of the classes
    of the tree.
    """
    if _VARIANT in words:
        _drop_said_variants(root)
    narrow_words, wide_words = words & NARROW, words & WIDE
    if not (narrow_words and wide_words):
        return
    narrow, wide = _marked(root, narrow_words, wide_words)
    said = {text: box for box in wide if len(text := _words(box)) >= _FEWEST_LETTERS}
    for box in narrow if said else ():
        if box.getparent() is not None and (twin := said.get(_words(box))) is not None:
            box.drop_tree()
            twin.attrib.pop("class", None)  # what each screen shows is neither hidden nor beside the text


def _drop_said_variants(root: HtmlElement) -> None:
    said: set[str] = set()
    variants = (each for each in root.iter("div") if _VARIANT in (each.get("class") or "").split())
    for box in list(islice(variants, _MOST)):
        own = _words(box)
        if own in said and box.getparent() is not None:
            box.drop_tree()
        elif len(own) >= _FEWEST_LETTERS:
            said.add(own)


def _marked(
    root: HtmlElement, narrow_words: frozenset[str], wide_words: frozenset[str]
) -> tuple[list[HtmlElement], list[HtmlElement]]:
    """Return the boxes for narrow screens, and those for wide ones; what is for both by its names is neither."""
    narrow: list[HtmlElement] = []
    wide: list[HtmlElement] = []
    for box in root.iter():
        names = (box.get("class") or "").lower().split()
        is_of_narrow, is_of_wide = not narrow_words.isdisjoint(names), not wide_words.isdisjoint(names)
        if is_of_narrow != is_of_wide:
            (narrow if is_of_narrow else wide).append(box)
    return narrow[:_MOST], wide[:_MOST]


def _words(box: HtmlElement) -> str:
    return letters("".join(islice(box.itertext(), _MOST_TEXTS)))
