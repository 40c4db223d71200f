"""Characters out: any Unicode text to what every old browser shows.

Latin-1 letters travel as decimal references, for bytes above 127 are Latin-1 to some browsers and UTF-8 to
others; nothing above 255 travels at all, since `&#8217;` is taken modulo 256 by Mosaic 2.7 and makes
Emacs/W3 refuse the page. What Latin-1 cannot say is transliterated by anyascii.
"""

import re
import unicodedata

from anyascii import anyascii
from markupsafe import Markup

LAST_LATIN_1 = "\xff"

# Where the typewriter's habit is better than anyascii's choice, and characters that say nothing; sorted.
_HABITS = {
    0x00A0: " ",  # no-break space: line mode shows its reference as text
    0x00AD: "",  # soft hyphen: old browsers show it
    0x2013: "-",
    0x2014: "--",
    0x2015: "--",
    0x2022: "*",
    0x2026: "...",
    0x20AC: "EUR",
    0x2122: "(TM)",
    0x2190: "<-",
    0x2192: "->",
}
# What ASCII readers write for three signs that anyascii would turn into a question or an operator.
_ASCII_HABITS = {0x00AB: '"', 0x00BB: '"', 0x00BF: ""}
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND = re.compile(r"[^\x00-\xff]+")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def to_latin_1(text: str) -> str:
    """Return `text` in characters up to 255.

    A word that holds one letter beyond is spelled in ASCII as a whole, for half an accent (`Dvorák`) is
    worse than none: `Łódź` becomes `Lodz`, `Málaga` stays.
    """
    text = _CONTROLS.sub("", text)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text).translate(_HABITS)
    text = _WORD.sub(lambda word: _spelled(word[0]), text)
    return _BEYOND.sub(lambda found: anyascii(found[0]), text)


def to_ascii(text: str) -> str:
    """Return `text` in ASCII, for files that will be read anywhere."""
    return text if text.isascii() else anyascii(to_latin_1(text).translate(_ASCII_HABITS))


def escape(text: str) -> Markup:
    """Return `text` as the content of an element: ASCII, with the only references that all old parsers know.

    Transliteration comes before escaping, never after: `＜` becomes `<`.
    """
    escaped = to_latin_1(text).translate(_ESCAPES)
    if not escaped.isascii():
        escaped = escaped.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return Markup(escaped)  # noqa: S704  # this is where text becomes safe


def escape_attribute(text: str) -> Markup:
    """Return `text` as the value of an attribute between double quotes, on one line."""
    quoted = " ".join(str(escape(text)).split()).replace('"', "&quot;")
    return Markup(quoted)  # noqa: S704  # escaped in the line above


def _spelled(word: str) -> str:
    return word if word.isascii() or max(word) <= LAST_LATIN_1 else anyascii(word)
