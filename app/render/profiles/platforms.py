"""Which character set a family of languages is sent in, by the kind of machine. Data, and the two ways to look it up.

Sources: what Macs, Windows and Unix shipped with (Flavell's and WebOne's tables), and what browsers were seen to do.
"""

from collections.abc import Mapping

from app.render.charsets.charsets import CHARSETS, Charset

# The set of pages, by the kind of machine and the family; `""` stands for every other family.
PLATFORMS: Mapping[str, Mapping[str, str]] = {
    # Every set contains ASCII; Latin-1 is written as numeric references.
    "anywhere": {"": "references"},
    # MicroWeb drops all bytes beyond ASCII, and knows the numbers.
    "dos": {"": "references"},
    "latin": {"": "references", "western": "latin1"},
    # Mac browsers turn Latin-1 into MacRoman themselves, and so lose 14 of its characters.
    "mac": {
        "": "macreferences",
        "central": "latin2",
        "chinese-simplified": "gb2312",
        "chinese-traditional": "big5",
        "cyrillic": "maccyrillic",
        "greek": "iso88597",
        "japanese": "sjis",
        "korean": "euckr",
        "turkish": "latin5",
    },
    "unix": {
        "": "references",
        "baltic": "latin4",
        "central": "latin2",
        "chinese-simplified": "gb2312",
        "chinese-traditional": "big5",
        "cyrillic": "koi8r",
        "greek": "iso88597",
        "japanese": "eucjp",
        "korean": "euckr",
        "turkish": "latin5",
        "western": "latin1",
    },
    "windows": {
        "": "references",
        "baltic": "win1257",
        "central": "win1250",
        "chinese-simplified": "gb2312",
        "chinese-traditional": "big5",
        "cyrillic": "win1251",
        "greek": "win1253",
        "japanese": "sjis",
        "korean": "euckr",
        "turkish": "win1254",
        "western": "latin1",
    },
}
# The same for a plain text, which is saved to the disk of that machine and opened by its editor.
TEXT_SETS: Mapping[str, Mapping[str, str]] = {
    "anywhere": {"": "ascii"},
    "dos": {"": "cp437", "central": "cp852", "cyrillic": "cp866"},
    "latin": {"": "latin1"},
    "mac": {**PLATFORMS["mac"], "": "macroman"},
    "unix": {**PLATFORMS["unix"], "": "latin1"},
    "windows": {**PLATFORMS["windows"], "": "win1252", "western": "win1252"},
}
# A word of each family, to show what becomes of it in Latin letters.
UNSPELLABLE: Mapping[str, str] = {
    "chinese-simplified": "中文",
    "chinese-traditional": "中文",
    "japanese": "にほん",
    "korean": "한국",
}


def page_set(platform: str, family: str) -> Charset:
    """Return the set in which pages of a family travel; `platform` may be the name of a set, for everything."""
    return _looked_up(PLATFORMS, platform, family)


def text_set(platform: str, family: str) -> Charset:
    """Return the set of plain texts of a family, with `platform` as in `page_set`."""
    return _looked_up(TEXT_SETS, platform, family)


def _looked_up(table: Mapping[str, Mapping[str, str]], name: str, family: str) -> Charset:
    if name in CHARSETS:
        return CHARSETS[name]
    row = table[name]
    return CHARSETS[row.get(family, row[""])]
