"""Code and other preformatted text is kept whole or not at all."""

from collections.abc import Sequence

from app.extract.scoring.attributes import IN_PRE
from app.extract.scoring.text_blocks import Container, TextBlock

_BESIDE_CODE = 2  # blocks in a box of code besides it


def settle_code(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep preformatted text whole, in place: where a line of it is kept, or what stands before it in the same box."""
    number = 0
    while number < len(blocks):
        code = _code_around(blocks[number])
        if code is None or code.first != number:
            number += 1
            continue
        box = _boxed(code)
        follows = box.first > 0 and kept[box.first - 1] and _is_within(box.first - 1, box.parent)
        follows = follows or (number > box.first and kept[number - 1])
        if any(kept[code.first : code.end]) or (follows and not code.links):
            kept[code.first : code.end] = [True] * (code.end - code.first)
        number = max(code.end, number + 1)


def _is_within(number: int, around: Container | None) -> bool:
    """Say whether a block lies in a part of the page, which is less than all of it."""
    return around is not None and around.parent is not None and around.first <= number < around.end


def _boxed(code: Container) -> Container:
    """Return the box that a text has for itself, and for what its page puts beside it: its language, a button."""
    most = code.end - code.first + _BESIDE_CODE
    while code.parent is not None and code.parent.end - code.parent.first <= most:
        code = code.parent
    return code


def _code_around(block: TextBlock) -> Container | None:
    """Return the outermost preformatted text around a block."""
    if not block.container.flags & IN_PRE:
        return None
    return [None, *(each for each in block.container.outward() if each.tag == "pre")][-1]
