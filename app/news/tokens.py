"""The words of headlines: found, cut down to their stems, and weighed by language. No I/O."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

SHORTEST_PART = 4  # letters, of a word inside of another one
STEM_LENGTH = 7  # letters

# Languages that write every noun with a capital letter, so that many of them do not make a title in capitals.
CAPITALS_EVERYWHERE = frozenset({"de"})

# Languages that make one word out of several.
COMPOUNDING = frozenset({"da", "de", "nl", "no", "sv"})

# Endings of words, the longest first; what is left of the word has four letters or more.
_ENDINGS = re.compile(
    r"(?<=\w{4})(?:aciones|amiento|imiento|ations|uciones|iones|acion|ation|ungen|ments|ingen|ically|ados|adas|idos|"
    r"idas|ando|endo|ment|ance|ants|ings|ieron|aron|ung|ern|ers|ing|ion|ado|ada|ido|ida|ten|tes|ies|est|ant|ed|en|"
    r"er|es|em|et|te|ly|os|as|ar|an|on|al|s|e|n|o|a|r|t|y)$"
)
# Letters with the vowel signs of India and South East Asia, which are no letters to `re`; numbers with a point.
WORD = re.compile(r"\d+(?:[.,:-]\d+)*|(?:[^\W\d_]|[\u0900-\u0963\u0971-\u0dff\u0e00-\u0eff\u1000-\u109f])+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
# Han, kana, Hangul, Thai, Lao, Burmese, Khmer: without spaces, or with particles that hang on to the words.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]"
)


#: Words as they are written, each with its stem.
Words = list[tuple[str, str]]


def words_of(text: str, stems: dict[str, str]) -> Words:
    """Return the words of `text` as they are written, each with its stem; `stems` holds those found before."""
    words: Words = []
    for word in WORD.findall(text):
        if word not in stems:
            stems[word] = stem_of(word)
        if _UNSPACED.match(word):
            words += [(pair, pair) for pair in map("".join, pairwise(word))]
        else:
            words.append((word, stems[word]))
    return words


def stem_of(word: str) -> str:
    """Return the beginning of a word, without what its grammar puts at the end."""
    return _ENDINGS.sub("", folded(word))[:STEM_LENGTH]


def folded(word: str) -> str:
    """Return a word without capitals and accents."""
    word = word.casefold()
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", word)))


def names_in(titles: Iterable[Sequence[tuple[str, str]]], nouns: bool = False) -> set[str]:
    """Return the stems that are always written with a capital letter, and not only at the beginning."""
    names: set[str] = set()
    small: set[str] = set()
    for title in titles:
        capitals = [stem for word, stem in title[1:] if word[0].isupper()]
        small |= {stem for word, stem in title if word[0].islower()}
        if nouns or 2 * len(capitals) <= len(title):  # else it is a title with a capital letter in each of its words
            names |= set(capitals)
    return names - small


def parts_of(stems: dict[str, str]) -> dict[str, set[str]]:
    """Return the stems of the words that others begin or end with: `Damm` in `Dammbruch`."""
    known = {folded(word): stem for word, stem in stems.items() if len(word) >= SHORTEST_PART}
    parts: dict[str, set[str]] = {}
    for word, stem in stems.items():
        whole = folded(word)
        places = range(SHORTEST_PART, len(whole) - SHORTEST_PART + 1)
        halves = [half for place in places for half in (whole[:place], whole[place:]) if half in known]
        if halves:
            parts[word] = {known[half] for half in halves} - {stem}
    return parts
