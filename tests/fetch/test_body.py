"""Bodies that break off: what came is given, and said to be cut; what would be worthless is a failure."""

import gzip
import random
import socket
import zlib
from collections.abc import Callable, Iterator

import pytest

from app.errors import OriginFailed, OriginTimeout, TooLarge
from app.fetch.client import Client
from app.fetch.response import LOST_END
from app.models import Kind
from tests.fetch.test_client import failure, fetch, raw
from tests.fetch.test_deadline import dripping
from tests.origin import Origin, loopback_rules

KB = 1024
OPEN = "".join(f"<p>Paragraph {n} says {random.Random(n).randrange(10**9)}.</p>\n" for n in range(400)).encode()
WHOLE = b"<!doctype html><html><body>" + OPEN + b"</body></html>\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(1000)
BROKE_OFF = "127.0.0.1 broke off in the middle of its answer."


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


def head(content_type: str, *lines: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", f"Content-Type: {content_type}", 'ETag: "1"', *lines]).encode() + b"\r\n\r\n"


def counted(body: bytes, content_type: str = "text/html") -> bytes:
    """Return an answer that promises 500 bytes more than it sends."""
    return head(content_type, f"Content-Length: {len(body) + 500}") + body


def chunked(body: bytes, content_type: str = "text/html") -> bytes:
    """Return an answer in chunks, of which the last one, that is empty, is missing."""
    chunks = b"".join(
        b"%x\r\n%b\r\n" % (len(body[at : at + 3000]), body[at : at + 3000]) for at in range(0, len(body), 3000)
    )
    return head(content_type, "Transfer-Encoding: chunked") + chunks


def in_a_chunk(body: bytes, content_type: str = "text/html") -> bytes:
    """Return an answer that breaks off in the middle of a chunk."""
    return head(content_type, "Transfer-Encoding: chunked") + b"%x\r\n" % (len(body) + 500) + body


def without_its_line_end(body: bytes, content_type: str = "text/html") -> bytes:
    return head(content_type, "Transfer-Encoding: chunked") + b"%x\r\n" % len(body) + body


def odd_chunk(body: bytes, content_type: str = "text/html") -> bytes:
    return chunked(body, content_type) + b"so long\r\n"


def packed(body: bytes, content_type: str = "text/html") -> bytes:
    """Return an answer whose length is right, but whose coding ends too early."""
    data = gzip.compress(body)[:-12]
    return head(content_type, "Content-Encoding: gzip", f"Content-Length: {len(data)}") + data


BREAKS = (counted, chunked, in_a_chunk, without_its_line_end, odd_chunk)
Break = Callable[..., bytes]


@pytest.mark.parametrize("broken", [*BREAKS, packed])
def test_what_came_before_a_break_is_given_and_said_to_be_cut(origin: Origin, broken: Break) -> None:
    page = fetch(origin.serve_raw("/page", raw(broken(OPEN))))
    assert OPEN.startswith(page.body)
    assert len(page.body) > len(OPEN) - KB
    assert page.cut == LOST_END
    assert page.broken is not None
    assert page.broken.error().sentence == BROKE_OFF
    assert page.etag == ""


@pytest.mark.parametrize("broken", [*BREAKS, packed])
def test_a_page_whose_last_tag_came_lacks_nothing(origin: Origin, broken: Break) -> None:
    page = fetch(origin.serve_raw("/page", raw(broken(WHOLE + b"<!-- kept since noon -->"))))
    assert page.body == WHOLE.rstrip()
    assert (page.cut, page.broken, page.etag) == ("", None, '"1"')


def test_a_break_right_behind_the_head_is_a_failure(origin: Origin) -> None:
    for broken in (counted, in_a_chunk):
        assert failure(origin.serve_raw("/page", raw(broken(b""))), OriginFailed) == BROKE_OFF


@pytest.mark.parametrize("content_type", ["application/zip", "video/mp4", "application/json"])
def test_a_file_without_its_end_is_a_failure(origin: Origin, content_type: str) -> None:
    assert failure(origin.serve_raw("/file", raw(counted(b'{"a": 1' * 90, content_type))), OriginFailed) == BROKE_OFF


@pytest.mark.parametrize("body", [PNG, b"<rss><channel><item></item>", b"Plain words"], ids=["picture", "feed", "text"])
def test_pictures_feeds_and_texts_are_given_as_far_as_they_came(origin: Origin, body: bytes) -> None:
    page = fetch(origin.serve_raw("/x", raw(counted(body, "text/plain"))))
    assert page.body == body
    assert page.broken is not None


def test_a_connection_that_is_reset_is_a_break_like_any_other(origin: Origin) -> None:
    def reset(connection: socket.socket) -> None:
        connection.sendall(head("text/html") + OPEN)
        origin.stopped.wait(0.2)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    page = fetch(origin.serve_raw("/page", reset))
    assert (page.body, page.cut) == (OPEN, LOST_END)


@pytest.mark.parametrize("lines", [[], [f"Content-Length: {10**5}"], ["Transfer-Encoding: chunked"]])
def test_what_came_before_the_deadline_is_given(origin: Origin, lines: list[str]) -> None:
    first = b"%x\r\n%b\r\n" % (len(OPEN), OPEN) if "chunked" in "".join(lines) else OPEN
    url = origin.serve_raw("/page", dripping(origin, head("text/html", *lines) + first, b"1\r\nx\r\n"))
    page = Client(loopback_rules(deadline=0.5)).fetch(url)
    assert page.body.startswith(OPEN)
    assert page.broken is not None
    assert isinstance(page.broken.error(), OriginTimeout)


@pytest.mark.parametrize("content_type", ["text/html", "text/plain", "application/rss+xml"])
def test_of_a_text_that_is_too_long_the_beginning_is_given(origin: Origin, content_type: str) -> None:
    body = b"<rss><channel>" + b"x" * 20 * KB if "rss" in content_type else b"word " * 5 * KB
    limits = {"max_html_bytes": 10 * KB, "max_file_bytes": 10 * KB}
    for headers in ({}, {"Content-Length": ""}, {"Content-Encoding": "gzip"}):
        data = gzip.compress(body) if headers.get("Content-Encoding") else body
        url = origin.serve("/page", data, content_type, headers={"ETag": '"1"', **headers})
        page = Client(loopback_rules(**limits)).fetch(url)
        assert page.body == body[: 10 * KB]
        assert page.cut == "This page is longer than 10 KB, and its end is left out."
        assert (page.broken, page.etag) == (None, '"1"')


def test_a_long_answer_that_does_not_shrink_when_it_is_packed_is_too_long_all_the_same(origin: Origin) -> None:
    noise = zlib.compress(random.Random(1).randbytes(11 * KB), 0)
    url = origin.serve(
        "/page", noise, "application/x-noise", headers={"Content-Encoding": "deflate", "Content-Length": ""}
    )
    assert "more than 10 KB" in failure(url, TooLarge, max_file_bytes=10 * KB)


SITEMAP = b'<?xml version="1.0"?><urlset><url><loc>https://example.org/1</loc></url></urlset>'
FEED = b"<rss><channel><item><title>One</title></item></channel></rss>"


@pytest.mark.parametrize("content_type", ["application/x-gzip", "application/gzip", "application/octet-stream", ""])
@pytest.mark.parametrize(("path", "body"), [("/sitemap.xml.gz", SITEMAP), ("/daily.RSS.GZ?day=2", FEED)])
def test_a_file_of_gzip_that_is_a_sitemap_or_a_feed_is_read(
    origin: Origin, content_type: str, path: str, body: bytes
) -> None:
    page = fetch(origin.serve(path, gzip.compress(body), content_type))
    assert (page.kind, page.body) == (Kind.FEED, body)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/drawing.xml.gz", b"<plan><wall/></plan>"),
        ("/feeds.tar.gz", FEED),
        ("/broken.xml.gz", b""),
        ("/feed.gz", FEED),
    ],
)
def test_every_other_file_of_gzip_stays_as_it_is(origin: Origin, path: str, body: bytes) -> None:
    packed = gzip.compress(body) if body else b"\x1f\x8b\x08" + bytes(40)
    page = fetch(origin.serve(path, packed, "application/x-gzip"))
    assert (page.kind, page.body) == (Kind.FILE, packed)
