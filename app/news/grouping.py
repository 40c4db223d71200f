"""Many publishers' headlines become events. Floor 2: no I/O.

Each headline is a vector of stemmed words and pairs of characters, weighted by how rare they are in the
batch (Salton and Buckley, 1988), and of length 1. Events are grown from the most similar pair on; two
groups become one while their headlines are similar on average (UPGMA), so that no chain of half-similar
headlines ties two events together. Only headlines that share a rare word are ever compared.
"""

import heapq
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.models import Headline
from app.units import HOUR

# The policy, sorted by name; `python -m bench.grouping` tells how well it does.
AVERAGE_LIKENESS = 0.09  # of two groups that are one event; the cosine, 0 to 1
COMMON_SHARE = 0.05  # of the headlines of a language; a word in more of them tells nothing...
COMMON_LEAST = 12  # ...if it is in more headlines than this
GROWTH = 0.01  # more of it for each headline that the smaller group has beyond one
LEAST_LIKENESS = 0.05  # of two headlines; below it they have nothing in common
LONE_COUNT = 4  # what a word counts as that no other headline has, and that therefore compares with nothing
LONGEST_EVENT = 48 * HOUR  # from the first headline of an event to the last one
NAME_WEIGHT = 3.0  # of a word that is always written with a capital letter: a name, in German any noun
PART_WEIGHT = 0.6  # of a word inside of another one
SHARED_WORDS = (0.2, 0.5, 0.8, 1.0)  # what is left of the likeness of two groups that share one word, two, and so on
SHORTEST_PART = 4  # letters, of a word inside of another one
STEM_LENGTH = 7  # letters

# Languages that write every noun with a capital letter, so that many of them do not make a title in capitals.
CAPITALS_EVERYWHERE = frozenset({"de"})

# Languages that make one word out of several.
COMPOUNDING = frozenset({"da", "de", "nl", "no", "sv"})

# Words that say nothing of what happened, accents folded, by language. What is missing here is found by its number.
_STOP_WORDS = {
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
STOP_WORDS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}

# Endings of words, the longest first; what is left of the word has four letters or more.
_ENDINGS = re.compile(
    r"(?<=\w{4})(?:aciones|amiento|imiento|ations|uciones|iones|acion|ation|ungen|ments|ingen|ically|ados|adas|idos|"
    r"idas|ando|endo|ment|ance|ants|ings|ieron|aron|ung|ern|ers|ing|ion|ado|ada|ido|ida|ten|tes|ies|est|ant|ed|en|"
    r"er|es|em|et|te|ly|os|as|ar|an|on|al|s|e|n|o|a|r|t|y)$"
)
# Letters with the vowel signs of India and South East Asia, which are no letters to `re`; numbers with a point.
_WORD = re.compile(r"\d+(?:[.,:-]\d+)*|(?:[^\W\d_]|[\u0900-\u0963\u0971-\u0dff\u0e00-\u0eff\u1000-\u109f])+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
# Han, kana, Hangul, Thai, Lao, Burmese, Khmer: without spaces, or with particles that hang on to the words.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]"
)

Vector = dict[str, float]


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


