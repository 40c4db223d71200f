import pytest

from app.extract.walls.evidence import plain
from app.extract.walls.signs import MAKERS, PLACES, TITLES, Kind, Maker


def test_titles_are_written_as_pages_are_compared() -> None:
    assert [title for row in TITLES.values() for title in row if title != plain(title).rstrip(" .!?\u2026")] == []


def test_each_kind_has_its_rows() -> None:
    assert set(TITLES) == set(PLACES) == set(Kind)


@pytest.mark.parametrize("maker", MAKERS)
def test_a_mark_is_in_small_letters_and_long_enough_to_be_no_accident(maker: Maker) -> None:
    assert bool(maker.mark) != bool(maker.header)
    assert maker.mark == maker.mark.lower()
    assert not maker.mark or len(maker.mark) > 8


def test_makers_are_sorted() -> None:
    assert [each.name.lower() for each in MAKERS] == sorted(each.name.lower() for each in MAKERS)
