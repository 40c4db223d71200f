"""Like parts of a text: where most of them are kept, the rest is.

A guide in ten parts that a template folds up, a transcript of forty lines: a model that judges each block by itself
loses the part that is short, or that stands at the end.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.labels import says_others
from app.extract.scoring.text_blocks import Container, PageText, TextBlock

_HEADED_SHARE, _HEADED_HOPE = 0.5, 0.1  # of parts that each begin with a heading: how many are kept, and the score
_NAMED_SHARE, _NAMED_HOPE = 0.8, 0.2  # the same of many that are named alike
_FEWEST_HEADED, _FEWEST_NAMED = 2, 6
_MOST_BLOCKS = 12  # of a part
_LINKED = 0.4  # of its characters


def keep_parts(page: PageText, scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, the text of a part that is not of links, and stands among others of its kind, most of them kept.

    `scores` are those of the model, before any doubt.
    """
    doubtful = [place for place, own in enumerate(kept) if not own and scores[place] >= _HEADED_HOPE]
    texts = [0, *accumulate(own and not block.container.level for block, own in zip(page.blocks, kept, strict=True))]
    for parts, share, hope in _series(page, doubtful):
        lacking = [part for part in parts if texts[part.end] == texts[part.first]]
        if not lacking or len(parts) - len(lacking) < share * len(parts):
            continue
        for part in lacking:
            places = range(part.first, part.end)
            is_linked = part.links > _LINKED * part.length
            if is_linked or part.blocks > _MOST_BLOCKS or not _may_be_text(page.blocks, places):
                continue
            for place in places:
                if not page.blocks[place].container.level and _hope(page.blocks, scores, places, place) >= hope:
                    kept[place] = True


def _hope(blocks: Sequence[TextBlock], scores: Sequence[float], places: Iterable[int], place: int) -> float:
    """Return the score of a block in a part, for an item the best of those in its list: it is kept whole or not."""
    around = blocks[place].container.parent
    if blocks[place].container.tag != "li":
        return scores[place]
    return max(scores[each] for each in places if blocks[each].container.parent is around)


def _may_be_text(blocks: Sequence[TextBlock], places: Iterable[int]) -> bool:
    return not any(is_furniture(blocks[place]) or says_others(blocks[place]) for place in places)


def _series(page: PageText, doubtful: Iterable[int]) -> Iterator[tuple[list[Container], float, float]]:
    """Yield the parts of each series, the share of them that has to be kept, and the score that the rest needs.

    Only those are looked for of which one holds a block that is doubtful.
    """
    asked: set[tuple[int, str, str]] = set()
    for place in doubtful:
        asked.update(each.kind for each in page.blocks[place].container.outward())
    found: defaultdict[tuple[int, str, str], list[Container]] = defaultdict(list)
    for each in page.containers if asked else ():
        if each.parent is not None and not each.level and (kind := each.kind) in asked:
            found[kind].append(each)
    for parts in found.values():
        if len(parts) >= _FEWEST_HEADED and all(_is_headed(page.blocks, part) for part in parts):
            yield parts, _HEADED_SHARE, _HEADED_HOPE
        elif len(parts) >= _FEWEST_NAMED and parts[0].stem:
            yield parts, _NAMED_SHARE, _NAMED_HOPE


def _is_headed(blocks: Sequence[TextBlock], part: Container) -> bool:
    return part.blocks > 1 and blocks[part.first].container.level > 0 and not blocks[part.first].links
