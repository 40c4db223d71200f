"""Lists, tables and lists of definitions are kept or left whole."""

from collections.abc import Sequence

from app.extract.scoring.attributes import BIT, IN_H1
from app.extract.scoring.furniture import is_furniture
from app.extract.scoring.labels import says_sources
from app.extract.scoring.names import tokens_of
from app.extract.scoring.series import may_be_post, names_author
from app.extract.scoring.text_blocks import Container, PageText, TextBlock, containers_of
from app.extract.scoring.textbox import TextBox

_GROUPS = frozenset({"dl", "ol", "table", "ul"})
_LONGEST_ENTRY = 600  # characters; with longer ones, a list is a layout
_MOST_PER_ENTRY = 4  # blocks of an entry of a list
_AMONG_TEXT = 0.35  # of the threshold is enough for a list or table in the box of the text
_LINKED = 0.8  # of a group in links
_LINKED_CELLS = 2 / 3  # of a table with heads
_HEADED = 0.2  # the same for a table with heads of rows or columns
_AMONG = frozenset({"dl", "table"})
_BARS = frozenset({"navbar", "navbox"})  # names of what leads to the neighbours of a page
_CELLS = frozenset({"td", "th"})
_FEWEST_IN_MENU = 3  # links
_COLONS = frozenset(":：")
_LAYOUT = frozenset({"article", "h1", "section"})
_SLIGHT_DOUBT = 2.0  # log-odds: what a table in the midst of the text outweighs
_MOST_BESIDE = 2  # blocks on either side of a table: its heading or caption, and what it stands between
_BETWEEN = 0.08  # the same for all that stands under a heading, and for a table between paragraphs


def settle_groups(page: PageText, scores: Sequence[float], kept: list[bool], threshold: float, box: TextBox) -> None:
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
        wanted = threshold * _share_wanted(blocks, group, box)
        is_among = _is_table_among(blocks, kept, group, box.holds(group) or _continues(blocks, kept, group))
        is_terms = group.tag == "dl" and not group.links
        may_be_of_text = box.holds(group) or box.container is None
        if is_among or (box.holds(group) and is_terms) or (may_be_of_text and _is_announced(blocks, kept, group)):
            wanted = 0 if is_among and box.doubt(group) <= _SLIGHT_DOUBT else threshold * _BETWEEN
        if group.first and kept[group.first - 1] and says_sources(blocks[group.first - 1]):
            wanted = 0
        is_kept = mean >= wanted and not _is_of_furniture(blocks[group.first : group.end])
        sure = {place for place in places if _is_sure(blocks[place], scores[place], threshold)}
        for place in places:
            is_own = is_kept and not _is_beside_its_entry(blocks[place], group)
            kept[place] = is_own or (group.tag == "table" and place in sure)
        if group.tag == "table" and sure:
            for place in _menus(blocks, scores, group):
                kept[place] = False
        number = group.end


def _is_beside_its_entry(block: TextBlock, group: Container) -> bool:
    """Say whether a block is none of a text, and stands in an entry of a list that says more."""
    entry = block.container.child_of(group) if group.tag != "table" else None
    return entry is not None and entry.blocks > 1 and not block.links and is_furniture(block)


def _menus(blocks: Sequence[TextBlock], scores: Sequence[float], group: Container) -> list[int]:
    """Return the numbers of the links in cells of a table that hold nothing else, several each, and are hardly text."""
    found: list[int] = []
    for number in range(group.first, group.end):
        cell = _cell_of(blocks[number])
        if cell is None or cell.first != number or cell.blocks < _FEWEST_IN_MENU or cell.links < cell.length:
            continue
        if max(scores[cell.first : cell.end]) < _BETWEEN:
            found += range(cell.first, cell.end)
    return found


def _cell_of(block: TextBlock) -> Container | None:
    return next((each for each in block.container.outward() if each.element.tag in _CELLS), None)


def _is_sure(block: TextBlock, score: float, threshold: float) -> bool:
    """Say whether a cell is text by itself: tables also hold pages of text among what is said of their authors."""
    return block.is_prose and not block.links and score >= threshold


def _share_wanted(blocks: Sequence[TextBlock], group: Container, box: TextBox) -> float:
    if not box.holds(group) or _is_menu_beside(group):
        return 1.0
    heads = group.tag == "table" and any(block.container.tag == "th" for block in blocks[group.first : group.end])
    return _HEADED if heads else _AMONG_TEXT


def _is_menu_beside(group: Container) -> bool:
    """Say whether a group is hardly more than links, and stands in what its page calls aside, or a bar of links."""
    is_beside = bool(group.flags & BIT["aside"]) or not _BARS.isdisjoint(tokens_of(group.names))
    return is_beside and group.links >= _LINKED * group.length


