"""Who wrote what stands in a box that a program has for nothing else: a short line before it says so.

It is named for who wrote it, or leads to the page that a board or a tracker has of each of its members.
"""

from collections.abc import Sequence
from itertools import islice

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.series import LONGEST_AUTHOR, is_of_author, leads_to_member
from app.extract.scoring.text_blocks import Container, TextBlock

_FEWEST = 2  # boxes; who wrote a single one is told as the author of the page
_NEAR = 4  # blocks before the text
_AROUND = 3  # elements around a line that may be named for who wrote it


def keep_writers(blocks: Sequence[TextBlock], kept: list[bool], boxes: Sequence[Container]) -> None:
    """Keep, in place, the line before each kept box that says who wrote what stands in it."""
    if len(boxes) < _FEWEST:
        return
    behind = 0
    for box in boxes:
        if True in kept[box.first : box.end]:
            near = range(box.first - 1, max(behind, box.first - _NEAR) - 1, -1)
            writer = next((place for place in near if _names_writer(blocks[place])), None)
            if writer is not None:
                kept[writer] = True
        behind = box.end


def _names_writer(block: TextBlock) -> bool:
    is_named = block.text[0].isalpha() or block.text[0] == "@"  # a number is that of a post, or of how many there are
    if not is_named or block.length > LONGEST_AUTHOR or is_furniture(block):
        return False
    return leads_to_member(block) or any(map(is_of_author, islice(block.container.outward(), _AROUND)))
