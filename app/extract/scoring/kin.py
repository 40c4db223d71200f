"""Paragraphs and headings that are named alike: where most of a kind are text, the rest of it is.

Templates of sites name what they hold. A list of ten cars has ten headings, each in an element of one class, and a
model that judges each by itself loses the last ones.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import TextBlock
from app.extract.scoring.textbox import TextBox

_FEWEST = 3  # of a kind that are kept
_MOST_LENGTH, _MOST_HEADINGS = 0.6, 0.6  # the share of a kind that is kept: of its characters, of its headings
_LEAST_HOPE = 0.05  # the score of what is kept for its kind
_MOST_BETWEEN = 3  # blocks between a heading and kept text: a number, the author of a picture


def keep_named_kin(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep, in place, prose in the box of the text whose element is named as much of the text is."""
    for places in _kinds(blocks, box, is_heading=False):
        own = [place for place in places if kept[place]]
        length = sum(blocks[place].length for place in places)
        if len(own) >= _FEWEST and sum(blocks[place].length for place in own) >= _MOST_LENGTH * length:
            for place in places:
                if scores[place] >= _LEAST_HOPE and blocks[place].is_prose and not is_furniture(blocks[place]):
                    kept[place] = True


def keep_headings_of_kin(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep, in place, headings in the box of the text of which most of the same name stand over kept text."""
    for places in _kinds(blocks, box, is_heading=True):
        over = [place for place in places if _is_over_text(blocks, kept, place)]
        if len(over) >= _FEWEST and len(over) >= _MOST_HEADINGS * len(places):
            for place in over:
                if scores[place] >= _LEAST_HOPE and not blocks[place].links:
                    kept[place] = True


def _kinds(blocks: Sequence[TextBlock], box: TextBox, is_heading: bool) -> Iterator[list[int]]:
    """Yield the numbers of the blocks of each named template that the box holds."""
    kinds: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        own = block.container
        if own.stem and bool(own.level) == is_heading and box.holds(own):
            kinds[own.template].append(number)
    yield from (places for places in kinds.values() if len(places) >= _FEWEST)


def _is_over_text(blocks: Sequence[TextBlock], kept: Sequence[bool], number: int) -> bool:
    for place in range(number + 1, min(len(blocks), number + _MOST_BETWEEN + 2)):
        if blocks[place].container.level:
            return False
        if kept[place]:
            return True
    return False
