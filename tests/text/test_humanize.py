"""Amounts in words."""

import pytest

from app.text.humanize import clock_in_words, seconds_in_words, size_in_words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (1023, "1023 bytes"), (1024, "1 KB"), (23552, "23 KB"), (1048576, "1.0 MB"), (2202009, "2.1 MB")],
)
def test_sizes_are_said_as_people_say_them(count: int, words: str) -> None:
    assert size_in_words(count) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.51, "1 second"),
        (1, "1 second"),
        (12, "12 seconds"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (3599, "59 minutes"),
        (7200, "2 hours"),
        (90000, "1 day"),
    ],
)
def test_spans_are_said_as_people_say_them(seconds: float, words: str) -> None:
    assert seconds_in_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(5, "0:05"), (245, "4:05"), (3599, "59:59"), (3600, "1:00:00"), (36123, "10:02:03")]
)
def test_lengths_are_said_as_players_say_them(seconds: int, words: str) -> None:
    assert clock_in_words(seconds) == words
