"""What is doubtful by itself, and stands between the headline and the end of the text.

A sentence right before the text is looked at here; one far above it is the matter of `leads`.
"""

from collections.abc import Sequence

from app.extract.scoring.attributes import IN_H1
from app.extract.scoring.text_blocks import PageText, TextBlock
from app.extract.scoring.textbox import TextBox

_MIDST_HOPE = 0.28  # the score from which a block is kept that has the text around it
_LEAD_HOPE = 0.2  # the same for a sentence between the headline and the text
_LONGEST_LEAD, _LEAD = 8, 60  # blocks between the headline and the text, and characters of such a sentence at least


def keep_doubtful(
    page: PageText,
    scores: Sequence[float],
    believed: Sequence[float],
    threshold: float,
    kept: list[bool],
    box: TextBox,
) -> None:
    """Keep what is doubtful, no link and in no strange box, between the headline and the end of the text.

    What the model is sure of (`believed`) is kept in any box where it is a sentence between headline and text.
    """
    if box.container is None or True not in kept:
        return
    blocks = page.blocks
    last = len(kept) - 1 - kept[::-1].index(True)
    first = next((place for place in range(last) if kept[place] and not blocks[place].container.flags & IN_H1), last)
    for place in range(_behind_headline(blocks, first), last):
        block, is_before = blocks[place], place < first
        if kept[place] or (is_before and not _has_words(block)):
            continue
        is_lead = is_before and _is_sentence(block)
        if is_lead and believed[place] >= threshold and not block.links:
            kept[place] = True
        elif scores[place] >= (_LEAD_HOPE if is_lead else _MIDST_HOPE) and block.links * 2 < len(block.text):
            kept[place] = not box.doubt(block.container)


def _behind_headline(blocks: Sequence[TextBlock], first: int) -> int:
    """Return the place behind the headline over the first block of the text, or of that where none is near."""
    near = range(max(0, first - _LONGEST_LEAD), first)
    return next((place + 1 for place in reversed(near) if blocks[place].container.flags & IN_H1), first)


def _has_words(block: TextBlock) -> bool:
    """Say whether a line before the text is more than a figure: how often something was shared, or liked."""
    return sum(map(str.isalpha, block.text)) > 1


def _is_sentence(block: TextBlock) -> bool:
    return block.length >= _LEAD and block.ends_sentence
