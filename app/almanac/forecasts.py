"""The weather of a place for a week, of Open-Meteo (https://open-meteo.com/en/docs)."""

import re
from datetime import date
from urllib.parse import urlencode

from app.almanac.answers import NO_SENSE, number_in, object_in
from app.almanac.places import NAME
from app.errors import OriginFailed
from app.fetch.decode import text_of
from app.models import DayWeather, FetchedPage, Forecast, Place
from app.net.urls import canonical
from app.text.conditions import CONDITIONS

DAYS = 7
HOURS = 24 * DAYS
DAILY = ("weather_code", "temperature_2m_max", "temperature_2m_min", "precipitation_sum", "wind_speed_10m_max")
CURRENT = ("temperature_2m", "weather_code", "wind_speed_10m")
HOURLY = "temperature_2m"
# What there may be on earth, by far: degrees Celsius, millimetres in a day, km/h. The rest is a mistake.
COLDEST, HOTTEST, WETTEST, WINDIEST = -100, 70, 3000, 500
UNKNOWN = -1.0
_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d)")


def address(base: str, place: Place) -> str:
    """Return where the weather of a place is asked for, in its own time; about a kilometre is exact enough."""
    asked = {
        "latitude": f"{place.latitude:.2f}",
        "longitude": f"{place.longitude:.2f}",
        "daily": ",".join(DAILY),
        "current": ",".join(CURRENT),
        "hourly": HOURLY,
        "timezone": "auto",
        "forecast_days": DAYS,
    }
    return canonical(f"{base}/v1/forecast?{urlencode(asked, safe=',')}")


def forecast(url: str, page: FetchedPage) -> Forecast:
    """Read an answer. Raises `OriginFailed` where it has no day; now and the hours may be missing."""
    answer = object_in(text_of(page), NAME)
    days = _days(_part(answer, "daily"))
    if not days:
        raise OriginFailed(NO_SENSE.of(name=NAME))
    hours = _hours(_part(answer, "hourly"), len(days))
    now = _part(answer, "current")
    clock, code, warmth = _CLOCK.match(str(now.get("time"))), _code(now.get("weather_code")), _warmth(now.get(HOURLY))
    if clock is None or code is None or warmth is None:
        return Forecast(url, days, hours)
    return Forecast(url, days, hours, clock[1], code, warmth, _known(now.get("wind_speed_10m"), WINDIEST))


def _part(answer: dict[str, object], name: str) -> dict[str, object]:
    found = answer.get(name)
    return found if isinstance(found, dict) else {}


def _days(daily: dict[str, object]) -> tuple[DayWeather, ...]:
    columns = [daily.get(name) for name in ("time", *DAILY)]
    rows = zip(*(column if isinstance(column, list) else [None] * DAYS for column in columns), strict=False)
    found = (_day(*row) for row in rows)
    return tuple(day for day in found if day is not None)[:DAYS]


def _day(day: object, code: object, high: object, low: object, rain: object, wind: object) -> DayWeather | None:
    kind, warmest, coldest = _code(code), _warmth(high), _warmth(low)
    if kind is None or warmest is None or coldest is None or not _is_day(day):
        return None
    return DayWeather(str(day), kind, coldest, warmest, _known(rain, WETTEST), _known(wind, WINDIEST))


def _is_day(text: object) -> bool:
    try:
        return isinstance(text, str) and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _hours(hourly: dict[str, object], days: int) -> tuple[float, ...]:
    """Return the temperatures of all hours of so many days, or none where one of them is missing."""
    column = hourly.get(HOURLY)
    found = [_warmth(each) for each in column[:HOURS]] if isinstance(column, list) else []
    known = tuple(each for each in found if each is not None)
    return known if len(known) == 24 * days else ()


def _code(value: object) -> int | None:
    code = number_in(value, 0, 99)
    return int(code) if code is not None and int(code) in CONDITIONS else None


def _warmth(value: object) -> float | None:
    return number_in(value, COLDEST, HOTTEST)


def _known(value: object, most: float) -> float:
    found = number_in(value, 0, most)
    return UNKNOWN if found is None else found
