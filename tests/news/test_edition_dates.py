"""The day of an edition, where it is printed and in its words."""

from zoneinfo import available_timezones

import pytest

from app.news.edition_dates import ZONES, day_of
from app.news.editions import EDITIONS
from app.news.sources import EditionSources, without_sources

LATE = 1_795_730_400.0  # 26 November 2026, 22:00 in Greenwich


def sources(code: str) -> EditionSources:
    found = without_sources(code)
    assert found
    return found


@pytest.mark.parametrize(
    ("code", "own"),
    [
        ("gb", "United Kingdom, Thursday, 26 November 2026"),
        ("us", "United States, Thursday, November 26, 2026"),
        ("de", "Deutschland, Donnerstag, 26. November 2026"),
        ("in-hi", "भारत, शुक्रवार, 27 नवंबर 2026"),
        ("ru", "Россия, пятница, 27 ноября 2026 г."),
        ("tw", "台灣, 2026年11月27日 星期五"),
    ],
)
def test_the_day_is_that_of_the_place_in_the_words_of_the_language(code: str, own: str) -> None:
    assert day_of(sources(code), LATE)[0] == own


def test_it_is_there_in_english_too() -> None:
    assert day_of(sources("jp"), LATE)[1] == "Japan, Friday, 27 November 2026"


def test_an_edition_of_the_operators_own_has_the_day_of_greenwich() -> None:
    own = EditionSources("xy", "Atlantis", "qq", "", {})
    assert day_of(own, LATE)[0].startswith("Atlantis, ")
    assert day_of(own, LATE)[1] == "Atlantis, Thursday, 26 November 2026"


def test_every_edition_has_its_zone_and_they_are_sorted() -> None:
    assert set(ZONES) == {edition.code[:2] for edition in EDITIONS}
    assert list(ZONES) == sorted(ZONES)
    assert set(ZONES.values()) <= available_timezones()
