"""Codings undone, files named, and pages that send a browser on."""

import gzip
import time
import zlib

import pytest

from app.fetch.codings import MOST_MEMBERS, UnknownCoding, coding_in, undone
from app.fetch.names import file_name
from app.fetch.refreshes import HEAD_BYTES, refresh_target

TEXT = b"Words, words and words. " * 100
URL = "http://example.org/a/page"


def refresh(content: str) -> str:
    return f'<meta http-equiv="refresh" content="{content}">'


def test_the_names_of_codings() -> None:
    assert [coding_in(name) for name in ("", "identity", "GZip", "x-gzip", "deflate")] == [
        "",
        "",
        "gzip",
        "gzip",
        "deflate",
    ]
    with pytest.raises(UnknownCoding):
        coding_in("br")


def test_deflate_is_undone_with_and_without_the_frame_of_zlib() -> None:
    bare = zlib.compressobj(wbits=-15)
    assert undone(zlib.compress(TEXT), "deflate", 5000) == TEXT
    assert undone(bare.compress(TEXT) + bare.flush(), "deflate", 5000) == TEXT


def test_several_members_of_gzip_are_one_text_and_rubbish_after_them_is_left_out() -> None:
    assert undone(gzip.compress(TEXT) + gzip.compress(b"More.") + b"\0rubbish", "gzip", 5000) == TEXT + b"More."


def test_what_ends_too_early_gives_what_there_is() -> None:
    assert undone(gzip.compress(TEXT)[:-8], "gzip", 5000) == TEXT
    assert undone(b"", "gzip", 10) == b""


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_one_byte_more_than_the_limit_shows_that_it_is_too_long(coding: str) -> None:
    pack = gzip.compress if coding == "gzip" else zlib.compress
    assert len(undone(pack(TEXT), coding, 100)) == 101


def test_a_row_of_small_bombs_stops_at_the_limit_too() -> None:
    assert len(undone(gzip.compress(bytes(60)) * 50, "gzip", 100)) == 101


def test_members_without_content_do_not_keep_us_busy() -> None:
    assert undone(gzip.compress(b"") * MOST_MEMBERS, "gzip", 100) == b""
    with pytest.raises(zlib.error):
        undone(gzip.compress(b"") * 300_000, "gzip", 100)


@pytest.mark.parametrize(
    ("disposition", "path", "name"),
    [
        ("", "/files/report%202026.pdf?x=1", "report 2026.pdf"),
        ("", "/", ""),
        ("", "/caf%C3%A9.txt", "café.txt"),
        ("", "/..%2F..%2Fetc%2Fpasswd", "_.._etc_passwd"),
        ("", "/a%00b%0D%0Ac.txt", "abc.txt"),
        ("attachment", "/get", "get"),
        ('attachment; filename="my report.pdf"', "/get", "my report.pdf"),
        ("inline; filename=report.pdf; size=3", "/get", "report.pdf"),
        (r'attachment; filename="a \"b\".txt"', "/get", "a _b_.txt"),
        ("attachment; filename=plain.txt; filename*=UTF-8''%e2%82%ac%20rates.txt", "/get", "€ rates.txt"),
        ("attachment; filename*=ISO-8859-1'en'%A3.txt", "/get", "£.txt"),
        ('attachment; filename="C:\\\\temp\\\\x.exe"', "/get", "C_temp_x.exe"),
        ('attachment; filename="...hidden"', "/get", "hidden"),
        ('attachment; filename="exe.\u202efdp.pdf"', "/get", "exe.fdp.pdf"),
        ('attachment; filename=""', "/get", "get"),
        (f'attachment; filename="{"a" * 200}.pdf"', "/get", "a" * 56 + ".pdf"),
        (f'attachment; filename="{"a" * 200}"', "/get", "a" * 60),
    ],
)
def test_a_file_has_a_name_that_can_be_saved_under(disposition: str, path: str, name: str) -> None:
    assert file_name(disposition, f"http://example.org{path}") == name


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        (refresh("0;url=/new"), "http://example.org/new"),
        (refresh("0; URL='new?a=1&amp;b=2'"), "http://example.org/a/new?a=1&b=2"),
        (refresh("5,http://example.net/"), "http://example.net/"),
        (refresh("1.5 ; url = /new"), "http://example.org/new"),
        ("<META CONTENT='0; url=/new' HTTP-EQUIV=Refresh>", "http://example.org/new"),
        (refresh("0"), ""),
        (refresh("6;url=/new"), ""),
        (refresh("300"), ""),
        (refresh("0;url=/a/page#top"), ""),
        (refresh("0;url=javascript:alert(1)"), ""),
        (refresh("0;url=file:///etc/passwd"), ""),
        ("<p>A refresh of the page</p>", ""),
        (f"<!-- {refresh('0;url=/new')} -->", ""),
        (f"<script>'{refresh('0;url=/new')}'</script>", ""),
        (f"<!-- {refresh('0;url=/new')}", ""),
        (
            f"<noscript>{refresh('0;url=/plain')}</noscript><script>{'x' * 900}</script><p>Loading</p>",
            "http://example.org/plain",
        ),
        (f"<noscript>{refresh('0;url=/plain')}</noscript><p>{'Words ' * 100}</p>", ""),
        (f"<noscript>{refresh('0;url=/plain')}</noscript>{refresh('0;url=/new')}", "http://example.org/new"),
        ("x" * HEAD_BYTES + refresh("0;url=/new"), ""),
    ],
)
def test_a_refresh_is_followed_where_it_means_go_on(markup: str, target: str) -> None:
    assert refresh_target(markup.encode(), URL) == target


@pytest.mark.parametrize(
    "piece",
    [
        "<meta http-equiv=refresh ",
        "<!--refresh",
        "<script>refresh",
        "<noscript>refresh",
        "refresh <",
        "<meta content='0" + " " * 900,
    ],
)
def test_a_hostile_head_takes_bounded_time(piece: str) -> None:
    started = time.monotonic()
    assert refresh_target(piece.encode() * 6000, URL) == ""
    assert refresh_target(b"<meta http-equiv=refresh content='0" + b" " * HEAD_BYTES, URL) == ""
    assert time.monotonic() - started < 5
