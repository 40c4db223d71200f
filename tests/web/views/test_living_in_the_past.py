"""A whole browser lives in another year: by the port of its proxy, by a name, and by text browsers for real."""

import base64
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from app.web.app_factory import create_app
from config import Settings
from tests.archive import Archive
from tests.images import drawing
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.serving import asked, free_port, quiet_site
from tests.validity import need

YEAR = "19990701120000"
HARBOUR, TIDES, LAMP = "http://harbour.example/", "http://harbour.example/tides.html", "http://harbour.example/lamp.gif"
HOME = (
    "<html><head><title>Harbour</title></head><body><h1>The harbour of 1999</h1><img src=lamp.gif alt=Lamp>"
    '<a href="tides.html">Tides</a> <a href="http://far.example/?a=1&amp;b=2">Far</a>'
    "<form action=/find><input name=q></form></body></html>"
)


def fill(archive: Archive) -> None:
    archive.lead(HARBOUR, YEAR, HOME, "19990125085033")
    archive.lead(TIDES, YEAR, "<title>Tides</title><h1>Tides of 1999</h1>", "19990301000000")
    archive.lead(LAMP, YEAR, drawing(300, 200), "19990125085033", "image/png")
    archive.lead("http://harbour.example/find?q=pier", YEAR, "<title>Found</title><p>One pier", "19990125085033")
    archive.lead("http://late.example/a", YEAR, modern_page(LIGHTHOUSE), "20090801000000")


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive() as server:
        fill(server)
        yield server


@pytest.fixture
def browser(settings: Settings, archive: Archive) -> FlaskClient:
    return create_app(replace(settings, WAYBACK_URL=archive.base, PROXY="on")).test_client()


def proxied(browser: FlaskClient, url: str, user: str = "1999", status: int = 200, method: str = "GET") -> str:
    """Return what a browser gets whose proxy the site is, and that names itself by a year there."""
    headers = {"Proxy-Authorization": "Basic " + _basic(user)}
    path = url.removeprefix("http://1999.68k.news")
    answer = browser.open(
        path if path.startswith("/") else "/x", method=method, headers=headers, environ_overrides={"RAW_URI": url}
    )
    assert answer.status_code == status, answer.get_data(as_text=True)
    return answer.get_data(as_text=True) if answer.mimetype == "text/html" else str(answer.mimetype)


def _basic(user: str) -> str:
    return base64.b64encode(f"{user}:".encode()).decode()


def test_each_page_is_as_it_was_and_its_links_are_its_own(browser: FlaskClient) -> None:
    page = proxied(browser, HARBOUR)
    assert "<h1>The harbour of 1999</h1>" in page
    assert f'href="{TIDES}"' in page
    assert 'action="http://harbour.example/find"' in page
    assert "http://68k.news/web/1999/a/" in page  # where the address has what may not stand in a page
    assert "This is the Wayback Machine's copy of 25 January 1999." in page
    assert "Tides of 1999" in proxied(browser, TIDES)
    assert "One pier" in proxied(browser, "http://harbour.example/find?q=pier")


def test_a_picture_that_is_asked_for_is_one(browser: FlaskClient) -> None:
    assert proxied(browser, LAMP).startswith("image/")
    assert proxied(browser, "http://harbour.example/lost.gif") == "image/gif"


def test_pictures_obey_the_pause_that_the_archive_asks_for_and_are_kept(browser: FlaskClient, archive: Archive) -> None:
    source = re.search(r'<img [^>]*src="http://68k.news([^"]+)"', proxied(browser, HARBOUR))
    assert source
    assert browser.get(source[1]).mimetype == "image/gif"
    lamp = f"/web/19990125085033id_/{LAMP}"
    assert archive.hits(lamp) == 1
    archive.serve("/web/19990701120000id_/http://busy.example/", "slow down", status=429)
    assert "asks this site to wait a little" in proxied(browser, "http://busy.example/", status=502)
    other = f"/web/1999/{HARBOUR}other.gif"
    before = len(archive.requests)
    assert browser.get(other).status_code == 502
    assert browser.get(source[1]).mimetype == "image/gif"
    assert len(archive.requests) == before


