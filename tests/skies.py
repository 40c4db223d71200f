"""Stand-ins for Open-Meteo and the European Central Bank on the loopback, in the shape that their documentation has."""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from tests.origin import Origin

JSON = "application/json; charset=utf-8"
# Number, name, region, country, degrees north and east.
Row = tuple[int, str, str, str, float, float]
PARIS: Row = (2988507, "Paris", "Île-de-France", "France", 48.85341, 2.3488)
IN_TEXAS: Row = (4717560, "Paris", "Texas", "United States", 33.66094, -95.55551)
RATES = {"USD": "1.0816", "JPY": "163.52", "GBP": "0.8564", "CHF": "0.9766", "PLN": "4.3123"}
FIRST = date(2024, 3, 27)


def place(row: Row) -> dict[str, Any]:
    """Return a place as the geocoding API has it."""
    number, name, region, country, north, east = row
    return {
        "id": number, "name": name, "latitude": north, "longitude": east, "elevation": 42.0, "feature_code": "PPLA",
        "country_code": country[:2].upper(), "timezone": "Europe/Paris", "population": 2138551, "admin1": region,
        "admin1_id": 3012874, "country_id": 3017382, "country": country,
    }  # fmt: skip


def found(*rows: Row) -> str:
    """Return an answer of the search; without places it has no list of them at all."""
    results = {"results": [place(row) for row in rows]} if rows else {}
    return json.dumps({**results, "generationtime_ms": 0.57})


def week(codes: Sequence[int] = (0, 2, 61, 73, 95, 45, 3), **changes: Any) -> dict[str, Any]:
    """Return an answer of the forecast: nights of -2 degrees and days of 12, with these codes."""
    count = len(codes)
    days = [(FIRST + timedelta(place)).isoformat() for place in range(count)]
    hours = [round(5 - 7 * math.cos((hour % 24 - 3) / 24 * 2 * math.pi), 1) for hour in range(24 * count)]
    return {
        "latitude": 48.86, "longitude": 2.35, "generationtime_ms": 0.1, "utc_offset_seconds": 3600,
        "timezone": "Europe/Paris", "timezone_abbreviation": "CET", "elevation": 38.0,
        "current_units": {"time": "iso8601", "temperature_2m": "°C", "weather_code": "wmo code", "wind_speed_10m": "km/h"},
        "current": {
            "time": f"{days[0]}T14:15", "interval": 900, "temperature_2m": 9.6, "weather_code": 80, "wind_speed_10m": 21.4
        },
        "daily": {
            "time": days, "weather_code": list(codes), "temperature_2m_max": [12.0] * count,
            "temperature_2m_min": [-2.0] * count, "precipitation_sum": [0.0, *[13.2] * (count - 1)],
            "wind_speed_10m_max": [32.2] * count,
        },
        "hourly": {"time": [f"{day}T{hour:02}:00" for day in days for hour in range(24)], "temperature_2m": hours},
        **changes,
    }  # fmt: skip


def daily_rates(rates: Mapping[str, str] = RATES, day: str = "2024-03-27") -> str:
    """Return the file of the day's rates."""
    cubes = "\n".join(f"\t\t\t<Cube currency='{code}' rate='{rate}'/>" for code, rate in rates.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" '
        'xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">\n\t<gesmes:subject>Reference rates</gesmes:subject>\n'
        "\t<gesmes:Sender>\n\t\t<gesmes:name>European Central Bank</gesmes:name>\n\t</gesmes:Sender>\n"
        f"\t<Cube>\n\t\t<Cube time='{day}'>\n{cubes}\n\t\t</Cube>\n\t</Cube>\n</gesmes:Envelope>"
    )


class Skies:
    """The services, at one origin."""

    PLACES, WEATHER, RATES = "/places/v1/search", "/weather/v1/forecast", "/rates.xml"

    def __init__(self, origin: Origin) -> None:
        """Answer with Paris, a week and the rates, whatever is asked for."""
        self.origin = origin
        origin.serve(self.PLACES, found(PARIS, IN_TEXAS), JSON)
        origin.serve("/places/v1/get", json.dumps(place(IN_TEXAS)), JSON)
        origin.serve(self.WEATHER, json.dumps(week()), JSON)
        origin.serve(self.RATES, daily_rates(), "text/xml")

    @property
    def settings(self) -> dict[str, str]:
        """The settings under which they are asked."""
        url = self.origin.url
        return {
            "WEATHER_PLACES_URL": url("/places"),
            "WEATHER_URL": url("/weather"),
            "RATES_URL": url(self.RATES),
        }

    def find(self, name: str, *rows: Row, language: str = "en") -> None:
        """Answer with these places where this name is searched for."""
        query = urlencode({"name": name, "count": 10, "language": language, "format": "json"})
        self.origin.serve(f"{self.PLACES}?{query}", found(*rows), JSON)
