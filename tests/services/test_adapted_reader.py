"""A site that needs a hand, over a real origin: its interface first, and the page itself where that fails."""

import json
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.adapters.test_table import HN, SITES
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin

ITEM = "/api/v1/items/8863"


def reader(settings: Settings, origin: Origin, name: str = "hacker-news", **changes: object) -> FlaskClient:
    named = replace(settings, ADAPTERS=(f"{name}={origin.url('').rstrip('/')}",), **changes)  # type: ignore[arg-type]
    return create_app(named).test_client()


def text(browser: FlaskClient, url: str, status: int = 200) -> str:
    answer = browser.get("/read", query_string={"url": url})
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True)


def test_the_interface_is_asked_in_place_of_the_page(settings: Settings, origin: Origin) -> None:
    origin.serve(ITEM, json.dumps(HN), "application/json")
    page = text(reader(settings, origin), SITES["hacker-news"][0])
    assert "My YC app: Dropbox" in page
    assert "First <em>of all</em>." in page
    assert "https://news.ycombinator.com/item?id=8863" in page


@pytest.mark.parametrize(
    ("body", "status"),
    [("", 200), ("<html>Are you human?</html>", 200), ("{}", 200), ("gone", 404), ("busy", 429), ("x", 503)],
)
def test_where_the_interface_fails_the_page_itself_is_read(
    settings: Settings, origin: Origin, body: str, status: int
) -> None:
    topic = origin.serve("/t/which-modem/55", modern_page(LIGHTHOUSE))
    origin.serve("/t/55.json", body, "application/json", status)
    browser = create_app(settings).test_client()
    assert "nine hundred tonnes" in text(browser, topic)


def test_a_page_of_scripts_alone_is_read_by_the_program_that_its_site_runs(settings: Settings, origin: Origin) -> None:
    url = origin.serve(
        "/t/which-modem/55", "<html><title>Talk</title><body><div id=app></div><script src=a.js></script>"
    )
    origin.serve("/t/55.json", json.dumps(SITES["discourse"][1][0]), "application/json")
    browser = create_app(replace(settings, ADAPTERS=("discourse=" + origin.url("").rstrip("/"),))).test_client()
    page = text(browser, url)
    assert "Which modem?" in page
    assert "A slow one." in page


def test_a_page_with_text_is_not_asked_for_twice(settings: Settings, origin: Origin) -> None:
    url = origin.serve("/t/which-modem/55", modern_page(LIGHTHOUSE))
    origin.serve("/t/55.json", json.dumps(SITES["discourse"][1][0]), "application/json")
    assert "nine hundred tonnes" in text(create_app(settings).test_client(), url)
    assert origin.hits("/t/55.json") == 0


def test_without_adapters_nothing_but_pages_is_asked(settings: Settings, origin: Origin) -> None:
    origin.serve(ITEM, json.dumps(HN), "application/json")
    browser = create_app(replace(settings, ADAPTERS=())).test_client()
    browser.get("/read", query_string={"url": SITES["hacker-news"][0]})
    assert origin.hits(ITEM) == 0


def test_an_interface_in_a_private_network_is_refused_like_any_address(settings: Settings, origin: Origin) -> None:
    origin.serve(ITEM, json.dumps(HN), "application/json")
    browser = reader(settings, origin, FETCH_ALLOWED_NETWORKS=())
    browser.get("/read", query_string={"url": SITES["hacker-news"][0]})
    assert origin.hits(ITEM) == 0


def test_what_is_asked_of_several_places_is_one_read(settings: Settings, origin: Origin) -> None:
    _, answers, _ = SITES["github"]
    origin.serve("/repos/ann/reader/issues/7", json.dumps(answers[0]), "application/json")
    origin.serve("/repos/ann/reader/issues/7/comments?per_page=100", json.dumps(answers[1]), "application/json")
    browser = reader(
        settings, origin, "github", LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=(), HOST_PER_SECOND=100
    )
    assert "Mended in 1.2" in text(browser, SITES["github"][0])
