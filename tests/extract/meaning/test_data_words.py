"""What stands only in the data of an empty element is written out."""

from html import escape

import pytest

from app.extract.meaning.data_words import write_data_words
from tests.extract.meaning.spelled import spelled


def element(data: str, names: str = "", inner: str = "") -> str:
    return f'<p>So <span class="{names}" data-attrs="{escape(data)}">{inner}</span> wrote.</p>'


@pytest.mark.parametrize(
    ("data", "names", "said"),
    [
        ('{"name": "Ann Lowe", "id": 7}', "mention-wrap", "So Ann Lowe wrote."),
        ('{"persistentExpression": "a^2"}', "latex-rendered", "So a^2 wrote."),
        ('{"name": "Ann Lowe"}', "button-wrapper", "So wrote."),
        ('{"name": 7}', "mention-wrap", "So wrote."),
        ("[1]", "mention-wrap", "So wrote."),
        ("{", "mention-wrap", "So wrote."),
    ],
)
def test_names_and_formulas_are_written(data: str, names: str, said: str) -> None:
    assert spelled(element(data, names), write_data_words) == said


def test_what_says_something_stays() -> None:
    assert spelled(element('{"name": "Ann"}', "mention-wrap", "Tom"), write_data_words) == "So Tom wrote."
