"""The reference rates of the European Central Bank, of every working day
(https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates).
"""

import math
import re
from contextlib import suppress
from datetime import date

from app.almanac.answers import NO_SENSE
from app.errors import NoText, OriginFailed
from app.feeds.xml_tree import attributes_of, document, name_of
from app.fetch.decode import text_of
from app.models import FetchedPage, Rate, Rates

NAME = "European Central Bank"
EURO = "EUR"
MOST, MOST_ELEMENTS = 60, 500
_CODE, _VALUE = re.compile(r"[A-Z]{3}"), re.compile(r"\d{1,9}(?:\.\d{1,9})?")


def rates(url: str, page: FetchedPage) -> Rates:
    """Read an answer: `Cube` of a `time`, in which each `Cube` has `currency` and `rate`. Raises `OriginFailed`."""
    day, found = "", dict[str, float]()
    for values in _cubes(text_of(page)):
        if day and "time" in values:
            break  # a day before, as the file of ninety days has them
        day = day or _day(values.get("time", ""))
        code, value = values.get("currency", ""), values.get("rate", "")
        if day and _CODE.fullmatch(code) and _VALUE.fullmatch(value) and float(value) > 0:
            found[code] = float(value)
    if not found:
        raise OriginFailed(NO_SENSE.of(name=NAME))
    return Rates(url, day, tuple(Rate(code, value) for code, value in sorted(found.items())[:MOST]))


def against(known: Rates, currency: str) -> tuple[str, tuple[Rate, ...]]:
    """Return the currency that all others are told in, and how much of each one of it is.

    That is `currency` where it is among them, and else the euro.
    """
    values = {EURO: 1.0} | {each.currency: each.value for each in known.rates}
    base = currency if currency in values else EURO
    others = (Rate(code, value / values[base]) for code, value in sorted(values.items()) if code != base)
    return base, tuple(each for each in others if math.isfinite(each.value))


def _cubes(text: str) -> list[dict[str, str]]:
    """Return the attributes of the elements that matter, by the parser of feeds: no entities, no files, no network."""
    try:
        tree = document(text)
    except NoText as error:
        raise OriginFailed(NO_SENSE.of(name=NAME)) from error
    if tree is None:
        raise OriginFailed(NO_SENSE.of(name=NAME))
    return [attributes_of(each) for each in tree.iter() if name_of(each) == "cube"][:MOST_ELEMENTS]


def _day(text: str) -> str:
    with suppress(ValueError):
        return date.fromisoformat(text).isoformat()
    return ""