def group(headlines: Sequence[Headline]) -> list[tuple[Headline, ...]]:
    """Return the events that `headlines` are on, the most told first; every headline stands in one of them.

    Languages are compared by their first part, and never mix; nothing is as like to a language as no language.
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


def _events(batch: Sequence[Headline], language: str) -> Iterator[tuple[Headline, ...]]:
    kept, bundles = _distinct(sorted(batch, key=_key))
    vectors = _vectors(kept, language)
    events, home = _bundled(kept, vectors, bundles)
    for members in _grown(events, home, _pairs(vectors)):
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
            name = each.publisher.casefold(), " ".join(_WORD.findall(each.title.casefold())) or each.title
            place = by_address.get(each.url, by_title.get(name, len(kept)))
            if place == len(kept):
                kept.append(each)
            by_address.setdefault(each.url, place)
            by_title.setdefault(name, place)
            bundle.add(place)
        bundles.append(bundle)
    return kept, bundles


def _vectors(batch: Sequence[Headline], language: str) -> list[Vector]:
    """Return each headline as the weights of its words, of length 1."""
    stems: dict[str, str] = {}
    titles = [_words(headline.title, stems) for headline in batch]
    names = _names(titles, language in CAPITALS_EVERYWHERE)
    parts = _parts(stems) if language in COMPOUNDING else {}
    stopped = STOP_WORDS.get(language, frozenset())
    found = [
        {part: PART_WEIGHT for word, _ in title for part in parts.get(word, ())}
        | {stem: NAME_WEIGHT if stem in names else 1.0 for _, stem in title}
        for title in titles
    ]
    counts = Counter(stem for vector in found for stem in vector)
    most = max(COMMON_LEAST, COMMON_SHARE * len(batch))
    rarity = {
        stem: math.log(1 + len(batch) / (count if count > 1 else LONE_COUNT))
        for stem, count in counts.items()
        if count <= most and stem not in stopped
    }
    return [_normal({stem: weight * rarity[stem] for stem, weight in v.items() if stem in rarity}) for v in found]


def _parts(stems: dict[str, str]) -> dict[str, set[str]]:
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


def _normal(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()}


def _words(text: str, stems: dict[str, str]) -> list[tuple[str, str]]:
    """Return the words of `text` as they are written, each with its stem; `stems` holds those found before."""
    words: list[tuple[str, str]] = []
    for word in _WORD.findall(text):
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


def _names(titles: Iterable[Sequence[tuple[str, str]]], nouns: bool = False) -> set[str]:
    """Return the stems that are always written with a capital letter, and not only at the beginning."""
    names: set[str] = set()
    small: set[str] = set()
    for title in titles:
        capitals = [stem for word, stem in title[1:] if word[0].isupper()]
        small |= {stem for word, stem in title if word[0].islower()}
        if nouns or 2 * len(capitals) <= len(title):  # else it is a title with a capital letter in each of its words
            names |= set(capitals)
    return names - small


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


def _grown(
    events: dict[int, _Event], home: Sequence[int], pairs: Iterable[tuple[int, int, float]]
) -> Iterator[list[int]]:
    """Give the members of each event, after all groups are one that are alike on average."""
    for one, other, cosine in pairs:
        a, b = home[one], home[other]
        if a != b:
            events[a].ties[b] = events[b].ties[a] = events[a].ties.get(b, 0) + cosine
    heap = [candidate for number in events for candidate in _candidates(events, number, number)]
    heapq.heapify(heap)
    number = len(home)
    while heap:
        _, a, b = heapq.heappop(heap)
        if a in events and b in events:
            _merge(events, a, b, number)
            for candidate in _candidates(events, number):
                heapq.heappush(heap, candidate)
            number += 1
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
            _merge(events, first, other, first)
            for place in events[first].members:
                home[place] = first
    return events, home


def _merge(events: dict[int, _Event], a: int, b: int, number: int) -> None:
    """Make the groups `a` and `b` one, under a new number or one of theirs, with the ties that they had."""
    one, other = events.pop(a), events.pop(b)
    ties = one.ties
    for each, tie in other.ties.items():
        ties[each] = ties.get(each, 0) + tie
    ties.pop(a, None)
    ties.pop(b, None)
    for each, tie in ties.items():
        its_ties = events[each].ties
        its_ties.pop(a, None)
        its_ties.pop(b, None)
        its_ties[number] = tie
    first, last = min(one.first, other.first), max(one.last, other.last)
    events[number] = _Event(one.members + other.members, one.words | other.words, first, last, ties)


def _candidates(events: dict[int, _Event], number: int, above: int = -1) -> Iterator[tuple[float, int, int]]:
    """Give the groups, of numbers above, that could be one with `number`, as entries of a heap: the likest first."""
    event = events[number]
    size = len(event.members)
    for other, tie in event.ties.items():
        if other < above:
            continue
        its = events[other]
        count = len(its.members)
        likeness = tie / (size * count)
        if likeness < AVERAGE_LIKENESS:  # nearly all of them
            continue
        likeness *= SHARED_WORDS[min(len(event.words & its.words), len(SHARED_WORDS)) - 1]
        span = max(event.last, its.last) - min(event.first, its.first)
        if likeness >= AVERAGE_LIKENESS + GROWTH * (min(size, count) - 1) and span <= LONGEST_EVENT:
            yield -likeness, number, other
