"""The table of editions, and the ways to look it up."""

import pytest

from app.news.editions import EDITIONS, current_code, find_edition
from app.render.profiles.platforms import page_set


def test_the_table_is_sorted_by_unique_codes() -> None:
    codes = [edition.code for edition in EDITIONS]
    assert codes == sorted(set(codes))


def test_every_edition_has_its_names_a_language_and_a_family_that_some_set_can_say() -> None:
    for edition in EDITIONS:
        assert edition.name.isascii()
        assert edition.own_name
        assert len(edition.language) == 2
        assert page_set("unix", edition.family)


def test_an_edition_of_a_second_language_is_named_with_its_language() -> None:
    countries = [edition.code[:2] for edition in EDITIONS]
    for edition in EDITIONS:
        assert (countries.count(edition.code[:2]) > 1) == ("(" in edition.name), edition


@pytest.mark.parametrize(
    ("asked", "code"), [("in", "in"), ("IN", "in"), ("CH-FR", "ch-fr"), ("uk", "gb"), ("UK", "gb"), ("xx", "xx")]
)
def test_codes_are_taken_in_any_case_and_by_their_old_names(asked: str, code: str) -> None:
    assert current_code(asked) == code


def test_an_edition_is_found_by_every_code_of_it_and_no_other() -> None:
    india = find_edition("in")
    assert india is not None
    assert (india.name, india.language) == ("India (English)", "en")
    assert find_edition("UK") == find_edition("gb") is not None
    assert find_edition("atlantis") is None
    assert find_edition("") is None
