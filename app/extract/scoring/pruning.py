"""A parsed page without what was not chosen: the kept text in its own elements, and the marks that belong to it.

Nothing is moved: lists, tables, quotes and marks stand where they stood, in the elements that hold them.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from lxml.html import HtmlElement

from app.extract.scoring.attributes import IN_H1
from app.extract.scoring.text_blocks import Mark, PageText
from app.text.normalize import line

_LONGEST_LEAD = 12  # blocks between the headline and the text: bylines, decks, key points
_SHORT_LEAD = 2  # the same where no headline is near
_LONGEST_CAPTION = 400  # characters; a box around a mark with more text that was not chosen is another story's
_LONGEST_LINK = 40  # characters in links; a credit has fewer, a teaser more
# Where in a row of pictures one stands: `3 of 15`.
_COUNT = re.compile(r"\(?\d{1,3}\s?(?:/|[^\W\d]{1,4}|\||-)\s?\d{1,3}\)?")
_BOXES = frozenset({"aside", "footer", "form", "nav"})  # what stands in one without chosen text is not the article's
_BREAKS = frozenset({"br", "hr"})
_CELLS = frozenset({"td", "th"})
_QUOTES = frozenset("\"'“”„‘’«»")  # which pages put beside a quotation as large pictures
_LONGEST_SIGN = 8  # characters of a cell without a letter or a figure


def prune(page: PageText, kept: Sequence[bool], lead: int) -> HtmlElement:
    """Take out of the page's tree all but the chosen blocks and their marks, and return its body.

    `lead` is the number of the picture that the head of the page names, kept wherever it stands before the end.
    """
    texts = {slot for block, is_kept in zip(page.blocks, kept, strict=True) if is_kept for slot in block.slots}
    elements: set[HtmlElement] = set()
    for element, is_tail in texts:
        _add_path(element.getparent() if is_tail else element, elements)
    for mark in _marks(page, kept, lead):
        _add_path(mark.element, elements)
    body = page.body.element
    _prune(body, texts, elements)
    return body


def _add_path(element: HtmlElement | None, elements: set[HtmlElement]) -> None:
    while element is not None and element not in elements:
        elements.add(element)
        element = element.getparent()


def _prune(element: HtmlElement, texts: set[tuple[HtmlElement, bool]], elements: set[HtmlElement]) -> None:
    if (element, False) not in texts:
        element.text = None
    is_row = element.tag == "tr"
    before: HtmlElement | None = None
    for child in list(element):
        tail = child.tail if (child, True) in texts else None
        if child in elements:
            child.tail = tail
            _prune(child, texts, elements)
            before = child
        elif child.tag in _BREAKS or (is_row and child.tag in _CELLS):
            sign = _sign_in(child) if child.tag in _CELLS else ""
            child.clear()
            child.text, child.tail = sign or None, tail
            before = child
        else:
            element.remove(child)
            if tail and before is None:
                element.text = (element.text or "") + tail
            elif tail and before is not None:
                before.tail = (before.tail or "") + tail


def _sign_in(cell: HtmlElement) -> str:
    """Return what a cell says that has neither letters nor figures: of money, of a loss, of what there is not."""
    said = line(cell.text_content())
    is_sign = 0 < len(said) <= _LONGEST_SIGN and not any(each.isalnum() or each in _QUOTES for each in said)
    return said if is_sign and cell.find(".//a") is None else ""


def _marks(page: PageText, kept: Sequence[bool], lead: int) -> list[Mark]:
    """Return the marks that belong to the chosen text, all where none was chosen."""
    chosen = [number for number, is_kept in enumerate(kept) if is_kept]
    if not chosen or not page.marks:
        return page.marks
    first, last = chosen[0], chosen[-1]
    start = _start(page, first)
    lengths = [0.0, *accumulate(block.length * own for block, own in zip(page.blocks, kept, strict=True))]
    words = [0, *accumulate(not _COUNT.fullmatch(block.text) for block in page.blocks)]
    return [
        mark
        for mark in page.marks
        if (start < mark.behind and _is_among(mark, lengths, words, last))
        or (mark.behind <= last and mark.element.get("data-n") == str(lead))
    ]


def _start(page: PageText, first: int) -> int:
    """Return the number of the block behind which pictures lead the text: the last headline before it."""
    headlines = [number for number in range(first + 1) if page.blocks[number].container.flags & IN_H1]
    if headlines and first - headlines[-1] <= _LONGEST_LEAD:
        return headlines[-1] - 1
    return first - _SHORT_LEAD - 1


def _is_among(mark: Mark, lengths: Sequence[float], words: Sequence[int], last: int) -> bool:
    """Say whether the smallest container around a mark with more than a caption in it holds chosen text.

    Behind the `last` chosen block, the smallest with any text but a count must. `lengths` are those of chosen text
    before each block, `words` how many blocks before it say more than a count.
    """
    for each in mark.container.outward():
        if lengths[each.end] > lengths[each.first]:
            return mark.behind <= last or each.parent is not None
        if each.tag in _BOXES:
            return False
        if each.length > (_LONGEST_CAPTION if mark.behind <= last else 0) and words[each.end] > words[each.first]:
            return False
        if each.links > max(_LONGEST_LINK, each.length / 2):
            return False
    return False
