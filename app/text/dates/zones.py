"""Zones of time as feeds and pages write them, in seconds east of Greenwich."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HOUR = 3600

# Hours east of Greenwich. RFC 822 (section 5.1) settles the American ones; of several meanings of a name the one
# that is most often seen in feeds is here, and `_LOCAL` has others.
_HOURS: Mapping[str, float] = {
    "ACDT": 10.5,
    "ACST": 9.5,
    "ADT": -3,
    "AEDT": 11,
    "AEST": 10,
    "AKDT": -8,
    "AKST": -9,
    "AMT": -4,
    "ART": -3,
    "AST": -4,
    "AWST": 8,
    "BRST": -2,
    "BRT": -3,
    "BST": 1,
    "CAT": 2,
    "CDT": -5,
    "CEST": 2,
    "CET": 1,
    "CLST": -3,
    "CLT": -4,
    "COT": -5,
    "CST": -6,
    "EAT": 3,
    "ECT": -5,
    "EDT": -4,
    "EEST": 3,
    "EET": 2,
    "EST": -5,
    "GMT": 0,
    "GST": 4,
    "HKT": 8,
    "HST": -10,
    "ICT": 7,
    "IDT": 3,
    "IRST": 3.5,
    "IST": 5.5,
    "JST": 9,
    "KST": 9,
    "MDT": -6,
    "MESZ": 2,
    "MEZ": 1,
    "MMT": 6.5,
    "MSD": 4,
    "MSK": 3,
    "MST": -7,
    "MYT": 8,
    "NDT": -2.5,
    "NPT": 5.75,
    "NST": -3.5,
    "NZDT": 13,
    "NZST": 12,
    "PDT": -7,
    "PET": -5,
    "PHT": 8,
    "PKT": 5,
    "PST": -8,
    "PYT": -3,
    "SAST": 2,
    "SGT": 8,
    "TRT": 3,
    "UT": 0,
    "UTC": 0,
    "UYT": -3,
    "UZT": 5,
    "VET": -4,
    "WAT": 1,
    "WEST": 1,
    "WET": 0,
    "WIB": 7,
    "WIT": 9,
    "WITA": 8,
    "Z": 0,
}
# What a name means to those who write in a language.
_LOCAL: Mapping[tuple[str, str], float] = {
    ("bn", "BST"): 6,
    ("en-ie", "IST"): 1,
    ("fil", "PST"): 8,
    ("ga", "IST"): 1,
    ("he", "IST"): 2,
    ("hy", "AMT"): 4,
    ("zh", "CST"): 8,
}
# Names that leave it to the reader whether it is summer.
_CITIES: Mapping[str, str] = {
    "AT": "America/Halifax",
    "CT": "America/Chicago",
    "ET": "America/New_York",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
}
_OFFSET = re.compile(r"(?:GMT|UTC|UT)?([+-])(\d{1,2}):?(\d{2})?(?::?\d{2})?", re.IGNORECASE)
_FURTHEST = 14 * HOUR  # Kiribati


def offset_of(zone: str, local: datetime, language: str = "") -> int | None:
    """Return how many seconds east of Greenwich a zone is at `local`, a time without zone; None if it is not known.

    `zone` is `Z`, `+0100`, `GMT+1`, `EST`, `ET`, or a name of the IANA time zone database. `language` is a tag in
    lower case or empty.
    """
    numeric = _OFFSET.fullmatch(zone)
    if numeric:
        sign, hours, minutes = numeric.groups("0")
        seconds = int(hours) * HOUR + int(minutes) * 60
        return (-seconds if sign == "-" else seconds) if seconds <= _FURTHEST else None
    name = zone.upper()
    hours_east = next((_LOCAL[tag, name] for tag in _tags(language) if (tag, name) in _LOCAL), _HOURS.get(name))
    if hours_east is not None:
        return round(hours_east * HOUR)
    city = _city(_CITIES.get(name, zone))
    shift = city.utcoffset(local) if city is not None else None
    return round(shift.total_seconds()) if shift is not None else None


def _tags(language: str) -> tuple[str, str]:
    return language, language.partition("-")[0]


@lru_cache(256)
def _city(name: str) -> ZoneInfo | None:
    """Return a zone of the database, or None where it, or all of the database, is missing."""
    if "/" not in name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
