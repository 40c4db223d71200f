"""Which character set a family of languages is sent in, by the kind of machine. Data, and the two ways to look it up.

Sources: what Macs, Windows and Unix shipped with (Flavell's and WebOne's tables), and what browsers were seen to do.
"""

from collections.abc import Mapping
from dataclasses import replace

from app.render.charsets.charsets import CHARSETS, Charset

# What browsers from 1997 on, which know UTF-8, get in it: where it is better supported than a set of the machine's own,
# or there is none. Sorted.
_UNICODE: Mapping[str, str] = dict.fromkeys(("arabic", "armenian", "georgian", "indic", "other", "vietnamese"), "utf8")
# The set of pages, by the kind of machine and the family; `""` stands for every other family.
_PLATFORMS: Mapping[str, Mapping[str, str]] = {
    # Every set contains ASCII; Latin-1 is written as numeric references.
    "anywhere": {"": "references"},
    # MicroWeb drops all bytes beyond ASCII, and knows the numbers.
    "dos": {"": "references"},
    "latin": {"": "references", "western": "latin1"},
    # Mac browsers turn Latin-1 into MacRoman themselves, and so lose 14 of its characters.
    "mac": {
        "": "macreferences",
        "arabic": "macarabic",
        "central": "latin2",
        "chinese-simplified": "gb2312",
        "chinese-traditional": "big5",
        "cyrillic": "maccyrillic",
        "greek": "iso88597",
        "hebrew": "machebrew",
        "japanese": "sjis",
        "korean": "euckr",
        "thai": "macthai",
        "turkish": "latin5",
    },
    "unix": {
        "": "references",
        "arabic": "iso88596",
        "baltic": "latin4",
        "central": "latin2",
        "chinese-simplified": "gb2312",
        "chinese-traditional": "big5",
        "cyrillic": "koi8r",
        "greek": "iso88597",
        "hebrew": "iso88598",
        "japanese": "eucjp",
        "korean": "euckr",
        "thai": "tis620",
        "turkish": "latin5",
        "vietnamese": "viscii",
        "western": "latin1",
    },
    "windows": {
        "": "references",
        "arabic": "win1256",
        "baltic": "win1257",
        "central": "win1250",
        "chinese-simplified": "gb2312",
        "chinese-traditional": "big5",
        "cyrillic": "win1251",
        "greek": "win1253",
        "hebrew": "win1255",
        "japanese": "sjis",
        "korean": "euckr",
        "thai": "win874",
        "turkish": "win1254",
        "vietnamese": "win1258",
        "western": "latin1",
    },
}
_WITH_UNICODE = {f"{name}4": {**_PLATFORMS[name], **_UNICODE} for name in ("mac", "unix", "windows")}
PLATFORMS: Mapping[str, Mapping[str, str]] = {
    name: dict(sorted(row.items())) for name, row in sorted({**_PLATFORMS, **_WITH_UNICODE}.items())
}
# The same for a plain text, which is saved to the disk of that machine and opened by its editor.
_TEXT_SETS: Mapping[str, Mapping[str, str]] = {
    "anywhere": {"": "ascii"},
    "dos": {"": "cp437", "arabic": "cp864", "central": "cp852", "cyrillic": "cp866", "hebrew": "cp862"},
    "latin": {"": "latin1"},
    "mac": {**PLATFORMS["mac"], "": "macroman"},
    "unix": {**PLATFORMS["unix"], "": "latin1"},
    "windows": {**PLATFORMS["windows"], "": "win1252", "western": "win1252"},
}
TEXT_SETS: Mapping[str, Mapping[str, str]] = {name: _TEXT_SETS[name.removesuffix("4")] for name in PLATFORMS}
# What the letters of a machine's browser lack of those sets: seen in MicroWeb 2.1, which shows plain texts itself.
_TEXT_LACKS: Mapping[str, str] = {"dos": "£½°"}
# A word of each family whose readers would not know it in Latin letters.
UNSPELLABLE: Mapping[str, str] = {
    "arabic": "عربي",
    "armenian": "հայերեն",
    "chinese-simplified": "中文",
    "chinese-traditional": "中文",
    "georgian": "ქართული",
    "hebrew": "עברית",
    "indic": "हिन्दी",
    "japanese": "にほん",
    "korean": "한국",
    "other": "አማርኛ",
    "thai": "ไทย",
}
# A word of each family that can be read in Latin letters, though nobody likes to.
SPELLABLE: Mapping[str, str] = {
    "baltic": "ė",
    "central": "č",
    "cyrillic": "мир",
    "greek": "λόγος",
    "turkish": "ş",
    "vietnamese": "Hội",
}


def page_set(platform: str, family: str) -> Charset:
    """Return the set in which pages of a family travel; `platform` may be the name of a set, for everything."""
    return _looked_up(PLATFORMS, platform, family)


def text_set(platform: str, family: str) -> Charset:
    """Return the set of plain texts of a family, with `platform` as in `page_set`."""
    found = _looked_up(TEXT_SETS, platform, family)
    lacks = _TEXT_LACKS.get(platform)
    return replace(found, without=found.without + lacks) if lacks else found


def _looked_up(table: Mapping[str, Mapping[str, str]], name: str, family: str) -> Charset:
    if name in CHARSETS:
        return CHARSETS[name]
    row = table[name]
    return CHARSETS[row.get(family, row[""])]
