import pytest

from app.extract.meaning.drawn_lines import write_lines
from tests.extract.meaning.spelled import spelled

BAR = '<span style="border-top:1px solid; padding:0 0.1em">'


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (f"<p>√{BAR}x + 9</span> metres</p>", "√(x + 9) metres"),
        (f"<p>√{BAR} x + <i>y</i> </span> metres</p>", "√(x + y) metres"),
        (f"<p>a <b>√</b>{BAR}2x + 1</span></p>", "a √(2x + 1)"),
        ('<p>0.<span style="text-decoration:overline">142857</span> of it</p>', "0.(142857) of it"),
        ('<p>1,8<span style="text-decoration-line: overline">3</span></p>', "1,8(3)"),
    ],
)
def test_what_a_line_reaches_over_stands_in_brackets(markup: str, text: str) -> None:
    assert spelled(markup, write_lines) == text


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>√{BAR}2</span> of it</p>",
        f"<p>The {BAR}sum of it</span></p>",
        '<p>√<span style="border-top:0">x + 9</span></p>',
        '<p>√<span style="color:red">x + 9</span></p>',
        '<p>line <span style="text-decoration:overline">AB</span></p>',
        '<p>page 3. <span style="text-decoration:overline">12</span></p>',
    ],
)
def test_other_lines_say_nothing(markup: str) -> None:
    assert "(" not in spelled(markup, write_lines)
