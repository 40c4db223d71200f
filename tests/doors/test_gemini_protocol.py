"""Requests and answers, without a connection."""

import pytest

from app.doors.gemini_protocol import Request, RequestRefused, answer, failure, gemtext, request_in
from app.errors import AddressRefused, BadAddress, LimitReached, OriginTimeout, Overloaded, ReaderError, UnknownPlace


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        (b"gemini://news.example", Request("")),
        (b"gemini://news.example/", Request("/")),
        (b"GEMINI://News.Example:1965/in/world", Request("/in/world")),
        (b"gemini://news.example./~macplus/in/#top", Request("/~macplus/in/")),
        (b"gemini://news.example/%7Emacplus/", Request("/~macplus/")),
        (b"gemini://news.example/search?two%20words+%C3%A9", Request("/search", "two words+é")),
        (b"gemini://news.example/search?", Request("/search")),
        (b"gemini://news.example/" + b"x" * (1024 - 22), Request("/" + "x" * (1024 - 22))),
    ],
)
def test_a_request_is_one_address_of_ours(line: bytes, request_: Request) -> None:
    assert request_in(line, "news.example", 1965) == request_


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"", 59),
        (b"/in/", 59),
        (b"news.example/in/", 59),
        (b"gemini:/in/", 59),
        (b"gemini:///in/", 59),
        (b"gemini://news.example/a b", 59),
        (b"gemini://news.example/\xc3\xa9", 59),
        (b"\xef\xbb\xbfgemini://news.example/", 59),
        (b"gemini://news.example/a\rb", 59),
        (b"gemini://me@news.example/", 59),
        (b"gemini://news.example:70000/", 59),
        (b"gemini://news.example:x/", 59),
        (b"gemini://[::1/", 59),
        (b"GET / HTTP/1.0", 59),
        (b"gemini://news.example/" + b"x" * 1003, 59),
        (b"gemini://elsewhere.example/", 53),
        (b"gemini://news.example:70/", 53),
        (b"gemini://news.example:0/", 53),
        (b"https://news.example/", 53),
        (b"gopher://news.example/", 53),
    ],
)
def test_what_is_no_request_for_us_is_refused(line: bytes, status: int) -> None:
    with pytest.raises(RequestRefused) as refused:
        request_in(line, "news.example", 1965)
    assert refused.value.status == status


def test_without_a_name_any_is_ours_and_the_port_is_that_of_the_door() -> None:
    assert request_in(b"gemini://192.0.2.1/", "", 1965) == Request("/")
    assert request_in(b"gemini://[2001:db8::1]:1966/a", "", 1966) == Request("/a")
    with pytest.raises(RequestRefused):
        request_in(b"gemini://192.0.2.1/", "", 1966)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (BadAddress("This is none."), b"59 This is none.\r\n"),
        (AddressRefused("Not there."), b"50 Not there.\r\n"),
        (UnknownPlace("Nowhere."), b"51 Nowhere.\r\n"),
        (LimitReached("Enough.", 41), b"44 41\r\n"),
        (Overloaded("Too much.", 5), b"41 Too much.\r\n"),
        (OriginTimeout("It is slow."), b"43 It is slow.\r\n"),
        (ReaderError("Something."), b"40 Something.\r\n"),
    ],
)
def test_a_failure_has_its_status(error: ReaderError, line: bytes) -> None:
    assert failure(error, str(error)) == line


def test_nothing_in_a_meta_begins_another_line_or_makes_it_too_long() -> None:
    assert answer(51, "a\r\n20 text/html\r\n\x85b") == b"51 a 20 text/html b\r\n"
    long = answer(51, "é" * 1000)
    assert len(long) == 3 + 1024 + 2
    assert long.decode().endswith("é\r\n")


@pytest.mark.parametrize(
    ("language", "media_type"),
    [
        ("de", b"20 text/gemini; charset=utf-8; lang=de\r\n"),
        ("pt-br", b"20 text/gemini; charset=utf-8; lang=pt-br\r\n"),
        ("", b"20 text/gemini; charset=utf-8\r\n"),
        ("de\r\nx", b"20 text/gemini; charset=utf-8\r\n"),
        ("english!", b"20 text/gemini; charset=utf-8\r\n"),
    ],
)
def test_a_page_says_its_language(language: str, media_type: bytes) -> None:
    assert gemtext("# Tide\n", language) == media_type + b"# Tide\n"
