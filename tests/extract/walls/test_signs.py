import pytest

from app.extract.walls.evidence import plain
from app.extract.walls.signs import ACCEPTING, CONSENT_WORDS, MAKERS, PHRASES, PLACES, REST_IS_PAID, TITLES, Kind

WORDS = [*ACCEPTING, *CONSENT_WORDS, *REST_IS_PAID]
WORDS += [words for table in (PHRASES, TITLES) for row in table.values() for words in row]


def test_words_are_written_as_pages_are_compared() -> None:
    assert [words for words in WORDS if words != plain(words)] == []


def test_each_kind_has_its_rows() -> None:
    assert set(PHRASES) == set(TITLES) == set(PLACES) == set(Kind)


@pytest.mark.parametrize("maker", MAKERS)
def test_a_mark_is_in_small_letters_and_long_enough_to_be_no_accident(maker: object) -> None:
    mark, header = getattr(maker, "mark", ""), getattr(maker, "header", "")
    assert bool(mark) != bool(header)
    assert mark == mark.lower()
    assert not mark or len(mark) > 8


def test_makers_are_sorted() -> None:
    assert [each.name.lower() for each in MAKERS] == sorted(each.name.lower() for each in MAKERS)
