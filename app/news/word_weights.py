"""How much a word tells of what happened: the less, the more common it is in its language.

The frequencies are those of wordfreq (Speer, 2022, https://doi.org/10.5281/zenodo.7199437), a table of about 30,000
words in each of 42 languages, since the headlines of one day are too few to tell a common word from a rare one.
"""

import math
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from app.news.tokens import stem_of

# How often a word is met in a million, by the decimal logarithm, that tells nothing, and that tells all it can.
COMMON, RARE = 3.0, 0.0
# Languages whose tables are held, each about 2 MB; one is read in 40 ms.
MOST_LANGUAGES = 8
# What the table calls languages that it has under another name.
_NAMES = {"bs": "sh", "hr": "sh", "no": "nb", "sr": "sh"}
# Their words are compared by pairs of characters (`tokens`), so the table is cut into such pairs too.
_PAIRED = frozenset({"ja", "ko", "zh"})


@lru_cache(MOST_LANGUAGES)
def word_weights(language: str) -> Mapping[str, float]:
    """Return the weight of each stem that is common in a language (`en`), 0 to 1; one that it lacks weighs 1."""
    frequencies: dict[str, float] = {}
    for word, share in _table(language).items():
        if language in _PAIRED and len(word) > 1:
            for pair in map("".join, pairwise(word)):
                frequencies[pair] = frequencies.get(pair, 0) + share
        else:
            stem = stem_of(word)
            frequencies[stem] = max(frequencies.get(stem, 0), share)
    weights = {stem: _weight(share) for stem, share in frequencies.items()}
    return MappingProxyType({stem: weight for stem, weight in weights.items() if weight < 1})


def _weight(share: float) -> float:
    return min(1.0, max(0.0, (COMMON - math.log10(share * 1e6)) / (COMMON - RARE)))


def _table(language: str) -> Mapping[str, float]:
    # Not before it is needed: the import takes half a second.
    from wordfreq import available_languages, get_frequency_dict  # noqa: PLC0415

    name = _NAMES.get(language, language)
    return get_frequency_dict(name, "small") if name in available_languages("small") else {}
