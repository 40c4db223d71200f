"""How much of an article's text was found, and how much else.

Texts are compared by their runs of four words, as the article extraction benchmark of Scrapinghub does it; pages of
which only segments are known, by those (trafilatura's evaluation).
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.extraction.corpora import SavedPage, squashed

_WORD = re.compile(r"\w+")
_RUN = 4


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text, or all of a shorter one."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)) if words)


def page_score(true: str, found: str) -> tuple[float | None, float | None]:
    """Return precision and recall of one page; None where there is nothing to divide by."""
    wanted, given = runs(true), runs(found)
    hit = sum((wanted & given).values())
    there, said = sum(wanted.values()), sum(given.values())
    return (hit / said if said else None), (hit / there if there else None)


def text_score(pairs: Iterable[tuple[str, str]]) -> Score:
    """Return the means over pages of (true, found); a page where nothing was found has no precision."""
    scores = [page_score(true, found) for true, found in pairs]
    return Score(*(_mean([score[place] for score in scores]) for place in (0, 1)))


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


def segment_score(pages: Iterable[tuple[SavedPage, str]]) -> Score:
    """Return the score over all segments of all pages."""
    hit = missed = wrong = 0
    for page, found in pages:
        text = squashed(found)
        inside = sum(squashed(segment) in text for segment in page.must)
        hit, missed = hit + inside, missed + len(page.must) - inside
        wrong += sum(squashed(segment) in text for segment in page.must_not)
    return Score(hit / max(1, hit + wrong), hit / max(1, hit + missed))


def score(pages: Sequence[SavedPage], texts: Sequence[str]) -> Score:
    """Return the score of the texts found on the pages of one corpus."""
    pairs = list(zip(pages, texts, strict=True))
    full = [(page.text, found) for page, found in pairs if page.text is not None]
    return text_score(full) if full else segment_score(pairs)
