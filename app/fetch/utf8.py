"""UTF-8 as it is found: with bytes of another set in between, with letters cut in half.

A stray byte costs one character, never the page. Where it can be nothing but a letter or a sign of windows-1252,
which is what editors paste into templates, it is read as that; else U+FFFD stands for it.
"""

import re
from contextlib import suppress

# After so many damages the rest is no text to be saved, and each takes a microsecond or two of Python.
MOST_MENDED = 20_000
# Two strays side by side may be two letters; a longer row speaks so much the more against UTF-8.
LONGEST_APART, IN_ROWS = 2, 6

# `surrogateescape` makes a lone surrogate of each byte that is not UTF-8.
_STRAY = re.compile("[\udc80-\udcff]+")
_HIGH = bytes(range(0x80, 0x100))
_CUT_LETTER = re.compile(rb"(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
# A character beyond U+FFFF as CESU-8 writes it, by its two surrogates (UTR 26), or one of them left alone.
_SURROGATES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]")
# Signs that may stand within a word, and others, which stand at its edge or alone. Sorted by their bytes.
_WITHIN_WORDS = "’"
_AT_EDGES = "€„…‰‘“”•–—™\u00a0¡¢£¥§©«®°±²³´µ·»¼½¾¿×÷"
_LAST_LATIN = "\u024f"


def is_utf_8(window: bytes) -> bool:
    """Say whether `window`, which somebody declared to be UTF-8, is that with a few strays.

    In a text of another set hardly any two or three bytes make a character by accident: a fifth of the bytes in
    Chinese and Korean, half in Japanese, none in alphabets. A letter cut off at the end does not count.
    """
    window = _CUT_LETTER.sub(b"", _joined(window))
    rows = _STRAY.findall(window.decode("utf-8", "surrogateescape"))
    apart = sum(len(row) for row in rows if len(row) <= LONGEST_APART)
    broken = sum(map(len, rows))
    sound = len(window) - len(window.translate(None, _HIGH)) - broken
    return not broken or (sound > 0 and 2 * sound >= apart + IN_ROWS * (broken - apart))


def decoded(body: bytes) -> str:
    """Return the text of `body`, strays mended. It has no lone surrogate; takes time in proportion to its length."""
    with suppress(UnicodeDecodeError):
        return body.decode("utf-8")
    text = _joined(body).decode("utf-8", "surrogateescape")
    leads = frozenset(each.encode()[0] for each in set(_STRAY.sub("", text)) if each > "\x7f" and each.isalpha())
    mended = _STRAY.sub(lambda found: _mended(found, leads), text, count=MOST_MENDED)
    return _STRAY.sub("\ufffd", mended)


def _joined(body: bytes) -> bytes:
    """Return `body` with one character in place of each pair of surrogates, and of each that is alone."""
    return _SURROGATES.sub(_character, body, count=MOST_MENDED) if b"\xed" in body else body


def _character(found: re.Match[bytes]) -> bytes:
    surrogates = found[0].decode("utf-8", "surrogatepass")
    return surrogates.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def _mended(found: re.Match[str], leads: frozenset[int]) -> str:
    """Return what a row of strays stands for. `leads` are the bytes that letters of the page begin with."""
    raw = found[0].encode("utf-8", "surrogateescape")
    said = raw.decode("cp1252", "replace")
    before, after = found.string[max(0, found.start() - 1) : found.start()], found.string[found.end() : found.end() + 1]
    letters = [each for each in (before, after) if each.isalpha()]
    if not after or len(raw) > LONGEST_APART or any(each > _LAST_LATIN for each in letters):
        return "\ufffd"
    if said in _WITHIN_WORDS or (said in _AT_EDGES and len(letters) < 2):
        return said
    # A byte that begins letters elsewhere on the page is the first half of such a letter.
    is_text = said.isalpha() and min(said) >= "À" and letters and leads.isdisjoint(raw)
    return said if is_text else "\ufffd"
