import json
from typing import Any

import pytest

from app.almanac.forecasts import UNKNOWN, address, forecast
from app.errors import OriginFailed
from app.models import DayWeather, Forecast, Place
from tests.fetched import fetched
from tests.skies import JSON, week

URL = "https://weather.example/v1/forecast"


def read(answer: object) -> Forecast:
    return forecast(URL, fetched(URL, JSON, json.dumps(answer).encode()))


def daily(**changes: Any) -> dict[str, Any]:
    return week(daily={**week()["daily"], **changes})


def test_a_week_is_asked_for_in_the_time_of_the_place() -> None:
    asked = address("https://weather.example", Place(1, "Paris", (), 33.66094, -95.55551))
    assert asked.startswith(f"{URL}?latitude=33.66&longitude=-95.56&daily=weather_code,temperature_2m_max,")
    assert asked.endswith("&hourly=temperature_2m&timezone=auto&forecast_days=7")


def test_days_hours_and_now_are_read() -> None:
    found = read(week())
    assert len(found.days) == 7
    assert found.days[1] == DayWeather("2024-03-28", 2, -2.0, 12.0, 13.2, 32.2)
    assert len(found.hours) == 168
    assert (min(found.hours), max(found.hours)) == (-2.0, 12.0)
    assert (found.time, found.code, found.temperature, found.wind) == ("14:15", 80, 9.6, 21.4)


@pytest.mark.parametrize(
    "current",
    [None, {}, [], {"time": "soon"}, {"time": "2024-03-27T14:15", "weather_code": 4, "temperature_2m": 3},
     {"time": "2024-03-27T14:15", "weather_code": 3, "temperature_2m": None}],
)  # fmt: skip
def test_without_now_the_days_stand(current: object) -> None:
    found = read(week(current=current))
    assert (found.time, len(found.days), len(found.hours)) == ("", 7, 168)


@pytest.mark.parametrize("hourly", [None, {}, {"temperature_2m": "warm"}, {"temperature_2m": [1.0] * 167}])
def test_without_all_hours_there_are_none_and_the_days_stand(hourly: object) -> None:
    assert read(week(hourly=hourly)).hours == ()
    assert len(read(week(hourly=hourly)).days) == 7


def test_one_hour_that_is_missing_spoils_the_curve_alone() -> None:
    hours = [1.0] * 168
    assert read(week(hourly={"temperature_2m": [*hours[:-1], None]})).hours == ()


def test_rain_and_wind_may_be_missing() -> None:
    found = read(daily(precipitation_sum=None, wind_speed_10m_max=[None, -3, 900, 5, 5, 5, 5]))
    assert [day.wind for day in found.days][:4] == [UNKNOWN, UNKNOWN, UNKNOWN, 5]
    assert {day.rain for day in found.days} == {UNKNOWN}


def test_a_day_that_lacks_what_it_needs_is_left_out() -> None:
    assert [day.day for day in read(daily(weather_code=[0, None, 4, "x", 95, 45, 3])).days] == [
        "2024-03-27", "2024-03-31", "2024-04-01", "2024-04-02",
    ]  # fmt: skip
    assert len(read(daily(time=["2024-13-27", *week()["daily"]["time"][1:]])).days) == 6


@pytest.mark.parametrize(
    "answer",
    [{}, {"error": True, "reason": "Latitude must be in range"}, {"daily": []}, {"daily": {"time": ["2024-03-27"]}},
     {"daily": {"time": 7}}, daily(temperature_2m_max=[1e9] * 7), daily(temperature_2m_min="cold")],
)  # fmt: skip
def test_without_a_day_an_answer_makes_no_sense(answer: object) -> None:
    with pytest.raises(OriginFailed, match="makes no sense"):
        read(answer)
