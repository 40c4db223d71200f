import pytest
from lxml.html import tostring

from app.extract.meaning.aria_tables import make_tables
from app.extract.meaning.looks import words_of
from app.extract.parse import parse


def made(markup: str) -> str:
    root = parse(f"<body>{markup}")
    make_tables(root, words_of(root))
    markup_made: str = tostring(root.body, encoding="unicode")
    return markup_made


ROW = '<div role="row"><span role="columnheader">Place</span><span role="cell">1</span></div>'


@pytest.mark.parametrize(
    "markup",
    [
        f'<div role="table">{ROW}</div>',
        f'<section role="table"><div role="rowgroup">{ROW}</div></section>',
        f'<div role="table"><p>Places</p>{ROW}</div>',
    ],
)
def test_boxes_that_are_called_a_table_are_one(markup: str) -> None:
    table = parse(made(markup)).find(".//table")
    assert table is not None
    assert [cell.tag for cell in table.iter("th", "td")] == ["th", "td"]
    assert len(list(table.iter("tr"))) == 1


@pytest.mark.parametrize(
    "markup",
    [
        '<div role="table"><p>No rows</p></div>',
        '<div role="table"><div role="row"><p>No cells</p></div></div>',
        f'<div role="grid">{ROW}</div>',
        '<table role="table"><tr><td>One</td></tr></table>',
    ],
)
def test_other_boxes_stay_what_they_are(markup: str) -> None:
    assert made(markup) == made(made(markup))
    assert made(markup).count("<table") == markup.count("<table")
