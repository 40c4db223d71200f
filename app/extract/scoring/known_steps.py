"""Steps of a recipe or an instruction that the page says once more for machines: there, word by word, is its text.

A step of two words is none that a model believes; that it is one is what the page itself says.
"""

from collections.abc import Iterator, Sequence

from app.extract.scoring.hints import Hints
from app.extract.scoring.text_blocks import TextBlock
from app.text.normalize import letters

_SHORTEST = 8  # letters


def keep_known_steps(blocks: Sequence[TextBlock], kept: list[bool], hints: Hints) -> None:
    """Keep, in place, each block without links that is a step, if one of them is kept already."""
    if not hints.steps:
        return
    found = list(_steps(blocks, hints))
    if any(kept[at] for at in found):
        for at in found:
            kept[at] = True


def _steps(blocks: Sequence[TextBlock], hints: Hints) -> Iterator[int]:
    """Yield the numbers of the blocks that say a step, each step once."""
    said: set[str] = set()
    for at, block in enumerate(blocks):
        step = "" if block.links else letters(block.text)
        if len(step) >= _SHORTEST and step in hints.steps and step not in said:
            said.add(step)
            yield at
