"""Fields that show a text and take none."""

import pytest

from app.extract.meaning.read_only import open_read_only_fields
from tests.extract.meaning.spelled import tree
from tests.extract.scoring.pages import inside, text


def tags(markup: str) -> list[str]:
    return [each.tag for each in tree(markup, open_read_only_fields)]


@pytest.mark.parametrize(
    "field",
    [
        "<textarea readonly>first = 1\nsecond = 2</textarea>",
        '<textarea readonly="readonly" rows="2" onclick="this.select()">Keeper, A. (2026). On ropes.</textarea>',
        "<textarea disabled>ls -l /quay</textarea>",
        "<textarea cols=40 rows=4>10 REM TIDES\n20 INPUT P\n30 GOTO 20</textarea>",
    ],
)
def test_a_text_to_be_copied_is_text(field: str) -> None:
    assert tags(field) == ["pre"]


@pytest.mark.parametrize(
    "field",
    [
        "<textarea>Your comment</textarea>",
        "<textarea readonly></textarea>",
        '<textarea readonly>&lt;iframe src="https://quay.example/embed/1">&lt;/iframe></textarea>',
        "<textarea readonly>https://quay.example/2026/the-rope</textarea>",
    ],
)
def test_a_field_to_write_into_and_code_to_embed_a_page_are_none(field: str) -> None:
    assert tags(field) == ["textarea"]


def test_its_lines_stand_in_the_article() -> None:
    assert "turns = 3 length = 9" in text(
        inside("<p>Copy this:</p><textarea readonly>turns = 3\nlength = 9</textarea>")
    )


def shows(markup: str) -> bool:
    """Say whether no field is left."""
    return tree(markup, open_read_only_fields).find(".//textarea") is None


LISTING = "10 REM TIDES\n20 INPUT P\n30 GOTO 20"


def test_a_program_to_type_in_may_stand_in_a_form_that_sends_nothing() -> None:
    assert shows(f"<form><textarea>{LISTING}</textarea></form>")


@pytest.mark.parametrize(
    "around",
    [
        "<form action=/post><textarea>{}</textarea></form>",
        "<form><textarea>{}</textarea><button>Send</button></form>",
        "<form><textarea>{}</textarea><input type=submit></form>",
        "<textarea name=body>{}</textarea>",
        '<textarea style="display:none">{}</textarea>',
        "<pre>{0}</pre><textarea>{0}</textarea>",
    ],
)
def test_what_is_sent_hidden_or_shown_elsewhere_does_not(around: str) -> None:
    assert not shows(around.format(LISTING))
