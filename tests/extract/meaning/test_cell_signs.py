"""A table of ticks and crosses says which is which."""

import pytest
from lxml.html import fromstring

from app.extract.meaning.cell_signs import spell_cell_signs
from tests.extract.meaning.spelled import spelled


def cell(sign: str) -> str:
    return (
        spelled(f"<table><tr><td>Dogs</td><td>{sign}</td></tr></table>", spell_cell_signs).removeprefix("Dogs").strip()
    )


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ('<img src="/y.svg" alt="Yes" width="16" height="16">', "Yes"),
        ('<svg role="img" aria-label="No"><path d="M0 0"/></svg>', "No"),
        ("<svg><title>Included</title><path d='M0 0'/></svg>", "Included"),
        ("<svg viewBox='0 0 9 9'><title>Yes</title></svg><svg><title>Later</title></svg>", "Yes Later"),
        ('<span title="partly" class="dot"></span>', "partly"),
        ('<span><i class="fa fa-check"></i></span>', "✓"),
        ('<i class="bi bi-x-mark"></i>', "✗"),
        ('<i class="glyphicon glyphicon-remove" aria-hidden="true"></i>', "✗"),
        ('<img src="/img/tick.gif">', "✓"),
        ('<svg class="icon"><use xlink:href="/signs.svg#icon-check"></use></svg>', "✓"),
        ('<svg><use href="#times"></use></svg>', "✗"),
        ('<i class="star on" title="*"></i><i class="star on" title="*"></i>', "* *"),
    ],
)
def test_a_sign_that_is_all_of_its_cell_is_what_it_shows(sign: str, said: str) -> None:
    assert cell(sign) == said


@pytest.mark.parametrize(
    "sign",
    [
        '<img src="/quay.jpg" alt="The quay at dawn" width="400" height="300">',
        '<img src="/quay.jpg" alt="The quay at dawn">',
        '<svg width="300" height="200" aria-label="Fares by year"><path d="M0 0"/></svg>',
        '<a href="/vote"><i class="icon-check"></i></a>',
        '<i class="fa fa-anchor"></i>',
        '<svg><use href="#anchor"></use></svg>',
        '<img src="/s.gif" alt="Share" width="16" height="16">',
        "",
    ],
)
def test_pictures_and_controls_say_nothing(sign: str) -> None:
    assert cell(sign) == ""


def test_a_row_without_words_and_a_cell_with_them_stay() -> None:
    alone = '<table><tr><td><i class="fa fa-check"></i></td><td></td></tr></table>'
    assert spelled(alone, spell_cell_signs) == ""
    assert cell('<i class="fa fa-check"></i> on a leash') == "on a leash"


def test_what_leads_from_day_to_day_is_no_sign() -> None:
    markup = (
        '<table><tr><td><img src="/prev.png" alt="Previous day" width="14" height="16"></td><td>09</td></tr></table>'
    )
    assert spelled(markup, spell_cell_signs) == "09"


@pytest.mark.parametrize("name", ["sr-only", "visually-hidden", "screen-reader-text"])
def test_words_for_those_who_listen_are_shown_where_they_are_all_of_a_cell(name: str) -> None:
    page = fromstring(
        f"<table><tr><td>Dogs</td><td><i class='x'></i><span class='{name}'>No</span></td>"
        f"<td>4 <span class='{name}'>crowns</span></td></tr></table>"
    )
    spell_cell_signs(page)
    assert [each.get("class") for each in page.iter("span")] == [None, name]
