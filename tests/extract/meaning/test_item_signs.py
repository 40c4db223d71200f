"""A list of what is and what is not says which is which."""

import pytest

from app.extract.meaning.item_signs import spell_item_signs
from tests.extract.meaning.spelled import spelled


def entries(*items: str) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


@pytest.mark.parametrize(
    ("tick", "cross"),
    [
        ('<i class="fa fa-check"></i> ', '<i class="fa fa-times"></i> '),
        ('<span class="bi bi-check2-circle"></span>', '<span class="bi bi-x-circle"></span>'),
        ('<img src="/img/tick.png" alt="">', '<img src="/img/cross.png" alt="">'),
        ('<div><svg class="icon-done"><path d="M0 0"/></svg></div>', '<div><svg class="icon-cancel"></svg></div>'),
        ('<span><i class="icon-yes"></i></span> ', '<span><i class="icon-no"></i></span> '),
    ],
)
def test_ticks_and_crosses_of_one_list_are_written(tick: str, cross: str) -> None:
    markup = entries(f"{tick}Read the manual", f"{cross}Switch it off", f"{tick}Wait")
    assert spelled(markup, spell_item_signs) == "✓ Read the manual✗ Switch it off✓ Wait"


@pytest.mark.parametrize(
    "markup",
    [
        entries('<i class="fa fa-check"></i>One', '<i class="fa fa-check"></i>Two'),
        entries('<i class="fa fa-anchor"></i>One', '<i class="fa fa-times"></i>Two'),
        entries('One<i class="fa fa-check"></i>', 'Two<i class="fa fa-times"></i>'),
        entries('<a href="/x"><i class="icon-close">One</i></a>', "<b>Two</b>"),
        entries("One", "Two"),
        "<ul></ul>",
    ],
)
def test_signs_that_tell_nothing_apart_are_not(markup: str) -> None:
    assert spelled(markup, spell_item_signs) == spelled(markup, lambda _: None)
