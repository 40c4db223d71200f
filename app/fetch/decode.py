"""Bytes to text, whatever the origin says of its charset, or does not say.

Legacy text is hardly ever UTF-8 by accident, so bytes that are UTF-8 are believed before any label, and where a
label says UTF-8, some damage is no reason to doubt it. Any other label is believed where it fits the bytes: servers
say ISO-8859-1 of pages that are anything but. Every step takes time in proportion to the body at most.
"""

import codecs
import re

from app.fetch import utf8
from app.fetch.charset_guess import fits, guess
from app.fetch.charset_labels import UTF_8, codec_of, declared, encoding_of
from app.fetch.link_queries import with_queries
from app.fetch.twice_encoded import repaired
from app.models import FetchedPage

# Where a body's first bytes beyond ASCII are looked for, and how much of it is looked at for a guess.
HEAD_BYTES = 4096
WINDOW_BYTES = 256 * 1024
BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, UTF_8), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NOT_PLAIN = re.compile(rb"[\x1b\x80-\xff]")
_HZ = re.compile(rb"~\{")
# The typefaces of Vietnam's pages of around 2000, in which bytes are those of TCVN 5712, whatever the page declares.
_OF_TCVN = re.compile(rb"""[\s"',:=]\.Vn[A-Z]""")
# The reference or the character that a text was cut in.
_TORN = re.compile(r"(?:&#?[A-Za-z0-9]{0,31}|\ufffd{1,3})\Z")


def text_of(page: FetchedPage) -> str:
    """Return the text of `page`; of one that is cut, without the tag or the character that the cut went through."""
    text = decode(page.body, page.charset)
    return _without_torn(text) if page.cut else text


def markup_of(page: FetchedPage) -> str:
    """Return the text of a page of HTML, as `text_of` does, with its links as browsers follow them."""
    codec, body = _codec_and_text(page.body, page.charset)
    text = with_queries(_text(body, codec), codec)
    return _without_torn(text) if page.cut else text


def _without_torn(text: str) -> str:
    tag = text.rfind("<")
    if tag >= 0 and ">" not in text[tag:]:
        text = text[:tag]
    return _TORN.sub("", text)


def decode(body: bytes, label: str = "") -> str:
    """Return the text of `body`, of which the header said that its charset is `label`.

    Never raises. The text has no NUL and no lone surrogate; U+FFFD stands for what cannot be decoded.
    """
    codec, text = _codec_and_text(body, label)
    return _text(text, codec)


def _codec_and_text(body: bytes, label: str) -> tuple[str, bytes]:
    """Return the codec of `body`, and what of it is text."""
    for mark, codec in BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return codec, body[len(mark) :]
    return _utf_16_by_zeros(body) or _codec_of(body, label), body


def _text(body: bytes, codec: str) -> str:
    text = repaired(utf8.decoded(body)) if codec == UTF_8 else body.decode(codec, "replace")
    return text.replace("\0", "") if b"\0" in body else text  # to look for a byte takes a tenth of the time


def _codec_of(body: bytes, label: str) -> str:
    """Return the codec for a body that is not UTF-16."""
    if body.isascii() and b"\x1b" not in body and b"~{" not in body:
        return "ascii"
    if not body.isascii() and _is_sound(body):
        return UTF_8
    window = _window(body)
    names = [encoding_of(each) for each in (label, *declared(body))]
    says_utf_8 = UTF_8 in names
    if fits(window, UTF_8) or (says_utf_8 and not window.isascii() and utf8.is_utf_8(window)):
        return UTF_8
    if _OF_TCVN.search(window):
        return "x_tcvn"
    labelled = filter(None, map(codec_of, names))
    return next((codec for codec in labelled if fits(window, codec)), "") or guess(window)


def _is_sound(body: bytes) -> bool:
    """Say whether all of `body` is UTF-8, as that of most pages is."""
    try:
        body.decode(UTF_8)
    except UnicodeDecodeError:
        return False
    return True


def _utf_16_by_zeros(body: bytes) -> str:
    """Return the UTF-16 that `body` is without saying so, by the zeros of its markup, or an empty string."""
    head = body[:HEAD_BYTES]
    even, odd, pairs = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if odd > pairs / 5 and even < odd / 10:
        return "utf-16-le"
    if even > pairs / 5 and odd < even / 10:
        return "utf-16-be"
    return ""


def _window(body: bytes) -> bytes:
    """Return the part of `body` around its first byte that is not ASCII, which is enough to judge by."""
    first = _NOT_PLAIN.search(body) or _HZ.search(body)
    start = max(0, first.start() - HEAD_BYTES) if first else 0
    return body[start : start + WINDOW_BYTES]
