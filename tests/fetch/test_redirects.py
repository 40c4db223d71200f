"""One fetch: the redirects that are followed, and the cookies that live no longer than it."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import ip_network
from typing import Any

import pytest

from app.errors import (
    AddressRefused,
    NoAnswer,
    OriginBusy,
    OriginError,
    OriginFailed,
    OriginMissing,
    OriginRefused,
    OriginUnreachable,
    OriginUntrusted,
    TooManyRedirects,
)
from app.fetch.client import Client
from tests.fetch.test_client import failure, fetch, raw
from tests.fetch.test_connect import closed_port
from tests.fetch.test_deadline import CERTIFICATE, server_context
from tests.origin import Origin, loopback_rules


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


def test_the_date_of_one_page_is_not_sent_for_another(origin: Origin) -> None:
    origin.serve("/new", "<p>New</p>")
    fetch(origin.redirect("/old", "/new"), etag='"7"', last_modified="yesterday")
    assert "if-modified-since" not in origin.requests[1].headers
    assert origin.requests[1].headers["if-none-match"] == '"7"'


@pytest.mark.parametrize("status", [300, 301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_counts(origin: Origin, status: int) -> None:
    origin.serve("/b/new", "<p>New</p>")
    page = fetch(origin.redirect("/old", "/a/../b/new#part", status))
    assert (page.url, page.body) == (origin.url("/b/new"), b"<p>New</p>")


def test_a_location_in_raw_utf_8_is_understood(origin: Origin) -> None:
    origin.serve("/caf%C3%A9", "<p>Coffee</p>")
    origin.serve("/old", status=302, headers={"Location": "/café".encode().decode("latin-1")})
    assert fetch(origin.url("/old")).body == b"<p>Coffee</p>"


def test_a_location_in_raw_bytes_of_another_set_is_asked_for_as_it_came(origin: Origin) -> None:
    origin.serve("/caf%E9", "<p>Coffee</p>")
    origin.serve("/old", status=302, headers={"Location": "/caf\xe9"})
    assert fetch(origin.url("/old")).body == b"<p>Coffee</p>"


def test_several_choices_without_an_address_are_a_page(origin: Origin) -> None:
    origin.serve("/story", '<a href="/story.en">English</a>', status=300)
    assert b"English" in fetch(origin.url("/story")).body


def test_the_body_of_a_redirect_is_not_waited_for(origin: Origin) -> None:
    origin.serve("/new", "<p>New</p>")
    closed = threading.Event()

    def endless(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 302 Go\r\nLocation: /new\r\nContent-Length: 9000000000\r\n\r\n<p>Elsewhere")
        connection.settimeout(30)
        with suppress(ConnectionError):
            connection.recv(1)  # the client goes away, without the rest
        closed.set()

    assert fetch(origin.serve_raw("/old", endless)).body == b"<p>New</p>"
    assert closed.wait(30)


def test_a_redirect_without_an_address_makes_no_sense(origin: Origin) -> None:
    assert "makes no sense (302)" in failure(origin.serve("/old", status=302), OriginFailed)


def test_the_most_redirects_are_followed_and_one_more_is_not(origin: Origin) -> None:
    for number in range(6):
        origin.redirect(f"/{number}", f"/{number + 1}")
    origin.serve("/6", "<p>The end</p>")
    assert fetch(origin.url("/1")).body == b"<p>The end</p>"
    sentence = failure(origin.url("/0"), TooManyRedirects)
    assert sentence == "127.0.0.1 sends us from one address to the next, without an end."
    assert origin.hits("/6") == 1


def test_a_redirect_to_itself_ends(origin: Origin) -> None:
    failure(origin.redirect("/loop", "/loop"), TooManyRedirects)
    assert origin.hits("/loop") == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)", "http://[::1/"])
def test_a_redirect_to_what_is_no_web_address_is_refused(origin: Origin, target: str) -> None:
    sentence = failure(origin.redirect("/old", target), AddressRefused)
    assert sentence == "127.0.0.1 sends us on to an address where this reader does not go."


@pytest.mark.parametrize(
    "target", ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "//192.168.1.1"]
)
def test_a_redirect_to_a_private_network_is_refused(origin: Origin, target: str) -> None:
    assert "and this reader does not go there." in failure(origin.redirect("/old", target), AddressRefused)


def test_a_redirect_to_a_port_that_is_not_of_the_web_is_refused(origin: Origin) -> None:
    sentence = failure(origin.redirect("/old", "http://1.1.1.1:25/"), AddressRefused)
    assert sentence == "Port 25 of 1.1.1.1 is not one of the web, and this reader does not go there."


def test_a_cookie_wall_is_passed_and_the_cookie_forgotten(origin: Origin) -> None:
    def wall(connection: Any) -> None:
        if origin.requests[-1].headers.get("cookie") == "seen=yes":
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nWords")
        else:
            connection.sendall(
                b"HTTP/1.1 302 Go\r\nSet-Cookie: seen=yes; Path=/\r\nLocation: /wall\r\nContent-Length: 0\r\n\r\n"
            )

    client = Client(loopback_rules())
    for _ in range(2):
        page = client.fetch(origin.serve_raw("/wall", wall))
        assert page.body == b"Words"
    assert ["cookie" in request.headers for request in origin.requests] == [False, True, False, True]


def test_a_cookie_does_not_go_to_another_host(origin: Origin) -> None:
    with Origin("127.0.0.2") as other:
        other.serve("/page", "<p>Words</p>")
        origin.serve("/old", status=302, headers={"Set-Cookie": "a=b", "Location": other.url("/page")})
        fetch(origin.url("/old"))
        assert "cookie" not in other.requests[0].headers


def test_cookies_without_measure_are_not_sent_back(origin: Origin) -> None:
    cookies = b"".join(b"Set-Cookie: c%d=%s\r\n" % (number, b"x" * 4000) for number in range(40))
    origin.serve_raw("/old", raw(b"HTTP/1.1 302 Go\r\n" + cookies + b"Location: /new\r\nContent-Length: 0\r\n\r\n"))
    origin.serve("/new", "<p>Words</p>")
    fetch(origin.url("/old"))
    assert "cookie" not in origin.requests[1].headers


def test_a_cookie_that_no_browser_would_take_is_dropped(origin: Origin) -> None:
    cookies = b"Set-Cookie: large=" + b"x" * 5000 + b"\r\nSet-Cookie: small=yes\r\n"
    origin.serve_raw("/old", raw(b"HTTP/1.1 302 Go\r\n" + cookies + b"Location: /new\r\nContent-Length: 0\r\n\r\n"))
    origin.serve("/new", "<p>Words</p>")
    fetch(origin.url("/old"))
    assert origin.requests[1].headers["cookie"] == "small=yes"


def test_a_page_that_sends_us_on_counts_as_a_redirect(origin: Origin) -> None:
    origin.serve("/new", "<p>New</p>", headers={"ETag": '"7"'})
    page = fetch(origin.serve("/old", '<html><head><meta http-equiv="refresh" content="0;url=/new"></head></html>'))
    assert (page.url, page.etag) == (origin.url("/new"), "")
    for number in range(7):
        origin.serve(f"/{number}", f"<meta http-equiv=refresh content='0;url=/{number + 1}'>")
    failure(origin.url("/0"), TooManyRedirects)


def test_a_header_and_a_script_that_send_us_on_count_as_redirects(origin: Origin) -> None:
    origin.serve("/new", "<p>New</p>")
    origin.serve("/script", "<html><script>location.replace('/new')</script></html>")
    page = fetch(origin.serve("/header", "<p>Old</p>", headers={"Refresh": "0; url=/script"}))
    assert (page.url, page.body) == (origin.url("/new"), b"<p>New</p>")


@pytest.mark.parametrize(
    "page",
    [
        '<meta http-equiv="refresh" content="0; url=/wall">One moment',
        '<meta http-equiv="refresh" content="1">One moment',
        "<html><script>location.replace('/wall')</script></html>",
    ],
)
def test_a_page_that_only_wants_its_cookie_back_is_asked_once_more(origin: Origin, page: str) -> None:
    def wall(connection: Any) -> None:
        is_known = origin.requests[-1].headers.get("cookie") == "seen=yes"
        body = "Words" if is_known else page
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: 1\r\nSet-Cookie: seen=yes; Path=/\r\n\r\n"
            + body.encode()
        )

    found = fetch(origin.serve_raw("/wall", wall))
    assert (found.body, found.etag, len(origin.requests)) == (b"Words", "", 2)


def test_a_header_that_only_wants_a_cookie_back_is_heeded_like_the_element(origin: Origin) -> None:
    def wall(connection: Any) -> None:
        is_known = origin.requests[-1].headers.get("cookie") == "seen=yes"
        more = b"\r\nWords" if is_known else b"Refresh: 0; url=/wall\r\nSet-Cookie: seen=yes; Path=/\r\n\r\nOne moment"
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + more)

    assert fetch(origin.serve_raw("/wall", wall)).body == b"Words"
    page = fetch(origin.serve("/score", "<p>Score</p>", headers={"Refresh": "5"}))
    assert (page.body, origin.hits("/score")) == (b"<p>Score</p>", 1)


@pytest.mark.parametrize("cookies", [b"", b"Set-Cookie: count=%d; Path=/\r\n"])
def test_a_page_that_always_loads_itself_anew_is_the_page(origin: Origin, cookies: bytes) -> None:
    def live(connection: Any) -> None:
        sent = cookies % len(origin.requests) if cookies else b""
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
            + sent
            + b"\r\n<meta http-equiv=refresh content=5><p>Score</p>"
        )

    assert b"Score" in fetch(origin.serve_raw("/live", live)).body
    assert len(origin.requests) == (2 if cookies else 1)


def test_two_pages_that_send_us_to_one_another_do_not_keep_us_busy(origin: Origin) -> None:
    origin.serve("/b", '<meta http-equiv="refresh" content="1;url=/a"><p>Second</p>')
    page = fetch(origin.serve("/a", '<meta http-equiv="refresh" content="1;url=/b"><p>First</p>'))
    assert (page.url, origin.hits("/a")) == (origin.url("/b"), 1)


def test_a_server_that_says_nothing_is_asked_once_more(origin: Origin) -> None:
    words = iter((b"", b"HTTP/1.0 200 OK\r\n\r\n<p>Words</p>"))
    assert fetch(origin.serve_raw("/page", lambda connection: connection.sendall(next(words)))).body == b"<p>Words</p>"


def test_a_server_that_says_nothing_twice_has_failed(origin: Origin) -> None:
    url = origin.serve_raw("/page", lambda _: None)
    assert failure(url, NoAnswer) == "127.0.0.1 broke off in the middle of its answer."
    assert origin.hits("/page") == 2


def test_a_server_that_says_nothing_to_a_form_is_not_sent_it_again(origin: Origin) -> None:
    url = origin.serve_raw("/form", lambda _: None)
    with pytest.raises(NoAnswer):
        Client(loopback_rules()).fetch(url, form={"q": "ferry"})
    assert origin.hits("/form") == 1


def test_a_server_that_breaks_off_is_not_asked_again(origin: Origin) -> None:
    url = origin.serve_raw("/page", lambda connection: connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Length: 9\r\n"))
    failure(url, OriginFailed)
    assert origin.hits("/page") == 1


def test_https_is_tried_where_nobody_answers_at_the_port_of_http() -> None:
    with Origin(context=server_context()) as secure:
        secure.serve("/page", "<p>Words</p>")
        ports = {80: closed_port(), 443: secure.port}
        client = Client(
            loopback_rules(),
            resolve=lambda host, port: [("127.0.0.1", ports[port])],
            context=ssl.create_default_context(cafile=str(CERTIFICATE)),
        )
        page = client.fetch("http://secure.example/page")
        assert page.url == "https://secure.example/page"
        assert secure.requests[0].headers["host"] == "secure.example"


def test_http_is_tried_where_nobody_answers_at_the_port_of_https(origin: Origin) -> None:
    origin.serve("/page", "<p>Words</p>")
    ports = {80: origin.port, 443: closed_port()}
    client = Client(loopback_rules(), resolve=lambda host, port: [("127.0.0.1", ports[port])])
    page = client.fetch("https://old.example/page")
    assert page.url == "http://old.example/page"


def test_http_is_not_followed_back_to_where_nobody_answers(origin: Origin) -> None:
    origin.redirect("/page", "https://old.example/page", 301)
    ports = {80: origin.port, 443: closed_port()}
    client = Client(loopback_rules(), resolve=lambda host, port: [("127.0.0.1", ports[port])])
    with pytest.raises(OriginUnreachable, match=r"^old\.example cannot be reached; nobody answers there\.$"):
        client.fetch("https://old.example/page")
    assert origin.hits("/page") == 1


def test_http_is_not_tried_where_a_certificate_proves_nothing(origin: Origin) -> None:
    with Origin(context=server_context()) as secure:
        ports = {80: origin.port, 443: secure.port}
        client = Client(loopback_rules(), resolve=lambda host, port: [("127.0.0.1", ports[port])])
        with pytest.raises(OriginUntrusted):
            client.fetch("https://secure.example/page")
    assert origin.requests == []


def test_where_https_does_not_answer_either_the_first_failure_counts() -> None:
    closed = closed_port()
    client = Client(loopback_rules(), resolve=lambda host, port: [("127.0.0.1", closed)])
    with pytest.raises(OriginUnreachable, match=r"^example\.org cannot be reached; nobody answers there\.$"):
        client.fetch("http://example.org/")


def test_what_one_site_is_sent_goes_to_no_other(origin: Origin) -> None:
    def cookies(url: str) -> dict[str, str]:
        return {"Cookie": "seen=1", "User-Agent": "Other"} if f":{origin.port}/" in url else {}

    with Origin() as other:
        other.serve("/there", "<p>There</p>")
        client = Client(loopback_rules(), site_headers=cookies)
        client.fetch(origin.redirect("/here", other.url("/there")))
        assert origin.requests[0].headers["cookie"] == "seen=1"
        assert origin.requests[0].headers["user-agent"] == "Other"
        assert "cookie" not in other.requests[0].headers
        assert other.requests[0].headers["user-agent"] == loopback_rules().user_agent


def test_what_a_site_is_sent_keeps_the_cookies_that_it_sets(origin: Origin) -> None:
    origin.serve("/new", "<p>New</p>")
    origin.serve("/old", status=302, headers={"Location": "/new", "Set-Cookie": "own=2"})
    Client(loopback_rules(), site_headers=lambda url: {"Cookie": "seen=1"}).fetch(origin.url("/old"))
    assert [request.headers["cookie"] for request in origin.requests] == ["seen=1", "seen=1; own=2"]


def test_an_answer_names_every_address_on_its_way_that_only_the_operator_opened(origin: Origin) -> None:
    with Origin("127.0.0.2") as other:
        other.serve("/page", "<p>Words</p>")
        other.serve("/gone", status=404)
        assert fetch(origin.redirect("/old", other.url("/page"))).granted == ("127.0.0.1", "127.0.0.2")
        with pytest.raises(OriginMissing) as caught:
            fetch(origin.redirect("/older", other.url("/gone")))
        assert caught.value.granted == ("127.0.0.1", "127.0.0.2")


@pytest.mark.parametrize(
    ("networks", "granted", "is_permitted"),
    [
        (("127.0.0.0/8",), ("127.0.0.1", "127.0.0.2"), True),
        (("127.0.0.1/32",), ("127.0.0.1", "127.0.0.2"), False),
        ((), ("127.0.0.1",), False),
        ((), (), True),
        (("fd00::/8",), ("fd00::1",), True),
        (("127.0.0.0/8",), ("::ffff:127.0.0.1",), True),
    ],
)
def test_what_was_granted_is_permitted_while_each_address_is_in_an_allowed_network(
    networks: tuple[str, ...], granted: tuple[str, ...], is_permitted: bool
) -> None:
    client = Client(loopback_rules(allowed_networks=tuple(map(ip_network, networks))))
    assert client.permits(granted) == is_permitted


def refuses_strangers(origin: Origin, path: str) -> str:
    """Let the origin refuse whoever comes from no page of its own; return the address of `path`."""

    def guard(connection: Any) -> None:
        is_own = origin.requests[-1].headers.get("referer") == origin.url("/")
        head = b"HTTP/1.0 200 OK\r\nContent-Type: image/gif\r\n\r\nGIF89a" if is_own else b"HTTP/1.0 403 No\r\n\r\n"
        connection.sendall(head)

    return origin.serve_raw(path, guard)


def test_a_picture_that_is_refused_is_asked_for_as_by_a_page_of_its_site(origin: Origin) -> None:
    assert fetch(refuses_strangers(origin, "/views/quay.GIF")).body == b"GIF89a"
    assert ["referer" in request.headers for request in origin.requests] == [False, True]


def test_a_page_that_is_refused_is_not_asked_for_again(origin: Origin) -> None:
    failure(refuses_strangers(origin, "/views"), OriginRefused)
    assert origin.hits("/views") == 1


@pytest.mark.parametrize(("status", "kind"), [(429, OriginBusy), (404, OriginMissing)])
def test_a_picture_that_is_not_to_be_had_is_not_asked_for_again(
    origin: Origin, status: int, kind: type[OriginError]
) -> None:
    failure(origin.serve("/quay.jpg", status=status), kind)
    assert origin.hits("/quay.jpg") == 1
