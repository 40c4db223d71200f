"""Pull quotes: sentences of a text that a magazine sets once more between its paragraphs, large."""

from collections.abc import Sequence
from itertools import islice

from app.extract.scoring.text_blocks import Container, TextBlock
from app.text.normalize import letters

_NEAR = 30  # blocks before and behind
_AROUND = 2  # boxes around that of the quotation, within which it is looked for
_SHORTEST, _LONGEST = 25, 400  # characters
_MOST, _LINE = 2, 60  # blocks of such a box, and characters of what is no part of the quotation
_MORE = 10  # letters that the paragraph has besides
_QUOTING = frozenset({"aside", "blockquote"})
_NAMES = ("pull", "quote")


def leave_repeated_quotes(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Leave out, in place, each quotation set apart whose words a kept paragraph beside it says among others.

    With it goes the line that says whose they are.
    """
    known: dict[Container, Container | None] = {}
    for number, block in enumerate(blocks):
        if not kept[number] or not _SHORTEST <= len(block.text) <= _LONGEST or block.container.level:
            continue
        box = _outermost(block.container, known)
        if box is None or box.blocks > _MOST or box.length > len(block.text) + _LINE:
            continue
        if _is_said_beside(blocks, kept, box, letters(_words(block.text))):
            kept[box.first : box.end] = [False] * (box.end - box.first)


def _outermost(container: Container, known: dict[Container, Container | None]) -> Container | None:
    """Return the outermost box around a container that sets a quotation apart; what was found before is `known`."""
    if container not in known:
        around = None if container.parent is None else _outermost(container.parent, known)
        is_apart = container.tag in _QUOTING or any(name in container.names for name in _NAMES)
        known[container] = around or (container if is_apart else None)
    return known[container]


def _words(text: str) -> str:
    """Return the words of a quotation without whose they are, as `meaning.quotations` puts it behind them."""
    words, _, whose = text.rpartition(" — ")
    return words if words and len(whose) <= _LINE else text


def _is_said_beside(blocks: Sequence[TextBlock], kept: Sequence[bool], box: Container, said: str) -> bool:
    """Say whether a paragraph says so near a box, in one of the two around it: posts of a thread quote each other."""
    around = next(islice(box.outward(), _AROUND, None), None) or box
    for number in range(max(box.first - _NEAR, around.first), min(box.end + _NEAR, around.end)):
        text = blocks[number].text
        is_inside = box.first <= number < box.end
        if is_inside or not kept[number] or len(text) < len(said) + _MORE:
            continue
        whole = letters(text)
        if said in whole and len(whole) >= len(said) + _MORE:
            return True
    return False
