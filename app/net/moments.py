"""Moments of the past, as a reader writes them and as the stamps of an archive do. No I/O."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from app.errors import BadAddress
from app.sentences import Sentence

FIRST_YEAR, LAST_YEAR = 1990, 2100
# From so many days on, what is nearest is far off: for a year, a month, and a day that were asked for.
FAR_OFF = {4: 200, 6: 45, 8: 31}
WRONG = Sentence('Please write a day as 1999, 1999-04 or 1999-04-12, not "%(text)s".')

_WRITTEN = re.compile(r"(\d{4})(?:[-./ ]?(\d{1,2})(?:[-./ ]?(\d{1,2}))?)?")
# The other way round, as far as that is read in one way only: `12.4.1999`, `4/1999`; a day in front has a dot.
_TURNED = re.compile(r"(?:(\d{1,2})\. ?)?(\d{1,2})[-./] ?(\d{4})")
# What the archive's own addresses have behind a stamp.
_SUFFIX = re.compile(r"(?:[a-z]{2}_|\*)\Z")
_DIGITS = re.compile(r"(\d{4})(\d{2})?(\d{2})?\d{0,6}")


def moment(text: str) -> str:
    """Return the year, month or day that a reader means by `text` in digits: `19990412`. Raises `BadAddress`."""
    text = _SUFFIX.sub("", text.strip())
    # Digits of other scripts become those of ASCII.
    digits = "".join(str(int(part)).zfill(2) for part in _parts(text) if part)
    if not digits or not FIRST_YEAR <= int(digits[:4]) <= LAST_YEAR or _middle(digits) is None:
        raise BadAddress(WRONG.of(text=text[:40]))
    return digits


def _parts(text: str) -> Sequence[str | None]:
    """Return the year, the month and the day in a text, as far as there are any."""
    if turned := _TURNED.fullmatch(text):
        return turned.groups()[::-1]
    found = (_DIGITS if text.isdecimal() and len(text) % 2 == 0 else _WRITTEN).fullmatch(text)
    return found.groups() if found else ()


def stamp_of(when: str) -> str:
    """Return the stamp of the middle of a moment, at noon: `19990701120000` for the year 1999."""
    middle = _middle(when)
    return f"{middle:%Y%m%d}120000" if middle else when


def is_far(when: str, stamp: str) -> bool:
    """Tell whether a copy with this stamp is far off from a moment."""
    asked, had = _middle(when), _middle(stamp[:8])
    return asked is not None and had is not None and abs((asked - had).days) > FAR_OFF[len(when)]


def _middle(digits: str) -> date | None:
    """Return the day in the middle of a year, a month or a day; None where there is no such day."""
    with suppress(ValueError):
        return date(int(digits[:4]), int(digits[4:6] or 7), int(digits[6:8] or (1 if len(digits) == 4 else 15)))
    return None
