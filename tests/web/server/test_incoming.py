"""When a request counts as whole."""

import pytest

from app.web.server.incoming import MOST_BODY, MOST_HEAD, Incoming

LINE = b"GET /in/ HTTP/1.0\r\n"


def whole_after(data: bytes) -> int:
    """Return after how many single bytes a request is handed on; 0 where it is not."""
    incoming = Incoming(8190)
    return next((place for place in range(1, len(data) + 1) if incoming.add(data[place - 1 : place])), 0)


@pytest.mark.parametrize(
    "request_",
    [
        LINE + b"\r\n",
        b"GET /in/ HTTP/1.0\nAccept: */*\n\n",
        b"GET /in/ HTTP/1.0\nAccept: */*\r\n\n",
        b"POST /x HTTP/1.0\nContent-Length: 5\n\nwords",
        LINE + b"User-Agent: Mozilla/1.1N (Macintosh; I; 68K)\r\nAccept: */*\r\n\r\n",
        b"POST /x HTTP/1.0\r\nContent-Length: 5\r\n\r\nwords",
        b"POST /x HTTP/1.0\r\ncontent-LENGTH:0\r\nX: y\r\n\r\n",
    ],
)
def test_a_request_is_whole_with_its_last_byte_and_complete(request_: bytes) -> None:
    assert whole_after(request_) == len(request_)
    at_once = Incoming(8190)
    assert at_once.add(request_)
    assert at_once.is_complete
    assert bytes(at_once.data) == request_
    assert not at_once.is_simple


@pytest.mark.parametrize("empty", [b"\r\n", b"\n", b"\r\n\r\n"])
def test_empty_lines_before_a_request_are_ignored(empty: bytes) -> None:
    assert whole_after(empty) == 0
    assert whole_after(empty + LINE + b"\r\n") == len(empty + LINE) + 2
    incoming = Incoming(8190)
    assert incoming.add(empty + LINE + b"\r\n")
    assert incoming.data == LINE + b"\r\n"


@pytest.mark.parametrize("request_", [b"GET /in/\r\n", b"GET /in/\n", b"get /in/ \r\n", b"GET /a b\r\n"])
def test_a_line_without_a_version_is_all_of_a_request(request_: bytes) -> None:
    assert whole_after(request_) == len(request_)
    for behind, is_complete in ((b"", True), (b"\r\n", True), (b"more", False)):
        incoming = Incoming(8190)
        assert incoming.add(request_ + behind)
        assert incoming.is_simple
        assert incoming.is_complete is is_complete


@pytest.mark.parametrize(
    "data",
    [
        b"GET /in/",
        LINE,
        LINE + b"Accept: */*\r\n",
        LINE + b"Accept: */*\r\n\r",
        LINE + b"Accept: */*\n",
        b"\r\n" + LINE,
        b"\r\n\r\n",
        b"POST /x HTTP/1.0\r\nContent-Length: 5\r\n\r\nword",
        b"G" * 8190,
    ],
)
def test_what_can_still_become_a_request_is_waited_for(data: bytes) -> None:
    assert whole_after(data) == 0


@pytest.mark.parametrize(
    ("data", "after"),
    [
        (b"POST /in/\r\n", 11),
        (b"Accept: */*\r\n", 13),
        (b"G" * 9000, 8191),
    ],
)
def test_what_the_parser_refuses_whatever_follows_is_handed_on_at_once(data: bytes, after: int) -> None:
    assert whole_after(data) == after


@pytest.mark.parametrize(
    "head",
    [
        b"POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /x HTTP/1.1\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n",
        b"POST /x HTTP/1.0\r\nContent-Length: %d\r\n\r\n" % (MOST_BODY + 1),
    ],
)
def test_a_body_that_is_not_waited_for_leaves_the_request_incomplete(head: bytes) -> None:
    incoming = Incoming(8190)
    assert incoming.add(head)
    assert not incoming.is_complete


def test_what_follows_a_request_leaves_it_incomplete_too() -> None:
    incoming = Incoming(8190)
    assert incoming.add(LINE + b"\r\n\r\n")
    assert not incoming.is_complete


def test_headers_without_end_are_handed_on_as_too_large() -> None:
    incoming = Incoming(8190)
    handed_on = incoming.add(LINE)
    while not handed_on:
        assert not incoming.is_too_large
        handed_on = incoming.add(b"X-More: of the same\r\n")
    assert incoming.is_too_large
    assert len(incoming.data) <= MOST_HEAD + 100
