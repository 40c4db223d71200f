"""What the client asks, what it follows, and what it says of the answers."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.errors import AddressRefused, OriginFailed, OriginTimeout, OriginUnreachable, ReaderError, TooManyReads
from app.fetch.client import Client
from app.fetch.redirects import JsonBody, Redirected
from app.models import FetchedPage, Kind, NotModified
from tests.origin import Origin, RawHandler, loopback_rules


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


def raw(answer: bytes) -> RawHandler:
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
        Kind.HTML,
        "Windows-1251",
        "story.html",
        '"7"',
        "Tue, 03 Nov 2026 10:00:00 GMT",
        granted=("127.0.0.1",),
    )


def test_only_our_own_headers_are_sent(origin: Origin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    passwords = tmp_path / "netrc"
    passwords.write_text("default login somebody password secret\n")
    passwords.chmod(0o600)
    monkeypatch.setenv("NETRC", str(passwords))
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
    assert Client(loopback_rules()).fetch(url, etag='"7"', last_modified="yesterday") == NotModified(
        granted=("127.0.0.1",)
    )
    assert origin.requests[0].headers["if-none-match"] == '"7"'
    assert origin.requests[0].headers["if-modified-since"] == "yesterday"


def test_304_to_a_question_without_validators_makes_no_sense(origin: Origin) -> None:
    assert (
        failure(origin.serve("/page", status=304), OriginFailed)
        == "127.0.0.1 sent an answer that makes no sense (304)."
    )


def test_without_following_a_redirect_is_raised(origin: Origin) -> None:
    url = origin.redirect("/old", "/new")
    with pytest.raises(Redirected) as caught:
        fetch(url, follow=False)
    assert caught.value.target == origin.url("/new")
    assert origin.hits("/new") == 0


def test_the_cookies_of_a_redirect_are_told_and_can_be_sent_without_following(origin: Origin) -> None:
    url = origin.serve("/old", "", status=303, headers={"Location": "/new", "Set-Cookie": "answer=no; path=/"})
    with pytest.raises(Redirected) as caught:
        fetch(url, form={"all": "no"})
    assert caught.value.cookies == "answer=no"
    fetch(origin.serve("/new", "<p>Here.</p>"), follow=False, cookie=caught.value.cookies)
    assert origin.requests[-1].headers["cookie"] == "answer=no"
    fetch(origin.url("/new"), cookie="answer=no")
    assert "cookie" not in origin.requests[-1].headers


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


def test_where_turns_are_taken_that_counts_for_allowed_networks_too() -> None:
    client = Client(loopback_rules(host_per_second=0.01, takes_turns=True))
    for _ in range(5):
        with pytest.raises(OriginUnreachable):
            client.fetch("http://127.0.0.1:9/")
    with pytest.raises(TooManyReads, match=r"asking 127\.0\.0\.1"):
        client.fetch("http://127.0.0.1:9/")


def test_json_is_posted_as_such_and_shown_nowhere(origin: Origin) -> None:
    body = JsonBody('{"q": ["Wörter"], "api_key": "secret-1"}')
    fetch(origin.serve("/ask", "{}", "application/json"), form=body)
    sent = origin.requests[-1]
    assert (sent.method, sent.headers["content-type"]) == ("POST", "application/json")
    assert sent.body.decode() == body.text
    assert "secret-1" not in repr(body)


def test_a_question_may_have_less_time_than_the_rules_give(origin: Origin) -> None:
    def hang(channel: socket.socket) -> None:
        origin.stopped.wait(10)

    url = origin.serve_raw("/slow", hang)
    with pytest.raises(OriginTimeout):
        fetch(url, seconds=0.2)
