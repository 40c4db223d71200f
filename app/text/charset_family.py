"""Which family of character sets can encode a text. No business logic, no I/O.

The script of the text decides first, since pages lie about their language and never about their letters; then,
in the Latin script, the language, and last which set has most of the letters.
"""

import re
from collections.abc import Mapping

# How much of a text is looked at, in characters: a few paragraphs.
SAMPLE = 2000

# The families, sorted; `other` are scripts of which no set but UTF-8 was ever common (Ethiopic, Khmer, Lao ...).
FAMILIES = (
    "arabic",
    "armenian",
    "baltic",
    "central",
    "chinese-simplified",
    "chinese-traditional",
    "cyrillic",
    "georgian",
    "greek",
    "hebrew",
    "indic",
    "japanese",
    "korean",
    "other",
    "thai",
    "turkish",
    "vietnamese",
    "western",
)

# Languages in the Latin script whose letters are not those of Western Europe; sorted.
_LANGUAGES: Mapping[str, str] = {
    "az": "turkish",
    "bs": "central",
    "cs": "central",
    "et": "baltic",
    "hr": "central",
    "hu": "central",
    "ku": "turkish",
    "lt": "baltic",
    "lv": "baltic",
    "pl": "central",
    "ro": "central",
    "sk": "central",
    "sl": "central",
    "sr": "central",
    "tr": "turkish",
    "vi": "vietnamese",
}
# Regions and scripts of Chinese that are written in the traditional characters, and the others.
_TRADITIONAL = frozenset({"hant", "hk", "mo", "tw"})
_SIMPLIFIED = frozenset({"cn", "hans", "my", "sg"})

# Each script and where its letters stand: the higher bytes of their code points, 256 of which are counted as one.
_SCRIPTS: Mapping[str, bytes] = {
    "arabic": bytes((0x06, 0x07, 0xFC, 0xFD)),
    "cyrillic": bytes((0x04,)),
    "eastern": bytes((0x11, *range(0x30, 0xA0), *range(0xAC, 0xD8), 0xF9, 0xFA)),
    "greek": bytes((0x03, 0x1F)),
    "hebrew": bytes((0x05,)),
    "indic": bytes(range(0x09, 0x0E)),
    "latin": bytes((0x00, 0x01, 0x1E)),
    "other": bytes((0x0F, 0x10, *range(0x12, 0x19), 0x2D)),
    "thai": bytes((0x0E,)),
}
# Scripts that share those bytes: which letters are of which other family.
_NEIGHBOURS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "hebrew": (re.compile("[\u0531-\u058f]+"), "armenian"),
    "other": (re.compile("[\u10a0-\u10ff\u2d00-\u2d2f]+"), "georgian"),
    "thai": (re.compile("[\u0e80-\u0eff]+"), "other"),
}
_NO_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalpha())
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_NOTHING = re.compile("(?!)")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+")
_KANA = re.compile("[\u3041-\u30fa\u30fc-\u30ff\uff66-\uff9f]+")
# A character of the East says about as much as three letters.
_WEIGHT = 3
# Of the letters of a text in another language than its tag says, at least one in so many is not of Western Europe:
# fewer are names in a Western text.
_RARE = 25
# The tie goes to the first.
_LATIN_CODECS: Mapping[str, str] = {
    "western": "cp1252",
    "central": "cp1250",
    "turkish": "cp1254",
    "baltic": "cp1257",
}
_ACCENTED = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")
_VIETNAMESE = re.compile("[\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]+")
# Romanian with the commas of Unicode means the cedillas that all sets of its family have.
_CEDILLAS = str.maketrans("ȘșȚț", "ŞşŢţ")


def family_of(language: str, text: str) -> str:
    """Return the family of character sets, one of `FAMILIES`, that can encode `text`.

    `language` is a BCP 47 tag, which may be empty or wrong. A text without letters is western, or what its
    language says.
    """
    sample = text[:SAMPLE]
    tags = language.lower().replace("_", "-").split("-")
    if sample.isascii():
        return _latin(tags, sample)
    counts = _counts(sample)
    script = max(counts, key=lambda each: counts[each])
    if script == "eastern":
        return _eastern(tags, sample)
    if script == "latin" or not counts[script]:
        return _latin(tags, sample)
    letters, neighbour = _NEIGHBOURS.get(script, (_NOTHING, script))
    return neighbour if sum(map(len, letters.findall(sample))) * 2 > counts[script] else script


def _counts(sample: str) -> Mapping[str, int]:
    """Return how much of a text is in each script."""
    beyond = "".join(_BEYOND_ASCII.findall(sample)).encode("utf-16-be", "surrogatepass")[::2]
    counts = {script: len(beyond) - len(beyond.translate(None, where)) for script, where in _SCRIPTS.items()}
    counts["latin"] += len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    counts["eastern"] *= _WEIGHT
    return counts


def _eastern(tags: list[str], sample: str) -> str:
    """Return the family of a text in the characters of the East; a few kana or syllables may be quoted."""
    han, hangul, kana = (sum(map(len, script.findall(sample))) for script in (_HAN, _HANGUL, _KANA))
    if hangul > kana and hangul * 10 > han:
        return "korean"
    if kana * 20 > han or tags[0] == "ja":
        return "japanese"
    return "korean" if tags[0] == "ko" else _chinese(tags, sample)


def _chinese(tags: list[str], sample: str) -> str:
    if _TRADITIONAL.intersection(tags):
        return "chinese-traditional"
    if _SIMPLIFIED.intersection(tags):
        return "chinese-simplified"
    characters = "".join(_HAN.findall(sample))
    traditional = _encodable(characters, "big5") > _encodable(characters, "gb2312")
    return "chinese-traditional" if traditional else "chinese-simplified"


def _latin(tags: list[str], sample: str) -> str:
    if tags[0] in _LANGUAGES:
        return _LANGUAGES[tags[0]]
    letters = "".join(_ACCENTED.findall(sample)).translate(_CEDILLAS)
    has = {family: _encodable(letters, codec) for family, codec in _LATIN_CODECS.items()}
    if (len(letters) - has["western"]) * _RARE < sum(map(str.isalpha, sample)):
        return "western"
    best = max(has, key=lambda family: has[family])
    vietnamese = sum(map(len, _VIETNAMESE.findall(letters)))
    return "vietnamese" if vietnamese > len(letters) - vietnamese else best


def _encodable(text: str, codec: str) -> int:
    """Return how many characters of `text` a codec has."""
    return len(text.encode(codec, "ignore").decode(codec))
