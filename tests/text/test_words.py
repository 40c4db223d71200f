"""Words that are looked for in many texts, and phrases in one."""

import pytest

from app.text.words import Phrases, Words


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


PHRASES = Phrases("you are a robot", "are you", "please you are", "同意する")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we think you are a robot.", ["you are a robot"]),
        ("xplease you arent", ["please you are"]),
        ("youare a robot, you ares a robot", []),
        ("are yours here? 同意するか", ["are you", "同意する"]),
        ("", []),
    ],
)
def test_the_phrases_in_a_text_are_found_whatever_goes_on_around_them(text: str, found: list[str]) -> None:
    assert sorted(PHRASES.found_in(text)) == sorted(found)
