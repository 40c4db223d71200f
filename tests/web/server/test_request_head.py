"""Heads of requests that no parser of today takes, and what becomes of them."""

import pytest

from app.web.server.request_head import plain_head, simple_target


@pytest.mark.parametrize(
    ("sent", "made"),
    [
        (b"GET /caf\xe9 HTTP/1.0\r\n\r\n", b"GET /caf%E9 HTTP/1.0\r\n\r\n"),
        (
            b"GET http://a.test/caf\xc3\xa9?q=\xfc HTTP/1.0\r\n\r\n",
            b"GET http://a.test/caf%C3%A9?q=%FC HTTP/1.0\r\n\r\n",
        ),
        (b"GET /read?url=a b c HTTP/1.0\r\n\r\n", b"GET /read?url=a%20b%20c HTTP/1.0\r\n\r\n"),
        (b"GET http://a.test/  HTTP/1.0\r\n\r\n", b"GET http://a.test/ HTTP/1.0\r\n\r\n"),
        (b"POST /\xe9 HTTP/1.1\r\nA: \xe9\r\n\r\n\xe9 \xe9", b"POST /%E9 HTTP/1.1\r\nA: \xe9\r\n\r\n\xe9 \xe9"),
    ],
)
def test_letters_and_blanks_of_a_target_become_percent_codes_and_nothing_else_does(sent: bytes, made: bytes) -> None:
    assert plain_head(sent) == made


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /caf%E9?q=a+b HTTP/1.0\r\nA: b c\r\n\r\n",
        b"GET /a\x00b HTTP/1.0\r\n\r\n",
        b"GET /a\tb HTTP/1.0\r\n\r\n",
        b"GET/ HTTP/1.0\r\n\r\n",
        b"POST /caf\xe9\r\n",
        b"POST / HTTP/1.0\r\nA: b\r\n\r\na\nb\n\n c",
        b"GET / HTTP/1.0\r\nA: \xe9 HTTP/1.0\r\n\r\n",
        b"",
    ],
)
def test_every_other_request_stays_as_it_is(sent: bytes) -> None:
    assert plain_head(sent) == sent


@pytest.mark.parametrize(
    ("sent", "made"),
    [
        (b"GET / HTTP/1.0\nA: b\n\n", b"GET / HTTP/1.0\r\nA: b\r\n\r\n"),
        (b"GET / HTTP/1.0\nA: b\r\n\nc\nd", b"GET / HTTP/1.0\r\nA: b\r\n\r\nc\nd"),
        (b"get / http/1.0\n\n", b"GET / HTTP/1.0\r\n\r\n"),
        (b"GET\t/a\t HTTP/1.0 \r\n\r\n", b"GET /a HTTP/1.0\r\n\r\n"),
        (b"GET / HTTP/1.0\nA: b,\n\t c\n\n", b"GET / HTTP/1.0\r\nA: b,\r\n\t c\r\n\r\n"),
    ],
)
def test_lines_end_as_they_should_and_words_of_the_first_are_parted_by_one_blank(sent: bytes, made: bytes) -> None:
    assert plain_head(sent) == made


@pytest.mark.parametrize(
    ("sent", "target"),
    [
        (b"GET /\r\n", b"/"),
        (b"GET /in/\n", b"/in/"),
        (b"get  /caf\xe9 au lait \r\n\r\n", b"/caf%E9%20au%20lait"),
        (b"GET http://a.test/b\r\n", b"http://a.test/b"),
        (b"GET /http/1.0\r\n", b"/http/1.0"),
    ],
)
def test_a_line_without_a_version_becomes_a_request_of_one_with(sent: bytes, target: bytes) -> None:
    assert simple_target(sent)
    assert plain_head(sent) == b"GET %b HTTP/1.0\r\n\r\n" % target


@pytest.mark.parametrize(
    "sent", [b"GET / HTTP/1.0\r\n\r\n", b"get / http/1.1 \n\n", b"HEAD /\r\n", b"GET /", b"GET \r\n"]
)
def test_what_has_a_version_or_is_no_such_line_is_of_no_older_kind(sent: bytes) -> None:
    assert not simple_target(sent)