def test_a_later_page_is_read_and_leads_on_in_that_time(browser: FlaskClient) -> None:
    page = proxied(browser, "http://late.example/a")
    assert LIGHTHOUSE.title in page
    assert "The nearest copy that the Wayback Machine has is of 1 August 2009." in page
    assert 'href="http://68k.news/a/' not in page.partition("<hr>")[0]


def test_our_own_pages_are_in_that_time_too(browser: FlaskClient) -> None:
    page = proxied(browser, "http://1999.68k.news/", user="ada")
    assert 'name="on" size="10" value="1999"' in page
    assert 'action="http://1999.68k.news/read"' in page
    assert 'value="1999"' in browser.get("/", headers={"Host": "1999.68k.news"}).get_data(as_text=True)
    read = browser.get("/read?url=harbour.example", headers={"Host": "1999.68k.news"}).get_data(as_text=True)
    assert "The harbour of 1999" in read
    assert "today" in browser.get("/").get_data(as_text=True).lower()


def test_nothing_is_posted_to_the_past(browser: FlaskClient, archive: Archive) -> None:
    assert "Nothing can be sent to a page of the past" in proxied(browser, HARBOUR, status=400, method="POST")
    assert archive.requests == []


def test_without_the_archive_a_browser_lives_today(settings: Settings, archive: Archive) -> None:
    today = create_app(replace(settings, WAYBACK_URL=archive.base, PROXY="on", WAYBACK="off")).test_client()
    assert "1999" not in proxied(today, "http://harbour.example/", status=502)


def test_what_is_sealed_stays_so_in_the_past(settings: Settings, archive: Archive) -> None:
    strict = replace(settings, WAYBACK_URL=archive.base, PROXY="on", FETCH_DENY_HOSTS=("harbour.example",))
    assert "Not from here" in proxied(create_app(strict).test_client(), HARBOUR, status=403)
    closed = replace(settings, WAYBACK_URL=archive.base)
    assert "no proxy for browsers" in proxied(create_app(closed).test_client(), HARBOUR, status=403)
    private = replace(settings, WAYBACK_URL=archive.base, PROXY="on", FETCH_ALLOWED_NETWORKS=())
    assert "Not from here" in proxied(create_app(private).test_client(), HARBOUR, status=403)
    assert archive.requests == []
    limited = replace(
        settings, WAYBACK_URL=archive.base, PROXY="on", LIMIT_EXEMPT_NETWORKS=(), LIMIT_READS_PER_MINUTE=1
    )
    few = create_app(limited).test_client()
    statuses = {
        few.open(
            "/x", environ_overrides={"RAW_URI": url}, headers={"Proxy-Authorization": f"Basic {_basic('1999')}"}
        ).status_code
        for url in (HARBOUR, TIDES, "http://late.example/a")
    }
    assert 429 in statuses


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a proxy in 1999, by the real server."""
    port = free_port()
    with Archive() as archive:
        fill(archive)
        settings = {"PROXY": "on", "WAYBACK_URL": archive.base, "WAYBACK_PORTS": f'["{port}=1999"]'}
        with quiet_site(tmp_path_factory.mktemp("year"), workers=1, **settings):
            yield port


def test_a_port_is_a_year(year: int) -> None:
    status, _, body = asked(year, f"GET {HARBOUR} HTTP/1.0\r\n\r\n")
    assert status.split(" ")[1] == "200"
    assert b"The harbour of 1999" in body


@pytest.mark.parametrize(
    "command", [["lynx", "-dump", "-width=78"], ["w3m", "-dump", "-cols", "78"]], ids=lambda command: command[0]
)
def test_a_text_browser_walks_through_1999(year: int, command: list[str]) -> None:
    need(command[0])
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    environment = kept | {"http_proxy": f"http://127.0.0.1:{year}/", "LC_ALL": "C.UTF-8", "TERM": "vt100"}
    for url, words in (
        (HARBOUR, "The harbour of 1999"),
        (TIDES, "Tides of 1999"),
        ("http://68k.news/", "Read any page"),
    ):
        done = subprocess.run([*command, url], env=environment, capture_output=True, check=True, timeout=30)
        assert words in done.stdout.decode("utf-8", "replace")
