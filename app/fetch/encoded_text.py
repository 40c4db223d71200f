"""Files that travel as text: what is changed in them is lost, so they are passed on and not read."""

import re
from collections import Counter

from app.fetch.file_signatures import FileFormat
from app.sentences import Sentence

_HEAD_BYTES = 4096
# BinHex 4.0 (RFC 1741), uuencode (POSIX), yEnc: what the encoded part begins with, on lines of its own.
_BEGINNINGS = (
    (
        re.compile(rb"\(This file must be converted with BinHex[^\r\n]{0,40}[\r\n]+[ \t\r\n]{0,80}:[!-~]{20}"),
        FileFormat(Sentence("a BinHex archive"), "application/mac-binhex40"),
    ),
    (
        re.compile(rb"(?:\A|[\r\n])begin [0-7]{3,4} [^\r\n]{1,200}\r?[\r\n][ -`]{5}"),
        FileFormat(Sentence("an encoded file"), "application/x-uuencode"),
    ),
    (
        re.compile(rb"(?:\A|[\r\n])begin-base64 [0-7]{3,4} [^\r\n]{1,200}\r?[\r\n]"),
        FileFormat(Sentence("an encoded file")),
    ),
    (re.compile(rb"(?:\A|[\r\n])=ybegin [^\r\n]{1,200} name="), FileFormat(Sentence("an encoded file"))),
)
# The later parts of what was sent in several: lines of one length without words.
_SOLID = FileFormat(Sentence("an encoded file"))
_FEWEST_LINES, _MOST_LINES = 10, 200
_SHORTEST, _LONGEST = 40, 100
_MOST_SPACES = 3  # in a line
_ALIKE = 0.8  # of the lines


def encoded_format(body: bytes) -> FileFormat | None:
    """Return what kind of file the text `body` encodes, or None where it is a text to be read."""
    head = body[:_HEAD_BYTES]
    found = next((known for beginning, known in _BEGINNINGS if beginning.search(head)), None)
    return found or (_SOLID if _is_solid(head) else None)


def _is_solid(head: bytes) -> bool:
    if not head.isascii():
        return False
    lines = [line for line in re.split(rb"\r\n?|\n", head)[:-1] if line][:_MOST_LINES]
    if len(lines) < _FEWEST_LINES:
        return False
    length, count = Counter(map(len, lines)).most_common(1)[0]
    spaces = sum(line.count(b" ") for line in lines)
    return _SHORTEST <= length <= _LONGEST and count >= _ALIKE * len(lines) and spaces <= _MOST_SPACES * len(lines)
