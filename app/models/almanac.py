"""The weather of a place, and what money is worth in other money."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place on earth: its `number` at GeoNames, its name, where that is, from small to large, and degrees north and
    east."""

    number: int
    name: str
    around: tuple[str, ...]
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one name, the best known first, as `url` answered."""

    url: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DayWeather:
    """What the weather of a day (`YYYY-MM-DD`) will be: its WMO code (code table 4677 as Open-Meteo has it), degrees
    Celsius, millimetres of rain and melted snow, and km/h of wind; the last two are less than 0 where nobody says."""

    day: str
    code: int
    low: float
    high: float
    rain: float = -1.0
    wind: float = -1.0


@dataclass(frozen=True, slots=True)
class Forecast:
    """The weather of a place: `days` from today on, `hours` degrees Celsius of each hour of these, if they are known.

    `time` is the clock there (`14:15`) when the weather was as `code`, `temperature` and `wind` say, units as in
    `DayWeather`; empty where that is not known.
    """

    url: str
    days: tuple[DayWeather, ...]
    hours: tuple[float, ...] = ()
    time: str = ""
    code: int = 0
    temperature: float = 0.0
    wind: float = -1.0


@dataclass(frozen=True, slots=True)
class Rate:
    """How much of a currency (ISO 4217) one euro is."""

    currency: str
    value: float


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of a day, `YYYY-MM-DD`, as `url` answered."""

    url: str
    day: str
    rates: tuple[Rate, ...]
