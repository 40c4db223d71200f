"""What pages that check a claim say of it for machines: the claim, and its rating (https://schema.org/ClaimReview).

Both stand in boxes of their own over the text, which look like boxes beside it.
"""

from collections.abc import Sequence

from app.extract.scoring.hints import Hints
from app.extract.scoring.text_blocks import TextBlock
from app.text.normalize import letters

_FARTHEST = 40  # blocks before the text
_LONGEST_LABEL = 12  # letters


def keep_verdicts(blocks: Sequence[TextBlock], kept: list[bool], hints: Hints) -> None:
    """Keep the blocks before the text, or in it, that say the claim or its rating, each with the heading over it."""
    if not hints.claims or True not in kept:
        return
    first, end = kept.index(True), len(kept) - kept[::-1].index(True)
    said: set[str] = set()
    for number in range(max(0, first - _FARTHEST), end):
        text = letters(blocks[number].text)
        told = next((claim for claim in hints.claims if _says(text, claim)), "")
        if told and told not in said:
            said.add(told)
            kept[number] = True
            if number and _is_over(blocks[number - 1], blocks[number]):
                kept[number - 1] = True


def _says(text: str, claim: str) -> bool:
    """Say whether a line is a claim or a rating, with no more than a word for it before: `Rating: false`."""
    return text.endswith(claim) and len(text) - len(claim) <= _LONGEST_LABEL


def _is_over(before: TextBlock, block: TextBlock) -> bool:
    """Say whether a block is a heading over another one."""
    return bool(before.container.level) and not 0 < block.container.level <= before.container.level
