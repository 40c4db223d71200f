"""What stands under a table in a box of their own: its title, what its signs mean, where its figures come from.

On a page whose text is tables alone, a timetable or a list of prices, that is all around them that leads nowhere: from
when they hold, what is not in them.
"""

from collections.abc import Sequence

from app.extract.scoring.attributes import ASIDE_ROLE, BIT
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.text_blocks import Container, TextBlock

_HOPE, _PROSE_HOPE = 0.05, 0.3  # the score of such a line, and of a longer text
_MOST = 4  # blocks besides the table's
_CELLS = frozenset({"td", "th"})
_FEWEST_CELLS = 8  # of such a page
_BESIDE_HOPE = 0.1  # the score of a line on it
_OUTSIDE = BIT["aside"] | BIT["footer"] | BIT["form"] | BIT["header"] | BIT["nav"] | ASIDE_ROLE


def keep_under_tables(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, the lines without links behind a kept table that has a small box with nothing else in it."""
    for number in range(1, len(blocks)):
        if kept[number] or blocks[number].container.tag in _CELLS or not kept[number - 1]:
            continue
        table = _table_of(blocks[number - 1])
        if table is None or table.end != number or 2 * table.prose > table.length:
            continue  # such a table is there for the layout, and what follows ends the page
        for place in range(number, _box_of(table).end):
            block = blocks[place]
            hope = _PROSE_HOPE if block.is_prose else _HOPE
            if scores[place] >= hope and not block.links and not is_furniture(block):
                kept[place] = True


def keep_beside_tables(blocks: Sequence[TextBlock], scores: Sequence[float], kept: list[bool]) -> None:
    """Keep, in place, the lines without links around the tables that are all that is kept of a page."""
    if True not in kept or kept.count(True) < _FEWEST_CELLS:
        return
    own = [block for block, is_own in zip(blocks, kept, strict=True) if is_own]
    if any(block.is_prose or not block.container.flags & BIT["table"] for block in own):
        return
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    around = next(
        each
        for each in blocks[first].container.outward()
        if each.end > last and each.tag not in ("table", "tbody", "tr")
    )
    for place in range(around.first, around.end):
        block = blocks[place]
        is_line = not (block.links or block.container.level or block.container.flags & _OUTSIDE)
        if is_line and scores[place] >= _BESIDE_HOPE and not is_furniture(block):
            kept[place] = True


def _table_of(block: TextBlock) -> Container | None:
    return next((each for each in block.container.outward() if each.tag == "table"), None)


def _box_of(table: Container) -> Container:
    """Return the largest box around a table that has few other blocks."""
    box, most = table, table.end - table.first + _MOST
    while box.parent is not None and box.parent.end - box.parent.first <= most:
        box = box.parent
    return box
