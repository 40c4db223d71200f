"""Boxes that are called tables (WAI-ARIA 1.2, roles `table`, `row`, `cell`): here they are tables."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

MOST = 200  # tables of a page, each with its rows
_TABLE = "table"
_CELLS = {"cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th"}
_BOXES = frozenset({"div", "li", "ol", "section", "span", "ul"})
_ROW_GROUP = "rowgroup"


def make_tables(root: HtmlElement, words: frozenset[str]) -> None:
    """Make tables of boxes that are said to be tables, in place; `words` are those of its classes and roles."""
    for table in list(islice(_tables(root), MOST)) if _TABLE in words else ():
        rows = list(_rows(table))
        cells = [list(_cells(row)) for row in rows]
        if not rows or not all(cells):
            continue
        table.tag = "table"
        for row, own in zip(rows, cells, strict=True):
            row.tag = "tr"
            for cell in own:
                cell.tag = _CELLS[cell.get("role", "")]


def _tables(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the outermost boxes that are called tables."""
    for box in root.iter(*_BOXES):
        if box.get("role") == _TABLE and not any(each.get("role") == _TABLE for each in box.iterancestors()):
            yield box


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.get("role") == _ROW_GROUP and child.tag in _BOXES:
            child.tag = "tbody"
            yield from (row for row in child if _is_row(row))
        elif _is_row(child):
            yield child


def _is_row(element: HtmlElement) -> bool:
    return element.get("role") == "row" and element.tag in _BOXES


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    return (cell for cell in row if cell.get("role") in _CELLS and cell.tag in (*_BOXES, "p", "a"))
