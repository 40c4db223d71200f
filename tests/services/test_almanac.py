"""Services that fail in each way: what is kept, or one true sentence; asked so often, and left alone after a failure."""

import json
import socket
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.errors import AddressRefused, BadAddress, OriginFailed, OriginRefused, UnknownPlace
from app.models import Place
from app.services.admission import OWN_WORK
from app.services.almanac import RATES, WEATHER, Almanac
from app.storage.cache import Cache
from app.web.wiring import almanac as wiring
from app.web.wiring.groundwork import lay_groundwork
from config import Settings
from tests.origin import Origin
from tests.skies import JSON, PARIS, Skies, daily_rates, found

HERE = Place(7, "Here", (), 48.0, 2.0)
FAILURES = {
    "refused": ("<h1>403</h1>", 403),
    "too often": ('{"error": true, "reason": "Minutely API request limit exceeded"}', 429),
    "out of order": ("overloaded", 503),
    "gone": ("<h1>Not found</h1>", 404),
    "changed": ('{"weather": "fine"}', 200),
    "a page": ("<html><h1>We have moved</h1></html>", 200),
    "empty": ("", 200),
}
WAYS = (*FAILURES, "slow")


@pytest.fixture
def skies(origin: Origin) -> Skies:
    return Skies(origin)


@pytest.fixture
def almanac(settings: Settings, skies: Skies) -> Callable[..., Almanac]:
    def made(**changes: object) -> Almanac:
        usual = {"FAILURE_SECONDS": 0, "HOST_PER_SECOND": 1000, **skies.settings}
        changed = replace(settings, **{**usual, **changes})  # type: ignore[arg-type]
        ground = lay_groundwork(changed)
        return wiring.build_almanac(replace(ground, cache=Cache(ground.store, 0)))

    return made


def spoil(skies: Skies, path: str, how: str) -> None:
    if how == "slow":

        def hang(connection: socket.socket) -> None:
            skies.origin.stopped.wait(30)

        skies.origin.serve_raw(path, hang)
        return
    body, status = FAILURES[how]
    skies.origin.serve(path, body, JSON if body.startswith("{") else "text/html", status)


def patience(how: str) -> float:
    return 0.4 if how == "slow" else 4


def test_a_place_its_weather_and_the_rates_are_told(almanac: Callable[..., Almanac]) -> None:
    made = almanac()
    assert made.names == (WEATHER, RATES)
    assert [each.name for each in made.places("Paris", "en", OWN_WORK)] == ["Paris", "Paris"]
    assert len(made.weather(HERE, OWN_WORK)[0].days) == 7
    assert made.rates(OWN_WORK)[0].day == "2024-03-27"
    texan = made.place(4717560, "en", OWN_WORK)
    assert texan is not None
    assert texan.around == ("Texas", "United States")


@pytest.mark.parametrize("how", WAYS)
def test_where_a_service_fails_one_sentence_says_so(almanac: Callable[..., Almanac], skies: Skies, how: str) -> None:
    for path in (Skies.PLACES, Skies.WEATHER, Skies.RATES):
        spoil(skies, path, how)
    made = almanac(SEARCH_SECONDS=patience(how))
    with pytest.raises(OriginFailed, match="Open-Meteo does not answer at the moment"):
        made.places("Paris", "en", OWN_WORK)
    with pytest.raises(OriginFailed, match="Open-Meteo does not answer at the moment"):
        made.weather(HERE, OWN_WORK)
    with pytest.raises(OriginFailed, match="European Central Bank does not answer at the moment"):
        made.rates(OWN_WORK)


@pytest.mark.parametrize("how", WAYS)
def test_what_is_kept_serves_while_a_service_fails(
    almanac: Callable[..., Almanac], skies: Skies, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "WEATHER", (0, 1000))
    monkeypatch.setattr(wiring, "RATES", (0, 1000))
    made = almanac(SEARCH_SECONDS=patience(how))
    first, rates = made.weather(HERE, OWN_WORK)[0], made.rates(OWN_WORK)[0]
    spoil(skies, Skies.WEATHER, how)
    spoil(skies, Skies.RATES, how)
    for _ in range(2):
        again, cached = made.weather(HERE, OWN_WORK)
        assert again == first
        assert cached.age > 0
        assert made.rates(OWN_WORK)[0] == rates


