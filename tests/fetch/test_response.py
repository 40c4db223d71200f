"""Answers: what a status means, how long a body may be, and how it is unpacked."""

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from app.errors import OriginBusy, OriginFailed, OriginMissing, OriginRefused, ReaderError, TooLarge
from app.fetch.client import Client
from app.fetch.response import seconds_to_wait
from app.models import Kind
from tests.fetch.test_client import failure, fetch, raw
from tests.origin import Origin, loopback_rules

KB = 1024


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


@pytest.mark.parametrize(
    ("status", "kind", "sentence"),
    [
        (401, OriginRefused, "127.0.0.1 wants a password for this page (401)."),
        (403, OriginRefused, "127.0.0.1 refuses to give us this page (403)."),
        (404, OriginMissing, "127.0.0.1 has no such page (404)."),
        (410, OriginMissing, "127.0.0.1 has taken this page away for good (410)."),
        (418, OriginRefused, "127.0.0.1 refuses to give us this page (418)."),
        (429, OriginBusy, "127.0.0.1 asks us to wait before reading more (429)."),
        (500, OriginFailed, "127.0.0.1 cannot answer at the moment (500)."),
        (503, OriginFailed, "127.0.0.1 cannot answer at the moment (503)."),
        (999, OriginFailed, "127.0.0.1 cannot answer at the moment (999)."),
    ],
)
def test_a_status_is_said_in_words(origin: Origin, status: int, kind: type[ReaderError], sentence: str) -> None:
    assert failure(origin.serve("/page", "<p>An error</p>", status=status), kind) == sentence


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0),
        ("120", 120),
        (" 7 ", 7),
        ("999999", 3600),
        ("-5", 0),
        ("soon", 0),
        ("1.5", 0),
        ("\u0663", 0),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0),
        ("Fri, 31 Dec 2199 23:59:59 GMT", 3600),
        ("31 Dec 2199 23:59", 3600),
    ],
)
def test_how_long_an_origin_asks_us_to_wait(header: str, seconds: float) -> None:
    assert seconds_to_wait(header) == seconds


def test_what_a_refusal_asks_for_comes_with_it(origin: Origin) -> None:
    url = origin.serve("/page", "later", status=503, headers={"Retry-After": "90"})
    with pytest.raises(OriginFailed) as caught:
        fetch(url)
    assert caught.value.retry_after == 90


def test_an_answer_without_content_is_an_empty_page(origin: Origin) -> None:
    assert fetch(origin.serve("/page", status=204)).body == b""


def test_a_length_over_the_limit_is_refused_unread(origin: Origin) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 9961472\r\n\r\n"
    url = origin.serve_raw("/report", raw(head))
    sentence = failure(url, TooLarge, max_file_bytes=8 * KB * KB)
    assert sentence == "This is a PDF of 9.5 MB; files of more than 8.0 MB are not passed on."


@pytest.mark.parametrize(
    ("content_type", "limit", "sentence"),
    [
        (
            "image/png",
            "max_image_bytes",
            "This is a picture of more than 10 KB; pictures of more than 10 KB are not passed on.",
        ),
        (
            "video/mp4",
            "max_file_bytes",
            "This is a video of more than 10 KB; files of more than 10 KB are not passed on.",
        ),
    ],
)
def test_a_body_without_a_length_is_counted(origin: Origin, content_type: str, limit: str, sentence: str) -> None:
    small, large = b"x" * 10 * KB, b"x" * (10 * KB + 1)
    nameless = {"Content-Length": ""}
    assert fetch(origin.serve("/small", small, content_type, headers=nameless)).body == small
    assert (
        failure(origin.serve("/large", large, content_type, headers=nameless), TooLarge, **{limit: 10 * KB}) == sentence
    )


def test_a_page_under_a_wrong_type_has_the_limit_of_pages(origin: Origin) -> None:
    url = origin.serve("/page", b"<!DOCTYPE html><p>" + b"x" * 10 * KB, "application/octet-stream")
    page = Client(loopback_rules(max_html_bytes=10 * KB)).fetch(url)
    assert len(page.body) == 10 * KB
    assert page.cut == "This page is longer than 10 KB, and its end is left out."


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "GZIP", "deflate", "identity, gzip"])
def test_codings_are_undone(origin: Origin, coding: str) -> None:
    text = b"<p>Words, words and words.</p>" * 500
    packed = zlib.compress(text) if coding == "deflate" else gzip.compress(text)
    assert fetch(origin.serve("/page", packed, headers={"Content-Encoding": coding})).body == text


