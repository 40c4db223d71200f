import pytest

from app.extract.meaning.abbreviations import expand_abbreviations
from tests.extract.meaning.spelled import spelled

WHO = '<abbr title="World Health Organization">WHO</abbr>'


def test_the_first_of_each_is_spelled_out() -> None:
    assert (
        spelled(f"<p>The {WHO}, says {WHO}.</p>", expand_abbreviations)
        == "The WHO (World Health Organization), says WHO."
    )


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>The World Health Organization ({WHO})</p>",
        '<p><abbr title="2026-11-26T10:00">2 h</abbr></p>',
        '<p><abbr title="see below">WHO</abbr></p>',
        "<p><abbr>WHO</abbr></p>",
        f"<h2>{WHO}</h2>",
    ],
)
def test_what_needs_no_words_gets_none(markup: str) -> None:
    assert spelled(markup, expand_abbreviations) == spelled(markup, lambda root: None)
