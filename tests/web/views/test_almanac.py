"""The weather and the rates as readers see them: in their units and currency, drawn, and in every browser."""

import json
import re
from dataclasses import replace
from io import BytesIO
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from PIL import Image

from app.web.app_factory import create_app
from config import Settings
from tests import engines
from tests.origin import Origin
from tests.skies import IN_TEXAS, JSON, PARIS, Skies, daily_rates, week


@pytest.fixture
def skies(origin: Origin) -> Skies:
    return Skies(origin)


@pytest.fixture
def browser(settings: Settings, skies: Skies) -> FlaskClient:
    return create_app(replace(settings, HOST_PER_SECOND=1000, **skies.settings)).test_client()  # type: ignore[arg-type]


def text(browser: FlaskClient, path: str, status: int = 200) -> str:
    answer = browser.get(path)
    assert answer.status_code == status, answer.data
    return str(answer.data, "latin-1")


@pytest.mark.parametrize("path", ["/gb/weather/Paris", "/gb/weather?q=Paris", "/gb/weather?Paris"])
def test_the_weather_of_a_place_is_told_for_now_and_a_week(browser: FlaskClient, path: str) -> None:
    page = text(browser, path)
    assert "<h1>Paris, &#206;le-de-France, France</h1>" in page
    assert "At 14:15 there: Showers; 10&#176;C; 21 km/h" in page
    assert re.search(r"27 Wed \| Clear +\| -2 / 12&#176;C +\| 0 mm +\| 32 km/h", page)
    assert re.search(r"28 Thu \| Partly cloudy +\| -2 / 12&#176;C +\| 13.2 mm +\| 32 km/h", page)
    assert len(re.findall("32 km/h", page)) == 7


@pytest.mark.parametrize("path", ["/gb/weather/Paris", "/gb/weather/place/4717560", "/gb/rates"])
def test_what_was_asked_for_a_moment_ago_is_not_said_to_be_old(browser: FlaskClient, path: str) -> None:
    assert text(browser, path) == text(browser, path)


def test_the_united_states_have_their_own_units(browser: FlaskClient) -> None:
    page = text(browser, "/weather/Paris")
    assert "At 14:15 there: Showers; 49&#176;F; 13 mph" in page
    assert re.search(r"28 Thu \| Partly cloudy +\| 28 / 54&#176;F +\| 0.52 in +\| 20 mph", page)


def test_other_places_of_the_name_are_links(browser: FlaskClient, skies: Skies) -> None:
    page = text(browser, "/weather/Paris")
    found = re.search(
        r'Did you mean:</p>\n<ul>\n<li><a href="([^"]+)">Paris, Texas, United States</a></li>\n</ul>', page
    )
    assert found
    other = text(browser, found[1])
    assert "<h1>Paris, Texas, United States</h1>" in other
    assert "Did you mean" not in other
    assert "latitude=33.66&longitude=-95.56" in skies.origin.requests[-1].target
    assert "<h1>Paris, Texas, United States</h1>" in text(browser, "/weather/Paris,%20Texas")


def test_the_names_are_in_the_language_of_the_edition(browser: FlaskClient, skies: Skies) -> None:
    skies.find("Paris", (1, "Paris an der Seine", "Region", "Frankreich", 48.0, 2.0), language="de")
    assert "Paris an der Seine, Region, Frankreich" in text(browser, "/de/weather/Paris")


@pytest.mark.parametrize(("profile", "width"), [("macplus", 320), ("netscape", 320), ("palm", 145)])
def test_the_week_is_drawn_in_black_and_white_for_the_screen(browser: FlaskClient, profile: str, width: int) -> None:
    page = text(browser, f"/~{profile}/in/weather/Paris")
    found = re.search(rf'<img src="(/~{profile}/in/weather/48\.85,2\.35\.gif)" width="{width}" height="94"', page)
    assert found
    answer = browser.get(found[1])
    assert (answer.status_code, answer.content_type) == (200, "image/gif")
    with Image.open(BytesIO(answer.data)) as image:
        assert image.size == (width, 94)
        assert len(image.convert("RGB").getcolors() or ()) == 2


def test_south_and_west_are_drawn_too_and_nowhere_is_not(browser: FlaskClient, skies: Skies) -> None:
    for place in ("-33.45,-70.67", "33.66,-95.56"):
        answer = browser.get(f"/weather/{place}.gif")
        assert (answer.status_code, len(answer.data) > 1000) == (200, True)
    asked = len(skies.origin.requests)
    assert browser.get("/weather/91.00,7.00.gif").content_type == "image/gif"
    assert len(skies.origin.requests) == asked


def test_without_the_hours_there_is_no_drawing(browser: FlaskClient, skies: Skies) -> None:
    skies.origin.serve(skies.WEATHER, json.dumps(week(hourly=None)), JSON)
    page = text(browser, "/weather/Paris")
    assert "<img" not in page
    assert "28 Thu" in page
    assert browser.get("/weather/48.85,2.35.gif").content_type == "image/gif"


def test_without_now_the_week_stands(browser: FlaskClient, skies: Skies) -> None:
    skies.origin.serve(skies.WEATHER, json.dumps(week(current=None)), JSON)
    page = text(browser, "/weather/Paris")
    assert "14:15" not in page
    assert "28 Thu" in page


