from app.extract.walls.evidence import plain
from app.extract.walls.gone_words import GONE, MAINTENANCE


def test_words_are_written_as_texts_are_when_they_are_compared() -> None:
    assert [word for pair in (*GONE, *MAINTENANCE) for half in pair for word in half if word != plain(word)] == []


def test_no_word_is_twice_in_a_half() -> None:
    assert all(len(set(half)) == len(half) for pair in (*GONE, *MAINTENANCE) for half in pair)
