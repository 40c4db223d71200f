"""Short texts without links among kept ones: what the model believes is kept there, whatever its box is called.

The names of boxes are evidence of other sites; that the text goes on behind a box is evidence of this page.
"""

from collections.abc import Iterator, Sequence

from app.extract.scoring.attributes import BIT, IN_H1, IN_LIST
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.labels import says_others
from app.extract.scoring.names import tokens_of
from app.extract.scoring.text_blocks import Container, TextBlock
from app.extract.scoring.textbox import TextBox

_HOPE, _LIST_HOPE = 0.45, 0.2  # the mean score of such texts, a longer one weighing more; the same of a list
_BESIDE_HOPE, _SMALL_BOX = 0.15, 24  # the same between two texts of one element, or of a box of so many blocks
_ANNOUNCED_HOPE = 0.15  # the same for what a line with a colon announces, and for an address
_LEAST_MASS = 10  # characters that are counted besides those of each
_MOST = 12  # blocks that stand together
_LONGEST_LINE = 60  # characters of a line of an address
_STRANGE = 2.9  # log-odds: what is strange by its tag or role is none of the text
_CELLS = frozenset({"td", "th"})
_IN_DETAILS = BIT["details"]  # which hold text wherever they stand in one
_COLONS = frozenset(":：")
# What stands with a picture, or says who wrote the text: the first is shown with it, the second over the text.
_OF_OTHERS = frozenset("author byline caption copyright credit gallery image newsletter photo price related".split())
_ADDRESSES = frozenset("address adr contact vcard".split())
_FORMULAS = frozenset("equation formula formulae math".split())
_RATINGS = frozenset("grade rating score verdict".split())
#: The score from which a hole of one block is filled, which must not be a link.
HOLE_HOPE = 0.25


