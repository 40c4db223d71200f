"""Measures, days and money in the words of a language, as CLDR has them (https://cldr.unicode.org)."""

from datetime import date

from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal, get_currency_name, get_territory_currencies
from babel.units import format_unit

from app.text.normalize import line

# Where the weather is told in degrees Fahrenheit, miles and inches (CLDR, `unitPreferenceData`), of our editions.
IMPERIAL = frozenset({"us"})
MILE, INCH = 1.609344, 25.4


def warmth(celsius: float, locale: Locale, imperial: bool) -> str:
    """Return a temperature in whole degrees: `-5°C`, or `23°F`."""
    kind = "temperature-fahrenheit" if imperial else "temperature-celsius"
    return line(format_unit(degrees(celsius, imperial), kind, "short", locale=locale) or "")


def degrees(celsius: float, imperial: bool) -> int:
    """Return a temperature as a whole number of degrees of either kind."""
    return round(celsius * 9 / 5 + 32 if imperial else celsius)


def speed(kilometres: float, locale: Locale, imperial: bool) -> str:
    """Return a speed, given in km/h: `34 km/h`, or `21 mph`."""
    kind = "speed-mile-per-hour" if imperial else "speed-kilometer-per-hour"
    return line(format_unit(round(kilometres / MILE if imperial else kilometres), kind, "short", locale=locale) or "")


def depth(millimetres: float, locale: Locale, imperial: bool) -> str:
    """Return how much rain falls: `13.2 mm`, or `0.52 in`; `0 mm` where there is none."""
    kind, form = ("length-inch", "0.##") if imperial else ("length-millimeter", "0.#")
    value = millimetres / INCH if imperial else millimetres
    return line(format_unit(value, kind, "short", format=form, locale=locale) or "")


def weekday(day: date, locale: Locale) -> str:
    """Return a day of this week: `Thu 28`."""
    return line(format_skeleton("Ed", day, locale=locale))


def amount(value: float, locale: Locale) -> str:
    """Return a number with five figures that count: `1.0816`, `17123`."""
    return line(format_decimal(value, "@@@@@", locale=locale))


def currency_name(code: str, locale: Locale) -> str:
    """Return what a currency is called, by its code of ISO 4217: `US Dollar`; the code where nobody knows."""
    return line(get_currency_name(code, locale=locale))


def currency_of(country: str) -> str:
    """Return the currency of a country (ISO 3166 in small letters) today, or nothing."""
    found = get_territory_currencies(country.upper())
    return str(found[0]) if found else ""