@pytest.mark.parametrize("coding", ["dcb", "exi", "compress", "gzip, dcz"])
def test_a_coding_that_we_have_not_asked_for_is_a_failure(origin: Origin, coding: str) -> None:
    sentence = failure(origin.serve("/page", b"...", headers={"Content-Encoding": coding}), OriginFailed)
    assert sentence == "127.0.0.1 packed its answer in a way that cannot be unpacked."


def test_what_is_not_packed_as_declared_is_a_failure_unless_it_is_plain_markup(origin: Origin) -> None:
    gzip_declared = {"Content-Encoding": "gzip"}
    assert fetch(origin.serve("/page", "<p>Plain</p>", headers=gzip_declared)).body == b"<p>Plain</p>"
    failure(origin.serve("/file", b"\xca\xfe\xba\xbe", headers=gzip_declared), OriginFailed)


@pytest.mark.parametrize("coding", ["none", "utf-8", "UTF8", "binary", "8bit", "text/html"])
def test_what_is_no_coding_means_nothing(origin: Origin, coding: str) -> None:
    page = fetch(origin.serve("/page", "<p>Plain</p>", headers={"Content-Encoding": coding}))
    assert (page.body, page.cut) == (b"<p>Plain</p>", "")


@pytest.mark.parametrize("declared", [True, False])
def test_a_bomb_stops_at_the_limit(origin: Origin, declared: bool) -> None:
    bomb = gzip.compress(b" " * (50 * KB * KB))
    url = origin.serve("/page", bomb, headers={"Content-Encoding": "gzip" if declared else ""})
    tracemalloc.start()
    try:
        assert fetch(url).body == b" " * 200_000
        assert tracemalloc.get_traced_memory()[1] < 10 * KB * KB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_many_codings_on_top_of_each_other_are_a_failure(origin: Origin, name: str) -> None:
    packed = b"<p>Words, words and words.</p>"
    for _ in range(5):
        packed = gzip.compress(packed) if name == "gzip" else zlib.compress(packed)
    url = origin.serve("/page", packed, headers={"Content-Encoding": ", ".join([name] * 5)})
    assert failure(url, OriginFailed) == "127.0.0.1 packed its answer in a way that cannot be unpacked."


def test_text_in_gzip_that_nobody_declared_is_unpacked_and_a_file_is_not(origin: Origin) -> None:
    packed = gzip.compress(b"<rss></rss>")
    assert fetch(origin.serve("/feed", packed, "application/rss+xml")).body == b"<rss></rss>"
    assert fetch(origin.serve("/file.gz", packed, "application/gzip")).body == packed
    damaged = packed[:10] + b"\xff" * 40
    assert fetch(origin.serve("/damaged", damaged, "text/plain")).body == damaged


def test_chunks_are_put_together(origin: Origin) -> None:
    chunks = b"4\r\n<p>W\r\na;x=y\r\nords</p>\r\n\r\n0\r\nTrailer: x\r\n\r\n"
    url = origin.serve_raw("/page", raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks))
    assert fetch(url).body == b"<p>Words</p>\r\n"


@pytest.mark.parametrize("name", ["file name.pdf", "../../etc/passwd", "-"])
def test_a_file_has_a_safe_name(origin: Origin, name: str) -> None:
    url = origin.serve(
        "/get.php", b"%PDF-", "application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
    assert fetch(url).name == {"../../etc/passwd": "_.._etc_passwd"}.get(name, name)


@pytest.mark.parametrize(
    ("declared", "body", "kind"),
    [
        ("text/html", b"<p>Words", Kind.HTML),
        ("text/html", b"<rss></rss>", Kind.FEED),
        ("text/html", b"%PDF-1.4", Kind.FILE),
        ("text/plain", b"GIF89a\1\0\1\0", Kind.IMAGE),
        ("text/plain", b"Words", Kind.TEXT),
    ],
)
def test_a_page_brings_the_kind_that_its_bytes_show(origin: Origin, declared: str, body: bytes, kind: Kind) -> None:
    assert fetch(origin.serve("/page", body, declared)).kind is kind
