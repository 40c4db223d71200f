"""Heads of columns beside the figures in a row."""

import pytest
from lxml.html import fromstring

from app.extract.listing.table_heads import heads_of, with_its_head


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ("<tr><th>Team<th>Pts</tr>", ["Team", "Pts"]),
        ("<tr><td><th>Pts</tr>", ["", "Pts"]),
        ("<tr><td>Ropes<td>35</tr>", ["", ""]),
        ("<tr><th colspan=2>Teams</tr>", ["", ""]),
        ("", ["", ""]),
    ],
)
def test_a_first_row_of_heads_names_the_columns(rows: str, heads: list[str]) -> None:
    assert heads_of(fromstring(f"<table>{rows}</table>"), 2) == heads


@pytest.mark.parametrize(
    ("cell", "head", "said"),
    [
        ("35", "Pts", "Pts: 35"),
        ("Ada", "By", "Ada"),
        ("1", "#", "1"),
        ("35", "", "35"),
        ("35", "Points of the whole season", "35"),
        ("-", "Pts", "-"),
    ],
)
def test_a_figure_stands_behind_its_head(cell: str, head: str, said: str) -> None:
    assert with_its_head(cell, head) == said
