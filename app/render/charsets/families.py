"""Which character sets can encode each family of languages: offered where a browser lacks its script."""

from collections.abc import Mapping

# The families of `text.charset_family`, and the sets of `charsets` with their letters, the simplest systems first.
# UTF-8 has all of them, and is all that there is for some. Sorted.
SETS_OF_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "arabic": ("win1256", "iso88596", "macarabic", "cp864", "utf8"),
    "armenian": ("utf8",),
    "baltic": ("win1257", "iso885913", "latin4", "utf8"),
    "central": ("latin2", "win1250", "cp852", "utf8"),
    "chinese-simplified": ("gb2312", "utf8"),
    "chinese-traditional": ("big5", "utf8"),
    "cyrillic": ("koi8r", "win1251", "koi8u", "iso88595", "maccyrillic", "cp866", "utf8"),
    "georgian": ("utf8",),
    "greek": ("iso88597", "win1253", "utf8"),
    "hebrew": ("iso88598", "win1255", "machebrew", "cp862", "utf8"),
    "indic": ("utf8",),
    "japanese": ("sjis", "eucjp", "utf8"),
    "korean": ("euckr", "utf8"),
    "other": ("utf8",),
    "thai": ("win874", "tis620", "macthai", "utf8"),
    "turkish": ("latin5", "win1254", "utf8"),
    "vietnamese": ("win1258", "viscii", "utf8"),
    "western": ("references", "macreferences", "latin1", "win1252", "macroman", "cp437", "cp850", "utf8"),
}
