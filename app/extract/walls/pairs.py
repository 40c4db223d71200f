"""What walls say in their own words: of what they speak, and what is the matter with it, in one short sentence.

Nobody can list all sentences; but "page" and "was not found", or "domain" and "for sale", stand in all of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.extract.walls.pair_words import PAIRS
from app.extract.walls.report_words import REPORTS
from app.extract.walls.signs import Kind
from app.text.counts import count_words
from app.text.words import Words

# Words: in a longer text than this nobody looks, and not in a longer sentence.
MOST_WORDS, LONGEST_SENTENCE = 250, 18
# A sentence of a report has at least so many.
LEAST_OF_A_REPORT = 5
SENTENCE_END = re.compile(r"[.!?]\s|[。！？।؟]\s?|\n")
# The signs between words; `\W` would have the vowels of Indian and Thai script among them.
_NO_WORD = re.compile(
    "[\\s!-/:-@\\[-`{-~\u00a1\u00ab\u00b7\u00bb\u00bf\u0589\u060c\u061b\u061f\u06d4\u0964\u2000-\u206f\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]+"
)
# Scripts in which a word may begin anywhere, for want of spaces or since articles are written before it.
_ANYWHERE = re.compile("[\u0590-\u06ff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

_LONG_WORDS = re.compile("[\u0e00-\u0eff]")  # Thai and Lao have twice as many letters to a word as Chinese


class _Pair(NamedTuple):
    kind: Kind
    things: Words
    matters: Words


def _stems(words: Iterable[str]) -> Words:
    return Words(*(word if _ANYWHERE.match(word) else f" {word}" for word in words))


_PAIRS = [_Pair(kind, _stems(things), _stems(matters)) for kind, pairs in PAIRS.items() for things, matters in pairs]
_REPORTS = Words(*(word if _ANYWHERE.match(word) else f" {word} " for word in REPORTS))


def kinds_in(text: str) -> Counter[Kind]:
    """Return how many sentences of a text, in small letters, are those of each kind of wall."""
    return next(kinds_in_each((text,)))


def kinds_in_each(texts: Sequence[str]) -> Iterator[Counter[Kind]]:
    """Yield the same for each of some texts that are looked at together.

    Whose words stand nowhere in them is asked first: most pairs.
    """
    short = [text if count_words(text) <= MOST_WORDS else "" for text in texts]
    pairs = _both_in(_spaced(" ".join(short)), _PAIRS)
    for text in short:
        sentences = SENTENCE_END.split(text) if pairs else []
        yield Counter(kind for sentence in sentences for kind in _kinds_of(sentence, pairs))


def may_say(kind: Kind, text: str) -> bool:
    """Say whether a text, in small letters, has the words that make a sentence of a kind, wherever they stand."""
    return any(each.kind is kind for each in _both_in(_spaced(text), _PAIRS))


def is_report(sentence: str) -> bool:
    """Say whether a sentence, in small letters, tells what somebody said or what came of something: no wall does."""
    return count_words(sentence) >= LEAST_OF_A_REPORT and _REPORTS.are_in(_spaced(sentence))


def _kinds_of(sentence: str, pairs: Iterable[_Pair]) -> frozenset[Kind]:
    longest = LONGEST_SENTENCE * (2 if _LONG_WORDS.search(sentence) else 1)
    if not sentence or count_words(sentence) > longest:
        return frozenset()
    found = frozenset(each.kind for each in _both_in(_spaced(sentence), pairs))
    return found - {Kind.GONE} if Kind.REGION in found else found  # it is there, but not for all


def _both_in(spaced: str, pairs: Iterable[_Pair]) -> list[_Pair]:
    return [each for each in pairs if each.things.are_in(spaced) and each.matters.are_in(spaced)]


def _spaced(sentence: str) -> str:
    return f" {_NO_WORD.sub(' ', sentence)} "
