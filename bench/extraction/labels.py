"""Which blocks of a page belong to its article: they are laid against the text that is known to be true.

A block's label is the share of its words that lie in runs of three words of the truth. Short texts ("Read more", a
date) may stand there by chance, so they need company; of repeated ones, only as many belong as the truth has.
"""

import re
from collections.abc import Sequence

from app.extract.scoring.text_blocks import UNPARTED
from bench.extraction.corpora import squashed

POSITIVE = 0.6  # from this share on, a block belongs
_RUN = 3
_UNSURE = 0.5
_WORD = re.compile(r"\w+")
_NEAR = 4  # blocks to either side are a block's company
_SHORTEST_SEGMENT = 12  # characters; a shorter one may stand anywhere


def words(text: str) -> list[str]:
    """Return the words of a text; letters of scripts without spaces are a word each."""
    if not text.isascii():
        text = UNPARTED.sub(lambda match: f" {match[0]} ", text)
    return _WORD.findall(text.lower())


def labels_of(texts: Sequence[str], truth: str) -> list[float]:
    """Return for each block's text the share of it that is in the truth."""
    true = words(truth)
    known = _Truth(
        {tuple(true[at : at + _RUN]) for at in range(len(true) - _RUN + 1)},
        {" ".join(words(each)) for each in truth.split("\n")},
        f" {' '.join(true)} ",
    )
    shares = [known.share(text) for text in texts]
    settled = [_settled(shares, place) for place in range(len(shares))]
    return _rarer(texts, settled, known.whole)


class _Truth:
    def __init__(self, runs: set[tuple[str, ...]], lines: set[str], whole: str) -> None:
        self.runs, self.lines, self.whole = runs, lines, whole

    def share(self, text: str) -> float:
        own = words(text)
        if len(own) < _RUN:
            said = " ".join(own)
            return 1.0 if said and said in self.lines else _UNSURE if said and f" {said} " in self.whole else 0.0
        hit = bytearray(len(own))
        for at in range(len(own) - _RUN + 1):
            if tuple(own[at : at + _RUN]) in self.runs:
                hit[at : at + _RUN] = b"\1" * _RUN
        return sum(hit) / len(own)


def _settled(shares: Sequence[float], place: int) -> float:
    """Believe in an unsure block where the nearest sure ones on both sides belong."""
    if shares[place] != _UNSURE:
        return shares[place]
    before = next((share for share in reversed(shares[max(0, place - 3) : place]) if share != _UNSURE), 0.0)
    behind = next((share for share in shares[place + 1 : place + 4] if share != _UNSURE), 0.0)
    return 1.0 if min(before, behind) > POSITIVE else 0.0


def _rarer(texts: Sequence[str], shares: Sequence[float], whole: str) -> list[float]:
    """Of equal texts, keep as many as the truth has: those with the most company that belongs."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        places.setdefault(text, []).append(place)
    found = list(shares)

    def company(place: int) -> float:
        near = range(max(0, place - _NEAR), min(len(texts), place + _NEAR + 1))
        return sum(found[other] for other in near if texts[other] != texts[place])

    for text, at in places.items():
        if len(at) > 1 and found[at[0]] > _UNSURE:
            wanted = max(1, whole.count(f" {' '.join(words(text))} "))
            for place in sorted(at, key=company, reverse=True)[wanted:]:
                found[place] = 0.0
    return found


def segment_labels(texts: Sequence[str], must: Sequence[str], must_not: Sequence[str]) -> list[float]:
    """Return 1 and 0 for the blocks that hold a segment that must and must not be found, -1 for all others."""
    wanted, unwanted = ([squashed(each) for each in part] for part in (must, must_not))
    return [_by_segment(squashed(text), wanted, unwanted) for text in texts]


def _by_segment(text: str, wanted: Sequence[str], unwanted: Sequence[str]) -> float:
    if any(segment in text for segment in unwanted):
        return 0.0
    if any(segment in text or (len(text) >= _SHORTEST_SEGMENT and text in segment) for segment in wanted):
        return 1.0
    return -1.0
