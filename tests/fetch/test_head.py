"""Heads as servers send them: with answers before the last, with lines that mean nothing, or none at all."""

import gzip
from collections.abc import Iterator

import pytest

from app.errors import OriginFailed
from app.fetch.head import MANY_FIELDS, MOST_FIELDS, MOST_IN_LONG_LINES, MOST_INTERIM, MOST_STRAY
from tests.fetch.test_client import failure, fetch, raw
from tests.origin import Origin

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nWords"
HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"


BODY = b"<p>Words</p>"
CHUNKS = b"c\r\n%b\r\n0\r\n\r\n" % BODY
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n" + CHUNKS


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


@pytest.mark.parametrize(
    "interim", [HINTS, HINTS * 3, b"HTTP/1.1 100 Continue\r\n\r\n" + HINTS, b"HTTP/1.1 102 Processing\r\n\r\n"]
)
def test_answers_on_the_way_to_the_last_are_passed_over(origin: Origin, interim: bytes) -> None:
    assert fetch(origin.serve_raw("/page", raw(interim + ANSWER))).body == b"Words"


def test_answers_without_a_last_make_no_sense(origin: Origin) -> None:
    for heads in (HINTS * (MOST_INTERIM + 1) + ANSWER, b"HTTP/1.1 101 Switching Protocols\r\n\r\n" + ANSWER):
        assert "makes no sense" in failure(origin.serve_raw("/page", raw(heads)), OriginFailed)


@pytest.mark.parametrize(
    "page", [b"<html><body><p>A page of 1991</p>", b"\r\n<HEADER><TITLE>Old</TITLE></HEADER>\n<P>Words"]
)
def test_a_page_without_a_head_is_one_of_http_0_9(origin: Origin, page: bytes) -> None:
    found = fetch(origin.serve_raw("/page", raw(page)))
    assert (found.body, found.content_type, found.cut) == (page, "text/html", "")


@pytest.mark.parametrize(
    "answer", [b"SSH-2.0-OpenSSH_9.2p1\r\n\r\n", b"220 mail.example ESMTP\r\n", b"Words, words and words\n"]
)
def test_what_is_neither_a_head_nor_markup_makes_no_sense(origin: Origin, answer: bytes) -> None:
    assert (
        failure(origin.serve_raw("/page", raw(answer)), OriginFailed) == "127.0.0.1 sent an answer that makes no sense."
    )


def test_a_server_of_http_2_alone_is_named_as_one(origin: Origin) -> None:
    settings = b"\0\0\x06\x04\0\0\0\0\0\0\x03\0\0\0\x64"
    sentence = failure(origin.serve_raw("/page", raw(settings)), OriginFailed)
    assert sentence == "127.0.0.1 speaks only versions of HTTP (HTTP/2 and later) that this reader does not."


@pytest.mark.parametrize(
    "status",
    [
        b"HTTP/1.0 200 OK",
        b"HTTP/1.1 200",
        b"HTTP/2 200",
        b"HTTP/2.0 200 OK",
        b"HTTP 200 OK",
        b"http/1.1 200 ok",
        b"ICY 200 OK",
        b"HTTP/1.1  200  OK",
        b"HTTP/1.1 0200 OK",
        b"\r\n\r\nHTTP/1.1 200 OK",
    ],
)
def test_status_lines_are_taken_as_servers_write_them(origin: Origin, status: bytes) -> None:
    answer = status + b"\r\nContent-Type: text/html\r\n\r\n" + BODY
    page = fetch(origin.serve_raw("/page", raw(answer)))
    assert (page.body, page.content_type) == (BODY, "text/html")


@pytest.mark.parametrize("status", [b"HTTP/1.1", b"HTTP/1.1 20 OK", b"HTTP/1.1 2000 OK", b"200 OK", b"HTTP/1.1 OK 200"])
def test_a_status_line_without_a_status_makes_no_sense(origin: Origin, status: bytes) -> None:
    assert "makes no sense" in failure(origin.serve_raw("/page", raw(status + b"\r\n\r\n" + BODY)), OriginFailed)


