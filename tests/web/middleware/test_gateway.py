"""What browsers of before there were proxies ask of a gateway."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pytest
from flask.testing import FlaskClient

from app.web.middleware.forward_proxy import PLACE, PROXIED, SITE, ForwardProxy
from app.web.middleware.gateway import Gateway
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.origin import Origin

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def seen(raw: str, **more: str) -> "WSGIEnvironment":
    """Return the request that the application behind sees, at a site that is no proxy."""
    found: WSGIEnvironment = {}

    def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        found.update(environ)
        return []

    front = Gateway(ForwardProxy(application, "news.test", False, False, {}))
    usual = {"REQUEST_METHOD": "GET", "PATH_INFO": raw.partition("?")[0], "QUERY_STRING": "", "RAW_URI": raw}
    front({**usual, **more}, lambda *arguments: lambda data: None)
    return found


def test_another_site_is_asked_for_as_of_a_proxy() -> None:
    found = seen("/http://example.org/a%20b?c=d")
    assert (found["PATH_INFO"], found[PROXIED]) == (PLACE, "http://example.org/a%20b?c=d")
    assert found[SITE] == "http://news.test"


@pytest.mark.parametrize(
    ("raw", "path", "query"),
    [
        ("/http://news.test", "/", ""),
        ("/http://news.test/~linemode/in/", "/~linemode/in/", ""),
        ("/HTTP://news.test:80/search?caf%E9", "/search", "caf%E9"),
        ("/http://news.test/caf%E9", "/caf\xe9", ""),
    ],
)
def test_our_own_pages_stand_under_our_own_name(raw: str, path: str, query: str) -> None:
    found = seen(raw)
    assert (found["PATH_INFO"], found["QUERY_STRING"], found[SITE]) == (path, query, "http://news.test")


@pytest.mark.parametrize("raw", ["/in/", "/https://example.org/", "http://example.org/", ""])
def test_what_is_not_asked_of_a_gateway_is_left_alone(raw: str) -> None:
    assert seen(raw)["RAW_URI"] == raw


def test_who_sends_a_host_has_typed_the_address() -> None:
    found = seen("/http://example.org/", HTTP_HOST="news.test")
    assert PROXIED not in found


def page(browser: FlaskClient, path: str, **headers: str) -> str:
    answer = browser.get(path, headers=headers, environ_overrides={"RAW_URI": path})
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_through_a_gateway_links_are_absolute_and_without_it_they_are_ours(
    browser: FlaskClient, origin: Origin
) -> None:
    url = origin.serve("/lighthouse", modern_page(LIGHTHOUSE))
    gated = browser.get(f"/{url}", environ_overrides={"RAW_URI": f"/{url}", "HTTP_HOST": ""}).get_data(as_text=True)
    assert LIGHTHOUSE.title in gated
    assert '<a href="http://cliffs.example.org/rates">seventy winters</a>' in gated
    assert 'href="/' not in gated
    typed = page(browser, f"/~macplus/{url}")
    assert LIGHTHOUSE.title in typed
    assert 'href="/~macplus/a/' in typed
    assert 'href="http://cliffs' not in typed


def test_a_query_belongs_to_the_address_that_was_typed(browser: FlaskClient, origin: Origin) -> None:
    url = origin.serve("/story?id=1&part=2", modern_page(LIGHTHOUSE))
    assert LIGHTHOUSE.title in page(browser, f"/in/{url}")
