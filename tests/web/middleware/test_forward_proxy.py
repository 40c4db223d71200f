"""Which requests are for other sites."""

import socket
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pytest

from app.web.middleware.forward_proxy import PLACE, PROXIED, SITE, ForwardProxy
from app.web.middleware.moment_asked import WHEN

PORTS = {8099: "1999"}

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


def seen(
    raw: str = "/x", is_proxy: bool = True, has_front: bool = False, channel: object = None, **more: str
) -> dict[str, Any]:
    """Return the request that the application behind sees."""
    found: dict[str, Any] = {}

    def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        found.update(environ)
        return []

    usual: dict[str, Any] = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/x",
        "QUERY_STRING": "a=b",
        "RAW_URI": raw,
        "gunicorn.socket": channel,
    }
    proxy = ForwardProxy(application, "news.test", is_proxy, has_front, PORTS)
    proxy({**usual, **more}, lambda *arguments: lambda data: None)
    return found


def marks(request: dict[str, Any]) -> tuple[str, str, str]:
    return request["PATH_INFO"], request.get(PROXIED, ""), request.get(SITE, "")


@pytest.mark.parametrize("address", ["http://example.org/x?a=b", "HTTPS://example.org/x", "gopher://a.example/1"])
def test_an_absolute_address_is_one_for_the_proxy(address: str) -> None:
    for is_proxy in (True, False):
        request = seen(address, is_proxy=is_proxy)
        assert marks(request) == (PLACE, address, "http://news.test")
        assert request["QUERY_STRING"] == ""


@pytest.mark.parametrize("address", ["/x", "/http://example.org/", "/read?url=http://example.org/", ""])
def test_a_path_is_one_of_ours(address: str) -> None:
    assert marks(seen(address)) == ("/x", "", "")


@pytest.mark.parametrize(
    "address", ["http://news.test/x", "HTTP://News.Test:80/x", "http://a@news.test", "http://news.test?a"]
)
def test_our_own_name_is_ours_and_needs_absolute_links_where_this_is_a_proxy(address: str) -> None:
    assert marks(seen(address)) == ("/x", "", "http://news.test")
    assert marks(seen(address, is_proxy=False)) == ("/x", "", "")


def test_the_address_at_which_a_request_arrived_is_ours_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as channel:
        port = channel.getsockname()[1]
        for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
            assert marks(seen(f"http://{host}/x", channel=channel)) == ("/x", "", "")
        for host in ("127.0.0.1", f"127.0.0.1:{port + 1}", f"127.0.0.2:{port}"):
            assert seen(f"http://{host}/x", channel=channel)["PATH_INFO"] == PLACE


def test_a_server_in_front_is_believed_only_where_there_is_one() -> None:
    address = "http://example.org/caf\xe9?q=\xff"
    assert seen(HTTP_X_ABSOLUTE_URI=address)["PATH_INFO"] == "/x"
    assert seen(HTTP_X_ABSOLUTE_URI=address, has_front=True)[PROXIED] == "http://example.org/caf%E9?q=%FF"
    assert seen(HTTP_X_ABSOLUTE_URI="", has_front=True)["PATH_INFO"] == "/x"


def test_connect_is_for_the_proxy() -> None:
    assert marks(seen("example.org:443", REQUEST_METHOD="CONNECT", PATH_INFO="443"))[:2] == (PLACE, "example.org:443")


def test_a_year_before_our_name_is_ours_in_that_year() -> None:
    for host in ("1999.news.test", "1999-04.NEWS.test:80"):
        request = seen(f"http://{host}/x")
        assert request[WHEN] in {"1999", "199904"}
        assert marks(request) == ("/x", "", f"http://{host.lower().removesuffix(':80')}")
    other = seen("http://1999.example.org/x")
    assert other["PATH_INFO"] == PLACE
    assert WHEN not in other
    assert seen("/x", HTTP_HOST="1999.news.test:8080")[WHEN] == "1999"
    assert seen("/x", HTTP_HOST="1999.68k.news")[WHEN] == "1999"


def test_a_proxied_request_is_in_a_year_by_its_port() -> None:
    class Channel:
        def getsockname(self) -> tuple[str, int]:
            return "127.0.0.1", 8099

    request = seen("http://example.org/x", channel=Channel())
    assert (request[WHEN], request["PATH_INFO"]) == ("1999", PLACE)
