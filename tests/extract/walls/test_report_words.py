from app.extract.walls.evidence import plain
from app.extract.walls.report_words import REPORTS


def test_words_are_written_as_texts_are_when_they_are_compared() -> None:
    assert [word for word in REPORTS if word.strip() != plain(word)] == []


def test_no_word_is_one_of_another_language_that_walls_have() -> None:
    assert {"sa", "dit", "det", "die"}.isdisjoint(REPORTS)
