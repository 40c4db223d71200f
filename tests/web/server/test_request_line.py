"""Request lines that no parser of today takes, and what becomes of them."""

import pytest

from app.web.server.request_line import plain_line


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
        (b"\r\nGET /\xe9 HTTP/1.0\r\n\r\n", b"\r\nGET /%E9 HTTP/1.0\r\n\r\n"),
        (b"POST /\xe9 HTTP/1.1\r\nA: \xe9\r\n\r\n\xe9 \xe9", b"POST /%E9 HTTP/1.1\r\nA: \xe9\r\n\r\n\xe9 \xe9"),
    ],
)
def test_letters_and_blanks_of_a_target_become_percent_codes_and_nothing_else_does(sent: bytes, made: bytes) -> None:
    assert plain_line(sent) == made


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /caf%E9?q=a+b HTTP/1.0\r\nA: b c\r\n\r\n",
        b"GET /a\x00b HTTP/1.0\r\n\r\n",
        b"GET /a\tb HTTP/1.0\r\n\r\n",
        b"get /\xe9 HTTP/1.0\r\n\r\n",
        b"GET /caf\xe9\r\n",
        b"GET / HTTP/1.0\r\nA: \xe9 HTTP/1.0\r\n\r\n",
        b"",
    ],
)
def test_every_other_request_stays_as_it_is(sent: bytes) -> None:
    assert plain_line(sent) == sent
