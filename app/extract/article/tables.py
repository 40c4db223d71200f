"""Tables of markup to blocks: tables of data with their spans opened, and the contents of those for the layout."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from app.extract.article.runs import joined_runs
from app.models import Block, Figure, Heading, ItemList, Paragraph, Quote, Run, Runs, Table, text_of
from app.text.normalize import line
from app.text.numbers import whole

_MAX_CELL = 400  # characters; a longer cell is prose, and its table a layout
_MOST_SPANNED = 40  # columns by one cell
_MOST_CELLS = 20_000  # with those that spans make
_FEWEST_NAMED = 2  # rows that begin with a name, from which a table with pictures is one of facts

BlocksIn = Callable[[HtmlElement], Iterator[Block]]
Row = list[HtmlElement]


def table_of(table: HtmlElement, blocks_in: BlocksIn) -> Iterator[Block]:
    """Yield a table of data, behind the pictures in it, or the contents of one that is there for the layout.

    `blocks_in` returns the blocks in an element.
    """
    rows = [row for row in ([cell for cell in row if cell.tag in ("td", "th")] for row in _own_rows(table)) if row]
    pictured = [row for row in rows if any(cell.find(".//figure") is not None for cell in row)]
    data = [row for row in rows if row not in pictured]
    if not _is_data(table, data) or (pictured and not _is_of_facts(data)):
        yield from _contents(table, blocks_in)
        return
    for row in pictured:
        yield from (block for cell in row for block in blocks_in(cell))
    caption = table.find("caption")
    yield Table(
        rows=_grid(data, blocks_in),
        header=all(cell.tag == "th" for cell in data[0]) and len(data) > 1,
        caption=() if caption is None else _cell(caption, blocks_in),
    )


def _contents(table: HtmlElement, blocks_in: BlocksIn) -> Iterator[Block]:
    """Yield what a table holds that is there for the layout, cell by cell."""
    for part in list(table):
        box = table.makeelement("div")
        box.extend(part if part.tag == "caption" else [part])
        box.text = part.text if part.tag == "caption" else None
        yield from blocks_in(box)


def _own_rows(table: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the rows of a table, without those of tables in its cells; its foot may be written first (HTML 4)."""
    for child in sorted(table, key=lambda each: each.tag == "tfoot"):
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "tfoot", "thead"):
            yield from (row for row in child if row.tag == "tr")


def _is_data(table: HtmlElement, rows: Sequence[Row]) -> bool:
    if len(rows) < 2 or max(map(len, rows)) < 2:  # two by two
        return False
    cells = [cell for row in rows for cell in row]
    is_named = all(cell.tag == "th" for cell in rows[0])
    if not is_named and table.find(".//table") is not None:
        return False
    return all(map(_is_short, cells))


def _is_short(cell: HtmlElement) -> bool:
    """Say whether a cell holds no prose: it has room on a line."""
    return bool(
        len(line(cell.text_content())) <= _MAX_CELL
        and len(cell.findall(".//p")) < 3
        and cell.find(".//pre") is None
        and cell.find(".//h2") is None
    )


def _is_of_facts(rows: Sequence[Row]) -> bool:
    """Say whether the rows of a table with pictures give facts, each behind its name: `Length | 120 m`."""
    return len([row for row in rows if row[0].tag == "th" and len(row) > 1]) >= _FEWEST_NAMED


@dataclass(frozen=True, slots=True)
class _Spanned:
    """A cell that stands in `left` further rows too."""

    runs: Runs
    left: int


def _grid(rows: Sequence[Row], blocks_in: BlocksIn) -> tuple[tuple[Runs, ...], ...]:
    """Return the rows with a cell in each column (HTML standard, section 4.9.12).

    What stands in several rows is said in each of them; of several columns it is said in the first.
    """
    grid: list[tuple[Runs, ...]] = []
    above: dict[int, _Spanned] = {}
    room = _MOST_CELLS
    for place, row in enumerate(rows):
        line_of_cells: list[Runs] = []
        below: dict[int, _Spanned] = {}
        for cell in row:
            _fall(above, below, line_of_cells)
            columns, down = _spans(cell, len(rows) - place) if room > 0 else (1, 1)
            runs = _cell(cell, blocks_in)
            for column in range(columns):
                if down > 1:
                    below[len(line_of_cells)] = _Spanned(() if column else runs, down - 1)
                line_of_cells.append(() if column else runs)
        _fall(above, below, line_of_cells)
        room -= len(line_of_cells)
        grid.append(tuple(line_of_cells))
        above = below if room > 0 else {}
    return tuple(grid)


def _fall(above: dict[int, _Spanned], below: dict[int, _Spanned], row: list[Runs]) -> None:
    """Put into a row what reaches down to its next columns."""
    while spanned := above.pop(len(row), None):
        if spanned.left > 1:
            below[len(row)] = _Spanned(spanned.runs, spanned.left - 1)
        row.append(spanned.runs)


def _spans(cell: HtmlElement, rows_left: int) -> tuple[int, int]:
    columns = whole(cell.get("colspan"), 1, 999, 1)
    rows = whole(cell.get("rowspan"), 0, 999, 1) or rows_left  # 0 is all that follow
    return min(columns, _MOST_SPANNED), min(rows, rows_left)


def _cell(cell: HtmlElement, blocks_in: BlocksIn) -> Runs:
    """Return the text of a cell on one line."""
    runs = [run for block in blocks_in(cell) for run in (*_runs_of(block), Run(" "))]
    return joined_runs([replace(run, text=run.text.replace("\n", " ")) for run in runs])


def _runs_of(block: Block) -> Runs:
    """Return a block as a line: items and rows apart by a semicolon."""
    match block:
        case Paragraph(runs) | Heading(_, runs):
            return runs
        case Quote(blocks):
            return _apart([_runs_of(each) for each in blocks], " ")
        case ItemList(_, items):
            return _apart([_apart([_runs_of(each) for each in item], " ") for item in items], "; ")
        case Table(rows):
            return _apart([_apart(row, " ") for row in rows], "; ")
        case Figure():
            return ()
    return (Run(line(text_of(block))),)


def _apart(parts: Sequence[Runs], sign: str) -> Runs:
    """Return the parts that say something, with a sign between them."""
    said = [part for part in parts if part]
    return tuple(run for place, part in enumerate(said) for run in ((Run(sign),) * bool(place) + part))
