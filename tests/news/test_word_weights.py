"""What is common in a language tells little."""

import pytest

from app.news.tokens import stem_of
from app.news.word_weights import word_weights


@pytest.mark.parametrize(
    ("language", "common", "rarer", "rare"),
    [
        ("en", "the", "million", "ransomware"),
        ("de", "und", "Prozent", "Zwetschgen"),
        ("es", "que", "millones", "eruptivo"),
        ("hi", "के", "भारत", "प्रक्षेपण"),
        ("no", "og", "Norge", "havforskning"),
        ("ja", "てい", "地震", "架線"),
    ],
)
def test_a_word_weighs_the_more_the_rarer_it_is(language: str, common: str, rarer: str, rare: str) -> None:
    weights = word_weights(language)
    known = [weights.get(stem_of(word), 1.0) for word in (common, rarer, rare)]
    assert known[0] <= known[1] < known[2]
    assert known[0] < 0.3


def test_a_language_without_a_table_has_words_of_one_weight() -> None:
    assert dict(word_weights("xx")) == {}


def test_no_weight_is_below_nothing_and_those_of_1_are_left_out() -> None:
    assert all(0 <= weight < 1 for weight in word_weights("fr").values())
