"""Texts are alike that share most of their signs in the same order."""

import pytest

from app.text.alike import are_alike


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ("the tower moves", True),
        ("the tower moved", True),
        ("srevom rewot eht", False),
        ("the ferry is late", False),
        ("", False),
    ],
)
def test_most_of_their_signs_are_the_same_in_the_same_order(other: str, alike: bool) -> None:
    assert are_alike("the tower moves", other, 0.8) is alike
