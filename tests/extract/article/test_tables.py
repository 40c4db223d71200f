import pytest

from app.extract.article.blocks import blocks_of
from app.models import Figure, Heading, Paragraph, Runs, Table


def rows_of(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[said(cell) for cell in row] for row in table.rows]


def said(cell: Runs) -> str:
    return "".join(run.text for run in cell)


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        (
            "<tr><th>Pier</th><th>Ship</th></tr><tr><td rowspan=2>East</td><td>Anna</td></tr><tr><td>Berta</td></tr>",
            [["Pier", "Ship"], ["East", "Anna"], ["East", "Berta"]],
        ),
        (
            "<tr><td>a</td><td rowspan=3>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr><tr><td>f</td><td>g</td></tr>",
            [["a", "b", "c"], ["d", "b", "e"], ["f", "b", "g"]],
        ),
        (
            "<tr><th colspan=2>Name</th><th>Age</th></tr><tr><td>Ann</td><td>Keeper</td><td>40</td></tr>",
            [["Name", "", "Age"], ["Ann", "Keeper", "40"]],
        ),
        (
            "<tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>",
            [["a", "", "b"], ["a", "", "c"]],
        ),
        ("<tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr>", [["a", "b"], ["a", "c"]]),
        ("<tr><td rowspan=999>a</td><td>b</td></tr><tr><td>c</td></tr>", [["a", "b"], ["a", "c"]]),
        ("<tr><td colspan=-3>a</td><td>b</td></tr><tr><td>c</td><td rowspan=x>d</td></tr>", [["a", "b"], ["c", "d"]]),
    ],
)
def test_a_cell_stands_in_the_columns_and_rows_that_it_spans(markup: str, rows: list[list[str]]) -> None:
    (table,) = blocks_of(f"<table>{markup}</table>")
    assert rows_of(table) == rows


def test_spans_make_no_more_cells_than_a_page_can_have() -> None:
    row = "<tr>" + "<td colspan=40 rowspan=40>a</td>" * 40 + "</tr>"
    (table,) = blocks_of(f"<table>{row * 200}</table>")
    assert sum(map(len, rows_of(table))) < 40_000


def test_lists_and_small_tables_in_cells_are_kept_apart() -> None:
    (table,) = blocks_of(
        "<table><tr><th>Line</th><th>Times</th></tr>"
        "<tr><td>North</td><td><table><tr><td>Mon</td><td>08:00</td></tr><tr><td>Tue</td><td>09:15</td></tr></table></td></tr>"
        "<tr><td>South</td><td><ul><li>10 to 12</li><li>14 to 20</li></ul></td></tr></table>"
    )
    assert rows_of(table) == [["Line", "Times"], ["North", "Mon 08:00; Tue 09:15"], ["South", "10 to 12; 14 to 20"]]


def test_rows_of_inner_tables_are_not_those_of_the_outer_one() -> None:
    assert blocks_of(
        "<table><tr><td><h3>A</h3><table><tr><td>x</td><td>y</td></tr><tr><td>z</td><td>w</td></tr></table></td><td>b</td></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )[0] == Heading(3, ((*blocks_of("<p>A</p>")[0].runs,)))  # type: ignore[union-attr]


def test_a_box_of_facts_is_a_table_behind_its_pictures() -> None:
    picture, table = blocks_of(
        '<table><tr><th colspan=2>Bridge</th></tr><tr><td colspan=2><figure data-n="4"></figure></td></tr>'
        "<tr><th>Length</th><td>120 m</td></tr><tr><th>Opened</th><td>1923</td></tr></table>"
    )
    assert picture == Figure(4)
    assert rows_of(table) == [["Bridge", ""], ["Length", "120 m"], ["Opened", "1923"]]


def test_pictures_that_are_set_by_a_table_are_no_data() -> None:
    found = blocks_of(
        '<table><tr><td><figure data-n="1"></figure></td><td><figure data-n="2"></figure></td></tr>'
        "<tr><td>Dawn</td><td>Dusk</td></tr><tr><td>May</td><td>June</td></tr></table>"
    )
    assert [type(block) for block in found] == [Figure, Figure, Paragraph, Paragraph, Paragraph, Paragraph]


def test_the_foot_of_a_table_stands_at_its_end() -> None:
    markup = "<table><thead><tr><th>a</th><th>b</th></tr></thead><tfoot><tr><td>e</td><td>f</td></tr></tfoot><tbody><tr><td>c</td><td>d</td></tr></tbody></table>"
    (table,) = blocks_of(markup)
    assert rows_of(table) == [["a", "b"], ["c", "d"], ["e", "f"]]
