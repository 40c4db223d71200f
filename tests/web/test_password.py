"""A private site: what is answered without its password, and what with it, by each way to ask."""

import base64
import logging
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.render.profiles.profiles import PROFILES
from app.web.app_factory import create_app
from config import Settings
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin
from tests.serving import asked, nginx, quiet_site
from tests.validity import all_sgml_errors, need, stumbling_blocks

PASSWORD = "schlüssel"
TOKEN = base64.b64encode(f"ada:{PASSWORD}".encode()).decode()
OLD_TOKEN = base64.b64encode(f"ada:{PASSWORD}".encode("latin-1")).decode()
RIGHT = {"Authorization": f"Basic {TOKEN}"}
WRONG = {"Authorization": f"Basic {base64.b64encode(b'ada:guess').decode()}"}


@pytest.fixture
def private(settings: Settings) -> FlaskClient:
    return create_app(replace(settings, PASSWORD=PASSWORD, PROXY="on")).test_client()


def proxied(browser: FlaskClient, url: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], str]:
    """Ask as a browser does whose proxy this is; names of headers have underscores here."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = browser.open("/", method=method, headers=named, environ_overrides={"RAW_URI": url})
    return answer.status_code, dict(answer.headers), answer.get_data(as_text=True)


@pytest.mark.parametrize(
    "path",
    """/ /in/world /read?url=http://example.org/ /a/abcdefgh /i/abcdefgh.gif /o/abcdefgh /about /setup /search?q=x /status
    /nothing/here /~macplus/ /~nonsense/ /xx/ /in/healthz /~macplus/in/robots.txt /.proxied /index.php""".split(),
)
def test_nothing_is_answered_without_the_password(private: FlaskClient, path: str) -> None:
    answer = private.get(path)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Basic realm="68k.news"'
    assert answer.headers["Cache-Control"] == "private"
    assert "This site is private; it asks for a password." in answer.get_data(as_text=True)


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "OPTIONS", "DELETE"])
def test_no_other_method_gets_past(private: FlaskClient, method: str) -> None:
    assert private.open("/", method=method).status_code == 401


@pytest.mark.parametrize("path", ["/healthz", "/robots.txt", "/proxy.pac", "/~macplus/healthz"])
def test_machines_that_look_after_the_site_need_none(private: FlaskClient, path: str) -> None:
    assert private.get(path).status_code == 200


def test_the_figures_have_a_guard_of_their_own(settings: Settings) -> None:
    watched = replace(settings, PASSWORD=PASSWORD, METRICS_TOKEN="a-token")
    site = create_app(watched).test_client()
    assert site.get("/metrics").status_code == 403
    assert site.get("/metrics", headers={"Authorization": "Bearer a-token"}).status_code == 200


@pytest.mark.parametrize("token", [TOKEN, OLD_TOKEN])
@pytest.mark.parametrize("header", ["Authorization", "Proxy-Authorization"])
def test_with_the_password_everything_is_as_always(private: FlaskClient, token: str, header: str) -> None:
    for path in ("/", "/about", "/~macplus/setup"):
        assert private.get(path, headers={header: f"Basic {token}"}).status_code == 200
    assert private.get("/nothing/here", headers={header: f"Basic {token}"}).status_code == 404


@pytest.mark.parametrize("path", ["/about", "/~macplus/about", "/setup/card.gif", "/~macplus/setup/card.gif"])
def test_nothing_may_be_kept_by_a_cache_that_others_share(private: FlaskClient, path: str) -> None:
    assert private.get(path, headers=RIGHT).headers["Cache-Control"] == "private"


def test_the_way_out_to_an_original_may_not_be_kept_either(private: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/lighthouse?a=1&b=2", modern_page(LIGHTHOUSE))
    page = private.get(f"/read?url={quote(url, safe='')}", headers=RIGHT).get_data(as_text=True)
    out = page.partition('<a href="/o/')[2].partition('"')[0]
    answer = private.get(f"/o/{out}", headers=RIGHT)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (302, "private")


def test_a_site_without_a_password_asks_for_none(browser: FlaskClient) -> None:
    assert browser.get("/about").status_code == 200
    assert browser.get("/about", headers=WRONG).status_code == 200


def test_a_client_guesses_ten_times_a_minute_and_is_then_told_to_wait(private: FlaskClient) -> None:
    codes = [private.get("/", headers=WRONG).status_code for _ in range(12)]
    assert codes == [401] * 10 + [429] * 2
    refused = private.get("/", headers=RIGHT)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 0
    other = {"REMOTE_ADDR": "203.0.113.9"}
    assert private.get("/", headers=RIGHT, environ_overrides=other).status_code == 200


def test_behind_a_reverse_proxy_each_client_guesses_by_himself(settings: Settings) -> None:
    site = create_app(replace(settings, PASSWORD="x", PROXY_HOPS=1, LIMIT_GUESSES_PER_MINUTE=1)).test_client()
    readers = ("192.0.2.1", "192.0.2.1", "192.0.2.2")
    codes = [site.get("/", headers={**WRONG, "X-Forwarded-For": each}).status_code for each in readers]
    assert codes == [401, 429, 401]


def test_a_browser_whose_proxy_this_is_shows_it_as_such(private: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    for target in (url, "http://68k.news/", "http://68k.news/about"):
        status, headers, page = proxied(private, target)
        assert status == 407
        assert headers["Proxy-Authenticate"] == 'Basic realm="68k.news"'
        assert "WWW-Authenticate" not in headers
        assert "it asks for a password" in page
        # What is for the site that is asked for is no password of ours, and no guess either.
        assert [proxied(private, target, Authorization=f"Basic {TOKEN}")[0] for _ in range(12)] == [407] * 12
    assert origin.requests == []
    status, _, page = proxied(private, url, Proxy_Authorization=f"Basic {TOKEN}", Authorization="Basic c2l0ZTpzaXRl")
    assert status == 200
    assert LIGHTHOUSE.title in page


def test_an_encrypted_connection_is_not_even_refused_without_it(private: FlaskClient) -> None:
    assert proxied(private, "example.org:443", "CONNECT")[0] == 407
    assert proxied(private, "example.org:443", "CONNECT", Proxy_Authorization=f"Basic {TOKEN}")[0] == 405


def test_neither_the_original_nor_the_log_gets_to_see_it(
    private: FlaskClient, origin: Origin, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    private.get(f"/read?url={quote(url, safe='')}", headers=RIGHT)
    private.get("/", headers=WRONG)
    proxied(private, origin.url("/other"), Proxy_Authorization=f"Basic {TOKEN}", Authorization=f"Basic {OLD_TOKEN}")
    assert len(origin.requests) == 2
    for request in origin.requests:
        assert not {"authorization", "proxy-authorization"} & set(request.headers)
    said = caplog.text + repr(private.application.extensions["news68k"].settings)
    assert not [each for each in (PASSWORD, TOKEN, OLD_TOKEN, WRONG["Authorization"]) if each in said]


def test_the_page_that_asks_for_it_is_valid_for_every_profile(private: FlaskClient, tmp_path: Path) -> None:
    pages = {name: private.get(f"/~{name}/in/world") for name in PROFILES}
    assert {page.status_code for page in pages.values()} == {401}
    texts = {name: page.get_data().decode("latin-1") for name, page in pages.items()}
    assert [name for name, text in texts.items() if f'href="/~{name}/' not in text] == []
    assert all_sgml_errors(texts, tmp_path) == ""
    assert [stumbling_blocks(page.get_data()) for page in pages.values()] == [[]] * len(pages)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a gunicorn with a private site."""
    folder = tmp_path_factory.mktemp("store")
    with quiet_site(folder, PASSWORD=PASSWORD, PROXY="on", PROXY_HOPS="1") as number:
        yield number


