"""Bytes to text, whatever the origin says of its charset, or does not say.

Legacy text is hardly ever UTF-8 by accident, so bytes that are UTF-8 are believed before any label, and where a
label says UTF-8, some damage is no reason to doubt it. Any other label is believed where it fits the bytes: servers
say ISO-8859-1 of pages that are anything but. Labels mean what the WHATWG Encoding standard says they mean; every
step takes time in proportion to the body at most.
"""

import codecs
import re

import chardet
import webencodings

from app.fetch import dos_text, utf8
from app.fetch.link_queries import with_queries
from app.fetch.twice_encoded import repaired
from app.models import FetchedPage

# Where a page may say what its charset is (browsers read on where a script stands first), where its first bytes
# beyond ASCII are looked for, and how much of a body is looked at for a guess.
DECLARING_BYTES = 16 * 1024
HEAD_BYTES = 4096
WINDOW_BYTES = 256 * 1024
SAMPLE_BYTES = 6 * 1024
_LEAD_BYTES = 100  # of a sample, before the first byte beyond ASCII: the word that it stands in, and some more
# Of the characters beyond ASCII, so many may be damaged before we say that this is another charset.
MOST_DAMAGED = 0.1
FALLBACK = "cp1252"
UTF_8 = "utf-8"

BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, UTF_8), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

# The encodings of the WHATWG's table, and the codecs of Python that know all of their characters; sorted.
# UTF-8 and UTF-16 are not here, since the bytes say it better; nor are HZ, x-user-defined and "replacement".
CODECS = {
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "ibm866": "cp866",
    "iso-2022-jp": "iso2022_jp_ext",
    "iso-8859-10": "iso8859_10",
    "iso-8859-13": "iso8859_13",
    "iso-8859-14": "iso8859_14",
    "iso-8859-15": "iso8859_15",
    "iso-8859-16": "iso8859_16",
    "iso-8859-2": "iso8859_2",
    "iso-8859-3": "iso8859_3",
    "iso-8859-4": "iso8859_4",
    "iso-8859-5": "iso8859_5",
    "iso-8859-6": "iso8859_6",
    "iso-8859-7": "iso8859_7",
    "iso-8859-8": "iso8859_8",
    "iso-8859-8-i": "iso8859_8",
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "macintosh": "mac_roman",
    "shift_jis": "cp932",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "windows-1252": FALLBACK,
    "windows-1253": "cp1253",
    "windows-1254": "cp1254",
    "windows-1255": "cp1255",
    "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "windows-1258": "cp1258",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
}
# What the WHATWG's table does not have or refuses: sets of DOS and of the Macintosh, slips in names, and sets of seven
# bits, which nothing of ours reads as markup before they are decoded. Sorted.
FURTHER_LABELS = {
    "cp437": "cp437",
    "cp775": "cp775",
    "cp850": "cp850",
    "cp852": "cp852",
    "cp855": "cp855",
    "cp857": "cp857",
    "cp858": "cp858",
    "cp860": "cp860",
    "cp862": "cp862",
    "cp863": "cp863",
    "cp865": "cp865",
    "hz-gb-2312": "hz",
    "iso-2022-kr": "iso2022_kr",
    "x-mac-ce": "mac_latin2",
    "x-mac-centraleurroman": "mac_latin2",
    "x-mac-greek": "mac_greek",
    "x-mac-turkish": "mac_turkish",
}
_CODE_PAGE = re.compile(r"(?:cp|dos|ibm|windows|win)[-_]?(\d{3,4})|(\d{3})")
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

_META = re.compile(rb"""<meta\s[^<>]*?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{2,40})""", re.I)
_XML = re.compile(rb"""\s*<\?xml\s([^<>]*)""", re.I)
_XML_ENCODING = re.compile(rb"""encoding\s{0,9}=\s{0,9}["']([\w.:+-]{2,40})["']""", re.I)
_BETWEEN_TAGS = re.compile(rb"[^<>]+")
_HIGH = re.compile(rb"[\x80-\xff]")
_NOT_PLAIN = re.compile(rb"[\x1b\x80-\xff]")
_HZ = re.compile(rb"~\{")
_LONG_RUN = re.compile(rb"[\x80-\xff]{3,}")
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
    return text.replace("\0", "")


def _codec_of(body: bytes, label: str) -> str:
    """Return the codec for a body that is not UTF-16."""
    if body.isascii() and b"\x1b" not in body and b"~{" not in body:
        return "ascii"
    if not body.isascii() and _is_sound(body):
        return UTF_8
    window = _window(body)
    names = [_encoding_of(each) for each in (label, *_declared(body))]
    declared = UTF_8 in names
    if _fits(window, UTF_8) or (declared and not window.isascii() and utf8.is_utf_8(window)):
        return UTF_8
    labelled = (CODECS.get(name) or FURTHER_LABELS.get(name, "") for name in names)
    return next((codec for codec in labelled if codec and _fits(window, codec)), "") or guess(window)


def _is_sound(body: bytes) -> bool:
    """Say whether all of `body` is UTF-8, as that of most pages is."""
    try:
        body.decode(UTF_8)
    except UnicodeDecodeError:
        return False
    return True


def _encoding_of(label: str) -> str:
    """Return the name of the encoding that a label means, or an empty string."""
    label = label.strip().lower()
    page = _CODE_PAGE.fullmatch(label)
    name = f"cp{page[1] or page[2]}" if page else label.replace("_", "-")
    if name in FURTHER_LABELS:
        return name
    found = webencodings.lookup(label) or webencodings.lookup(name)
    return found.name if found else ""


def _declared(body: bytes) -> list[str]:
    """Return the labels that stand in the page itself, XML declaration first.

    One that names no encoding says that it is UTF-8 (XML 1.0, section 4.3.3).
    """
    head = body[:DECLARING_BYTES]
    xml = _XML.match(head)
    by_xml = (_XML_ENCODING.findall(xml[1])[:1] or [UTF_8.encode()]) if xml else []
    return [label.decode("ascii", "ignore") for label in (*by_xml, *_META.findall(head))]


def _fits(window: bytes, codec: str) -> bool:
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


def _utf_16_by_zeros(body: bytes) -> str:
    """Return the UTF-16 that `body` is without saying so, by the zeros of its markup, or an empty string."""
    head = body[:HEAD_BYTES]
    even, odd, pairs = head[::2].count(0), head[1::2].count(0), len(head) // 2
    if odd > pairs / 5 and even < odd / 10:
        return "utf-16-le"
    if even > pairs / 5 and odd < even / 10:
        return "utf-16-be"
    return ""


def guess(window: bytes) -> str:
    """Return the codec that `window` is most likely in."""
    if shifted := next((codec for codec in ("iso2022_kr", STATEFUL) if _fits(window, codec)), ""):
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


def _window(body: bytes) -> bytes:
    """Return the part of `body` around its first byte that is not ASCII, which is enough to judge by."""
    first = _NOT_PLAIN.search(body) or _HZ.search(body)
    start = max(0, first.start() - HEAD_BYTES) if first else 0
    return body[start : start + WINDOW_BYTES]
