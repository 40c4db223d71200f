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

# Words that say nothing of what happened, accents folded, by language. What is missing here is found by its number.
_STOPWORDS = {
    "de": """aber als am an auch auf aus bei bis das dem den der des die dies diese ein eine einem einen einer
    er es fur gegen hat im in ist ja jetzt kann kein liveblog liveticker man mit nach neu neue neuer nicht noch nur
    ob oder sich sie sind so sollen soll ticker uber um und unter vom von vor war warum was weg wegen wer wie will
    wir wird zu zum zur
    zwei drei vier funf sechs sieben prozent millionen mehr menschen jahre""",
    "en": """a about after again all amid among an and are as at be been before but by can could did do does for
    from had has have he her his how i if in into is it its just know latest let live more my new no not of off on
    one or our out over s says she should so than that the their them they this to under up update updates us video
    was we were what when where which who why will with would you your
    two three four five six seven million percent people years""",
    "es": """a al ante asi aun como con contra cual cuando de del desde dicen directo dos el en entre era es esta
    estas este estos fue ha han hasta hay hora la las le lo los mas me mi muy ni no o para pero por porque que quien
    se segun ser si sin sobre su sus tambien tras ultima un una uno va y ya
    tres cuatro cinco seis siete mil millones personas anos""",
    "fr": """a apres au aux avec ce ces cette comme dans de des deux direct du elle en entre est et etait il ils je
    l la le les leur lui mais ne nous on ont ou par pas plus pour pourquoi que qui quoi s sa se ses son sont sous
    sur un une vers""",
    "it": """a ai al alla alle anche che chi ci come con cosa da dal dalla de dei del della delle di diretta dopo e
    ed gli ha hanno i il in io l la le lo ma nel nella non o per perche piu quando se si sono su sul sulla tra un
    una uno""",
    "nl": """aan als bij dan dat de die dit door een en er geen haar heeft het hij hoe ik in is kan liveblog maar
    meer met na naar niet nog nu of om onder ook op over te tegen tot uit van voor waarom wat wel weer werd wie wij
    zich zijn zo zonder""",
    "pt": """a ao aos apos as ate com como contra da das de depois do dos e ela ele em entre era esta foi ha isso ja
    mais mas na nao nas no nos o os ou para pela pelo por porque quando que quem se sem ser seu sobre sua tem um
    uma""",
}
STOPWORDS = {language: frozenset(words.split()) for language, words in _STOPWORDS.items()}

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


def words_of(text: str, stems: dict[str, str]) -> list[tuple[str, str]]:
    """Return the words of `text` as they are written, each with its stem; `stems` holds those found before."""
    words: list[tuple[str, str]] = []
    for word in WORD.findall(text):
        if word not in stems:
            stems[word] = _stem(word)
        if _UNSPACED.match(word):
            words += [(pair, pair) for pair in map("".join, pairwise(word))]
        else:
            words.append((word, stems[word]))
    return words


def _stem(word: str) -> str:
    """Return the beginning of a word, without what its grammar puts at the end."""
    return _ENDINGS.sub("", _folded(word))[:STEM_LENGTH]


def _folded(word: str) -> str:
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
    known = {_folded(word): stem for word, stem in stems.items() if len(word) >= SHORTEST_PART}
    parts: dict[str, set[str]] = {}
    for word, stem in stems.items():
        folded = _folded(word)
        places = range(SHORTEST_PART, len(folded) - SHORTEST_PART + 1)
        halves = [half for place in places for half in (folded[:place], folded[place:]) if half in known]
        if halves:
            parts[word] = {known[half] for half in halves} - {stem}
    return parts
