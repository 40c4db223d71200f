"""How long a text takes to read, which pages say over it, in the languages of the news."""

import re

LONGEST = 40  # characters
_MINUTES = (
    r"(?:ca\.? |about |env\. |< ?)?\d{1,3}(?:-\d{1,3})?[ -]?(?:min(?:s|utes?|uten|utos?|uti|ut[aeyt]?|uter|utter|"
    r"uuttia)?|"
    r"мин\w{0,4}|хв\w{0,6}|分钟?|分鐘|dakika|dk|menit|phút)\.?"
)
_TAKES = re.compile(
    rf"{_MINUTES} (?:read(?:ing)?(?: time)?|to read|lesezeit|lesedauer|de lecture|de lectura|de leitura|di lettura|"
    r"leestijd|lezen|lästid|läsning|lesetid|læsetid|lukuaika|czytania|čtení|okuma(?: süresi)?|чтения|на чтение|читання|"
    r"baca)|(?:(?:estimated |approximate )?(?:reading|read) time|lesezeit|lesedauer|temps de lecture|durée de lecture|"
    r"tiempo (?:estimado )?de lectura|tempo (?:stimato )?di lettura|tempo de leitura|leestijd|lästid|lesetid|læsetid|"
    r"lukuaika|czas czytania|doba čtení|olvasási idő|timp de citi(?:re|t)|okuma süresi|время (?:на )?(?:про)?чтени[ея]|"
    rf"час читання|waktu baca|thời gian đọc|閱讀時間|阅读时间|読了時間)\W{{0,4}}{_MINUTES}"
)

_FIGURE = re.compile(r"\d")


def says_reading_time(lower: str) -> bool:
    """Say whether a short text, in small letters, says nothing but how long it takes to read another."""
    return (
        len(lower) <= LONGEST
        and _FIGURE.search(lower) is not None
        and _TAKES.fullmatch(lower.strip(" .()[]·•|⏱")) is not None
    )
