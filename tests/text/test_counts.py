"""Words of any script."""

import pytest

from app.text.counts import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("one two  three", 3),
        ("灯台が動いた日", 3),
        ("灯台 moved 日本", 3),
        ("ประภาคาร", 4),
        ("마을로 옮긴 등대", 3),
        ("", 0),
    ],
)
def test_words_are_counted_in_scripts_without_spaces_too(text: str, count: int) -> None:
    assert count_words(text) == count
