import pytest

from app.extract.meaning.microdata import drop_hidden_data
from tests.extract.meaning.spelled import spelled

_TEXT = "The ferries are late again, and nobody at the quay can say when the next one will leave."


@pytest.mark.parametrize(
    "data",
    [
        '<div itemprop="publisher" itemscope hidden><span itemprop="name">The Harbour Post</span></div>',
        '<div style="display: none"><span itemprop="logo"><b itemprop="width">500</b></span></div>',
        '<span itemprop="datePublished" style="display:none">2019-11-19T07:23:12+01:00</span>',
        '<p hidden itemprop="alternativeHeadline">Late ferries</p>',
    ],
)
def test_what_is_hidden_for_machines_is_taken_out(data: str) -> None:
    assert spelled(f"<div>{data}<p>{_TEXT}</p></div>", drop_hidden_data) == _TEXT


@pytest.mark.parametrize(
    "shown",
    [
        '<p itemprop="description" hidden>Tap to read on.</p>',
        '<div hidden><b itemprop="name">Anna Weir</b> has the keys.</div>',
        '<p itemprop="headline">Late ferries</p>',
        "<div hidden>No properties at all.</div>",
        '<div itemprop="acceptedAnswer" hidden><p itemprop="text">At noon.</p></div>',
    ],
)
def test_what_a_reader_may_be_meant_to_open_stays(shown: str) -> None:
    before = spelled(shown, lambda _: None)
    assert spelled(shown, drop_hidden_data) == before != ""


def test_a_text_that_is_hidden_once_more_is_dropped_with_what_is_beside_it() -> None:
    again = f'<div style="display:none"><i itemprop="headline">Late</i><div itemprop="articleBody">{_TEXT}</div></div>'
    assert spelled(f"<div><p>{_TEXT}</p>{again}</div>", drop_hidden_data) == _TEXT


def test_a_text_that_stands_hidden_alone_is_kept_without_what_is_beside_it() -> None:
    only = f'<div style="display:none"><i itemprop="headline">Late</i><div itemprop="articleBody">{_TEXT}</div></div>'
    assert spelled(f"<div>{only}<p>Menu</p></div>", drop_hidden_data) == f"{_TEXT}Menu"


def test_of_two_hidden_copies_one_is_kept() -> None:
    copy = f'<div hidden itemprop="articleBody">{_TEXT}</div>'
    assert spelled(f"<div>{copy}{copy}</div>", drop_hidden_data) == _TEXT


def test_words_behind_what_is_taken_out_stay() -> None:
    assert spelled('<div><b hidden itemprop="name">Post</b> and more</div>', drop_hidden_data).strip() == "and more"
