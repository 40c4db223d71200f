import os
import struct

import pytest

from app.render.documents.palm_doc import RECORD, packed, palm_doc
from tests.modern_site import LIGHTHOUSE

TEXT = "\n\n".join(LIGHTHOUSE.paragraphs).encode("cp1252", "replace") * 3


def unpacked(record: bytes) -> bytes:
    """Read a record as the format's description says, byte by byte."""
    out, place = bytearray(), 0
    while place < len(record):
        byte = record[place]
        place += 1
        if 1 <= byte <= 8:
            out += record[place : place + byte]
            place += byte
        elif byte < 0x80:
            out.append(byte)
        elif byte >= 0xC0:
            out += bytes((0x20, byte ^ 0x80))
        else:
            pair = byte << 8 | record[place]
            place += 1
            for _ in range((pair & 7) + 3):
                out.append(out[-(pair >> 3 & 0x7FF)])
    return bytes(out)


def records(file: bytes) -> list[bytes]:
    (count,) = struct.unpack_from(">H", file, 76)
    starts = [struct.unpack_from(">I", file, 78 + 8 * number)[0] for number in range(count)]
    return [file[start:end] for start, end in zip(starts, [*starts[1:], len(file)], strict=True)]


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"a",
        b"ab ab ab ab ab ab ab ab",
        b" A B C  d",
        bytes(range(256)) * 16,
        b"\xe9" * 40,
        b"x" * RECORD,
        TEXT[:RECORD],
        os.urandom(RECORD),
    ],
)
def test_what_is_packed_comes_out_as_it_was(part: bytes) -> None:
    assert unpacked(packed(part)) == part


def test_text_becomes_smaller() -> None:
    assert len(packed(TEXT[:RECORD])) < 0.7 * RECORD


def test_the_file_has_a_name_a_kind_and_all_of_the_text() -> None:
    file = palm_doc(b"The lighthouse that moved, and how it did", TEXT, 1_000_000_000)
    assert file[:32] == b"The lighthouse that moved, and \0"
    assert file[60:68] == b"TEXtREAd"
    assert struct.unpack_from(">I", file, 36)[0] == 1_000_000_000 + 2_082_844_800
    first, *rest = records(file)
    assert struct.unpack(">HHIHHI", first) == (2, 0, len(TEXT), len(rest), RECORD, 0)
    assert b"".join(map(unpacked, rest)) == TEXT


def test_an_empty_text_is_a_file_all_the_same() -> None:
    (first,) = records(palm_doc(b"", b"", 0))
    assert struct.unpack(">HHIHHI", first) == (2, 0, 0, 0, RECORD, 0)
