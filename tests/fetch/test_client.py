"""What the client asks, what it follows, and what it says of the answers."""

from collections.abc import Iterator
from typing import Any

import pytest

from app.errors import (
    AddressRefused,
    OriginFailed,
    ReaderError,
    TooManyReads,
    TooManyRedirects,
)
from app.fetch.client import Client
from app.fetch.journey import SentOn
from app.models import FetchedPage, NotModified
from tests.origin import Origin, loopback_rules


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


def fetch(url: str, **options: Any) -> FetchedPage:
    page = Client(loopback_rules()).fetch(url, **options)
    assert isinstance(page, FetchedPage)
    return page


def failure(url: str, kind: type[ReaderError], **changes: Any) -> str:
    with pytest.raises(kind) as caught:
        Client(loopback_rules(**changes)).fetch(url)
    assert type(caught.value) is kind
    return caught.value.sentence


def raw(answer: bytes) -> Any:
    return lambda connection: connection.sendall(answer)


def test_a_page_comes_with_its_type_its_charset_and_its_validators(origin: Origin) -> None:
    headers = {
        "Content-Type": 'Text/HTML; Charset="Windows-1251"',
        "ETag": '"7"',
        "Last-Modified": "Tue, 03 Nov 2026 10:00:00 GMT",
    }
    url = origin.serve("/story.html", b"<p>\xcf\xf0\xe8\xe2\xe5\xf2</p>", headers=headers)
    assert fetch(url) == FetchedPage(
        url,
        "text/html",
        b"<p>\xcf\xf0\xe8\xe2\xe5\xf2</p>",
        "Windows-1251",
        "story.html",
        '"7"',
        "Tue, 03 Nov 2026 10:00:00 GMT",
    )


def test_only_our_own_headers_are_sent(origin: Origin, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    fetch(origin.serve("/page", "<p>Words</p>"), accept="image/*")
    assert origin.requests[0].headers == {
        "host": f"127.0.0.1:{origin.port}",
        "user-agent": "Mozilla/5.0 (compatible; a test)",
        "accept": "image/*",
        "accept-encoding": "gzip, deflate",
        "accept-language": "*",
        "via": "1.1 68k.test",
        "connection": "close",
    }


def test_no_password_is_taken_from_the_netrc(origin: Origin, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    fetch(origin.serve("/page", "<p>Words</p>"))
    assert "authorization" not in origin.requests[0].headers


def test_a_path_arrives_as_it_was_written(origin: Origin) -> None:
    target = "//two//slashes/%E2%82%AC;v=1/~a?q=%20a&b%5B%5D=c%7Cd%7C&e=%2F"
    fetch(origin.serve(target, "<p>Words</p>"))
    assert origin.requests[0].target == target


def test_validators_are_sent_and_304_says_not_modified(origin: Origin) -> None:
    url = origin.serve("/page", status=304)
    assert Client(loopback_rules()).fetch(url, etag='"7"', last_modified="yesterday") == NotModified()
    assert origin.requests[0].headers["if-none-match"] == '"7"'
    assert origin.requests[0].headers["if-modified-since"] == "yesterday"


def test_304_to_a_question_without_validators_makes_no_sense(origin: Origin) -> None:
    assert (
        failure(origin.serve("/page", status=304), OriginFailed)
        == "127.0.0.1 sent an answer that makes no sense (304)."
    )


def test_the_date_of_one_page_is_not_sent_for_another(origin: Origin) -> None:
    origin.serve("/new", "<p>New</p>")
    fetch(origin.redirect("/old", "/new"), etag='"7"', last_modified="yesterday")
    assert "if-modified-since" not in origin.requests[1].headers
    assert origin.requests[1].headers["if-none-match"] == '"7"'


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_the_last_address_counts(origin: Origin, status: int) -> None:
    origin.serve("/b/new", "<p>New</p>")
    page = fetch(origin.redirect("/old", "/a/../b/new#part", status))
    assert (page.url, page.body) == (origin.url("/b/new"), b"<p>New</p>")


def test_a_location_in_raw_utf_8_is_understood(origin: Origin) -> None:
    origin.serve("/caf%C3%A9", "<p>Coffee</p>")
    origin.serve("/old", status=302, headers={"Location": "/café".encode().decode("latin-1")})
    assert fetch(origin.url("/old")).body == b"<p>Coffee</p>"


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
        assert isinstance(page, FetchedPage)
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


def test_without_following_a_redirect_is_raised(origin: Origin) -> None:
    url = origin.redirect("/old", "/new")
    with pytest.raises(SentOn) as caught:
        fetch(url, follow=False)
    assert caught.value.target == origin.url("/new")
    assert origin.hits("/new") == 0


def test_two_pages_that_send_us_to_one_another_do_not_keep_us_busy(origin: Origin) -> None:
    origin.serve("/b", '<meta http-equiv="refresh" content="1;url=/a"><p>Second</p>')
    page = fetch(origin.serve("/a", '<meta http-equiv="refresh" content="1;url=/b"><p>First</p>'))
    assert (page.url, origin.hits("/a")) == (origin.url("/b"), 1)


def test_too_many_fetches_from_one_public_host_are_refused_before_they_begin() -> None:
    dead_end = Client(loopback_rules(host_per_second=0.01), resolve=lambda host, port: [("10.0.0.1", port)])
    for _ in range(5):
        with pytest.raises(AddressRefused):
            dead_end.fetch("http://www.example.org/")
    with pytest.raises(TooManyReads, match=r"asking example\.org"):
        dead_end.fetch("http://www.example.org/")


def test_a_host_that_the_operator_allowed_may_be_asked_at_will(origin: Origin) -> None:
    client = Client(loopback_rules(host_per_second=0.01))
    for _ in range(8):
        client.fetch(origin.serve("/page", "<p>Words</p>"))
        client.fetch(origin.url("/page", "localhost"))
    assert origin.hits("/page") == 16
