"""Where lines may end."""

import pytest

from app.images.text.breaking import clusters_of, parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("two words", ["two ", "words"]),
        ("東京で、火曜", ["東", "京", "で、", "火", "曜"]),
        ("「灯台」 NHK", ["「灯", "台」 ", "NHK"]),
        ("2026年", ["2026", "年"]),
        ("लाइटहाउस को", ["लाइटहाउस ", "को"]),
        ("ไทยเก่า", ["ไท", "ย", "เก่า"]),
    ],
)
def test_a_line_ends_behind_spaces_and_beside_characters_of_the_east(text: str, parts: list[str]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize("text", ["ผู้", "e\u0301", "क्ष", "👩\u200d💻"])
def test_marks_and_joined_letters_stay_together(text: str) -> None:
    assert clusters_of(text) == [text]
    assert clusters_of(f"a{text}") == ["a", text]
