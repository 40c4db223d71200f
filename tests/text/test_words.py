"""Words that are looked for in many texts."""

import pytest

from app.text.words import Words


@pytest.mark.parametrize(
    ("text", "has_one"),
    [
        ("our newsletter", True),
        ("the infolettre", True),
        ("le boletín", True),
        ("the tower of létters", False),
        ("the tower", False),
        ("", False),
    ],
)
def test_a_text_has_one_of_the_words_or_none(text: str, has_one: bool) -> None:
    assert Words("boletín", "letter", "infolettre").are_in(text) is has_one


def test_no_text_has_one_of_no_words() -> None:
    assert not Words().are_in("boletín")
