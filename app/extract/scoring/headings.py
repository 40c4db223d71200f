"""A heading stands where its text stands."""

import re
from collections.abc import Sequence

from app.extract.scoring.attributes import IN_LIST
from app.extract.scoring.text_blocks import Container, TextBlock
from app.extract.scoring.textbox import TextBox

_HEADING_HOPE = 0.2  # the score from which a heading is kept for what follows it
_MIDST_HEADING_HOPE = 0.08  # the same for one with kept text before it too
_BOXED_HEADING_HOPE = 0.02  # the same where heading and text are in one small box
_LIST_HEADING_HOPE = 0.05  # the same at once over a list or table
_HEADS = frozenset({"header", "hgroup", "summary"})
_SMALL_BOX = 8  # blocks
_LONGEST_BETWEEN = 40  # characters of what may stand between a heading and its text: "[edit]", a day
_CERTAIN = 0.9  # the same for one in the midst under which nothing is kept: a step, of which a picture shows the rest
_SURE_HEADING = 0.8  # the score from which a heading is kept though what follows at once is not
# The number of a part of a law or a book, whole, in small letters, over the heading that says what it is about.
_PART = re.compile(
    r"(?:abschnitt|anexo|annexe?|appendix|book|cap[ií]tulo|capitolo|chapitre|chapter|deel|division|dział|hoofdstuk|kapitel|"
    r"libro|livre|part[ei]?|partie|rozdział|schedule|section|sección|teil|tite?l|titolo|titre|título|bölüm|kısım|глава|"
    r"книга|раздел|розділ|часть|частина)\s(?:[\divxlc]{1,7}|[a-z]|one|two|three|four|five|six|primer[oa]?|único)"
    r"(?:er|ª|º|°)?[.:]?|第[\d一二三四五六七八九十百]{1,5}[章編编篇節节]|제\s?\d{1,3}[장편절]"
)
_LONGEST_PART = 24  # characters


def settle_headings(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool], box: TextBox) -> None:
    """Keep a heading that is hoped for over kept text; leave one that has none under it before the next."""
    first = kept.index(True) if True in kept else len(kept)
    last = max((at for at, block in enumerate(blocks) if kept[at] and not block.container.level), default=0)
    texts_until: dict[int, bool] = {}
    for number in range(len(blocks) - 1, -1, -1):
        level = blocks[number].container.level
        if not level:
            if kept[number]:
                texts_until = dict.fromkeys(range(1, 7), True)
            continue
        if number + 1 < len(blocks) and blocks[number + 1].container is blocks[number].container:
            kept[number] = kept[number + 1]  # the lines of one heading
            continue
        following = texts_until.get(level, False)
        near = number + 1 < len(blocks) and kept[number + 1] and number + 1 < _box(blocks[number]).end
        hope = 0.0 if kept[number] else _heading_hope(blocks, number) if first < number else _HEADING_HOPE
        is_sure = kept[number] and (scores[number] >= _SURE_HEADING or _stands_over_day(blocks, kept, number))
        if following and (is_sure or (near and scores[number] >= hope)):
            kept[number] = True
        else:
            is_in_midst = following and first < number and scores[number] >= _MIDST_HEADING_HOPE
            is_certain = first < number < last and scores[number] >= _CERTAIN and not blocks[number].links
            is_certain = is_certain or _numbers_next(blocks, kept, number)
            kept[number] = box.holds(blocks[number].container) and (
                is_certain or (is_in_midst and _stands_over_text(blocks, kept, number))
            )
        for deeper in range(level, 7):
            texts_until[deeper] = False


def _numbers_next(blocks: Sequence[TextBlock], kept: Sequence[bool], number: int) -> bool:
    """Say whether a heading is nothing but the number of what the kept heading behind it, of its own level, names."""
    text, behind = blocks[number].text, number + 1
    if len(text) > _LONGEST_PART or behind == len(blocks) or not kept[behind]:
        return False
    is_beside = blocks[behind].container.level == blocks[number].container.level
    return is_beside and _PART.fullmatch(text.lower()) is not None


def _heading_hope(blocks: Sequence[TextBlock], number: int) -> float:
    """Return the score that a heading needs which has kept text before it, and behind it in its own box."""
    heading = blocks[number]
    if heading.container.flags & IN_LIST:
        return _HEADING_HOPE
    if number + 1 < len(blocks) and blocks[number + 1].container.flags & IN_LIST:
        return _LIST_HEADING_HOPE
    return _BOXED_HEADING_HOPE if _box(heading).blocks <= _SMALL_BOX else _HEADING_HOPE


def _stands_over_text(blocks: Sequence[TextBlock], kept: Sequence[bool], number: int) -> bool:
    """Say whether kept text follows a heading, with at most one short line between that is of the heading."""
    around = blocks[number].container.parent
    if blocks[number].container.flags & IN_LIST:
        return False
    if number + 2 < len(blocks) and not kept[number + 1] and blocks[number + 1].length <= _LONGEST_BETWEEN:
        is_of_it = around is not None and number + 1 < around.end and around.blocks == 2
        return is_of_it and kept[number + 2]
    return number + 1 < len(blocks) and kept[number + 1]


def _stands_over_day(blocks: Sequence[TextBlock], kept: Sequence[bool], number: int) -> bool:
    """Say whether a heading has a line under it that says when or by whom, and then the kept text of its own box."""
    text = number + 2
    if text >= len(blocks) or not kept[text] or text >= _box(blocks[number]).end:
        return False
    return not blocks[number + 1].container.level and blocks[number + 1].length <= _LONGEST_BETWEEN


def _box(block: TextBlock) -> Container:
    """Return the innermost container around a heading that holds others, and more than what is at the head of it.

    A heading in a summary is that of the details which it opens.
    """
    each = next((each for each in block.container.outward() if each.tag == "summary"), block.container)
    while (each.blocks == 1 or each.tag in _HEADS) and each.parent is not None:
        each = each.parent
    return each
