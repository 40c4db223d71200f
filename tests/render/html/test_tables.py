"""Tables as lines of text: aligned where they fit, else a value behind the name of its column."""

import pytest

from app.models import Run, Runs, Table
from app.render.html.tables import aligned_rows, column_widths, is_small, length_of, spelled_rows, spoken


def cell(text: str) -> Runs:
    return (Run(text),) if text else ()


def table(*rows: str, header: bool = False) -> Table:
    """Return a table whose cells are divided by strokes."""
    return Table(tuple(tuple(map(cell, row.split("|"))) for row in rows), header)


def texts(lines: list[Runs]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


def aligned(made: Table) -> list[str]:
    widths = column_widths(made, 60)
    assert widths is not None
    return texts(aligned_rows(made, widths))


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    made = table("Port|Tide", "Kettle Point|3", "Sandhaven|12", header=True)
    assert aligned(made) == [
        "Port         | Tide",
        "-------------+-----",
        "Kettle Point | 3",
        "Sandhaven    | 12",
    ]


def test_rows_may_have_fewer_cells_than_others() -> None:
    assert aligned(table("a|b|c", "long|x", "d")) == ["a    | b | c", "long | x", "d"]


def test_signs_of_the_east_take_two_columns() -> None:
    assert length_of(cell("塔a")) == 3
    assert aligned(table("塔|1", "tower|2")) == ["塔    | 1", "tower | 2"]


def test_links_and_looks_of_a_cell_stay() -> None:
    made = Table((((Run("a", "b"), Run("b", "", "http://x.example/")), cell("c")),))
    (line,) = aligned_rows(made, [4, 1])
    assert line == (Run("a", "b"), Run("b", "", "http://x.example/"), Run("   | "), Run("c"))


def test_rows_that_are_wider_than_the_screen_have_no_columns() -> None:
    made = table("a" * 20 + "|" + "b" * 17)
    assert column_widths(made, 40) == [20, 17]
    assert column_widths(made, 39) is None


def test_in_a_wide_table_each_value_stands_behind_the_name_of_its_column() -> None:
    made = table("Port|Tide|Note", "Kettle Point|3|", "Sandhaven||rough", "Holm|4|calm|extra", header=True)
    assert texts(spelled_rows(made)) == [
        "Port: Kettle Point; Tide: 3",
        "Port: Sandhaven; Note: rough",
        "Port: Holm; Tide: 4; Note: calm; extra",
    ]


def test_without_names_of_columns_the_values_are_divided_by_strokes() -> None:
    assert texts(spelled_rows(table("Kettle Point|3", "|4"))) == ["Kettle Point | 3", "4"]


@pytest.mark.parametrize(
    ("made", "small"),
    [
        (table("a|b", "c|d"), True),
        (table("|".join("abcdef")), True),
        (table("|".join("abcdefg")), False),
        (table(*["a|b"] * 40), True),
        (table(*["a|b"] * 41), False),
        (table("a" * 80 + "|b"), True),
        (table("a" * 81 + "|b"), False),
    ],
)
def test_a_small_table_has_room_on_a_screen_of_640_pixels(made: Table, small: bool) -> None:
    assert is_small(made) is small


def test_a_table_is_said_in_other_characters_before_its_columns_are_counted() -> None:
    made = spoken(
        Table(((cell("½"), (Run("é", "b", "http://x.example/"),)),), True, cell("½")), lambda text: text + "!"
    )
    assert made.rows == ((cell("½!"), (Run("é!", "b", "http://x.example/"),)),)
    assert (made.header, made.caption) == (True, cell("½"))
