"""Text that a page has twice, for wide screens and for narrow ones, of which a browser shows one."""

from itertools import islice

from lxml.html import HtmlElement

from app.extract.screens import NARROW, WIDE
from app.text.normalize import letters

#: One of these stands in the classes of a page that has such copies.
SIGNS = (":hidden", "-none", "desktop", "hidden-", "hide-", "mobile", "phone", "small-only", "visible-")
_MOST, _MOST_TEXTS = 200, 2_000  # boxes of either kind; texts of one of them
_FEWEST_LETTERS = 20


def drop_narrow_copies(root: HtmlElement) -> None:
    """Take out each box for narrow screens alone whose words another box has, which is for wide ones alone."""
    narrow, wide = _marked(root)
    if not (narrow and wide):
        return
    said = {words for box in wide if len(words := _words(box)) >= _FEWEST_LETTERS}
    for box in narrow if said else ():
        if box.getparent() is not None and _words(box) in said:
            box.drop_tree()


def _marked(root: HtmlElement) -> tuple[list[HtmlElement], list[HtmlElement]]:
    """Return the boxes for narrow screens, and those for wide ones; what is for both by its names is neither."""
    kinds: dict[str, tuple[bool, bool]] = {"": (False, False)}
    narrow: list[HtmlElement] = []
    wide: list[HtmlElement] = []
    for box in root.iter():
        names = box.get("class") or ""
        if names not in kinds:
            kinds[names] = (NARROW.search(names) is not None, WIDE.search(names) is not None)
        is_narrow, is_wide = kinds[names]
        if is_narrow != is_wide:
            (narrow if is_narrow else wide).append(box)
    return narrow[:_MOST], wide[:_MOST]


def _words(box: HtmlElement) -> str:
    return letters("".join(islice(box.itertext(), _MOST_TEXTS)))
