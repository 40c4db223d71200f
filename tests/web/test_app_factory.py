"""The application put together: what every request and every response goes through."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.news.sources import SourcesError
from app.storage import StoreError
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


@pytest.mark.parametrize("path", ["/in", "/in/", "/IN/", "/in/world", "/in/world/", "/in/about/"])
def test_a_slash_at_the_end_and_capital_letters_make_no_redirect(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/i/abcdefghij.exe", "/i/abcdefghij-w1.gif", "/a/ABCDEFGHIJ", "/a/abc", "/in/nonsense", "/india/"]
)
def test_what_no_address_of_ours_looks_like_is_not_there(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 404


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


def test_behind_a_proxy_each_reader_counts_by_himself(settings: Settings, origin: Origin) -> None:
    urls = [origin.serve(f"/{number}", modern_page(LIGHTHOUSE)) for number in range(2)]
    behind = replace(settings, PROXY_HOPS=1, LIMIT_READS_PER_MINUTE=1, LIMIT_EXEMPT_NETWORKS=())
    browser = create_app(behind).test_client()
    codes = [
        browser.get(f"/read?url={url}", headers={"X-Forwarded-For": reader}).status_code
        for url, reader in ((urls[0], "192.0.2.1"), (urls[1], "192.0.2.1"), (urls[1], "198.51.100.1"))
    ]
    assert codes == [200, 429, 200]


def test_what_cannot_be_opened_stops_the_start(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text("[in]\n")
    with pytest.raises(SourcesError):
        create_app(replace(settings, SOURCES_FILE=str(tmp_path / "wrong.toml")))
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        create_app(replace(settings, STORE_URL=f"sqlite:///{tmp_path}/file/store.sqlite3"))
