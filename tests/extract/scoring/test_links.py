"""What an address says of a line that is a link: a teaser's names the words of its headline."""

import pytest

from app.extract.parse import parse
from app.extract.scoring.links import link_row
from app.extract.scoring.walk import page_text

HOST = "gazette.example"


def row(markup: str) -> tuple[float, float, float]:
    return link_row(page_text(parse(f"<html><body><p>{markup}</p></body></html>")).blocks[0], HOST)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<a href="/2024/03/ferry-runs-again">Ferry runs again</a>', (1.0, 0.0, 3.0)),
        ('<a href="https://www.gazette.example/ferry">Ferry runs</a>', (0.5, 0.0, 1.0)),
        ('<a href="//other.example/report.pdf">Big report</a>', (0.5, 1.0, 1.0)),
        ('<a href="/x">船</a>', (0.0, 0.0, 1.0)),
    ],
)
def test_a_line_that_is_a_link_is_told_by_its_address(markup: str, expected: tuple[float, float, float]) -> None:
    assert row(markup) == expected


@pytest.mark.parametrize("markup", ["No link at all", 'A sentence that has <a href="/x">one word</a> in a link'])
def test_other_lines_are_not(markup: str) -> None:
    assert row(markup) == (-1.0, -1.0, -1.0)