@pytest.mark.parametrize(
    "line",
    [
        b"This line is no field",
        b": a field without a name",
        b"X\xe9: a name beyond ASCII",
        b"X-Blank : before the colon",
        b" a line that continues nothing",
        b"X-Long: begins here\r\n\tand goes on",
        b"X-Zero: a\0b",
        b"Transfer-Encoding : chunked",
    ],
)
def test_lines_that_are_no_fields_do_not_hide_those_that_are(origin: Origin, line: bytes) -> None:
    page = fetch(origin.serve_raw("/page", raw(b"HTTP/1.1 200 OK\r\n" + line + b"\r\n" + CHUNKED)))
    assert page.body == BODY


@pytest.mark.parametrize(
    "coding", [b"Chunked", b"chunked ", b"identity, chunked", b"chunked\r\nTransfer-Encoding: chunked"]
)
def test_chunks_are_known_however_they_are_announced(origin: Origin, coding: bytes) -> None:
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: " + coding + b"\r\n\r\n" + CHUNKS
    assert fetch(origin.serve_raw("/page", raw(answer))).body == BODY


@pytest.mark.parametrize("body", [BODY, b"\r\n\r\n" + BODY, b"\r\n" + CHUNKS, b"\n" + CHUNKS, b" C \r\n" + CHUNKS[3:]])
def test_a_page_is_read_however_it_comes_that_is_announced_in_chunks(origin: Origin, body: bytes) -> None:
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body
    assert fetch(origin.serve_raw("/page", raw(answer))).body == BODY


def test_a_page_that_is_announced_in_chunks_may_be_packed_and_in_one_piece(origin: Origin) -> None:
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(BODY)
    assert fetch(origin.serve_raw("/page", raw(answer))).body == BODY


def test_of_two_locations_the_first_counts(origin: Origin) -> None:
    origin.serve("/new", "<p>New</p>")
    answer = b"HTTP/1.1 302 Found\r\nLocation: /new\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n"
    assert fetch(origin.serve_raw("/old", raw(answer))).body == b"<p>New</p>"


def test_a_flood_of_lines_that_mean_nothing_makes_no_sense(origin: Origin) -> None:
    for flood in (b"nothing\r\n" * MOST_STRAY, b"\r\n" * MOST_STRAY):
        before = b"" if flood.startswith(b"\r") else b"HTTP/1.1 200 OK\r\n"
        assert "makes no sense" in failure(origin.serve_raw("/page", raw(before + flood + ANSWER)), OriginFailed)


def test_of_hundreds_of_fields_those_are_read_that_matter(origin: Origin) -> None:
    fields = b"".join(b"X-Node-%d: busy\r\n" % number for number in range(MANY_FIELDS + 200))
    answer = ANSWER.replace(b"Content-Type", fields + b"Content-Type")
    found = fetch(origin.serve_raw("/page", raw(answer)))
    assert (found.body, found.content_type) == (b"Words", "text/html")


def test_a_flood_of_fields_makes_no_sense(origin: Origin) -> None:
    answer = ANSWER.replace(b"Content-Type", b"X: y\r\n" * MOST_FIELDS + b"Content-Type")
    assert "makes no sense" in failure(origin.serve_raw("/page", raw(answer)), OriginFailed)


@pytest.mark.parametrize("length", [60_000, 65_536, 65_537, 90_000, 200_000])
def test_a_field_that_nobody_needs_may_be_as_long_as_in_browsers(origin: Origin, length: int) -> None:
    policy = b"Content-Security-Policy: " + b"x" * (length - 27) + b"\r\n"
    found = fetch(origin.serve_raw("/page", raw(ANSWER.replace(b"Content-Type", policy + b"Content-Type"))))
    assert (found.body, found.content_type) == (b"Words", "text/html")


@pytest.mark.parametrize(
    "flood",
    [
        b"X-Long: " + b"x" * (MOST_IN_LONG_LINES + 70_000) + b"\r\n",
        (b"X-Long: " + b"x" * 90_000 + b"\r\n") * 5,
        b"Location: /" + b"x" * 90_000 + b"\r\n",
    ],
)
def test_long_lines_without_end_make_no_sense(origin: Origin, flood: bytes) -> None:
    answer = ANSWER.replace(b"Content-Type", flood + b"Content-Type")
    assert "makes no sense" in failure(origin.serve_raw("/page", raw(answer)), OriginFailed)
