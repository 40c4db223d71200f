"""Text rewritten in the characters of one set: what the set lacks is transliterated into what it has.

One way for all sets: a run of text that holds anything beyond ASCII is cut into units (a word, a flag, an
emoji with all that is joined to it, a row of stars, a power, a sign of measure, else characters), and each
unit that the set lacks is spelled anew. What the set has is never touched, so transliterating twice is the same
as once. The work is linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from anyascii import anyascii

from app.render.charsets.inherent_vowels import with_vowels
from app.render.charsets.spellings import SPELLINGS, latin_of_greek
from app.render.charsets.tables import LOOKALIKES, MEASURES, REPLACEMENTS

# How many runs and characters are kept, and the longest of such runs: nearly all words are shorter, and 16,384
# of them take about 5 MB.
KEPT_RUNS = 16_384
LONGEST_KEPT = 40

# A letter's own marks are few; the rest is decoration, and sorting a long row of it takes quadratic time.
_MARKS = "[\u0300-\u036f\u3099\u309a]"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_PICTOGRAPH = "[\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_ADDED = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"

# Letters and figures of ASCII belong to the run beside them; the look back keeps the search linear.
_RUN = re.compile("(?<![0-9A-Za-z])[0-9A-Za-z]*[^\t\n\r -~][^\t\n\r -/:-@\\[-`{-~]*")
_COMPOSABLE = re.compile(f"[\u1100-\u11ff]+|\\w{_MARKS}{{1,8}}")
_UNIT = re.compile(
    f"""
    (?P<flag>[\U0001f1e6-\U0001f1ff]{{2}}|\U0001f3f4[\U000e0020-\U000e007f]+)
    |(?P<keycap>[0-9]\ufe0f?\u20e3)
    |(?P<rating>[\u2605\u2b50]{{1,9}}\u00bd?\u2606{{1,9}})
    |(?P<fraction>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{{1,4}}\u2044[\u2080-\u2089]{{1,4}})
    |(?P<emoji>{_PICTOGRAPH}{_ADDED}*(?:\u200d{_PICTOGRAPH}{_ADDED}*)*)
    |(?P<power>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207a\u207b\u207f]+)
    |(?P<measure>\u00b0[CF](?![A-Za-z])|[{"".join(sign for sign in MEASURES if len(sign) == 1)}])
    |(?P<word>[{_LATIN}{_MARKS[1:-1]}]+|[\u0370-\u03ff\u1f00-\u1fff]+|[\u0400-\u052f]+)
    |(?P<unspaced>[\u0e01-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]+)
    |(?P<indic>[\u0900-\u0dff]+)
    |(?P<characters>[\u2e80-\ud7ff]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_SHORT_CODE = re.compile(r":[\w+-]+:")
_NOT_NAMED = re.compile("[\ufe0f\u20e3\u200d\u2640\u2642\U0001f3fb-\U0001f3ff]")
# Signs that ask. Of others that anyascii spells with a question mark, the rest of the spelling must do.
_ASKING = frozenset(
    "\u037e\u055e\u061f\u1367\u1945\u203d\u2047\u2048\u2049\u2e18\u2e2e\u2e54\ua60f\ua6f7\uaaf1\ufe16\ufe56？🙹🙺🙻"
)
_TAGS = re.compile("[\U000e0000-\U000e0fff]")
# Scripts without spaces between words: a syllable of Thai or Lao may begin with one of these vowels, and spelled ones
# stand together up to so many letters, since a window cannot break a longer word.
_SYLLABLE = re.compile("[\u0e40-\u0e44\u0ec0-\u0ec4]?[^\u0e40-\u0e44\u0ec0-\u0ec4]{1,12}|.")
_LONGEST_SPELLED = 16
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


class Transliterator:
    """Rewrites text in the characters of one set, which is known by the characters that it lacks."""

    def __init__(self, lacking: re.Pattern[str], spelling: str = "") -> None:
        """Take the class of single characters that the set lacks, and the language of `SPELLINGS` to spell them in."""
        self._lacking = lacking
        self._spelling: Mapping[str, str] = SPELLINGS.get(spelling, {})

    def can_encode(self, text: str) -> bool:
        """Say whether the set has every character of `text`."""
        return self._lacking.search(text) is None

    def transliterate(self, text: str, finish: Callable[[str], str] = str) -> str:
        """Return `text` in characters of the set; what is spelled anew goes through `finish`."""
        if self.can_encode(text):
            return text
        return _RUN.sub(lambda found: self._kept(found[0], finish), text)

    def _kept(self, run: str, finish: Callable[[str], str]) -> str:
        return _kept(self, run, finish) if len(run) <= LONGEST_KEPT else finish(self.transliterate_run(run))

    def transliterate_run(self, run: str) -> str:
        """Return one run in characters of the set."""
        composed = _COMPOSABLE.sub(self._composed, run)
        return composed if self.can_encode(composed) else _UNIT.sub(self._unit, composed)

    def _composed(self, found: re.Match[str]) -> str:
        return found[0] if self.can_encode(found[0]) else unicodedata.normalize("NFC", found[0])

    def _unit(self, found: re.Match[str]) -> str:
        unit = found[0]
        if self.can_encode(unit):
            return unit
        match found.lastgroup:
            case "word":
                return self._word(unit)
            case "indic":
                return self._characters(with_vowels(unit))
            case "unspaced":
                return _spaced(self._characters(syllable) for syllable in _SYLLABLE.findall(unit))
            case "measure":
                return _apart(found, self.lookalike(unit) or MEASURES[unit])
            case "fraction":
                return _apart(found, anyascii(unit))
            case "characters":
                return self._characters(unit)
        return _BY_ITSELF[found.lastgroup or ""](unit)

    def _characters(self, text: str) -> str:
        return "".join(_nearest(self, character) or self._spelled(character) for character in text)

    def _spelled(self, character: str) -> str:
        return self._spelling.get(character) or transliterated(character)

    def _word(self, word: str) -> str:
        """Return a word in letters of the set; where one cannot be had, all of it is spelled in ASCII.

        Half an accent (`Dvorák`) is worse than none: `Łódź` becomes `Lodz`, `Málaga` stays.
        """
        nearest = [_nearest(self, letter) for letter in word]
        return "".join(nearest if all(nearest) else map(self._spelled, latin_of_greek(word)))

    def lookalike(self, character: str) -> str:
        """Return what the set has in place of a character that it lacks, or an empty string.

        A letter of another script may lose its mark (`ў` is `у`); a Latin one takes all of its word along.
        """
        lookalikes = [*LOOKALIKES.get(character, ""), *_toned(character)]
        if character > "\u036f" and character.isalpha() and not "\u1e00" <= character <= "\u1eff":
            lookalikes.append(unicodedata.normalize("NFD", character)[0])
        return next((lookalike for lookalike in lookalikes if self.can_encode(lookalike)), "")


@lru_cache(KEPT_RUNS)
def _kept(transliterator: Transliterator, run: str, finish: Callable[[str], str]) -> str:
    return finish(transliterator.transliterate_run(run))


@lru_cache(KEPT_RUNS)
def _nearest(transliterator: Transliterator, character: str) -> str:
    """Return a character as the set has it, itself or a twin; an empty string where it has neither."""
    return character if transliterator.can_encode(character) else transliterator.lookalike(character)


@lru_cache(KEPT_RUNS)
def transliterated(character: str) -> str:
    """Return one character spelled in ASCII; an empty string where it says nothing."""
    if character in REPLACEMENTS:
        return REPLACEMENTS[character]
    if character.isascii():
        return character if character in "\t\n\r" or character.isprintable() else ""
    if _TAGS.match(character):
        return ""
    said = anyascii(character)
    if _SHORT_CODE.fullmatch(said):
        return f"[{_name(character)}]"
    return said if character in _ASKING else said.replace("?", "")


def _toned(character: str) -> list[str]:
    """Return a letter of Vietnamese with its tone behind it, as windows-1258 has it: `ệ` as `ê` and the dot below."""
    parts = unicodedata.normalize("NFD", character)
    tones = [part for part in parts if part in _TONES]
    rest = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return [rest + tones[0]] if len(tones) == 1 else []


def _spaced(syllables: Iterable[str]) -> str:
    """Return spelled syllables with a space where they would make too long a word."""
    words = [""]
    for syllable in syllables:
        if words[-1] and len(words[-1]) + len(syllable) > _LONGEST_SPELLED:
            words.append("")
        words[-1] += syllable
    return " ".join(words)


def _name(character: str) -> str:
    """Return the name of a pictograph; anyascii's own where Python's Unicode is too old to know it."""
    said = anyascii(character).strip(":").replace("_", " ")
    return unicodedata.name(character, said).lower()


def _emoji(cluster: str) -> str:
    """Return an emoji by name in brackets; of a joined one all that it is made of, but for skin and sex."""
    parts = _NOT_NAMED.sub("", cluster) or cluster[0]
    if len(parts) == 1:
        return transliterated(parts)
    return f"[{', '.join(map(_name, parts))}]"


def _flag(cluster: str) -> str:
    """Return a flag by the letters it is made of: regional indicators (UTS 51), or tags behind a black flag."""
    letters = "".join(map(anyascii, cluster[1:])) if _TAGS.search(cluster) else anyascii(cluster)
    return f"[flag: {re.sub('[^0-9A-Z]', '', letters.upper())}]"


def _rating(stars: str) -> str:
    """Return how many of a row of stars are full, of how many: without colours `\u2605\u2605\u2606` would be three."""
    half = "\u00bd" in stars
    full = len(stars) - stars.count("\u2606") - half
    return f"{full}{'.5' if half else ''}/{len(stars)}"


def _apart(found: re.Match[str], said: str) -> str:
    """Return a sign of measure with a space between it and a figure beside it."""
    before = found.string[max(0, found.start() - 1) : found.start()]
    after = found.string[found.end() : found.end() + 1]
    return f"{' ' if before.isdigit() else ''}{said}{' ' if after.isdigit() else ''}"


_BY_ITSELF: dict[str, Callable[[str], str]] = {
    "emoji": _emoji,
    "flag": _flag,
    "keycap": lambda cluster: f"[{cluster[0]}]",
    "power": lambda digits: "^" + anyascii(digits),
    "rating": _rating,
}
