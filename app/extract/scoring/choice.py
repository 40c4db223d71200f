"""Scores of blocks to a decision for each: what belongs together stays together.

A list, a table of data or a list of definitions is kept or left whole; a heading stands where its text stands; one
block that is missing between two of one container is filled in. The rules are few and general; their figures stand
in docs/extraction.md.
"""

from collections.abc import Mapping, Sequence

from app.extract.scoring.furniture import is_furniture, says_sources
from app.extract.scoring.hints import Hints
from app.extract.scoring.stories import before_headline, other_stories
from app.extract.scoring.textbox import TextBox
from app.extract.scoring.walk import IN_H1, IN_LIST, IN_PRE, Container, PageText, TextBlock

_GROUPS = frozenset({"dl", "ol", "table", "ul"})
_LONGEST_ENTRY = 600  # characters; with longer ones, a list is a layout
_MOST_PER_ENTRY = 4  # blocks of an entry of a list
_AMONG_TEXT = 0.35  # of the threshold is enough for a list or table in the box of the text
_CELLS = frozenset({"td", "th"})
_COLONS = frozenset(":：")
_SENTENCE_ENDS = frozenset('.!?。！？…”"')
_LAYOUT = frozenset({"article", "h1", "section"})
_BETWEEN = 0.08  # the same for all that stands under a heading, and for a table between paragraphs
_HEADING_HOPE = 0.2  # the score from which a heading is kept for what follows it
_MIDST_HEADING_HOPE = 0.08  # the same for one with kept text before it too
_BOXED_HEADING_HOPE = 0.02  # the same where heading and text are in one small box
_SMALL_BOX = 8  # blocks
_LONGEST_BETWEEN = 40  # characters of what may stand between a heading and its text: "[edit]", a day
_LEAST_HOPE, _PART_OF_BEST = 0.1, 0.6  # where no block is sure, what comes near the best is kept
_MIDST_HOPE = 0.28  # the score from which a block is kept that has the text around it
_LEAD_HOPE = 0.2  # the same for a sentence between the headline and the text
_LONGEST_LEAD = 8  # blocks between the headline and the text
_LEAD = 60  # characters of it at least
_HOLE_HOPE = 0.25  # the same for a hole of one block, which must not be a link
_SURE_HEADING = 0.8  # the score from which a heading is kept though what follows at once is not


def choose(
    page: PageText, scores: Sequence[float], threshold: float, odds: Mapping[str, float], hints: Hints
) -> list[bool]:
    """Return for each block whether it is kept; `odds` are what names of elements mean (`Tables.names`)."""
    scores = [
        0.0 if score >= _HOLE_HOPE and is_furniture(block) else score
        for block, score in zip(page.blocks, scores, strict=True)
    ]
    for place in [*before_headline(page, hints, scores, threshold), *other_stories(page, hints)]:
        scores[place] = 0.0
    threshold = min(threshold, max(_LEAST_HOPE, _PART_OF_BEST * max(scores, default=0)))
    box = TextBox(page, [score >= threshold for score in scores], odds)
    scores = [
        box.doubted(score, block.container) if score >= _LEAST_HOPE else score
        for block, score in zip(page.blocks, scores, strict=True)
    ]
    kept = [score >= threshold for score in scores]
    _favour_the_midst(page, scores, kept, box)
    _favour_sources(page.blocks, kept, box)
    _settle_groups(page, scores, kept, threshold, box)
    _fill_holes(page.blocks, scores, kept)
    _settle_code(page.blocks, kept)
    _settle_headings(page.blocks, scores, kept, box)
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
        if (box.holds(group) and _is_announced(blocks, kept, group)) or _is_table_among(blocks, kept, group):
            wanted = threshold * _BETWEEN
        if group.first and kept[group.first - 1] and says_sources(blocks[group.first - 1]):
            wanted = 0
        for place in places:
            kept[place] = mean >= wanted
        number = group.end


def _is_announced(blocks: Sequence[TextBlock], kept: Sequence[bool], group: Container) -> bool:
    """Say whether a list or table is announced: by a line that ends with a colon, by a heading if text follows it."""
    before, behind = group.first - 1, group.end
    if before < 0 or not kept[before]:
        return False
    if blocks[before].container.level:
        return any(kept[behind : behind + 1])
    return blocks[before].text[-1] in _COLONS and blocks[before].container.parent is group.parent


