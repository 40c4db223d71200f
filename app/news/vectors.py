"""Headlines as vectors of what they are about, so that two can be compared. No I/O but the table of `word_weights`.

The words of title and summary, stemmed, each weighed by how rare it is in its language and in the batch (Salton and
Buckley, 1988) and by whether it is a name; only the heaviest are kept, so that comparing many stays quick.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from app.models import Headline
from app.news.tokens import CAPITALS_EVERYWHERE, COMPOUNDING, Words, names_in, parts_of, words_of
from app.news.word_weights import word_weights

# The policy, sorted by name; `python -m bench.grouping` tells how well it does.
COMMON_SHARE = 0.05  # of the headlines of a language; a word in more of them tells nothing...
COMMON_LEAST, COMMON_MOST = 12, 50  # ...if it is in more headlines than the first; in more than the second always
KEPT_WORDS = 16  # of a headline
LEAST_REFRAINS = 4  # headlines of a publisher, from which on it is known what all of them say
LONE_COUNT = 4  # what a word counts as that no other headline has, and that therefore compares with nothing
NAME_WEIGHT = 1.5  # of a word that is always written with a capital letter: a name, in German any noun
PART_WEIGHT = 0.5  # of a word inside of another one
REFRAIN_SHARE = 0.5  # of a publisher's headlines
SUMMARY_WEIGHT = 0.8  # of a word that is not in the title
TITLE_LENGTH = 0.9  # of the vector of a headline without a summary, where fewer words meet by chance

Vector = dict[str, float]


def vectors_of(batch: Sequence[Headline], language: str) -> list[Vector]:
    """Return each headline of a batch in one language (`en`) as the weights of its words, of length 1 at most."""
    stems: dict[str, str] = {}
    titles = [words_of(each.title, stems) for each in batch]
    # What a publisher says of several of its headlines is about none of them.
    said = Counter((each.publisher, each.summary) for each in batch)
    summaries = [words_of(each.summary, stems) if said[each.publisher, each.summary] == 1 else [] for each in batch]
    names = names_in([*titles, *summaries], language in CAPITALS_EVERYWHERE)
    parts = parts_of(stems) if language in COMPOUNDING else {}
    found = [_weighed(*both, names, parts) for both in zip(titles, summaries, strict=True)]
    _drop_refrains(batch, found)
    # What many papers have from one agency is one text, and does not make its words common.
    texts = {(each.title, each.summary): vector for each, vector in zip(batch, found, strict=True)}
    rarity = _rarity(texts.values(), language)
    lengths = (1.0 if summary else TITLE_LENGTH for summary in summaries)
    return [_normal(_heaviest(vector, rarity), length) for vector, length in zip(found, lengths, strict=True)]


def _weighed(title: Words, summary: Words, names: set[str], parts: dict[str, set[str]]) -> Vector:
    """Return the words of a headline with their weights before it is known how rare they are."""
    vector: Vector = {}
    for words, share in ((title, 1.0), (summary, SUMMARY_WEIGHT)):
        for word, stem in words:
            for part in parts.get(word, ()):
                vector.setdefault(part, PART_WEIGHT * share)
            vector[stem] = max(vector.get(stem, 0), share * (NAME_WEIGHT if stem in names else 1))
    return vector


def _drop_refrains(batch: Sequence[Headline], vectors: Sequence[Vector]) -> None:
    """Take out of the vectors of each publisher what it says in most of its headlines: `Live:`, its name, a motto."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, headline in enumerate(batch):
        places[headline.publisher].append(place)
    for own in places.values():
        if len(own) >= LEAST_REFRAINS:
            counts = Counter(stem for place in own for stem in vectors[place])
            refrains = {stem for stem, count in counts.items() if count > REFRAIN_SHARE * len(own)}
            for place in own:
                for stem in refrains & set(vectors[place]):
                    del vectors[place][stem]


def _rarity(vectors: Iterable[Vector], language: str) -> dict[str, float]:
    """Return how rare each word is, in the batch and in the language, without those that tell nothing."""
    vectors = list(vectors)
    counts = Counter(stem for vector in vectors for stem in vector)
    weights = word_weights(language)
    most = min(COMMON_MOST, max(COMMON_LEAST, COMMON_SHARE * len(vectors)))
    return {
        stem: weights.get(stem, 1.0) * math.log(1 + len(vectors) / (count if count > 1 else LONE_COUNT))
        for stem, count in counts.items()
        if count <= most and weights.get(stem, 1.0)
    }


def _heaviest(vector: Vector, rarity: dict[str, float]) -> Vector:
    weights = [(weight * rarity[stem], stem) for stem, weight in vector.items() if stem in rarity]
    return {stem: weight for weight, stem in sorted(weights, reverse=True)[:KEPT_WORDS]}


def _normal(vector: Vector, length: float) -> Vector:
    own = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight * length / own for word, weight in vector.items()}
