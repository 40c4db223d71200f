from datetime import date

import pytest
from babel import Locale

from app.render.language import ENGLISH_CODE, language, languages
from app.render.measures import amount, currency_name, currency_of, degrees, depth, speed, warmth, weekday

ENGLISH, GERMAN, RUSSIAN = Locale("en"), Locale("de"), Locale("ru")


@pytest.mark.parametrize(("celsius", "imperial", "said"), [(-5.4, False, -5), (-0.3, False, 0), (-5, True, 23)])
def test_degrees_are_whole(celsius: float, imperial: bool, said: int) -> None:
    assert degrees(celsius, imperial) == said


def test_measures_are_said_as_the_language_and_the_country_have_them() -> None:
    assert warmth(-5.4, ENGLISH, imperial=False) == "-5°C"
    assert warmth(-5, ENGLISH, imperial=True) == "23°F"
    assert speed(34.2, ENGLISH, imperial=False) == "34 km/h"
    assert speed(34.2, ENGLISH, imperial=True) == "21 mph"
    assert depth(13.2, GERMAN, imperial=False) == "13,2 mm"
    assert depth(13.2, ENGLISH, imperial=True) == "0.52 in"
    assert depth(0, ENGLISH, imperial=False) == "0 mm"
    assert speed(3, RUSSIAN, imperial=False) == "3 км/ч"
    assert weekday(date(2024, 3, 28), ENGLISH) == "28 Thu"


def test_numbers_have_five_figures_that_count() -> None:
    assert [amount(each, ENGLISH) for each in (1.0816, 17123.4, 0.00012345678)] == ["1.0816", "17123", "0.00012346"]
    assert amount(1.5, GERMAN) == "1,5000"


def test_a_currency_has_its_name_or_else_its_code() -> None:
    assert currency_name("CHF", GERMAN) == "Schweizer Franken"
    assert currency_name("XQZ", ENGLISH) == "XQZ"


@pytest.mark.parametrize(("country", "currency"), [("us", "USD"), ("ch", "CHF"), ("hr", "EUR"), ("xx", "")])
def test_a_country_has_its_currency_of_today(country: str, currency: str) -> None:
    assert currency_of(country) == currency


@pytest.mark.parametrize("code", languages())
def test_no_language_has_characters_that_cannot_be_seen(code: str) -> None:
    locale = language(code).locale
    said = [warmth(-5, locale, False), speed(30, locale, True), depth(1.5, locale, True), amount(1.5, locale)]
    said += [weekday(date(2024, 3, 28), locale), currency_name("USD", locale)]
    for each in said:
        assert each
        assert not set(each) & set("\u00a0\u200e\u200f\u202f\u2009")
    assert code == ENGLISH_CODE or locale.language != "en"
