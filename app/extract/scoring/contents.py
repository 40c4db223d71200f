"""A line that announces a table of contents stands over one, or goes with it."""

from collections.abc import Sequence

from app.extract.scoring.attributes import IN_LIST
from app.extract.scoring.labels import says_contents
from app.extract.scoring.text_blocks import TextBlock


def leave_contents(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Leave each line, in place, that announces a table of contents of which nothing is kept at once behind it."""
    for number, block in enumerate(blocks):
        if kept[number] and says_contents(block) and not _lists(blocks, kept, number + 1):
            kept[number] = False


def _lists(blocks: Sequence[TextBlock], kept: Sequence[bool], number: int) -> bool:
    """Say whether a block is kept and is an entry of a list, or a line of links."""
    if number >= len(blocks) or not kept[number]:
        return False
    block = blocks[number]
    return bool(block.container.flags & IN_LIST) or block.is_linked