def fill_holes(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep a block between two kept ones of its own parent, unless it is plainly something else."""
    for number in range(1, len(blocks) - 1):
        if kept[number] or not (kept[number - 1] and kept[number + 1]) or scores[number] < HOLE_HOPE:
            continue
        if blocks[number].is_linked:
            continue
        parent = blocks[number].container.parent
        if parent is blocks[number - 1].container.parent and parent is blocks[number + 1].container.parent:
            kept[number] = True


def keep_believed(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep, in place, what stands together between kept blocks, has no links, and is likely text by itself.

    `scores` are those of the model, before any doubt.
    """
    for run in _runs(blocks, kept):
        is_list = all(blocks[place].container.flags & IN_LIST for place in run)
        if is_list and _is_part_of_links(blocks, run):
            continue
        hope = 0.0 if _is_rating(blocks, run) or _is_formula(blocks, run) else _LIST_HOPE if is_list else _HOPE
        if hope > _BESIDE_HOPE and _stands_beside(blocks, kept, run):
            hope = _BESIDE_HOPE
        if _mean(blocks, scores, run) >= hope and all(_may_be_text(blocks, place, box) for place in run):
            for place in run:
                kept[place] = True


def _stands_beside(blocks: Sequence[TextBlock], kept: Sequence[bool], run: Sequence[int]) -> bool:
    """Say whether a run is all that stands between two kept texts of one element, or of one small box."""
    before, behind = run[0] - 1, run[-1] + 1
    if not (kept[before] and kept[behind]) or blocks[before].container.flags & IN_H1:
        return False
    if not any(map(str.isalpha, "".join(blocks[place].text for place in run))):
        return False
    above = blocks[before].container.parent
    if above is not None and above is blocks[behind].container.parent:
        return True
    while above is not None and above.end <= behind and above.blocks <= _SMALL_BOX:
        above = above.parent
    return above is not None and above.blocks <= _SMALL_BOX


def _is_part_of_links(blocks: Sequence[TextBlock], run: Sequence[int]) -> bool:
    """Say whether a run is the part without links of a list that has some."""
    around = (blocks[run[0] - 1], blocks[min(run[-1] + 1, len(blocks) - 1)])
    return any(block.is_linked and block.container.flags & IN_LIST for block in around)


def keep_announced(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep, in place, the box without links behind a kept line that ends with a colon, and addresses behind kept text.

    `scores` are those of the model, before any doubt.
    """
    for number in range(1, len(blocks)):
        if kept[number] or not kept[number - 1]:
            continue
        each = _box_behind(blocks, number)
        run = range(each.first, each.end)
        before = blocks[number - 1]
        if len(run) > _MOST or not (_is_announced(before, each) or _is_address(blocks, before, each)):
            continue
        own = [place for place in run if not blocks[place].links]
        if own and _mean(blocks, scores, own) >= _ANNOUNCED_HOPE:
            for place in own:
                kept[place] = kept[place] or _is_none_of_others(blocks[place], box)


def _mean(blocks: Sequence[TextBlock], scores: Sequence[float], run: Sequence[int]) -> float:
    masses = [blocks[place].length + _LEAST_MASS for place in run]
    return sum(mass * scores[place] for mass, place in zip(masses, run, strict=True)) / sum(masses)


def _may_be_text(blocks: Sequence[TextBlock], place: int, box: TextBox) -> bool:
    is_over_table = place + 1 < len(blocks) and blocks[place + 1].container.tag in _CELLS
    return box.contains(blocks[place].container) and (is_over_table or _is_none_of_others(blocks[place], box))


def _is_none_of_others(block: TextBlock, box: TextBox) -> bool:
    if box.doubt(block.container) >= _STRANGE and not block.container.flags & _IN_DETAILS:
        return False
    if any(not _OF_OTHERS.isdisjoint(tokens_of(each.names)) for each in block.container.outward(box.container)):
        return False
    return any(map(str.isalnum, block.text)) and not (is_furniture(block) or says_others(block))


def _is_rating(blocks: Sequence[TextBlock], run: Sequence[int]) -> bool:
    """Say whether a run is one figure that is named as what a review gives: `8.5/10`."""
    block = blocks[run[0]]
    is_figure = block.text[0].isdigit() and not any(map(str.isalpha, block.text))
    return len(run) == 1 and is_figure and not _RATINGS.isdisjoint(tokens_of(block.container.names))


def _is_formula(blocks: Sequence[TextBlock], run: Sequence[int]) -> bool:
    """Say whether a run stands in a box that is named for a formula, and within a paragraph that has kept words."""
    above = blocks[run[0] - 1].container
    if above.level or run[-1] >= above.end:
        return False
    named = (_FORMULAS.isdisjoint(tokens_of(each.names)) for each in blocks[run[0]].container.outward(above))
    return not all(named)


def _runs(blocks: Sequence[TextBlock], kept: Sequence[bool]) -> Iterator[list[int]]:
    """Yield the numbers of blocks without links that stand together, behind and before kept text."""
    if True not in kept:
        return
    run: list[int] = []
    for number in range(kept.index(True), len(kept) - kept[::-1].index(True)):
        if kept[number] or blocks[number].links:
            if 0 < len(run) <= _MOST:
                yield run
            run = []
        else:
            run.append(number)


def _box_behind(blocks: Sequence[TextBlock], number: int) -> Container:
    """Return the largest box that a block begins and the one before it does not stand in."""
    each = blocks[number].container
    while each.parent is not None and each.parent.first == number:
        each = each.parent
    return each


def _is_announced(before: TextBlock, each: Container) -> bool:
    is_next = before.container.parent is each.parent and not before.container.level
    return is_next and before.text[-1] in _COLONS and not each.links


def _is_address(blocks: Sequence[TextBlock], before: TextBlock, each: Container) -> bool:
    """Say whether a box behind a text is named for the address that it holds: short lines, one with a figure."""
    above = each.parent
    if above is None or above.tag == "body" or not above.first <= before.container.first:
        return False
    inside = blocks[each.first : each.end]
    if any(block.length > _LONGEST_LINE for block in inside) or not any(_has_figure(block) for block in inside):
        return False
    return each.tag == "address" or not _ADDRESSES.isdisjoint(tokens_of(each.names))


def _has_figure(block: TextBlock) -> bool:
    return any(map(str.isdigit, block.text))
