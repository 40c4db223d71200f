"""How a language spells its letters in Latin ones where others with the same script spell them otherwise.

anyascii spells a letter one way for all languages: Cyrillic as Russian, and Greek letter by letter. Serbian and
Macedonian have a Latin of their own (Gaj's, here without its marks), Ukrainian the table of BGN/PCGN of 1965, Bulgarian
that of the law of 2009, and Greek ELOT 743 (ISO 843) for two letters that are one sound.
"""

import re
from collections.abc import Mapping

# By lower-case letters; what is not in a table is spelled as anywhere. Sorted by language.
_TABLES: Mapping[str, Mapping[str, str]] = {
    "bg": {"х": "h", "щ": "sht", "ъ": "a", "ь": "y"},
    "sr": {
        "ж": "z", "х": "h", "ц": "c", "ч": "c", "ш": "s", "ђ": "dj", "ѓ": "gj", "ѕ": "dz", "ј": "j", "љ": "lj",
        "њ": "nj", "ћ": "c", "ќ": "kj", "џ": "dz",
    },
    "uk": {"г": "h", "ґ": "g", "и": "y", "й": "y", "є": "ye", "і": "i", "ї": "yi"},
}  # fmt: skip
# Both cases. Sorted.
SPELLINGS: Mapping[str, Mapping[str, str]] = {
    language: {**table, **{letter.upper(): said.capitalize() for letter, said in table.items()}}
    for language, table in _TABLES.items()
}
# Letters that tell one language from another: Russian has the first of these in every sentence, the others never.
_RUSSIAN, _SERBIAN, _UKRAINIAN, _BULGARIAN = "ыэ", "јљњћђџѓќѕ", "іїє", "ъ"
_SAMPLE = 20_000  # characters of a page
_CYRILLIC = re.compile("[\u0400-\u04ff]")

_VOWELS = {"α": "a", "ά": "a", "ε": "e", "έ": "e", "η": "i", "ή": "i"}
# A vowel and an upsilon without a dieresis; the accent is on the second letter: on the first it says that they are two.
_WITH_UPSILON = re.compile("([οαεη])([υύ])(?=([θκξπσςτφχψ]?)(\\w?))", re.IGNORECASE)
_GAMMA = re.compile("γ(?=[γξχ])", re.IGNORECASE)
_B = re.compile("(?:^μπ|μπ$)", re.IGNORECASE)


def spelling_of(text: str) -> str:
    """Return the language of `SPELLINGS` whose letters `text` has most of; an empty string where it is none of them.

    What has letters of Russian as often is Russian with names of others in it.
    """
    start = _CYRILLIC.search(text)
    if start is None:
        return ""
    sample = text[start.start() : start.start() + _SAMPLE].lower()
    counts = [sum(map(sample.count, letters)) for letters in (_RUSSIAN, _SERBIAN, _UKRAINIAN, _BULGARIAN)]
    russian, *others = counts
    most = max(others)
    return ("sr", "uk", "bg")[others.index(most)] if most > russian else ""


def latin_of_greek(word: str) -> str:
    """Return a word of Greek letters with what two of them are together in Latin letters: `του` as `τou`."""
    word = _WITH_UPSILON.sub(_upsilon, word)
    return _B.sub(lambda found: _like(found[0], "b"), _GAMMA.sub(lambda found: _like(found[0], "n"), word))


def _upsilon(found: re.Match[str]) -> str:
    vowel = found[1].lower()
    if vowel == "ο":
        return _like(found[1], "o") + _like(found[2], "u")
    is_voiceless = bool(found[3]) or not found[4]
    return _like(found[1], _VOWELS[vowel]) + _like(found[2], "f" if is_voiceless else "v")


def _like(written: str, said: str) -> str:
    return said.upper() if written[0].isupper() else said
