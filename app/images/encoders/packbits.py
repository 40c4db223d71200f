"""PackBits, the run lengths of QuickDraw and MacPaint (Apple Technical Note 1023)."""

import re
from collections.abc import Iterator

MOST = 128  # bytes that one count can stand for
# Two like bytes are no shorter as a run where they interrupt bytes that are not repeated.
_RUN = re.compile(rb"(.)\1{2,127}", re.S)


def packed(row: bytes) -> bytes:
    """Return a row in runs: n < 128 is followed by n + 1 bytes, n > 128 by one that stands 257 - n times."""
    return b"".join(_parts(row))


def _parts(row: bytes) -> Iterator[bytes]:
    end = 0
    for run in _RUN.finditer(row):
        yield from _literal(row[end : run.start()])
        end = run.end()
        yield bytes((257 - (end - run.start()), row[run.start()]))
    yield from _literal(row[end:])


def _literal(stretch: bytes) -> Iterator[bytes]:
    for start in range(0, len(stretch), MOST):
        part = stretch[start : start + MOST]
        yield bytes((len(part) - 1,)) + part