def _is_of_furniture(entries: Sequence[TextBlock]) -> bool:
    return sum(map(is_furniture, entries)) * 2 > len(entries)


def _is_announced(blocks: Sequence[TextBlock], kept: Sequence[bool], group: Container) -> bool:
    """Say whether a list or table is announced: by a line that ends with a colon, by a heading if text follows it."""
    before, behind = group.first - 1, group.end
    if before < 0 or not kept[before]:
        return False
    if blocks[before].container.level:
        return any(kept[behind : behind + 1])
    return blocks[before].text[-1] in _COLONS and blocks[before].container.parent is group.parent


def _is_table_among(blocks: Sequence[TextBlock], kept: Sequence[bool], group: Container, is_in_box: bool) -> bool:
    """Say whether a table of data or a list of terms stands in the text: behind a kept block or the headline, and
    before one of the same box.

    In the box of the text (`is_in_box`) nothing need follow, and what its rows are about may be linked. A heading, or a
    line that is short, may stand between; boxes that hold nothing but the table are no others.
    """
    if group.tag not in _AMONG or (group.links and not (is_in_box and group.tag == "table")) or _is_menu_beside(group):
        return False
    if _leads_on(blocks[group.first : group.end]):
        return False
    around = _around(group)
    above = range(max(0, group.first - _MOST_BESIDE), group.first)
    below = range(group.end, min(len(blocks), group.end + _MOST_BESIDE))
    return all(
        any(
            (kept[place] or blocks[place].container.flags & IN_H1) and _is_inside(blocks[place].container, around)
            for place in places
        )
        for places in ((above,) if is_in_box else (above, below))
    )


def _continues(blocks: Sequence[TextBlock], kept: Sequence[bool], group: Container) -> bool:
    """Say whether a table with heads stands right behind a paragraph of the text, of which that may be all.

    Then the box of the text is hardly more than that paragraph. The heading over a table follows it later.
    """
    before = group.first - 1
    if before > 0 and blocks[before].container.level and not kept[before]:
        before -= 1
    has_heads = any(block.container.tag == "th" for block in blocks[group.first : group.end])
    return has_heads and before >= 0 and kept[before] and blocks[before].container.parent is group.parent


def _leads_on(cells: Sequence[TextBlock]) -> bool:
    """Say whether a table is there for its links; those of one with heads may name what each row is about."""
    linked = [cell for cell in cells if cell.links]
    has_heads = any(cell.container.tag == "th" for cell in cells)
    is_of_days = any(not any(map(str.isalpha, cell.text)) for cell in linked)
    return bool(linked) and (is_of_days or not has_heads or len(linked) > len(cells) * _LINKED_CELLS)


def _around(group: Container) -> Container:
    """Return the smallest container around a group that holds more than it and a line or two about it."""
    each = group
    while each.parent is not None and each.blocks <= group.blocks + _MOST_BESIDE - 1:
        each = each.parent
    return each


def _is_inside(container: Container, box: Container) -> bool:
    return box.first <= container.first and container.end <= box.end


def _group_of(blocks: Sequence[TextBlock], number: int) -> Container | None:
    """Return the outermost list or table around a block that is one of data, and not a page's layout."""
    found = None
    each: Container | None = blocks[number].container
    while each is not None and each.first == number:  # none further out begins with it
        if each.tag in _GROUPS:
            if not _is_data(blocks, each):
                break
            found = each
        each = each.parent
    return found


def _is_data(blocks: Sequence[TextBlock], group: Container) -> bool:
    inside = blocks[group.first : group.end]
    if any(block.length > _LONGEST_ENTRY for block in inside):
        return False
    parts = list(containers_of(inside, group))
    if any(_is_layout(part, group) or _is_signed_post(blocks, part, group) for part in parts):
        return False
    entries = sum(part.parent is group for part in parts)
    return len(inside) <= _MOST_PER_ENTRY * max(1, entries) or group.tag == "table"


def _is_signed_post(blocks: Sequence[TextBlock], part: Container, group: Container) -> bool:
    """Say whether an entry of a list is named as a post of a thread, and names who wrote it."""
    if part.parent is not group or part.blocks == 1 or not may_be_post(part):
        return False
    return any(names_author(block, part) for block in blocks[part.first : part.end])


def _is_layout(part: Container, group: Container) -> bool:
    if part.tag in _CELLS:
        return part.blocks > _MOST_PER_ENTRY
    return part.tag in _LAYOUT or part.tag == group.tag == "table"
