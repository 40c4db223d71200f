"""Words that a style turns round are read as they are seen."""

import pytest

from app.extract.meaning.turned import turn_words
from tests.extract.meaning.spelled import spelled


@pytest.mark.parametrize(
    "turned",
    [
        '<span style="unicode-bidi:bidi-override; direction: rtl">elpmaxe.yab@nna</span>',
        '<span style="direction:rtl;unicode-bidi:bidi-override">elpmaxe.<b>yab</b>@nna</span>',
        '<bdo dir="RTL">elpmaxe.yab@nna</bdo>',
    ],
)
def test_letters_that_are_put_from_the_right_are_read_so(turned: str) -> None:
    assert spelled(f"<p>Write to {turned}.</p>", turn_words) == "Write to ann@bay.example."


@pytest.mark.parametrize(
    "markup",
    [
        '<p>A <span style="direction:rtl">ferry</span></p>',
        '<p>A <bdo dir="ltr">ferry</bdo> and a <bdo>pier</bdo></p>',
        '<p>A <bdo dir="rtl">\u05e1\u05e4\u05d9\u05e0\u05d4 1</bdo></p>',
    ],
)
def test_other_words_stay(markup: str) -> None:
    assert spelled(markup, turn_words) == spelled(markup, lambda _: None)
