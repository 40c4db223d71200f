"""Notes that kept text refers to: they belong to it, wherever on the page they stand."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from app.extract.meaning.places import LEADS_TO, PLACE
from app.extract.scoring.text_blocks import TextBlock

_MOST_IN_NOTE = 6  # blocks
_NEAREST = 3  # elements around a text in which a mark of a reference or of a place is looked for
# 1, [12], (a), iv, *, ※1: what stands in a text for a note.
_REFERENCE = re.compile(r"[\[(]?(?:[*※注]?\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})[\])]?", re.IGNORECASE)


def keep_notes(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep each note that a reference in kept text leads to, in place; see `meaning.places` for how it is known."""
    wanted = {number for block, own in zip(blocks, kept, strict=True) if own for number in _references(block)}
    if not wanted:
        return
    for number, block in enumerate(blocks):
        if not kept[number] and not block.container.level and not wanted.isdisjoint(_places(block)):
            for place in _note(block, number):
                kept[place] = True


def _references(block: TextBlock) -> Iterator[str]:
    if any("#" in href for href in block.hrefs):
        for element in _elements(block):
            to = element.get(LEADS_TO)
            if to and _REFERENCE.fullmatch("".join(element.text_content().split())):
                yield to


def _places(block: TextBlock) -> Iterator[str]:
    for element in _elements(block):
        place = element.get(PLACE)
        if place:
            yield place


def _elements(block: TextBlock) -> Iterator[HtmlElement]:
    """Yield the elements that the text of a block stands in, and the nearest around them."""
    for element, is_tail in block.slots:
        each = element.getparent() if is_tail else element
        for _ in range(_NEAREST):
            if each is None:
                break
            yield each
            each = each.getparent()


def _note(block: TextBlock, number: int) -> range:
    """Return the places of the blocks of the note that begins with the block of this number."""
    each = block.container
    while each.parent is not None and each.parent.first == number and each.parent.blocks <= _MOST_IN_NOTE:
        each = each.parent
    return range(number, max(each.end, number + 1))
