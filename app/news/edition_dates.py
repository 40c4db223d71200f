"""Which day it is where an edition is printed, in its own words (CLDR, by Babel)."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from app.news.editions import find_edition
from app.news.sources import EditionSources

# The zones of the IANA database by country, of the capital or the largest city where there are several; sorted.
ZONES: dict[str, str] = {
    "ae": "Asia/Dubai",
    "ar": "America/Argentina/Buenos_Aires",
    "at": "Europe/Vienna",
    "au": "Australia/Sydney",
    "bd": "Asia/Dhaka",
    "be": "Europe/Brussels",
    "bg": "Europe/Sofia",
    "br": "America/Sao_Paulo",
    "bw": "Africa/Gaborone",
    "ca": "America/Toronto",
    "ch": "Europe/Zurich",
    "cl": "America/Santiago",
    "cn": "Asia/Shanghai",
    "co": "America/Bogota",
    "cu": "America/Havana",
    "cz": "Europe/Prague",
    "de": "Europe/Berlin",
    "dk": "Europe/Copenhagen",
    "ee": "Europe/Tallinn",
    "eg": "Africa/Cairo",
    "es": "Europe/Madrid",
    "et": "Africa/Addis_Ababa",
    "fi": "Europe/Helsinki",
    "fr": "Europe/Paris",
    "gb": "Europe/London",
    "gh": "Africa/Accra",
    "gr": "Europe/Athens",
    "hk": "Asia/Hong_Kong",
    "hu": "Europe/Budapest",
    "id": "Asia/Jakarta",
    "ie": "Europe/Dublin",
    "il": "Asia/Jerusalem",
    "in": "Asia/Kolkata",
    "it": "Europe/Rome",
    "jp": "Asia/Tokyo",
    "ke": "Africa/Nairobi",
    "kr": "Asia/Seoul",
    "lb": "Asia/Beirut",
    "lt": "Europe/Vilnius",
    "lv": "Europe/Riga",
    "ma": "Africa/Casablanca",
    "mx": "America/Mexico_City",
    "my": "Asia/Kuala_Lumpur",
    "na": "Africa/Windhoek",
    "ng": "Africa/Lagos",
    "nl": "Europe/Amsterdam",
    "no": "Europe/Oslo",
    "nz": "Pacific/Auckland",
    "pe": "America/Lima",
    "ph": "Asia/Manila",
    "pk": "Asia/Karachi",
    "pl": "Europe/Warsaw",
    "pt": "Europe/Lisbon",
    "ro": "Europe/Bucharest",
    "rs": "Europe/Belgrade",
    "ru": "Europe/Moscow",
    "sa": "Asia/Riyadh",
    "se": "Europe/Stockholm",
    "sg": "Asia/Singapore",
    "si": "Europe/Ljubljana",
    "sk": "Europe/Bratislava",
    "sn": "Africa/Dakar",
    "th": "Asia/Bangkok",
    "tr": "Europe/Istanbul",
    "tw": "Asia/Taipei",
    "tz": "Africa/Dar_es_Salaam",
    "ua": "Europe/Kyiv",
    "ug": "Africa/Kampala",
    "us": "America/New_York",
    "ve": "America/Caracas",
    "vn": "Asia/Ho_Chi_Minh",
    "za": "Africa/Johannesburg",
    "zw": "Africa/Harare",
}
# Where the language alone does not say how it is written; sorted.
_SCRIPTS = {"cn": "Hans", "hk": "Hant", "tw": "Hant"}


def day_of(sources: EditionSources, now: float) -> tuple[str, str]:
    """Return name and day of an edition in its own words, and the same in English; `now` is seconds since the epoch.

    An edition that is nobody's we know has the day of Greenwich.
    """
    country = sources.code[:2]
    moment = datetime.fromtimestamp(now, ZoneInfo(ZONES[country]) if country in ZONES else UTC)
    edition = find_edition(sources.code)
    own_name = edition.own_name if edition else sources.name
    # Some languages have narrow spaces that no old set has.
    own = " ".join(format_date(moment.date(), "full", _locale(sources.language, country)).split())
    return f"{own_name}, {own}", f"{sources.name}, {format_date(moment.date(), 'full', Locale('en', 'GB'))}"


def _locale(language: str, country: str) -> Locale:
    """Return how days are written in a language in a country; as in English where nobody knows."""
    for territory in (country.upper(), None):
        try:
            return Locale(language, territory, script=_SCRIPTS.get(country))
        except UnknownLocaleError:
            continue
    return Locale("en")
