import json
from dataclasses import replace

import pytest

from app.almanac.places import address, address_of, meant, parts_of, places
from app.errors import OriginFailed
from app.models import Place, Places
from tests.fetched import fetched
from tests.skies import IN_TEXAS, JSON, PARIS, found, place

BASE = "https://places.example"
FRENCH = Place(2988507, "Paris", ("Île-de-France", "France"), 48.85341, 2.3488)
TEXAN = Place(4717560, "Paris", ("Texas", "United States"), 33.66094, -95.55551)


def read(body: str) -> Places:
    return places("https://places.example/v1/search", fetched(BASE, JSON, body.encode()))


def test_a_name_is_asked_for_in_a_language_without_what_is_behind_its_comma() -> None:
    asked = address(BASE, " São  Paulo, Brazil", "de")
    assert asked == "https://places.example/v1/search?name=S%C3%A3o+Paulo&count=10&language=de&format=json"
    assert address_of(BASE, 7, "fr") == "https://places.example/v1/get?id=7&language=fr&format=json"


def test_parts_behind_commas_are_apart_and_long_names_are_cut() -> None:
    assert parts_of("Paris, Texas , ,US") == ("Paris", ("Texas", "US"))
    assert parts_of(" , Texas") == ("", ("Texas",))
    assert len(parts_of("x" * 5000)[0]) == 100


def test_places_come_in_the_order_of_the_answer() -> None:
    assert read(found(PARIS, IN_TEXAS)).places == (FRENCH, TEXAN)


def test_a_place_by_its_number_comes_alone() -> None:
    assert read(json.dumps(place(IN_TEXAS))).places == (TEXAN,)


def test_no_list_means_no_place() -> None:
    assert read(found()).places == ()


def test_what_lies_in_itself_is_said_once_and_what_is_missing_is_left_out() -> None:
    row = {**place((1, "Monaco", "Monaco", "Monaco", 43.7, 7.4)), "admin1": None}
    assert read(json.dumps({"results": [row]})).places[0].around == ("Monaco",)


@pytest.mark.parametrize(
    "change", [{"id": None}, {"name": ""}, {"name": 7}, {"latitude": 91}, {"longitude": "2.3"}, {"id": -4}]
)
def test_a_place_that_lacks_what_it_needs_is_left_out(change: dict[str, object]) -> None:
    rows = [{**place(PARIS), **change}, place(IN_TEXAS)]
    assert read(json.dumps({"results": rows})).places == (TEXAN,)
    with pytest.raises(OriginFailed, match="makes no sense"):
        read(json.dumps({"results": rows[:1]}))


@pytest.mark.parametrize(
    "body", ["{}", '{"results": {}}', '{"results": [7]}', '{"error": true, "reason": "Parameter count"}', "<p>Busy</p>"]
)
def test_other_answers_make_no_sense(body: str) -> None:
    with pytest.raises(OriginFailed, match="makes no sense"):
        read(body)


@pytest.mark.parametrize(
    ("around", "first"), [((), FRENCH), (("texas",), TEXAN), (("TEX", "united"), TEXAN), (("Mars",), FRENCH)]
)
def test_what_is_typed_behind_a_comma_chooses_among_places_of_one_name(around: tuple[str, ...], first: Place) -> None:
    assert meant((FRENCH, TEXAN), around)[0] == first


def test_several_that_lie_there_all_stay() -> None:
    other = replace(TEXAN, number=7)
    assert meant((FRENCH, TEXAN, other), ("Texas",)) == (TEXAN, other)
