"""Headings that announce the sources or notes of the text, which often stand alone in a box of their own."""

from collections.abc import Sequence

from app.extract.scoring.labels import says_sources
from app.extract.scoring.text_blocks import TextBlock
from app.extract.scoring.textbox import TextBox


def keep_sources(blocks: Sequence[TextBlock], kept: list[bool], box: TextBox) -> None:
    """Keep each heading in the box of the text that announces its sources or notes, and the first line under it."""
    for number, block in enumerate(blocks):
        if block.container.level and says_sources(block) and box.holds(block.container):
            kept[number] = True
            if number + 1 < _end_of_section(block):
                kept[number + 1] = True


def _end_of_section(heading: TextBlock) -> int:
    """Return the number behind the last block of the element that begins with a heading; else that behind it."""
    each, end = heading.container, heading.container.end
    while each.parent is not None and each.parent.first == heading.container.first:
        each = each.parent
        end = each.end
    return end
