"""Whose words a quotation is, or a post that stands in the text: the line before it, or the one that a dash begins."""

from collections.abc import Sequence

from app.extract.scoring.text_blocks import Container, TextBlock

_DASHES = frozenset("-–—―~")
_COLONS = frozenset(":：")
_LONGEST, _LONGEST_NAME = 200, 80  # characters
_MOST = 20  # blocks of a quotation


def keep_attributions(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep, in place, the line behind the kept words of a quotation that begins with a dash: a name, a day."""
    for number in range(1, len(blocks)):
        block = blocks[number]
        if kept[number] or not kept[number - 1] or block.text[0] not in _DASHES or block.length > _LONGEST:
            continue
        quotation = _quotation(block.container)
        if quotation is not None and quotation.first < number and quotation.blocks <= _MOST:
            kept[number] = True


def keep_speakers(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep, in place, the short line that ends with a colon, `Ann:`, right before the kept words of a quotation."""
    for number in reversed(range(len(blocks) - 1)):  # the quotation of who is quoted may begin with another
        block = blocks[number]
        if kept[number] or not kept[number + 1] or block.text[-1] not in _COLONS or block.length > _LONGEST_NAME:
            continue
        quotations = (each for each in blocks[number + 1].container.outward() if each.tag == "blockquote")
        kept[number] = any(each.first == number + 1 and _is_alone_before(block, each) for each in quotations)


def _is_alone_before(block: TextBlock, quotation: Container) -> bool:
    """Say whether nothing else stands in the box that lies before a quotation with a block in it."""
    around = quotation.parent
    if around is None or block.container is around:
        return around is not None
    box = block.container.child_of(around)
    return box is not None and box.blocks == 1


def _quotation(container: Container) -> Container | None:
    return next((each for each in container.outward() if each.tag == "blockquote"), None)
