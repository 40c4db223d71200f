"""Whose words a quotation is, or a post that stands in the text: the line at its end that a dash begins."""

from collections.abc import Sequence

from app.extract.scoring.text_blocks import Container, TextBlock

_DASHES = frozenset("-–—―~")
_LONGEST = 200  # characters
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


def _quotation(container: Container) -> Container | None:
    return next((each for each in container.outward() if each.tag == "blockquote"), None)
