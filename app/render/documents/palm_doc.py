"""A text as a Palm Doc: what the readers of Palm OS (AportisDoc, CSpotRun, Plucker's import) open.

A database of Palm OS (Palm File Format Specification, 3Com 1999: `.pdb`) whose first record tells how long the text is
and whose others hold 4096 bytes of it each, packed by a small kind of LZ77.
"""

import struct
from collections.abc import Iterator

TYPE = "application/vnd.palm"
RECORD = 4096  # bytes of the text in one record
_EPOCH = 2_082_844_800  # Palm OS counts seconds from 1904 on, as Macs do
_LONGEST_NAME = 31
_HEADER, _ENTRY, _FIRST = struct.Struct(">32sHHIIIIII4s4sIIH"), struct.Struct(">II"), struct.Struct(">HHIHHI")
_PACKED = 2  # the version of the format that packs its records
# A match has 3 to 10 bytes and begins at most 2047 before.
_SHORTEST, _LONGEST, _FARTHEST = 3, 10, 2047


def palm_doc(name: bytes, text: bytes, made: float) -> bytes:
    """Return the file of a text in the character set of the machine, its lines ended by LF.

    `name` is what the list of documents shows, of which 31 bytes are kept; `made` is in seconds since 1970.
    """
    parts = [text[start : start + RECORD] for start in range(0, len(text), RECORD)]
    first = _FIRST.pack(_PACKED, 0, len(text), len(parts), RECORD, 0)
    records = [first, *map(packed, parts)]
    moment = int(made) + _EPOCH
    header = _HEADER.pack(name[:_LONGEST_NAME], 0, 0, moment, moment, 0, 0, 0, 0, b"TEXt", b"REAd", 0, 0, len(records))
    gap = b"\0\0"  # which the specification has between the list and the records
    start = len(header) + len(records) * _ENTRY.size + len(gap)
    return b"".join([header, *_entries(records, start), gap, *records])


def _entries(records: list[bytes], start: int) -> Iterator[bytes]:
    """Yield where each record begins, and its number."""
    for number, record in enumerate(records):
        yield _ENTRY.pack(start, number)
        start += len(record)


def packed(part: bytes) -> bytes:
    """Return the bytes of a record, packed.

    A byte of 0x09 to 0x7F and 0 stand for themselves, one of 1 to 8 says that so many follow as they are, 0x80 to 0xBF
    begin two bytes that repeat what stood before, and what is above is a space and a letter.
    """
    out, place = bytearray(), 0
    seen: dict[bytes, list[int]] = {}
    while place < len(part):
        length, distance = _match(part, place, seen)
        if length:
            out += struct.pack(">H", 0x8000 | distance << 3 | length - _SHORTEST)
            step = length
        else:
            step = _literal(part, place, out)
        for at in range(place, place + step):
            seen.setdefault(part[at : at + _SHORTEST], []).append(at)
        place += step
    return bytes(out)


def _match(part: bytes, place: int, seen: dict[bytes, list[int]]) -> tuple[int, int]:
    """Return how long the best repetition at a place is, and how far before it begins; 0 where there is none."""
    best = (0, 0)
    for at in reversed(seen.get(part[place : place + _SHORTEST], ())):
        if place - at > _FARTHEST or best[0] == _LONGEST:
            break
        length = _SHORTEST
        while length < _LONGEST and place + length < len(part) and part[at + length] == part[place + length]:
            length += 1
        best = max(best, (length, -(place - at)))
    return (best[0], -best[1]) if place + _SHORTEST <= len(part) else (0, 0)


def _literal(part: bytes, place: int, out: bytearray) -> int:
    """Write what stands at a place, and return how many bytes that were."""
    byte, following = part[place], part[place + 1 : place + 2]
    if byte == 0x20 and following and 0x40 <= following[0] <= 0x7F:
        out.append(following[0] ^ 0x80)
        return 2
    if byte == 0 or 0x09 <= byte <= 0x7F:
        out.append(byte)
        return 1
    end = place + 1
    while end < len(part) and end - place < 8 and not 0x09 <= part[end] <= 0x7F:
        end += 1
    out.append(end - place)
    out += part[place:end]
    return end - place
