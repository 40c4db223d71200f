"""The two stages of the block model: tables of words and names, trees, and how both are taught by pages."""

import math
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # threads that wait for each other slow a shared machine down

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from app.extract.scoring import features
from app.extract.scoring.second import second_rows
from app.extract.scoring.tokens import Tables, block_hrefs, prose_words, short_words, token_rows
from bench.extraction.corpora import fold_of
from bench.extraction.labels import POSITIVE
from bench.extraction.lessons import Array, Lesson, with_copies

TRAINED_ON = ("aeb", "fundus", "wcxb-article", "chinese", "omnivore")
BY_SEGMENTS = ("trafeval",)
_WEAKEST = 0.4
_FEWEST_SITES, _LEAST_SHARE = 4, 0.006  # sites that must use a token, and their share of all
_PRIOR, _PRIOR_SITES = 0.35, 3.0
_LINK_SHARE, _LOG_LENGTH = features.COLUMNS.index("link_share"), features.COLUMNS.index("log_length")
SETTINGS: dict[str, Any] = {
    "max_iter": 120,
    "max_leaf_nodes": 16,
    "learning_rate": 0.1,
    "min_samples_leaf": 60,
    "l2_regularization": 1.0,
    "max_bins": 64,
    "early_stopping": False,
    "random_state": 1,
}


def table(
    pages: Sequence[Lesson], tokens_of: Callable[[Lesson], Sequence[Iterable[str]]], times: int = 1
) -> dict[str, float]:
    """Return log-odds for tokens that enough sites use, or `times` as many; each site has one voice."""
    fewest = times * max(_FEWEST_SITES, round(_LEAST_SHARE * len({page.saved.group for page in pages})))
    sums: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(lambda: [0.0, 0.0]))
    for page in pages:
        for own, label, block in zip(tokens_of(page), page.labels, page.page.blocks, strict=True):
            weight = math.sqrt(len(block.text))
            for token in set(own):
                entry = sums[token][page.saved.group]
                entry[0] += weight * (label >= POSITIVE)
                entry[1] += weight
    odds = {
        token: _odds([inside / whole for inside, whole in sites.values()])
        for token, sites in sums.items()
        if len(sites) >= fewest
    }
    return {token: round(value, 2) for token, value in odds.items() if abs(value) >= _WEAKEST}


def _odds(shares: Sequence[float]) -> float:
    share = (sum(shares) + _PRIOR_SITES * _PRIOR) / (len(shares) + _PRIOR_SITES)
    return math.log(share / (1 - share)) - math.log(_PRIOR / (1 - _PRIOR))


def tables_of(pages: Sequence[Lesson]) -> Tables:
    """Return the three tables that pages teach."""
    return Tables(
        table(pages, lambda lesson: lesson.names),
        table(pages, lambda lesson: [short_words(block) for block in lesson.page.blocks]),
        table(pages, lambda lesson: [block_hrefs(block) for block in lesson.page.blocks]),
        table(pages, lambda lesson: [prose_words(block) for block in lesson.page.blocks], times=3),
    )


def learned(inputs: Sequence[Array], pages: Sequence[Lesson]) -> HistGradientBoostingClassifier:
    """Return trees that were grown on the blocks of pages; of menus, a third is taken, with three times the weight."""
    rows, truth = np.vstack(inputs), np.concatenate([page.truth for page in pages])
    weights = np.concatenate([page.weights for page in pages])
    dull = (rows[:, _LINK_SHARE] == 1) & (rows[:, _LOG_LENGTH] < 4) & (truth == 0)
    taken = ~dull | (np.arange(len(dull)) % 3 == 0)
    weights = np.where(dull, 3 * weights, weights)
    known = (weights > 0) & taken
    return HistGradientBoostingClassifier(**SETTINGS).fit(rows[known], truth[known], sample_weight=weights[known])


def said_by(trees: HistGradientBoostingClassifier, rows: Array) -> Array:
    """Return the probabilities that trees give to rows."""
    return np.asarray(trees.predict_proba(rows)[:, 1])


def first_input(page: Lesson, tables: Tables) -> Array:
    """Return what the first stage sees of a page."""
    return np.hstack([np.array(page.rows, np.float32), np.array(token_rows(page.page, tables), np.float32)])


def second_input(page: Lesson, first: Array, said: Array) -> Array:
    """Return what the second stage sees of a page of which the first said `said`."""
    return np.hstack([first, np.array(second_rows(page.page, said.tolist(), range(len(said))), np.float32)])


@dataclass
class Trained:
    """Both stages."""

    tables: Tables
    first: HistGradientBoostingClassifier
    second: HistGradientBoostingClassifier

    def scores(self, page: Lesson) -> Array:
        """Return what the second stage says of each block."""
        rows = first_input(page, self.tables)
        return said_by(self.second, second_input(page, rows, said_by(self.first, rows)))


def halves_of(pages: Sequence[Lesson]) -> list[int]:
    """Return the half, 0 or 1, that the site of each page is in."""
    return [fold_of(page.saved.group, 2, "inner") for page in pages]


def first_inputs(pages: Sequence[Lesson], halves: Sequence[int]) -> list[Array]:
    """Return what the first stage sees of each page, with the tables of the half that its site is not in."""
    tables = [tables_of([page for page, own in zip(pages, halves, strict=True) if own != half]) for half in (0, 1)]
    return [first_input(page, tables[half]) for page, half in zip(pages, halves, strict=True)]


def train(pages: Sequence[Lesson]) -> Trained:
    """Train both stages. What is made of labels is applied, for the next stage, to the half that it did not see."""
    halves = halves_of(pages)

    def other(values: Sequence[Any], half: int) -> list[Any]:
        return [value for value, own in zip(values, halves, strict=True) if own != half]

    inputs = first_inputs(pages, halves)
    grown = [learned(other(inputs, half), other(pages, half)) for half in (0, 1)]
    ends = np.cumsum([len(rows) for rows in inputs])[:-1]
    said = [np.split(said_by(trees, np.vstack(inputs)), ends) for trees in grown]
    first = learned(inputs, pages)
    inputs = [
        second_input(page, rows, said[half][place])
        for place, (page, rows, half) in enumerate(zip(pages, inputs, halves, strict=True))
    ]
    return Trained(tables_of(pages), first, learned(inputs, pages))


def guessed(page: Lesson, scores: Array) -> Lesson:
    """Return a page of which segments are known with labels for all its blocks: a model's, where no segment says."""
    known = page.labels >= 0
    labels = np.where(known, page.labels, scores >= 0.5).astype(np.float32)
    return replace(page, labels=labels, sure=np.where(known, 1.0, np.abs(2 * scores - 1)).astype(np.float32))


def train_alone(pages: Sequence[Lesson]) -> Trained:
    """Train on the pages of known text alone."""
    return train(with_copies([page for page in pages if page.saved.corpus in TRAINED_ON]))


def train_with_segments(pages: Sequence[Lesson]) -> Trained:
    """Train on pages of known text and on those of which segments are known, where a first stage says the rest."""
    full = with_copies([page for page in pages if page.saved.corpus in TRAINED_ON])
    teacher, tables = learned(first_inputs(full, halves_of(full)), full), tables_of(full)
    others = (page for page in pages if page.saved.text is None)
    return train([*full, *(guessed(page, said_by(teacher, first_input(page, tables))) for page in others)])
