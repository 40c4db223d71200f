"""The sentence under a headline that tells what the text is about, however far below the text begins.

Names of authors, days, buttons to share and tables of contents stand between the two, and the model, which learned on
pages of which half leave such a sentence out, is in doubt about it.
"""

from collections.abc import Sequence

from app.extract.scoring.attributes import IN_H1
from app.extract.scoring.hints import Hints
from app.extract.scoring.text_blocks import TextBlock
from app.extract.scoring.textbox import TextBox
from app.text.alike import are_alike
from app.text.normalize import letters

_MOST_BETWEEN = 6  # blocks between the headline and such a sentence
_MOST_BEHIND = 20  # blocks between the headline and the text
_SHORTEST, _LONGEST = 50, 600  # characters
_LIKELY = 0.25  # the score from which it is kept
_LEAST = 0.1  # the same of one that says what the page is described with
_ALIKE = 0.8  # the share of letters that it has in common with a description of the page


def keep_beginning(
    blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], hints: Hints, box: TextBox
) -> None:
    """Keep, in place, what stands before the first kept text and begins it: the sentence that tells what follows, and
    one that has no element of its own.
    """
    keep_lead(blocks, scores, kept, hints, box)
    _keep_bare_beginning(blocks, scores, kept)


def keep_lead(
    blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], hints: Hints, box: TextBox
) -> None:
    """Keep, in place, the first sentence behind the headline where it is likely to tell what follows."""
    first = kept.index(True) if True in kept else 0
    headlines = [number for number in range(first) if blocks[number].container.flags & IN_H1]
    if not headlines or first - headlines[-1] > _MOST_BEHIND:
        return
    near = range(headlines[-1] + 1, min(first, headlines[-1] + 2 + _MOST_BETWEEN))
    lead = next((number for number in near if _is_sentence(blocks[number])), first)
    if lead < first and not box.doubt(blocks[lead].container):
        kept[lead] = scores[lead] >= (_LEAST if _is_described(blocks[lead], hints) else _LIKELY)


def _keep_bare_beginning(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, a sentence that stands in no element of its own right before the paragraphs of the text.

    Who writes HTML by hand puts `<p>` between paragraphs, so that the first of them has none.
    """
    first = next((at for at, block in enumerate(blocks) if kept[at] and not block.container.level), 0)
    if not first or kept[first - 1] or blocks[first].container.tag != "p":
        return
    bare = blocks[first - 1]
    stands_around = bare.container is blocks[first].container.parent
    if stands_around and bare.ends_sentence and not bare.links and scores[first - 1] >= _LIKELY:
        kept[first - 1] = True


def _is_sentence(block: TextBlock) -> bool:
    is_sentence = _SHORTEST <= block.length <= _LONGEST and not block.links and block.ends_sentence
    return is_sentence and not any(each.tag == "figcaption" for each in block.container.outward())


def _is_described(block: TextBlock, hints: Hints) -> bool:
    """Say whether a sentence says nearly what describes the page, where an editor has cut or mended that."""
    said = letters(block.text)
    return any(are_alike(said, each[: 2 * len(said)], _ALIKE) for each in hints.descriptions)
