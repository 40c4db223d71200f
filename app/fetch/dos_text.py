"""Texts of DOS that do not say so, told by what their bytes would be in the sets of the web. No I/O.

Files for old machines are in these sets, and hardly any page is: so each rule asks for what no text in another set has.
"""

import re

# For the west of Europe, with letters where cp437 has them too, and for the middle; the likelier one first.
LATIN = ("cp850", "cp852")

# Lines and shades that boxes were drawn of in DOS, one byte six times and more, which no text in letters has; and how
# much of what is not ASCII they are at least in such a text.
_DRAWN = re.compile(rb"|".join(re.escape(bytes([code])) + rb"{6,}" for code in range(0xB0, 0xE0)))
_LEAST_DRAWN = 0.3
# Small letters of Russian in cp866 are in two columns of sixteen; most of them in the first, which other sets of
# Cyrillic hardly use.
_FIRST_COLUMN, _BOTH_COLUMNS = re.compile(rb"[\xa0-\xaf]"), re.compile(rb"[\xa0-\xaf\xe0-\xef]")
_LEAST_FIRST, _LEAST_BOTH = 0.4, 0.85
_CYRILLIC_WORD = re.compile(rb"[\x80-\xaf\xe0-\xef]{3,}")  # in cp866; in cp437 they are accented letters and Greek
_HIGH = re.compile(rb"[\x80-\xff]")
# Bytes in a word that are no dashes, quotation marks or no-break spaces in windows-1252 or of the Macintosh: these
# stand between words.
_WITHIN = re.compile(rb"(?<=[a-z])[\x80-\x84\x86-\x90\x98-\x9f\xa1-\xcf\xd6-\xff]{1,3}(?=[a-z])")
# Of such bytes, how many there are at least, and how many are small letters in the right set and in a wrong one.
_LEAST_WITHIN, _MOSTLY, _SELDOM = 3, 0.9, 0.8


def codec_of(window: bytes) -> str:
    """Return the codec of a text that shows by itself that it is of DOS, or an empty string."""
    if _is_cp866(window):
        return "cp866"
    if sum(map(len, _DRAWN.findall(window))) > _LEAST_DRAWN * len(_HIGH.findall(window)):
        return "cp866" if _CYRILLIC_WORD.search(window) else "cp437"
    return ""


def latin_of_dos(window: bytes, codec: str) -> str:
    """Return the set of DOS in which `window` rather is than in the Latin set `codec`, or `codec` itself.

    In words it has small letters there, and in `codec` capitals and signs.
    """
    within = b"".join(_WITHIN.findall(window))
    if len(within) < _LEAST_WITHIN or _small(within, codec) >= _SELDOM:
        return codec
    likeliest = max(LATIN, key=lambda each: _small(within, each))
    return likeliest if _small(within, likeliest) > _MOSTLY else codec


def _is_cp866(window: bytes) -> bool:
    high = len(_HIGH.findall(window))
    first, both = len(_FIRST_COLUMN.findall(window)), len(_BOTH_COLUMNS.findall(window))
    return first >= _LEAST_FIRST * high and both >= _LEAST_BOTH * high and _CYRILLIC_WORD.search(window) is not None


def _small(within: bytes, codec: str) -> float:
    """Return how much of these bytes are small letters in `codec`."""
    return sum(letter.islower() for letter in within.decode(codec, "replace")) / len(within)
