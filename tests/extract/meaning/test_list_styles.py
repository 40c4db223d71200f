import pytest

from app.extract.meaning.list_styles import type_lists
from tests.extract.meaning.spelled import tree

ITEMS = "<li>Keep the rope dry.</li><li>Carry a lamp.</li>"


@pytest.mark.parametrize(
    ("attributes", "style"),
    [
        ('style="list-style-type: lower-alpha"', "a"),
        ('style="margin:0;list-style:UPPER-LATIN inside"', "A"),
        ('class="loweralpha simple"', "a"),
        ('class="is-style-upper-roman"', "I"),
        ('style="list-style-type:lower-roman" type="1"', "i"),
        ('style="list-style-type:lower-roman" type="A"', "A"),
        ('style="list-style-type:decimal"', None),
        ('class="alphabet"', None),
        ("", None),
    ],
)
def test_a_counter_of_a_style_is_the_type_of_its_list(attributes: str, style: str | None) -> None:
    assert tree(f"<ol {attributes}>{ITEMS}</ol>", type_lists)[0].get("type") == style


def test_lists_without_numbers_have_none() -> None:
    assert tree(f'<ul style="list-style-type: lower-alpha">{ITEMS}</ul>', type_lists)[0].get("type") is None
