"""What was left out of a box whose like was kept: the text of one author is cut into many boxes of one template."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.labels import says_others
from app.extract.scoring.text_blocks import Container, PageText, TextBlock

_LEAST_HOPE = 0.08  # the score of a sentence in a box whose sisters hold text
_SENTENCE, _SURE_SENTENCE = 30, 60  # characters: the second where a single sister holds text
_MOST_BLOCKS = 12  # of such a box


def keep_sisters(page: PageText, scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, each sentence in a box without links that stands beside boxes of its template with kept text.

    `scores` are those of the model, before any doubt.
    """
    texts = [0, *accumulate(kept)]
    boxes = [each for each in page.containers if each.parent is not None and each.stem]
    holding = Counter(box.kind for box in boxes if texts[box.end] > texts[box.first])
    for box in boxes:
        if box.links or box.blocks > _MOST_BLOCKS or texts[box.end] > texts[box.first]:
            continue
        sisters = holding[box.kind]
        if sisters and _is_of_text(page.blocks, box):
            _keep_sentences(page.blocks, scores, kept, box, _SENTENCE if sisters > 1 else _SURE_SENTENCE)


def _is_of_text(blocks: Sequence[TextBlock], box: Container) -> bool:
    return not any(is_furniture(block) or says_others(block) for block in blocks[box.first : box.end])


def _keep_sentences(
    blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], box: Container, least: int
) -> None:
    """Keep the sentences of a box if one of them has `least` characters."""
    found = [
        number for number in range(box.first, box.end) if scores[number] >= _LEAST_HOPE and _is_sentence(blocks[number])
    ]
    if any(blocks[number].length >= least for number in found):
        for number in found:
            kept[number] = True


def _is_sentence(block: TextBlock) -> bool:
    return block.ends_sentence and not block.container.level
