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
