"""Days beside headlines, whole and in parts."""

import pytest
from lxml.html import fromstring

from app.extract.listing.days import day_of_parts, is_day


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<div><span>3</span><span>Dec</span></div>", "3 Dec"),
        ("<div><div>DEC</div><div>03</div></div>", "DEC 03"),
        ("<p><b>Mi</b><b>03.</b><b>Dez</b></p>", "Mi 03. Dez"),
        ("<div><i>3</i><i>December</i><i>2026</i></div>", "3 December 2026"),
        ("<div><span>3</span><span>comments</span></div>", ""),
        ("<div><span>Dec</span></div>", ""),
        ("<div><span>3</span><span>12</span></div>", ""),
        ("<div><span>3</span><span>Dec</span><p>The quay is full of people from noon on</p></div>", ""),
        ("<ul>" + "<li>3</li><li>Dec</li>" * 9 + "</ul>", ""),
    ],
)
def test_the_parts_of_a_leaf_of_a_calendar_are_a_day(markup: str, said: str) -> None:
    assert day_of_parts(fromstring(markup)) == said


def test_a_day_of_some_year_is_no_whole_day_and_no_word() -> None:
    assert is_day("3 December")
    assert is_day("03/11/2026")
    assert not is_day("3 December 2026")
    assert not is_day("3 miles")