def _is_table_among(blocks: Sequence[TextBlock], kept: Sequence[bool], group: Container) -> bool:
    """Say whether a table without links stands between two kept blocks of the same box."""
    before, behind = group.first - 1, group.end
    return (
        group.tag == "table"
        and not group.links
        and before >= 0
        and behind < len(blocks)
        and all(kept[place] and blocks[place].container.parent is group.parent for place in (before, behind))
    )


def _favour_the_midst(page: PageText, scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep what is doubtful, no link and in no strange box, between the headline and the end of the text."""
    if box.container is None or True not in kept:
        return
    blocks = page.blocks
    last = len(kept) - 1 - kept[::-1].index(True)
    first = next(
        (number for number in range(last) if kept[number] and not blocks[number].container.flags & IN_H1), last
    )
    start = first
    headlines = [number for number in range(first) if blocks[number].container.flags & IN_H1]
    if headlines and first - headlines[-1] <= _LONGEST_LEAD:
        start = headlines[-1] + 1
    for number in range(start, last):
        block = blocks[number]
        hope = _LEAD_HOPE if number < first and _is_sentence(block) else _MIDST_HOPE
        if not kept[number] and scores[number] >= hope and block.links * 2 < len(block.text):
            kept[number] = not box.doubt(block.container)


def _favour_sources(blocks: Sequence[TextBlock], kept: list[bool], box: TextBox) -> None:
    """Keep each heading in the box of the text that announces its sources or notes."""
    for number, block in enumerate(blocks):
        if block.container.level and not kept[number] and says_sources(block) and box.holds(block.container):
            kept[number] = True


def _is_sentence(block: TextBlock) -> bool:
    return block.length >= _LEAD and block.text[-1] in _SENTENCE_ENDS


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


def _settle_headings(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep a heading that is hoped for over kept text; leave one that has none under it before the next."""
    first = kept.index(True) if True in kept else len(kept)
    texts_until: dict[int, bool] = {}
    for number in range(len(blocks) - 1, -1, -1):
        level = blocks[number].container.level
        if not level:
            if kept[number]:
                texts_until = dict.fromkeys(range(1, 7), True)
            continue
        following = texts_until.get(level, False)
        near = number + 1 < len(blocks) and kept[number + 1] and number + 1 < _box(blocks[number]).end
        hope = 0.0 if kept[number] else _heading_hope(blocks[number]) if first < number else _HEADING_HOPE
        if following and ((kept[number] and scores[number] >= _SURE_HEADING) or (near and scores[number] >= hope)):
            kept[number] = True
        else:
            is_in_midst = following and first < number and scores[number] >= _MIDST_HEADING_HOPE
            kept[number] = (
                is_in_midst and box.holds(blocks[number].container) and _stands_over_text(blocks, kept, number)
            )
        for deeper in range(level, 7):
            texts_until[deeper] = False


def _heading_hope(heading: TextBlock) -> float:
    """Return the score that a heading needs which has kept text before it, and behind it in its own box."""
    is_small = _box(heading).blocks <= _SMALL_BOX and not heading.container.flags & IN_LIST
    return _BOXED_HEADING_HOPE if is_small else _HEADING_HOPE


def _stands_over_text(blocks: Sequence[TextBlock], kept: Sequence[bool], number: int) -> bool:
    """Say whether kept text follows a heading, with at most one short line between that is of the heading."""
    around = blocks[number].container.parent
    if blocks[number].container.flags & IN_LIST:
        return False
    if number + 2 < len(blocks) and not kept[number + 1] and blocks[number + 1].length <= _LONGEST_BETWEEN:
        is_of_it = around is not None and number + 1 < around.end and around.blocks == 2
        return is_of_it and kept[number + 2]
    return number + 1 < len(blocks) and kept[number + 1]


def _box(block: TextBlock) -> Container:
    """Return the innermost container around a block that holds others."""
    each = block.container
    while each.blocks == 1 and each.parent is not None:
        each = each.parent
    return each
