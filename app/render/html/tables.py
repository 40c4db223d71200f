"""Tables for browsers that have none: aligned columns where they fit, else a line of `name: value` a row."""

from collections.abc import Callable
from dataclasses import replace

from app.models import Run, Runs, Table
from app.render.charsets.charsets import columns

GAP = " | "
_NOT_RAISED = str.maketrans("", "", "su")
# What stays a table where there are tables: so many columns, rows and characters of a cell fit a small screen.
MOST_COLUMNS, MOST_ROWS, MOST_CELL = 6, 40, 80


def is_small(table: Table) -> bool:
    """Say whether a table can be shown as one on a screen of 640 pixels."""
    cells = (cell for row in table.rows for cell in row)
    return (
        len(table.rows) <= MOST_ROWS
        and max(map(len, table.rows)) <= MOST_COLUMNS
        and all(sum(len(run.text) for run in cell) <= MOST_CELL for cell in cells)
    )


def spoken(table: Table, transliterate: Callable[[str], str]) -> Table:
    """Return a table in the characters that `transliterate` gives for a text, so that its columns can be counted.

    Nothing in it is raised or lowered: preformatted text has no room for that in any version of HTML.
    """

    def cell(runs: Runs) -> Runs:
        return tuple(replace(run, text=transliterate(run.text), marks=run.marks.translate(_NOT_RAISED)) for run in runs)

    return Table(tuple(tuple(map(cell, row)) for row in table.rows), table.header, table.caption)


def column_widths(table: Table, width: int) -> list[int] | None:
    """Return the columns' widths in characters, or None where the rows would be wider than `width`."""
    count = max(map(len, table.rows))
    widths = [max(length_of(row[column]) if column < len(row) else 0 for row in table.rows) for column in range(count)]
    return widths if sum(widths) + len(GAP) * (count - 1) <= width else None


def length_of(runs: Runs) -> int:
    """Return how many columns of the screen `runs` take, which are in characters of the page's set already."""
    return sum(columns(run.text) for run in runs)


def aligned_rows(table: Table, widths: list[int]) -> list[Runs]:
    """Return a line of runs for each row, its cells padded; a rule follows the names of the columns."""
    lines = [_aligned(row, widths) for row in table.rows]
    if table.header:
        lines.insert(1, (Run("-+-".join("-" * width for width in widths)),))
    return lines


def _aligned(row: tuple[Runs, ...], widths: list[int]) -> Runs:
    runs: list[Run] = []
    for place, (cell, width) in enumerate(zip(row, widths, strict=False)):
        last = place == len(row) - 1
        padding = "" if last else " " * (width - length_of(cell)) + GAP
        runs += [*cell, Run(padding)]
    return tuple(run for run in runs if run.text)


def spelled_rows(table: Table) -> list[Runs]:
    """Return a line of runs for each row of data, each cell behind the name of its column."""
    names = table.rows[0] if table.header else ()
    return [_spelled(row, names) for row in table.rows[1 if table.header else 0 :]]


def _spelled(row: tuple[Runs, ...], names: tuple[Runs, ...]) -> Runs:
    runs: list[Run] = []
    for place, cell in enumerate(row):
        if not cell:
            continue
        name = names[place] if place < len(names) else ()
        runs += [Run("; " if names else GAP)] if runs else []
        runs += [*name, Run(": ")] if name else []
        runs += cell
    return tuple(runs)
