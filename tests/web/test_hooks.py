"""What is done before and after every request: who is answered, what is refused, and who may keep it."""

import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from app.web.hooks import pseudonym
from config import Settings
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin


@pytest.mark.parametrize("path", ["/", "/in/", "/setup", "/nothing/here", "/read?url=http://10.0.0.1/"])
def test_what_was_made_for_one_browser_stays_out_of_shared_caches(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).headers["Cache-Control"] == "private"
    assert "Vary" not in browser.get(path).headers


@pytest.mark.parametrize("path", ["/~macplus/", "/~macplus/in/", "/~macplus/setup"])
def test_where_the_path_names_the_profile_anybody_may_keep_it(browser: FlaskClient, path: str) -> None:
    assert "Cache-Control" not in browser.get(path).headers


def test_a_redirect_is_kept_by_nobody_unless_it_says_so(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/lighthouse?a=1&b=2", modern_page(LIGHTHOUSE))
    page = browser.get(f"/read?url={quote(url, safe='')}").get_data(as_text=True)
    out = re.search(r'<a href="(/o/[^"]*)">Original source', page)
    assert out
    answer = browser.get(out[1])
    assert answer.status_code == 302
    assert "Cache-Control" not in answer.headers


@pytest.mark.parametrize(
    ("name", "token"),
    [
        ("68k.news", "68k.news"),
        ("My News!", "My-News-"),
        ("Neues für alle", "Neues-f-r-alle"),
        ("   ", "-"),
    ],
)
def test_we_know_our_own_requests_by_a_token(settings: Settings, name: str, token: str) -> None:
    assert pseudonym(replace(settings, SITE_NAME=name)) == token


def test_a_site_of_another_name_knows_its_own_requests(settings: Settings) -> None:
    browser = create_app(replace(settings, SITE_NAME="My News")).test_client()
    assert browser.get("/", headers={"Via": "1.1 My-News"}).status_code == 508
    assert browser.get("/", headers={"Via": "1.1 68k.news"}).status_code == 200
