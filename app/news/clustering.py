"""Many publishers' headlines become events. No I/O.

Each headline is a vector of the words of its title and summary (`vectors`). Events are grown from the most similar
pair on; two groups become one while their headlines are similar on average (UPGMA), so that no chain of half-similar
headlines ties two events together. Only headlines that share a rare word are ever compared.
"""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.models import Headline
from app.news.tokens import WORD
from app.news.vectors import Vector, vectors_of
from app.text.humanize import HOUR

# The policy, sorted by name; `python -m bench.grouping` tells how well it does.
AVERAGE_LIKENESS = 0.1  # of two groups that are one event; the cosine, 0 to 1
FEWEST_OF_COPIES = 4  # words of two headlines that are one event if they have the same ones
GROWTH = 0.01  # more of it for each headline that the smaller group has beyond one
LEAST_LIKENESS = 0.07  # of two headlines; below it they have nothing in common
LONGEST_EVENT = 48 * HOUR  # from the first headline of an event to the last one
SHAREDWORDS = (0.2, 0.5, 0.8, 1.0)  # what is left of the likeness of two groups that share one word, two, and so on


@dataclass(slots=True)
class _Event:
    """A group as it grows: the places of its headlines, their words, its first and last date, its ties to others.

    A tie is the sum of the cosines between the headlines of the two groups.
    """

    members: list[int]
    words: frozenset[str]
    first: float
    last: float
    ties: dict[int, float] = field(default_factory=dict)


def cluster(headlines: Sequence[Headline]) -> list[tuple[Headline, ...]]:
    """Return the events that `headlines` are on, the most told first; every headline stands in one of them.

    Only headlines of one language are compared, by the first part of its tag; those without a tag are compared with
    each other.
    What a source names as `related` stays together and follows its headline as a headline of its own. Of
    headlines with the same address, or with the same title from the same publisher, the best placed is kept.
    The result does not depend on the order in which the headlines come.
    """
    batches: defaultdict[str, list[Headline]] = defaultdict(list)
    for headline in headlines:
        batches[headline.language.partition("-")[0]].append(headline)
    events = [event for language, batch in batches.items() for event in _events(batch, language)]
    return sorted(events, key=lambda event: (-len(event), _key(event[0])))


def _key(headline: Headline) -> tuple[int, float, str, str, str]:
    """Return what headlines are sorted by before anything is done, the best placed first."""
    return headline.place, -headline.published, headline.publisher, headline.url, headline.title


def name_of(headline: Headline) -> tuple[str, str]:
    """Return what two headlines have in common that are one: publisher and title, without case and punctuation."""
    return headline.publisher.casefold(), " ".join(WORD.findall(headline.title.casefold())) or headline.title


def _events(batch: Sequence[Headline], language: str) -> Iterator[tuple[Headline, ...]]:
    kept, bundles = _distinct(sorted(batch, key=_key))
    vectors = vectors_of(kept, language)
    copies = _copies(vectors)
    events, home = _bundled(kept, vectors, [*bundles, *_of_one_event(kept, copies)])
    for members in _grown(events, _ties(vectors, copies, home)):
        yield tuple(kept[place] for place in sorted(members))


def _distinct(batch: Iterable[Headline]) -> tuple[list[Headline], list[set[int]]]:
    """Return the headlines and their related ones without duplicates, and which of them a source bundles."""
    kept: list[Headline] = []
    by_address: dict[str, int] = {}
    by_title: dict[tuple[str, str], int] = {}
    bundles: list[set[int]] = []
    for headline in batch:
        bundle = set()
        for each in (headline, *headline.related):
            name = name_of(each)
            place = by_address.get(each.url, by_title.get(name, len(kept)))
            if place == len(kept):
                kept.append(each)
            by_address.setdefault(each.url, place)
            by_title.setdefault(name, place)
            bundle.add(place)
        bundles.append(bundle)
    return kept, bundles


def _pairs(vectors: Sequence[Vector]) -> Iterator[tuple[int, int, float]]:
    """Give the pairs of headlines that have something in common, and their cosines."""
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        likeness: defaultdict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for other, its_weight in holders[word]:
                likeness[other] += weight * its_weight
            holders[word].append((place, weight))
        yield from ((other, place, cosine) for other, cosine in likeness.items() if cosine >= LEAST_LIKENESS)