@pytest.mark.parametrize("how", ["refused", "gone", "out of order", "changed"])
def test_one_that_fails_is_left_alone_and_the_others_are_not(
    almanac: Callable[..., Almanac], skies: Skies, how: str
) -> None:
    spoil(skies, Skies.WEATHER, how)
    made = almanac()
    with pytest.raises(OriginFailed):
        made.weather(HERE, OWN_WORK)
    with pytest.raises(OriginRefused, match="Open-Meteo is not asked at the moment"):
        made.weather(replace(HERE, latitude=1.0), OWN_WORK)
    assert skies.origin.hits(Skies.WEATHER) == 1
    assert made.places("Paris", "en", OWN_WORK)


def test_so_often_in_a_day_it_is_asked_and_what_is_kept_costs_nothing(
    almanac: Callable[..., Almanac], skies: Skies
) -> None:
    made = almanac(SEARCHES_PER_DAY=2)
    for north in (1.0, 2.0, 1.0, 2.0):
        made.weather(replace(HERE, latitude=north), OWN_WORK)
    with pytest.raises(OriginRefused, match="not asked at the moment"):
        made.weather(replace(HERE, latitude=3.0), OWN_WORK)
    assert skies.origin.hits(Skies.WEATHER) == 2


def test_no_such_place_is_an_answer_and_no_failure(almanac: Callable[..., Almanac], skies: Skies) -> None:
    skies.origin.serve(Skies.PLACES, found(), JSON)
    skies.origin.serve("/places/v1/get", json.dumps({"error": True, "reason": "Not Found"}), JSON, 404)
    made = almanac()
    assert made.places("Nowhere", "en", OWN_WORK) == ()
    assert made.place(7, "en", OWN_WORK) is None
    skies.find("Paris", PARIS)
    assert len(made.places("Paris", "en", OWN_WORK)) == 1


@pytest.mark.parametrize("words", ["", " ", ",", " , Texas"])
def test_without_a_name_one_is_asked_for(almanac: Callable[..., Almanac], skies: Skies, words: str) -> None:
    with pytest.raises(BadAddress, match="Please type the name of a place"):
        almanac().places(words, "en", OWN_WORK)
    assert skies.origin.requests == []


@pytest.mark.parametrize("missing", ["WEATHER_URL", "WEATHER_PLACES_URL"])
def test_what_is_turned_off_is_not_there(almanac: Callable[..., Almanac], missing: str) -> None:
    made = almanac(**{missing: ""})
    assert made.names == (RATES,)
    for ask in (
        lambda: made.places("Paris", "en", OWN_WORK),
        lambda: made.place(7, "en", OWN_WORK),
        lambda: made.weather(HERE, OWN_WORK),
        lambda: almanac(RATES_URL="").rates(OWN_WORK),
    ):
        with pytest.raises(UnknownPlace):
            ask()


def test_a_host_that_is_not_read_is_not_asked(almanac: Callable[..., Almanac], skies: Skies) -> None:
    for changes in ({"FETCH_DENY_HOSTS": ("127.0.0.1",)}, {"FETCH_ALLOWED_NETWORKS": ()}):
        made = almanac(**changes)
        with pytest.raises(AddressRefused):
            made.places("Paris", "en", OWN_WORK)
        with pytest.raises(AddressRefused):
            made.rates(OWN_WORK)
    assert skies.origin.requests == []


def test_an_address_that_leads_elsewhere_is_checked_there(almanac: Callable[..., Almanac], skies: Skies) -> None:
    skies.origin.redirect(Skies.RATES, "http://10.0.0.1/rates.xml")
    with pytest.raises(AddressRefused):
        almanac().rates(OWN_WORK)


def test_rates_are_read_whatever_type_they_are_said_to_have(almanac: Callable[..., Almanac], skies: Skies) -> None:
    skies.origin.serve(Skies.RATES, daily_rates({"USD": "2"}, "2024-03-28"), "application/octet-stream")
    assert almanac().rates(OWN_WORK)[0].day == "2024-03-28"
