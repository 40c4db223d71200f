from app.extract.walls.consent_words import ACCEPTING, CONSENT_WORDS, REFUSING
from app.extract.walls.evidence import plain
from app.extract.walls.paid_words import REST_IS_PAID
from app.extract.walls.phrases import DEMANDS, PHRASES
from app.extract.walls.signs import Kind

WORDS = [
    *ACCEPTING,
    *CONSENT_WORDS,
    *REFUSING,
    *REST_IS_PAID,
    *(words for row in (*PHRASES.values(), *DEMANDS.values()) for words in row),
]


def test_words_are_written_as_pages_are_compared() -> None:
    assert [words for words in WORDS if words != plain(words)] == []


def test_each_kind_has_its_phrases_each_once() -> None:
    assert set(PHRASES) == set(Kind)
    assert all(len(row) == len(set(row)) for row in PHRASES.values())


def test_a_phrase_is_long_enough_to_be_no_accident() -> None:
    short = [phrase for row in PHRASES.values() for phrase in row if phrase.isascii() and len(phrase) < 7]
    assert short == []
