"""Scores of blocks to a decision for each: what belongs together stays together.

A list, a table of data or a list of definitions is kept or left whole; a heading stands where its text stands; one
block that is missing between two of one container is filled in. The rules are few and general; their figures stand
in docs/extraction.md.
"""

from collections.abc import Mapping, Sequence

from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.textbox import TextBox
from app.extract.scoring.walk import HEADING_TAGS, IN_H1, IN_PRE, Container, PageText, TextBlock

_GROUPS = frozenset({"dl", "ol", "table", "ul"})
_LONGEST_ENTRY = 600  # characters; with longer ones, a list is a layout
_MOST_PER_ENTRY = 4  # blocks of an entry of a list
_AMONG_TEXT = 0.35  # of the threshold is enough for a list or table in the box of the text
_CELLS = frozenset({"td", "th"})
_LAYOUT = frozenset({"article", "h1", "section"})
_HEADING_HOPE = 0.2  # the score from which a heading is kept for what follows it
_LEAST_HOPE, _PART_OF_BEST = 0.1, 0.6  # where no block is sure, what comes near the best is kept
_MIDST_HOPE = 0.28  # the score from which a block is kept that has the text around it
_LONGEST_LEAD = 8  # blocks between the headline and the text
_HOLE_HOPE = 0.25  # the same for a hole of one block, which must not be a link
_SURE_HEADING = 0.8  # the score from which a heading is kept though what follows at once is not


def choose(page: PageText, scores: Sequence[float], threshold: float, odds: Mapping[str, float]) -> list[bool]:
    """Return for each block whether it is kept; `odds` are what names of elements mean (`Tables.names`)."""
    scores = [
        0.0 if score >= _HOLE_HOPE and is_furniture(block) else score
        for block, score in zip(page.blocks, scores, strict=True)
    ]
    threshold = min(threshold, max(_LEAST_HOPE, _PART_OF_BEST * max(scores, default=0)))
    box = TextBox(page, [score >= threshold for score in scores], odds)
    scores = [box.doubted(score, block.container) for block, score in zip(page.blocks, scores, strict=True)]
    kept = [score >= threshold for score in scores]
    _favour_the_midst(page, scores, kept, box)
    _settle_groups(page, scores, kept, threshold, box)
    _fill_holes(page.blocks, scores, kept)
    _settle_code(page.blocks, kept)
    _settle_headings(page.blocks, scores, kept)
    return kept


def _settle_groups(page: PageText, scores: Sequence[float], kept: list[bool], threshold: float, box: TextBox) -> None:
    """Keep or leave each list and table as a whole, by the mean of its blocks, a longer one weighing more."""
    blocks = page.blocks
    number = 0
    while number < len(blocks):
        group = _group_of(blocks, number)
        if group is None:
            number += 1
            continue
        places = range(group.first, group.end)
        masses = [(blocks[place].length + 10) for place in places]
        mean = sum(mass * scores[place] for mass, place in zip(masses, places, strict=True)) / sum(masses)
        wanted = threshold * (_AMONG_TEXT if box.holds(group) else 1)
        for place in places:
            kept[place] = mean >= wanted
        number = group.end


def _favour_the_midst(page: PageText, scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep what is doubtful, no link and in no strange box, between the headline and the end of the text."""
    if box.container is None or True not in kept:
        return
    blocks = page.blocks
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    headlines = [number for number in range(first) if blocks[number].container.flags & IN_H1]
    if headlines and first - headlines[-1] <= _LONGEST_LEAD:
        first = headlines[-1] + 1
    for number in range(first, last):
        block = blocks[number]
        if not kept[number] and scores[number] >= _MIDST_HOPE and block.links * 2 < len(block.text):
            kept[number] = not box.doubt(block.container)


def _group_of(blocks: Sequence[TextBlock], number: int) -> Container | None:
    """Return the outermost list or table around a block that is one of data, and not a page's layout."""
    found = None
    each: Container | None = blocks[number].container
    while each is not None:
        if each.tag in _GROUPS and each.first == number:
            if not _is_data(blocks, each):
                break
            found = each
        each = each.parent
    return found


def _is_data(blocks: Sequence[TextBlock], group: Container) -> bool:
    inside = blocks[group.first : group.end]
    if any(block.length > _LONGEST_ENTRY for block in inside):
        return False
    if any(_lies_in_layout(block.container, group) for block in inside):
        return False
    entries = {entry for block in inside if (entry := _entry(block.container, group)) is not None}
    return len(inside) <= _MOST_PER_ENTRY * max(1, len(entries)) or group.tag == "table"


def _lies_in_layout(container: Container, group: Container) -> bool:
    each: Container | None = container
    while each is not None and each is not group:
        if each.tag in _LAYOUT or (group.tag == "table" and each.tag == "table"):
            return True
        if each.tag in _CELLS and each.blocks > _MOST_PER_ENTRY:
            return True
        each = each.parent
    return False


def _entry(container: Container, group: Container) -> Container | None:
    """Return the child of a group that a container lies in."""
    each: Container | None = container
    while each is not None and each.parent is not group:
        each = each.parent
    return each


def _fill_holes(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep a block between two kept ones of its own parent, unless it is plainly something else."""
    for number in range(1, len(blocks) - 1):
        if kept[number] or not (kept[number - 1] and kept[number + 1]) or scores[number] < _HOLE_HOPE:
            continue
        if blocks[number].links * 2 > len(blocks[number].text):
            continue
        parent = blocks[number].container.parent
        if parent is blocks[number - 1].container.parent and parent is blocks[number + 1].container.parent:
            kept[number] = True


def _settle_code(blocks: Sequence[TextBlock], kept: list[bool]) -> None:
    """Keep preformatted text whole: where a line of it is kept, or what stands before it in the same box."""
    number = 0
    while number < len(blocks):
        code = _code_around(blocks[number])
        if code is None or code.first != number:
            number += 1
            continue
        before = blocks[number - 1].container if number and kept[number - 1] else None
        follows = before is not None and (before.parent is code.parent or before is code.parent)
        if any(kept[code.first : code.end]) or (follows and not code.links):
            kept[code.first : code.end] = [True] * (code.end - code.first)
        number = max(code.end, number + 1)


def _code_around(block: TextBlock) -> Container | None:
    """Return the outermost preformatted text around a block."""
    found = None
    each: Container | None = block.container if block.container.flags & IN_PRE else None
    while each is not None:
        found = each if each.tag == "pre" else found
        each = each.parent
    return found


def _settle_headings(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep a heading that is hoped for over kept text; leave one that has none under it before the next."""
    level_of = _levels(blocks)
    texts_until: dict[int, bool] = {}
    for number in range(len(blocks) - 1, -1, -1):
        level = level_of[number]
        if not level:
            if kept[number]:
                texts_until = dict.fromkeys(range(1, 7), True)
            continue
        following = texts_until.get(level, False)
        near = number + 1 < len(blocks) and kept[number + 1] and number + 1 < _box(blocks[number]).end
        if kept[number]:
            kept[number] = following and (near or scores[number] >= _SURE_HEADING)
        elif following and near and scores[number] >= _HEADING_HOPE:
            kept[number] = True
        for deeper in range(level, 7):
            texts_until[deeper] = False


def _box(block: TextBlock) -> Container:
    """Return the innermost container around a block that holds others."""
    each = block.container
    while each.blocks == 1 and each.parent is not None:
        each = each.parent
    return each


def _levels(blocks: Sequence[TextBlock]) -> list[int]:
    return [int(block.container.tag[1]) if block.container.tag in HEADING_TAGS else 0 for block in blocks]