@pytest.fixture(scope="module")
def front(served: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx in front of it."""
    with nginx(served, tmp_path_factory.mktemp("nginx")) as number:
        yield number


@pytest.mark.parametrize("by", ["served", "front"])
def test_it_works_over_the_wire(request: pytest.FixtureRequest, place: Origin, by: str) -> None:
    port = request.getfixturevalue(by)
    first = asked(port, "GET /about HTTP/1.0\r\n\r\n")
    assert first[0].split(" ")[1] == "401"
    assert first[1]["www-authenticate"] == 'Basic realm="68k.news"'
    assert asked(port, f"GET /about HTTP/1.0\r\nAuthorization: Basic {OLD_TOKEN}\r\n\r\n")[0].split(" ")[1] == "200"
    line = f"GET {place.url('/lighthouse')} HTTP/1.0\r\nHost: 127.0.0.1:{place.port}\r\n"
    refused = asked(port, f"{line}\r\n")
    assert refused[0].split(" ")[1] == "407"
    assert refused[1]["proxy-authenticate"] == 'Basic realm="68k.news"'
    answer = asked(port, f"{line}Proxy-Authorization: Basic {TOKEN}\r\n\r\n")
    assert answer[0].split(" ")[1] == "200"
    assert LIGHTHOUSE.title.encode() in answer[2]
    assert asked(port, "GET /healthz HTTP/1.0\r\n\r\n")[2] == b"ok"


def test_lynx_gets_in_as_a_reader_of_pages_and_as_one_whose_proxy_this_is(
    served: int, place: Origin, tmp_path: Path
) -> None:
    need("lynx")

    def dumped(*arguments: str, **environment: str) -> str:
        command = ["lynx", "-nomore", "-dump", *arguments]
        home = {"HOME": str(tmp_path), "PATH": os.environ["PATH"]}
        return subprocess.run(command, capture_output=True, check=False, text=True, env=home | environment).stdout

    about = f"http://127.0.0.1:{served}/about"
    assert "About 68k.news" in dumped(f"-auth=ada:{PASSWORD}", about)
    assert "About 68k.news" not in dumped(about)
    proxy = {"http_proxy": f"http://127.0.0.1:{served}/"}
    assert LIGHTHOUSE.title in dumped(f"-pauth=ada:{PASSWORD}", place.url("/lighthouse"), **proxy)
    assert LIGHTHOUSE.title not in dumped(place.url("/lighthouse"), **proxy)
