"""A note that only an attribute of its number has is read where that stands."""

import pytest

from app.extract.meaning.titled_notes import tell_titled_notes
from tests.extract.meaning.spelled import spelled

NOTE = "Built by Brown and Sons."


@pytest.mark.parametrize(
    "number",
    [
        f'<sup title="{NOTE}">1</sup>',
        f'<sup class="footnote"><a href="javascript:;" title="{NOTE}">*</a></sup>',
        f'<sup><a data-tippy-content="{NOTE}">[1]</a></sup>',
        f'<sup data-footnote-content="{NOTE}"><a href="#">1</a></sup>',
    ],
)
def test_a_note_stands_in_brackets_in_place_of_its_number(number: str) -> None:
    assert spelled(f"<p>The ferry{number} sails.</p>", tell_titled_notes) == f"The ferry [{NOTE}] sails."


@pytest.mark.parametrize(
    "number",
    [
        f'<sup><a href="#fn1" title="{NOTE}">1</a></sup>',
        '<sup><a href="#" title="Note 1">1</a></sup>',
        f'<sup title="{NOTE}">in small letters</sup>',
        "<sup>1</sup>",
    ],
)
def test_what_leads_to_a_note_or_names_none_stays(number: str) -> None:
    markup = f"<p>The ferry{number} sails.</p>"
    assert spelled(markup, tell_titled_notes) == spelled(markup, lambda _: None)
