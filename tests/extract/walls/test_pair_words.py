from itertools import chain

from app.extract.walls.pair_words import PAIRS
from app.extract.walls.signs import Kind

ALL = [word for pairs in PAIRS.values() for word in chain.from_iterable(chain.from_iterable(pairs))]


def test_words_are_written_as_texts_are_when_they_are_compared() -> None:
    assert all(word == word.casefold() for word in ALL)
    assert not [
        word for word in ALL if any(not each.isalnum() and not each.isspace() and each.isascii() for each in word)
    ]


def test_both_halves_of_each_pair_have_words() -> None:
    assert all(things and matters for pairs in PAIRS.values() for things, matters in pairs)
    assert not [pair for pairs in PAIRS.values() for pair in pairs if set(pair[0]) & set(pair[1])]


def test_what_asks_to_sign_in_has_tables_of_its_own() -> None:
    assert Kind.SIGN_IN not in PAIRS
