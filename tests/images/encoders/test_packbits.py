"""PackBits, unpacked by the rules of the note and compared."""

import random

import pytest

from app.images.encoders.packbits import packed
from tests.images.macintosh import unpacked


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (b"", b""),
        (b"a", b"\0a"),
        (b"aa", b"\1aa"),
        (b"aaa", b"\xfea"),
        (b"a" * 128, b"\x81a"),
        (b"a" * 129, b"\x81a\0a"),
        (b"abaab", b"\4abaab"),
        (b"ab\n\n\n", b"\1ab\xfe\n"),
        # The example of Apple's note.
        (
            bytes.fromhex("AAAAAA80002AAAAAAAAA80002A22AAAAAAAAAAAAAAAAAAAA"),
            bytes.fromhex("FEAA0280002AFDAA0380002A22F7AA"),
        ),
    ],
)
def test_runs_of_three_and_more_are_packed(row: bytes, wanted: bytes) -> None:
    assert packed(row) == wanted
    assert unpacked(wanted) == row


def test_whatever_is_packed_comes_back() -> None:
    chance = random.Random(68)
    for _ in range(300):
        parts = [bytes([chance.choice(b"abc")]) * chance.choice((1, 1, 2, 3, 140, 300)) for _ in range(20)]
        row = b"".join(parts)
        assert unpacked(packed(row)) == row
        assert b"\x80" not in packed(row)[:1]
