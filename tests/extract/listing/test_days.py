"""Days beside headlines, whole and in parts."""

import pytest
from lxml.html import fromstring

from app.extract.listing.days import counted, day_of_parts, is_day


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<div><span>3</span><span>Dec</span></div>", "3 Dec"),
        ("<div><div>DEC</div><div>03</div></div>", "DEC 03"),
        ("<p><b>Mi</b><b>03.</b><b>Dez</b></p>", "Mi 03. Dez"),
        ("<div><i>3</i><i>December</i><i>2026</i></div>", "3 December 2026"),
        ("<div><span>3</span><span>comments</span></div>", ""),
        ("<div><span>Dec</span></div>", ""),
        ("<ul><li>ann1</li><li>Nov 1</li></ul>", ""),
        ("<ul><li><a href=/ann>Ann</a></li><li>1</li></ul>", ""),
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


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<div><span>3</span><span>votes</span></div>", "3 votes"),
        ("<div><b>1,204</b> <i>views</i></div>", "1,204 views"),
        ("<p><span>Replies</span> <span>12</span></p>", "Replies 12"),
        ("<div><p>3</p><p>votes</p></div>", ""),
        ("<div><span>3</span><span>votes</span><span>now</span></div>", ""),
        ("<div><span>3</span><a href=/votes>votes</a></div>", ""),
        ("<div><span>Port</span><span>quay</span></div>", ""),
    ],
)
def test_a_figure_and_what_it_counts_are_said_together(markup: str, said: str) -> None:
    assert counted(fromstring(markup)) == said