def test_tables_are_tables_where_there_are_any_and_lists_on_narrow_screens(browser: FlaskClient) -> None:
    assert '<table border="1">' in text(browser, "/~netscape/in/weather/Paris")
    page = text(browser, "/~c64/in/weather/Paris")
    assert "<li>28 Thu | Partly cloudy | -2 / 12 C | 13.2 mm | 32 km/h" in page


def test_where_there_is_no_such_place_the_form_comes_again(browser: FlaskClient, skies: Skies) -> None:
    skies.find("Nowhere & <more>")
    page = text(browser, "/weather?q=" + quote("Nowhere & <more>"), 404)
    assert 'Nothing was found for "Nowhere &amp; &lt;more&gt;".' in page
    assert 'action="/weather"' in page
    skies.origin.serve("/places/v1/get", '{"error": true}', JSON, 404)
    assert "There is no such place." in text(browser, "/weather/place/7", 404)


def test_accents_come_through_the_form_and_the_path(browser: FlaskClient, skies: Skies) -> None:
    skies.find("Orléans", (3, "Orléans", "Centre", "France", 47.9, 1.9))
    skies.find("Paris")
    for path in ("/weather/" + quote("Orléans"), "/weather?q=" + quote("Orléans", encoding="latin-1")):
        assert "Orl&#233;ans, Centre" in text(browser, path)


def test_without_a_place_there_is_the_form(browser: FlaskClient) -> None:
    assert 'name="q"' in text(browser, "/weather")
    page = text(browser, "/~linemode/weather")
    assert "<isindex>" in page
    assert "Please type the name of a place." in page
    assert "Please type the name of a place." in text(browser, "/weather/%20", 400)


def test_the_front_page_the_read_form_and_results_lead_there(settings: Settings, skies: Skies, origin: Origin) -> None:
    changed = replace(settings, SEARCH_ENGINES=(engines.serve(origin, "mojeek"),), **skies.settings)  # type: ignore[arg-type]
    browser = create_app(changed).test_client()
    for path in ("/", "/read"):
        assert '<a href="/weather">Weather</a> | <a href="/rates">Exchange rates</a>' in browser.get(path).text
    assert '<a href="/weather/paris">Weather</a>' in text(browser, "/find?q=paris")


def test_where_it_is_turned_off_nothing_leads_there(settings: Settings) -> None:
    browser = create_app(replace(settings, WEATHER_URL="", RATES_URL="")).test_client()
    for path in ("/", "/read"):
        assert not re.search("Weather|Exchange rates", browser.get(path).text)
    for path in ("/weather", "/weather/Paris", "/weather/place/7"):
        assert "This site does not tell the weather." in text(browser, path, 404)
    assert "This site does not tell exchange rates." in text(browser, "/rates", 404)


@pytest.mark.parametrize(("off", "left"), [("RATES_URL", "Weather"), ("WEATHER_URL", "Exchange rates")])
def test_where_one_is_turned_off_the_other_is_led_to(settings: Settings, off: str, left: str) -> None:
    browser = create_app(replace(settings, **{off: ""})).test_client()  # type: ignore[arg-type]
    for path in ("/", "/read"):
        assert re.findall(r">(Weather|Exchange rates)</a>", browser.get(path).text) == [left]


def test_where_nothing_answers_one_sentence_says_so(settings: Settings) -> None:
    browser = create_app(settings).test_client()
    assert "Open-Meteo does not answer at the moment" in text(browser, "/weather/Paris", 502)
    assert "European Central Bank does not answer at the moment" in text(browser, "/rates", 502)
    assert browser.get("/weather/48.85,2.35.gif").content_type == "image/gif"


def test_the_rates_are_told_in_the_currency_of_the_edition(browser: FlaskClient) -> None:
    page = text(browser, "/gb/rates")
    assert "Reference rates of the European Central Bank of 27 March 2024:" in page
    assert "1 GBP =" in page
    assert "1.2630 | USD | US Dollar" in page
    assert "| GBP |" not in page
    assert "1 EUR =" in text(browser, "/de/rates")
    assert "1 EUR =" in text(browser, "/ve/rates")


def test_many_rates_take_several_pages_where_few_have_room(browser: FlaskClient, skies: Skies) -> None:
    codes = {f"X{one}{two}": "1234.567" for one in "ABCDEF" for two in "ABCDEFGHIJ"}
    skies.origin.serve(skies.RATES, daily_rates(codes), "text/xml")
    assert "XFJ" in text(browser, "/~c64/in/rates")
    assert "There is no such page" in text(browser, "/~c64/in/rates/9", 404)


def test_a_place_and_its_weather_are_one_read(settings: Settings, skies: Skies, within_a_minute: None) -> None:
    limits = {"LIMIT_EXEMPT_NETWORKS": (), "LIMIT_READS_PER_MINUTE": 1, "HOST_PER_SECOND": 1000}
    browser = create_app(replace(settings, **limits, **skies.settings)).test_client()  # type: ignore[arg-type]
    skies.find("Paris", PARIS, IN_TEXAS)
    text(browser, "/weather/Paris")
    assert browser.get("/weather/48.85,2.35.gif").status_code == 200
    text(browser, "/weather/Paris")
    assert browser.get("/rates").status_code == 429
