"""Characters out: the sets that a page can go out in, and Unicode markup made into the bytes of one.

Templates and markup are written in Unicode, in which only `& < >` are escaped. A
finished page is encoded as a whole; what its set lacks is spelled at that moment (`transliterate`), and what
becomes `& < >` by that is escaped after it, never before: `＜` becomes `&lt;`.

The universal answer is pure ASCII: Latin-1 letters travel as decimal references, for bytes above 127 are
Latin-1 to some browsers and UTF-8 to others; nothing above 255 travels as one, since `&#8217;` is taken modulo
256 by Mosaic 2.7 and makes Emacs/W3 refuse the page. Other sets send bytes and no decimal reference.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from markupsafe import Markup

from app.render.bidi.joining import joined
from app.render.charsets.spellings import spelling_of
from app.render.charsets.tables import QUOTES
from app.render.charsets.transliterate import Transliterator
from app.text.normalize import cut
from app.text.single_bytes import register

# The letters of Latin-1 that are written as numeric references. Line mode shows that of the no-break space as text, and
# all old browsers show the soft hyphen as a hyphen.
LATIN_1_LETTERS = "".join(chr(code) for code in range(0xA1, 0x100) if code != 0xAD)
# What MacRoman lacks of them. Python's table has the euro where the Macs of before 1998 have the currency sign.
NOT_ON_MACS = "¦²³¹¼½¾ÐÝ×Þðýþ"
# The euro came to all sets in 1998 and later, as the hacek did to windows-1252: older systems show a box.
_LATE = frozenset("\u20ac")
_SOFT_HYPHEN = "\u00ad"

_UTF_8_LACKS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
)
# Where all characters of the legacy sets lie: the first plane, less its controls, surrogates and private use.
_LEGACY = (range(0xA1, 0xD800), range(0xF900, 0xFFFE))
_QUOTES = re.compile(f'["{QUOTES}]')
register()


@dataclass(frozen=True, slots=True)
class Charset:
    """A character set that pages go out in.

    `name` stands in addresses, `title` on the page where it is chosen; `label` is the `charset=` of a content
    type, empty where none is ever declared; `codec` is Python's for the bytes on the wire. `references` are the
    characters that travel as decimal references, `without` those of the codec that old machines do not have.
    `visual` says that lines from the right travel as they are seen, from the left: ISO 8859-8 by RFC 1556, and DOS.
    """

    name: str
    title: str
    label: str
    codec: str
    references: str = ""
    without: str = ""
    visual: bool = False

    @property
    def short_title(self) -> str:
        """The title without the languages: `KOI8-R`."""
        return self.title.partition(" (")[0]

    def can_encode(self, text: str) -> bool:
        """Say whether this set has every character of `text`."""
        return self._transliterator().can_encode(text)

    def can_write(self, text: str) -> bool:
        """Say whether this set has every letter of `text`, be it in parts or in joined forms."""
        written = self.transliterate("".join(joined(text, self.can_encode)))
        return unicodedata.normalize("NFKC", written) == unicodedata.normalize("NFKC", text)

    def transliterate(self, text: str) -> str:
        """Return `text` in the characters of this set, not escaped; a second time changes nothing."""
        return self._spelling(text).transliterate(text)

    def spells(self, text: str) -> Callable[[str], str]:
        """Return `transliterate` for the parts of `text`, which says by its letters whose spelling is right."""
        return self._spelling(text).transliterate

    def encode_page(self, markup: str) -> bytes:
        """Return a page of our own markup as the bytes that go out. Never raises.

        The second byte of a character in Shift_JIS and Big5 may be a backslash or a bar, which are nothing in
        HTML; none is `<`, `>`, `&` or a quotation mark.
        """
        return self._spelling(markup).transliterate(markup, escaped).encode(self.codec, "xmlcharrefreplace")

    def shortened(self, text: str, most: int) -> str:
        """Return the beginning of `text` that takes at most `most` characters, and twice as many bytes in a page.

        An emoji by name takes thirty bytes, an accent by number six.
        """
        allowed, short = most, cut(text, most)
        while (size := len(self.encode_page(escape(short)))) > 2 * most and allowed > 1:
            allowed = min(allowed - 1, allowed * 2 * most // size)
            short = cut(text, allowed)
        return short

    def encode_text(self, text: str) -> bytes:
        """Return plain text as bytes, in which there are no references. Never raises."""
        return _transliterator(self.codec, "", self.without, spelling_of(text)).transliterate(text).encode(self.codec)

    def _transliterator(self, spelling: str = "") -> Transliterator:
        return _transliterator(self.codec, self.references, self.without, spelling)

    def _spelling(self, text: str) -> Transliterator:
        """Return what spells as the language of `text` does, where this set lacks any of its characters."""
        plain = self._transliterator()
        return plain if plain.can_encode(text) else self._transliterator(spelling_of(text))


def escape(text: str) -> Markup:
    """Return `text` as the content of an element, still in Unicode."""
    return Markup(escaped(text))  # noqa: S704  # this is where text becomes safe


def escape_attribute(text: str) -> Markup:
    """Return `text` as the value of an attribute between double quotes, on one line.

    Whatever any set may spell with a quotation mark is an apostrophe here already, so that no spelling ends the
    value; line mode knows no `&quot;`, and neither does the DTD of HTML 3.2.
    """
    quoted = _QUOTES.sub("'", escaped(" ".join(text.split())))
    return Markup(quoted)  # noqa: S704  # escaped in the line above


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes: two for a wide character (UAX 11), none for a mark."""
    return len(text) if text.isascii() else sum(map(_width, text))


