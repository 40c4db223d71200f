"""How far a broken stream is to be trusted: what zlib writes wholly, what comes behind a break not."""

import random
import zlib

import pytest

from app.fetch.inflate import MOST_BYTES, sound_length

WORDS = [
    bytes(random.Random(number).choices(b"aeinorstlud", k=random.Random(number).randrange(2, 9)))
    for number in range(800)
]


def text(seed: int, words: int) -> bytes:
    """Return a text in which some words are more usual than others."""
    chance = random.Random(seed)
    return b" ".join(WORDS[min(chance.randrange(800), chance.randrange(800))] for _ in range(words))


def bare(body: bytes, level: int, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15, strategy=strategy)
    return packer.compress(body) + packer.flush()


def given_by(data: bytes) -> bytes:
    """Return what an inflater gives of `data`, until it fails."""
    inflater = zlib.decompressobj(-15)
    found = b""
    try:
        for place in range(len(data)):
            found += inflater.decompress(data[place : place + 1])
    except zlib.error:
        pass
    return found


@pytest.mark.parametrize("level", range(10))
def test_all_that_zlib_writes_is_trusted(level: int) -> None:
    body = text(level, 9000) + bytes(3000) + bytes(range(256)) * 3
    data = bare(body, level)
    assert sound_length(data, len(body)) == len(body)
    half = data[: len(data) // 2]
    assert sound_length(half, len(given_by(half))) == len(given_by(half))


@pytest.mark.parametrize("strategy", [zlib.Z_FIXED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FILTERED])
def test_so_is_what_it_writes_in_other_ways(strategy: int) -> None:
    body = text(strategy, 3000)
    assert sound_length(bare(body, 6, strategy), len(body)) == len(body)


def test_a_stream_that_was_written_at_once_now_and_then_is_trusted() -> None:
    body, data = text(3, 6000), b""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    for start in range(0, len(body), 500):
        data += packer.compress(body[start : start + 500]) + packer.flush(zlib.Z_SYNC_FLUSH)
    assert sound_length(data, len(body)) == len(body)


@pytest.mark.parametrize("seed", range(12))
def test_what_follows_a_break_is_not_trusted(seed: int) -> None:
    body = text(seed, 9000)
    data = bare(body, 6)
    broken = data[: len(data) // 2] + random.Random(seed).randbytes(3000)
    given = given_by(broken)
    came = next((place for place in range(len(given)) if given[place] != body[place]), len(given))
    assert came * 0.7 < sound_length(broken, len(given)) <= came


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x07", b"\x05\xff" * 40, b"\xed\xff\xff\xff" * 20, bytes(300)])
def test_nonsense_ends_the_look_at_it(data: bytes) -> None:
    assert sound_length(data, 0) == 0


def test_a_stream_that_would_take_too_long_is_believed() -> None:
    assert sound_length(random.Random(5).randbytes(MOST_BYTES + 1), 77) == 77


def test_no_more_is_inflated_than_is_asked_for() -> None:
    bomb = bare(bytes(200_000_000), 9)
    assert len(bomb) < MOST_BYTES
    assert sound_length(bomb, 1000) == 1000
