"""What the figures in the rows of a table count: the heads of their columns, `Pts: 35`."""

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from app.extract.listing.titles import text_in

_LONGEST = 15  # characters of a head
_MOST = 60  # columns


def heads_of(table: HtmlElement, columns: int) -> Sequence[str]:
    """Return the heads of so many columns, empty ones where the first row has none, or not one for each."""
    first = next(table.iter("tr"), None)
    cells = [] if first is None else [cell for cell in islice(first, _MOST) if cell.tag in ("td", "th")]
    is_head = len(cells) == columns and all(cell.tag == "th" or not text_in(cell) for cell in cells)
    return [text_in(cell) for cell in cells] if is_head else [""] * columns


def with_its_head(cell: str, head: str) -> str:
    """Return the text of a cell, behind the head of its column where it is nothing but a figure."""
    is_figure = any(map(str.isdigit, cell)) and not any(map(str.isalpha, cell))
    is_word = len(head) <= _LONGEST and any(map(str.isalpha, head))
    return f"{head}: {cell}" if is_figure and is_word else cell
