"""Codings undone: what they are called, what a broken one still gives, and what no bomb gets."""

import gzip
import random
import tracemalloc
import zlib

import brotli
import pytest
from backports import zstd

from app.fetch.content_encoding import MOST_CODINGS, MOST_MEMBERS, Undone, UnknownCoding, codings_in, undone

TEXT = b"Words, words and words. " * 100
PAGE = b"".join(
    b"<p>Paragraph %d, of %d.</p>\n" % (number, random.Random(number).randrange(10**9)) for number in range(900)
)
PACKED = gzip.compress(PAGE)


@pytest.mark.parametrize(
    ("header", "codings"),
    [
        ("", []),
        ("identity", []),
        ("GZip", ["gzip"]),
        ("x-gzip", ["x-gzip"]),
        ("identity, deflate", ["deflate"]),
        ("deflate, gzip", ["deflate", "gzip"]),
        ("none", []),
        ("utf-8", []),
        ("gzip, binary", ["gzip"]),
        ("BR", ["br"]),
        ("zstd, gzip", ["zstd", "gzip"]),
    ],
)
def test_codings_are_known_by_their_names_and_other_names_mean_nothing(header: str, codings: list[str]) -> None:
    assert codings_in(header) == codings


@pytest.mark.parametrize("header", ["dcb", "compress", "gzip, DCZ", ", ".join(["gzip"] * (MOST_CODINGS + 1))])
def test_a_coding_that_cannot_be_undone_is_refused(header: str) -> None:
    with pytest.raises(UnknownCoding):
        codings_in(header)


def test_deflate_is_undone_with_and_without_the_frame_of_zlib() -> None:
    bare = zlib.compressobj(wbits=-15)
    for packed in (zlib.compress(TEXT), bare.compress(TEXT) + bare.flush()):
        assert undone(packed, ["deflate"], 5000).body == undone(packed, ["zlib"], 5000).body == TEXT
        assert undone(packed, ["deflate"], 5000).is_whole


def test_gzip_that_is_called_deflate_is_undone() -> None:
    assert undone(gzip.compress(b"<p>Words"), ["deflate"], 100) == Undone(b"<p>Words")


def test_codings_on_top_of_each_other_are_undone_from_the_top() -> None:
    assert undone(gzip.compress(zlib.compress(TEXT)), ["deflate", "gzip"], 5000).body == TEXT


def test_several_members_of_gzip_are_one_text_and_rubbish_after_them_is_left_out() -> None:
    result = undone(gzip.compress(TEXT) + gzip.compress(b"More.") + b"\0rubbish", ["gzip"], 5000)
    assert (result.body, result.is_whole) == (TEXT + b"More.", True)