@cache
def _width(character: str) -> int:
    if unicodedata.category(character) in {"Cc", "Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"F", "W"} else 1


def escaped(text: str) -> str:
    """Return `text` as `escape` does, for whoever puts it between tags."""
    # `str.translate` takes ten times as long for a text that is not all ASCII.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@cache
def _transliterator(codec: str, references: str, without: str, spelling: str = "") -> Transliterator:
    return Transliterator(_lacking(codec, references, without), spelling)


@cache
def _lacking(codec: str, references: str, without: str) -> re.Pattern[str]:
    """Return the class of what a set lacks; learning what it has takes some milliseconds, so it is kept."""
    if codec == "utf-8":
        return re.compile(f"[{_UTF_8_LACKS}]")
    characters = {*_repertoire(codec), *references} - {*without}
    return re.compile(f"[^\t\n\r -~{''.join(_ranges(characters))}]")


def _repertoire(codec: str) -> Iterator[str]:
    """Yield the characters beyond ASCII that a codec has in at most two bytes and gives back as they were.

    Three bytes are JIS X 0212 in EUC-JP, eight a syllable made of parts in EUC-KR; old machines have neither.
    Python's Shift_JIS writes the yen sign as a backslash.
    """
    lines = "\n".join(map(chr, chain(*_LEGACY))).encode(codec, "ignore")
    for character in {*lines.decode(codec, "ignore")} - _LATE - {_SOFT_HYPHEN}:
        encoded = character.encode(codec, "ignore")
        if character > "\x9f" and len(encoded) <= 2 and encoded.decode(codec) == character:
            yield character


def _ranges(characters: set[str]) -> Iterator[str]:
    """Yield `characters` as the parts of a class in a pattern, neighbours as one range."""
    for character in sorted(characters):
        if chr(ord(character) - 1) not in characters:
            last = ord(character)
            while chr(last + 1) in characters:
                last += 1
            yield f"\\u{ord(character):04x}-\\u{last:04x}"


_TABLE = (
    Charset("ascii", "ASCII, without any accents", "", "ascii"),
    Charset("big5", "Big5 (Chinese of Taiwan and Hong Kong)", "big5", "big5"),
    Charset("cp437", "Code page 437 (DOS, United States)", "ibm437", "cp437"),
    Charset("cp850", "Code page 850 (DOS, Western Europe)", "ibm850", "cp850"),
    Charset("cp852", "Code page 852 (DOS, Central Europe)", "ibm852", "cp852"),
    Charset("cp862", "Code page 862 (DOS, Hebrew)", "ibm862", "cp862", visual=True),
    Charset("cp864", "Code page 864 (DOS, Arabic)", "ibm864", "x_cp864", visual=True),
    Charset("cp866", "Code page 866 (DOS, Cyrillic)", "ibm866", "cp866"),
    Charset("eucjp", "EUC-JP (Japanese, Unix)", "euc-jp", "euc_jp"),
    Charset("euckr", "EUC-KR (Korean)", "euc-kr", "euc_kr"),
    Charset("gb2312", "GB 2312 (Chinese of the mainland)", "gb2312", "gb2312"),
    Charset("iso885913", "ISO 8859-13 (Baltic)", "iso-8859-13", "iso8859_13"),
    Charset("iso88595", "ISO 8859-5 (Cyrillic)", "iso-8859-5", "iso8859_5"),
    Charset("iso88596", "ISO 8859-6 (Arabic)", "iso-8859-6", "iso8859_6"),
    Charset("iso88597", "ISO 8859-7 (Greek)", "iso-8859-7", "iso8859_7", without="₯ͺ"),
    Charset("iso88598", "ISO 8859-8 (Hebrew)", "iso-8859-8", "iso8859_8", visual=True),
    Charset("koi8r", "KOI8-R (Russian, Unix)", "koi8-r", "koi8_r"),
    Charset("koi8u", "KOI8-U (Ukrainian, Unix)", "koi8-u", "koi8_u"),
    Charset("latin1", "ISO 8859-1 (Western Europe)", "iso-8859-1", "latin_1"),
    Charset("latin2", "ISO 8859-2 (Central Europe)", "iso-8859-2", "iso8859_2"),
    Charset("latin4", "ISO 8859-4 (Baltic and Nordic)", "iso-8859-4", "iso8859_4"),
    Charset("latin5", "ISO 8859-9 (Turkish)", "iso-8859-9", "iso8859_9"),
    Charset("macarabic", "MacArabic (Macs, Arabic)", "x-mac-arabic", "x_mac_arabic"),
    Charset("maccyrillic", "MacCyrillic (Macs, Cyrillic)", "x-mac-cyrillic", "mac_cyrillic"),
    Charset("machebrew", "MacHebrew (Macs, Hebrew)", "x-mac-hebrew", "x_mac_hebrew"),
    Charset(
        "macreferences",
        "ASCII, accents by number, as far as Macs have them",
        "",
        "ascii",
        "".join(letter for letter in LATIN_1_LETTERS if letter not in NOT_ON_MACS),
    ),
    Charset("macroman", "MacRoman (Macs, Western Europe)", "macintosh", "mac_roman"),
    Charset("macthai", "MacThai (Macs, Thai)", "x-mac-thai", "x_mac_thai"),
    Charset("references", "ASCII, accents by number, for every browser", "", "ascii", LATIN_1_LETTERS),
    Charset("sjis", "Shift_JIS (Japanese, Macs and Windows)", "shift_jis", "shift_jis"),
    Charset("tis620", "TIS 620 (Thai)", "tis-620", "tis_620"),
    Charset("utf8", "UTF-8 (everything)", "utf-8", "utf-8"),
    Charset("viscii", "VISCII (Vietnamese, Unix)", "viscii", "x_viscii"),
    Charset("win1250", "Windows-1250 (Windows, Central Europe)", "windows-1250", "cp1250"),
    Charset("win1251", "Windows-1251 (Windows, Cyrillic)", "windows-1251", "cp1251"),
    Charset("win1252", "Windows-1252 (Windows, Western Europe)", "windows-1252", "cp1252", without="Žž"),
    Charset("win1253", "Windows-1253 (Windows, Greek)", "windows-1253", "cp1253"),
    Charset("win1254", "Windows-1254 (Windows, Turkish)", "windows-1254", "cp1254"),
    Charset("win1255", "Windows-1255 (Windows, Hebrew)", "windows-1255", "cp1255"),
    Charset("win1256", "Windows-1256 (Windows, Arabic and Persian)", "windows-1256", "cp1256"),
    Charset("win1257", "Windows-1257 (Windows, Baltic)", "windows-1257", "cp1257"),
    Charset("win1258", "Windows-1258 (Windows, Vietnamese)", "windows-1258", "cp1258"),
    Charset("win874", "Windows-874 (Windows, Thai)", "windows-874", "cp874"),
)
# Sorted by name.
CHARSETS: Mapping[str, Charset] = {charset.name: charset for charset in _TABLE}
