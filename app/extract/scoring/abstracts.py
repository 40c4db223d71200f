"""The abstract of a paper, which stands over its text in a box of its own: what is read first, and often alone."""

from collections.abc import Sequence
from itertools import takewhile

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import TextBlock
from app.text.normalize import letters

_FARTHEST = 40  # blocks before the text
_MOST = 12  # blocks of an abstract
_LEAST_HOPE = 0.2  # the score of each of them
_SAYS = frozenset(
    map(
        letters,
        """abstract, abstracts, structured abstract, plain language summary, lay summary, author summary,
        zusammenfassung, kurzfassung, résumé, resumen, resumo, riassunto, sommario, samenvatting, sammanfattning,
        sammendrag, resumé, tiivistelmä, streszczenie, abstrakt, souhrn, összefoglaló, rezumat, özet, аннотация,
        реферат, резюме, анотація, περίληψη, 摘要, 要旨, 抄録, 抄录, 초록, 국문초록, الملخص, ملخص, چکیده, תקציר,
        tóm tắt, abstrak, บทคัดย่อ""".split(","),
    )
)


def keep_abstract(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, the heading that announces an abstract before the text or at its head, and what is under it.

    `scores` are those of the model, before any doubt: the box of the text does not hold it. It ends with the element
    that the heading begins, or at the next heading of its level.
    """
    if True not in kept:
        return
    first = kept.index(True)
    for number in range(max(0, first - _FARTHEST), first):
        if blocks[number].container.level and letters(blocks[number].text) in _SAYS:
            under = [place for place in _under(blocks, number) if _may_be_text(blocks[place], scores[place])]
            for place in (number, *under) if any(not blocks[place].container.level for place in under) else ():
                kept[place] = True


def _under(blocks: Sequence[TextBlock], number: int) -> range:
    """Return the numbers of the blocks under a heading."""
    each, level = blocks[number].container, blocks[number].container.level
    while each.end <= number + 1 and each.parent is not None:
        each = each.parent
    inside = takewhile(lambda block: not 0 < block.container.level <= level, blocks[number + 1 : each.end])
    return range(number + 1, number + 1 + min(_MOST, sum(1 for _ in inside)))


def _may_be_text(block: TextBlock, score: float) -> bool:
    return score >= _LEAST_HOPE and not block.is_linked and not is_furniture(block)