def test_a_member_with_a_name_and_a_comment_is_undone() -> None:
    plain = gzip.compress(TEXT)
    head = plain[:3] + bytes([4 + 8 + 16 + 2]) + plain[4:10] + b"\x03\0abc" + b"page.html\0" + b"made by hand\0" + b"xx"
    assert undone(head + plain[10:], ["gzip"], 5000).body == TEXT
    broken = undone(head + plain[10:-12], ["gzip"], 5000)
    assert TEXT.startswith(broken.body)
    assert len(broken.body) > len(TEXT) / 2


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_what_ends_too_early_gives_what_there_is(coding: str) -> None:
    packed = gzip.compress(PAGE) if coding == "gzip" else zlib.compress(PAGE)
    result = undone(packed[: len(packed) // 2], [coding], len(PAGE))
    assert not result.is_whole
    assert PAGE.startswith(result.body)
    assert len(result.body) > len(PAGE) / 3


def test_text_whose_checksum_alone_is_missing_is_whole_and_one_that_has_a_wrong_one_is_not() -> None:
    for packed, whole in ((PACKED[:-8], True), (PACKED[:-5], True), (PACKED[:-8] + bytes(8), False)):
        result = undone(packed, ["gzip"], len(PAGE))
        assert (result.body, result.is_whole) == (PAGE, whole)


def test_rubbish_behind_bare_data_is_left_out() -> None:
    bare = zlib.compressobj(wbits=-15)
    result = undone(bare.compress(TEXT) + bare.flush() + b"rubbish", ["deflate"], 5000)
    assert (result.body, result.is_whole) == (TEXT, True)


@pytest.mark.parametrize(
    "rubbish",
    [bytes(2000), b"\xff" * 2000, random.Random(1).randbytes(2000), b"<b>Fatal error</b>: out of memory " * 60],
    ids=["zeros", "ones", "noise", "words"],
)
@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_what_an_inflater_makes_of_the_bytes_behind_a_break_is_left_out(coding: str, rubbish: bytes) -> None:
    packed = PACKED if coding == "gzip" else zlib.compress(PAGE)
    result = undone(packed[: len(packed) // 2] + rubbish, [coding], len(PAGE))
    assert not result.is_whole
    assert PAGE.startswith(result.body)
    assert len(result.body) > len(PAGE) / 3


def test_a_break_in_a_later_member_leaves_what_came_before_it() -> None:
    result = undone(gzip.compress(TEXT) + PACKED[:400], ["gzip"], len(PAGE))
    assert not result.is_whole
    assert (TEXT + PAGE).startswith(result.body)
    assert len(result.body) > len(TEXT)


def test_markup_that_is_not_packed_as_declared_stays_as_it_is() -> None:
    for coding in ("gzip", "deflate"):
        assert undone(b"\n<!doctype html><p>Plain</p>", [coding], 100).body == b"\n<!doctype html><p>Plain</p>"
    for body in (b"no markup", b"\x1f\x8b", PACKED[:2] + b"\x09" + PACKED[3:]):
        with pytest.raises(zlib.error):
            undone(body, ["gzip"], 100)


PACKERS = {"br": brotli.compress, "zstd": zstd.compress}


@pytest.mark.parametrize("coding", PACKERS)
def test_what_caches_pack_unasked_is_undone(coding: str) -> None:
    page = b"".join(b"<p>%d</p>" % random.Random(number).randrange(10**12) for number in range(30_000))
    packed = PACKERS[coding](page)
    assert undone(packed, [coding], len(page)) == Undone(page)
    for broken in (packed[: len(packed) // 2], packed[: len(packed) // 2] + bytes(500)):
        half = undone(broken, [coding], len(page))
        assert not half.is_whole
        assert len(half.body) > len(page) / 4
        assert page.startswith(half.body[: len(page) // 4])
    assert undone(b"<p>Plain</p>", [coding], 100).body == b"<p>Plain</p>"
    with pytest.raises(zlib.error):
        undone(b"\xff\xfe no such thing", [coding], 100)


def test_what_brotli_makes_of_anything_is_not_believed_where_it_is_no_markup() -> None:
    assert undone(brotli.compress(b'\n{"version": 1}'), ["br"], 100).body == b'\n{"version": 1}'
    with pytest.raises(zlib.error):
        undone(brotli.compress(b"hello"), ["br"], 100)


@pytest.mark.parametrize("coding", PACKERS)
def test_no_bomb_gets_more_than_the_limit(coding: str) -> None:
    bomb = PACKERS[coding](b"<p>" + b" " * 100_000_000)
    tracemalloc.start()
    try:
        assert undone(bomb, [coding], 100_000).body == b"<p>" + b" " * 99_998
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_frames_of_zstd_are_one_text_and_a_window_that_is_too_large_is_not_opened() -> None:
    frames = zstd.compress(TEXT) + zstd.compress(b"More.") + b"rubbish"
    assert undone(frames, ["zstd"], 5000) == Undone(TEXT + b"More.")
    wide = zstd.compress(random.Random(1).randbytes(20_000_000), options={zstd.CompressionParameter.window_log: 27})
    with pytest.raises(zlib.error):
        undone(wide, ["zstd"], 30_000_000)


def test_an_empty_body_has_no_coding() -> None:
    assert undone(b"", ["gzip"], 10).body == b""


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_one_byte_more_than_the_limit_shows_that_it_is_too_long(coding: str) -> None:
    pack = gzip.compress if coding == "gzip" else zlib.compress
    assert len(undone(pack(TEXT), [coding], 100).body) == 101


def test_a_row_of_small_bombs_stops_at_the_limit_too() -> None:
    assert len(undone(gzip.compress(bytes(60)) * 50, ["gzip"], 100).body) == 101


def test_members_without_content_do_not_keep_us_busy() -> None:
    assert undone(gzip.compress(b"") * MOST_MEMBERS, ["gzip"], 100).body == b""
    with pytest.raises(zlib.error):
        undone(gzip.compress(b"") * 300_000, ["gzip"], 100)
