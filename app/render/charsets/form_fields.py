"""What a form sends back, made into text again.

Browsers send a field in the set of the page that held the form, if they send sets at all: nobody old says
which. What the set lacks comes as a decimal reference, from Netscape and Internet Explorer as from browsers of
today (HTML standard, "encoding a form").
"""

import re
from collections.abc import Mapping, Sequence

from app.render.charsets.charsets import Charset

# The sets of two bytes, each by the larger one that contains it and that Windows machines send; sorted.
# UTF-8 may well be a text in any of them, hence what the page was in comes first.
_LARGER: Mapping[str, str] = {
    "big5": "cp950",
    "euc_jp": "euc_jp",
    "euc_kr": "cp949",
    "gb2312": "gbk",
    "shift_jis": "cp932",
}
_LAST = "latin_1"
# What machines call ASCII or Latin-1 is windows-1252 where it is neither (Encoding standard).
_WESTERN: Mapping[str, str] = {"ascii": "cp1252", "latin_1": "cp1252"}
_REFERENCE = re.compile("&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));")


def decode_field(raw: bytes, charset: Charset) -> str:
    """Return the text of a field, percent codes undone already, from a browser that saw a page in `charset`.

    Never raises. References to characters become those characters.
    """
    return _REFERENCE.sub(_character, _decoded(raw, _codecs(charset.codec)))


def _codecs(codec: str) -> Sequence[str]:
    """Return the codecs to try, in order; nothing but UTF-8 is UTF-8 by accident in a set of single bytes."""
    if codec in _LARGER:
        return (_LARGER[codec], "utf-8")
    return ("utf-8", _WESTERN.get(codec, codec))


def _decoded(raw: bytes, codecs: Sequence[str]) -> str:
    for codec in codecs:
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return raw.decode(_LAST)


def _character(found: re.Match[str]) -> str:
    """Return the character that a reference means, or the reference where there is no such character."""
    code = int(found[1]) if found[1] else int(found[2], 16)
    sizes = 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF
    return chr(code) if sizes else found[0]
