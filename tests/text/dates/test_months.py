"""The names of months in the languages of the news."""

import pytest

from app.text.dates.months import IRANIAN, NAMES, folded, iranian_month_of, month_of

NAMED = [
    (language, number, name)
    for language, names in NAMES.items()
    for number, group in enumerate(names.split(), 1)
    for name in group.split("|")
]


@pytest.mark.parametrize("language", NAMES)
def test_a_language_has_twelve_months_and_no_name_for_two_of_them(language: str) -> None:
    assert len(NAMES[language].split()) == 12
    assert {(number, month_of(name, language)) for each, number, name in NAMED if each == language} == {
        (number, number) for number in range(1, 13)
    }


def test_languages_stand_in_order() -> None:
    assert list(NAMES) == sorted(NAMES)


def test_whole_names_are_known_without_their_language() -> None:
    lost = {name for _, _, name in NAMED if len(folded(name)) > 3 and not month_of(name, "xx")}
    assert lost == set()


@pytest.mark.parametrize("name", ["MÄRZ", "märz", "Marz", "mrz."])
def test_case_accents_and_full_stops_do_not_count(name: str) -> None:
    assert month_of(name, "de-at") == 3


@pytest.mark.parametrize(
    ("name", "language", "month"), [("set", "it", 9), ("set", "en", 0), ("set", "", 9), ("mar", "de", 3)]
)
def test_a_short_name_is_a_month_in_its_own_language_and_in_none(name: str, language: str, month: int) -> None:
    assert month_of(name, language) == month


def test_months_of_the_iranian_calendar_have_names_of_their_own() -> None:
    assert [iranian_month_of(name) for name in IRANIAN.split()] == list(range(1, 13))
    assert [month_of(name, "fa") for name in IRANIAN.split()] == [0] * 12