def _copies(vectors: Sequence[Vector]) -> list[list[int]]:
    """Return the places of headlines with the same words, as of one agency, one list for each text."""
    found: dict[object, list[int]] = {}
    for place, vector in enumerate(vectors):
        found.setdefault(tuple(vector.items()) if len(vector) >= FEWEST_OF_COPIES else place, []).append(place)
    return list(found.values())


def _of_one_event(batch: Sequence[Headline], copies: Iterable[list[int]]) -> Iterator[set[int]]:
    """Give those of the same words that are one event by their dates, too."""
    for places in copies:
        bundle, first = set[int](), 0.0
        for place in sorted(places, key=lambda place: batch[place].published) if len(places) > 1 else ():
            published = batch[place].published
            if first and published - first > LONGEST_EVENT:
                yield bundle
                bundle, first = set(), 0.0
            bundle.add(place)
            first = first or published
        if len(bundle) > 1:
            yield bundle


def _ties(
    vectors: Sequence[Vector], copies: Iterable[Sequence[int]], home: Sequence[int]
) -> Iterator[tuple[int, int, float]]:
    """Give the groups that headlines with something in common belong to, and the sums of their cosines.

    `copies` are the places of each text, `home` the group of each place.
    """
    texts = [(places[0], *each) for places in copies for each in Counter(home[place] for place in places).items()]
    for one, other, cosine in _pairs([vectors[place] for place, _, _ in texts]):
        _, a, its_count = texts[one]
        _, b, count = texts[other]
        if a != b:
            yield a, b, cosine * its_count * count


def _grown(events: dict[int, _Event], ties: Iterable[tuple[int, int, float]]) -> Iterator[list[int]]:
    """Give the members of each event, after all groups are one that are alike on average."""
    for a, b, tie in ties:
        events[a].ties[b] = events[b].ties[a] = events[a].ties.get(b, 0) + tie
    heap = [candidate for number in events for candidate in _candidates(events, number, number)]
    heapq.heapify(heap)
    while heap:
        _, a, b, size = heapq.heappop(heap)
        if a in events and b in events and len(events[a].members) + len(events[b].members) == size:
            number = _merge(events, a, b)
            for candidate in _candidates(events, number):
                heapq.heappush(heap, candidate)
    return (event.members for event in events.values())


def _bundled(
    batch: Sequence[Headline], vectors: Sequence[Vector], bundles: Iterable[set[int]]
) -> tuple[dict[int, _Event], list[int]]:
    """Return the groups to begin with, by number, and the number of the group of each headline."""
    events: dict[int, _Event] = {}
    for place, headline in enumerate(batch):
        when = headline.published
        events[place] = _Event([place], frozenset(vectors[place]), when or math.inf, when or -math.inf)
    home = list(range(len(batch)))
    for bundle in bundles:
        first, *others = sorted({home[place] for place in bundle})
        for other in others:
            joined = _merge(events, first, other)
            for place in events[joined].members:
                home[place] = joined
            first = joined
    return events, home


def _merge(events: dict[int, _Event], a: int, b: int) -> int:
    """Make the groups `a` and `b` one, with the ties that they had; return under which of their numbers.

    It is that of the one with more ties, since those of the other have to be changed.
    """
    if len(events[a].ties) < len(events[b].ties):
        a, b = b, a
    one, other = events[a], events.pop(b)
    one.ties.pop(b, None)
    other.ties.pop(a, None)
    for each, tie in other.ties.items():
        its_ties = events[each].ties
        del its_ties[b]
        one.ties[each] = its_ties[a] = one.ties.get(each, 0) + tie
    one.members += other.members
    one.words |= other.words
    one.first, one.last = min(one.first, other.first), max(one.last, other.last)
    return a


def _candidates(events: dict[int, _Event], number: int, above: int = -1) -> Iterator[tuple[float, int, int, int]]:
    """Give the groups, of numbers above, that could be one with `number`, as entries of a heap: the likest first.

    The last part of an entry is how many headlines both have, by which it is known whether one has grown since.
    """
    event = events[number]
    size = len(event.members)
    least = AVERAGE_LIKENESS * size
    for other, tie in event.ties.items():
        if tie < least or other < above:  # nearly all of them
            continue
        its = events[other]
        count = len(its.members)
        if tie < least * count:
            continue
        likeness = tie / (size * count) * SHAREDWORDS[min(len(event.words & its.words), len(SHAREDWORDS)) - 1]
        span = max(event.last, its.last) - min(event.first, its.first)
        if likeness >= AVERAGE_LIKENESS + GROWTH * (min(size, count) - 1) and span <= LONGEST_EVENT:
            yield -likeness, number, other, size + count
