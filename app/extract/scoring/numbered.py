"""Paragraphs of laws, rules and terms that are numbered: the next number belongs to those before it, however short."""

import re
from collections.abc import Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import TextBlock

_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s")
_LEAST_HOPE = 0.08  # the score of a paragraph with the next number


def keep_next_numbers(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, each paragraph that has the number behind that of the last kept one of its template."""
    last: dict[tuple[str, ...], int] = {}
    for place, block in enumerate(blocks):
        found = None if block.container.level else _NUMBER.match(block.text)
        if found is None:
            continue
        number, template = int(found[1]), block.container.template
        if number == last.get(template, -1) + 1 and _may_be_text(block) and scores[place] >= _LEAST_HOPE:
            kept[place] = True
        if kept[place]:
            last[template] = number


def _may_be_text(block: TextBlock) -> bool:
    return block.links * 2 <= len(block.text) and not is_furniture(block)
