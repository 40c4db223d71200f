"""Which charset bytes can well be in, and which they most likely are in where nothing true is said of it. No I/O."""

import re

import chardet

from app.fetch import dos_text
from app.fetch.charset_labels import CODECS, FALLBACK

# Of the characters beyond ASCII, so many may be damaged before we say that this is another charset.
MOST_DAMAGED = 0.1
SAMPLE_BYTES = 6 * 1024  # that a guess is made by
_LEAD_BYTES = 100  # of a sample, before the first byte beyond ASCII: the word that it stands in, and some more
# For the Latin script: letters beyond ASCII stand alone or in pairs, so long runs of them are no text.
LATIN = frozenset(
    """cp1250 cp1252 cp1254 cp1257 cp1258 iso8859_10 iso8859_13 iso8859_14 iso8859_15 iso8859_16 iso8859_2
    iso8859_3 iso8859_4 mac_roman""".split()
)
STATEFUL = "iso2022_jp_ext"
# What sets of seven bits begin what is not ASCII with.
_SHIFTS = {STATEFUL: b"\x1b$", "hz": b"~{", "iso2022_kr": b"\x1b$)C"}
# Russian in one set, read in another of these, is in small letters where it has capitals, and the other way round.
_CYRILLIC = frozenset({"cp1251", "koi8_r", "koi8_u"})
_TURNED, _UPRIGHT = re.compile("\\b[а-яё][А-ЯЁ]{2,}\\b"), re.compile("\\b[А-ЯЁ][а-яё]{2,}\\b")
# What is guessed: encodings of the web, but none of DOS, for which a few odd characters are soon taken.
GUESSED = sorted(name for name in CODECS if not name.startswith(("ibm", "iso-2022")))
# In other alphabets, whose words are long runs, a text cannot be whose letters beyond ASCII stand alone: `Café`.
GUESSED_LATIN = [name for name in GUESSED if CODECS[name] in LATIN]
_ALPHABETS = re.compile("cp125[1356]|cp874|iso8859_[5-8]|koi8_[ru]|mac_cyrillic")
# The codecs that know all characters of what chardet names.
_WIDER = {"euc_jis_2004": "euc_jp", "euc_kr": "cp949", "shift_jis_2004": "cp932"}

# Bytes 128 to 159 are controls in ISO 8859, which no page has: such a text is in the set of Windows that is nearest.
_CONTROLS = re.compile(rb"[\x80-\x9f]")
_WINDOWS = {
    "iso8859_13": "cp1257",
    "iso8859_2": "cp1250",
    "iso8859_6": "cp1256",
    "iso8859_7": "cp1253",
    "iso8859_8": "cp1255",
    "iso8859_9": "cp1254",
}
_BETWEEN_TAGS = re.compile(rb"[^<>]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_LONG_RUN = re.compile(rb"[\x80-\xff]{3,}")


def fits(window: bytes, codec: str) -> bool:
    """Return whether `window` can well be text in this charset."""
    if window.isascii() or codec in _SHIFTS:
        return codec in _SHIFTS and _SHIFTS[codec] in window
    if codec in LATIN:
        return not _is_in_long_runs(window)
    text = window.decode(codec, "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    if codec in _CYRILLIC and len(_TURNED.findall(text)) > len(_UPRIGHT.findall(text)):
        return False
    return text.count("\ufffd") <= beyond * MOST_DAMAGED


def guess(window: bytes) -> str:
    """Return the codec that `window` is most likely in."""
    if shifted := next((codec for codec in ("iso2022_kr", STATEFUL) if fits(window, codec)), ""):
        return shifted
    if window.isascii():
        return "ascii"
    if of_dos := dos_text.codec_of(window):
        return of_dos
    codec = _guess_of_the_web(window)
    return dos_text.latin_of_dos(window, codec) if codec in LATIN else codec


def _guess_of_the_web(window: bytes) -> str:
    name = _likeliest(window, GUESSED)
    if _ALPHABETS.fullmatch(name) and not _is_in_long_runs(window):
        name = _likeliest(window, GUESSED_LATIN)
    if name.startswith("iso8859") and _CONTROLS.search(window):
        return _WINDOWS.get(name, FALLBACK)
    return _WIDER.get(name, name)


def _likeliest(window: bytes, encodings: list[str]) -> str:
    """Return the codec for that of the encodings in which `window` looks the most like text."""
    found = chardet.detect(
        telling_part(window),
        include_encodings=encodings,
        compat_names=False,
        no_match_encoding=FALLBACK,
        empty_input_encoding=FALLBACK,
    )
    return (found["encoding"] or FALLBACK).replace("-", "_")


def telling_part(window: bytes) -> bytes:
    """Return the beginning of what stands between tags and is not ASCII, by which a charset is guessed.

    No second byte of a character of the East Asian charsets is `<` or `>`, so none is cut in two.
    """
    parts: list[bytes] = []
    room = SAMPLE_BYTES
    for found in _BETWEEN_TAGS.finditer(window):
        if room <= 0:
            break
        if first := _HIGH.search(found[0]):
            part = found[0][max(0, first.start() - _LEAD_BYTES) :][:room]
            parts.append(part)
            room -= len(part)
    return b" ".join(parts)


def _is_in_long_runs(window: bytes) -> bool:
    """Return whether most bytes beyond ASCII stand three or more in a row."""
    return sum(map(len, _LONG_RUN.findall(window))) * 2 > len(_HIGH.findall(window))
