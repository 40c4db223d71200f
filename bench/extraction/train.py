"""Train the block model and judge it: `python -m bench.extraction.train --corpus FOLDER [--write]`.

Judged by folds: each page by a model that saw nothing of its site. With `--write`, a model of all pages becomes the
program's weights. Needs what requirements-bench.txt names.
"""

import argparse
import json
import math
import os
import pickle
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # threads that wait for each other slow a shared machine down

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from app.extract.article.pipeline import Draft, base_of, choose_text, stages
from app.extract.parse import parse
from app.extract.scoring import features
from app.extract.scoring.hints import Hints
from app.extract.scoring.model import WEIGHTS
from app.extract.scoring.second import second_rows
from app.extract.scoring.text_blocks import Container, PageText
from app.extract.scoring.tokens import Tables, block_hrefs, container_tokens, prose_words, short_words, token_rows
from app.extract.scoring.walk import page_text
from app.fetch.decode import decode
from bench.extraction.corpora import SavedPage, fold_of, load
from bench.extraction.labels import POSITIVE, labels_of, segment_labels
from bench.extraction.score import score

TRAINED_ON = ("aeb", "fundus", "wcxb-article", "chinese", "omnivore")
BY_SEGMENTS = ("trafeval",)
THRESHOLD = 0.45  # news wants more, encyclopedias and blogs less; from 0.4 to 0.5 it hardly matters
Array = np.ndarray[Any, np.dtype[np.floating[Any]]]


@dataclass
class Lesson:
    """A page to learn from: its text without its tree, the rows of its blocks, and the labels, -1 for unknown."""

    saved: SavedPage
    page: PageText
    hints: Hints
    rows: list[list[float]]
    labels: Array
    names: list[frozenset[str]] = field(default_factory=list)
    sure: Array | None = None  # how far each label is to be believed; None where all are

    @property
    def texts(self) -> list[str]:
        """The texts of the blocks."""
        return [block.text for block in self.page.blocks]

    @property
    def truth(self) -> Array:
        """Which blocks belong, 1 or 0."""
        return (self.labels >= POSITIVE).astype(np.float32)

    @property
    def weights(self) -> Array:
        """Long blocks weigh more; every page weighs the same, however long its article."""
        sizes = np.array([block.length / 6 + 1 for block in self.page.blocks], dtype=np.float32) ** 0.8
        sizes /= max(1.0, float(sizes[self.labels >= POSITIVE].sum()))
        sizes = np.where(self.labels < 0, 0, sizes)
        return (sizes if self.sure is None else sizes * self.sure).astype(np.float32)


def lesson_of(saved: SavedPage) -> Lesson | None:
    """Return a saved page as the program sees it; None for one that it cannot read."""
    url = saved.url if saved.url.startswith("http") else "http://example.org/a"
    try:
        root = parse(decode(saved.html))
        draft = Draft(root, url, base_of(root, url))
        for stage in takewhile(lambda stage: stage is not choose_text, stages()):
            draft = stage(draft)
    except Exception as error:
        print(f"{saved.corpus} {saved.id}: {error!r}", file=sys.stderr)
        return None
    hints, page = draft.hints, page_text(draft.root)
    if not page.blocks:
        return None
    texts = [block.text for block in page.blocks]
    known = (
        labels_of(texts, saved.text) if saved.text is not None else segment_labels(texts, saved.must, saved.must_not)
    )
    _forget_tree(page)
    return Lesson(saved, page, hints, [], np.array(known, dtype=np.float32))


def _names(page: PageText) -> list[frozenset[str]]:
    known: dict[Container | None, frozenset[str]] = {None: frozenset()}

    def of(container: Container | None) -> frozenset[str]:
        if container not in known:
            assert container is not None
            known[container] = of(container.parent).union(container_tokens(container))
        return known[container]

    return [of(block.container) for block in page.blocks]


def _forget_tree(page: PageText) -> None:
    """Let go of the elements, which cannot be written to a file."""
    page.marks.clear()
    for block in page.blocks:
        block.slots.clear()
        each: Container | None = block.container
        while each is not None and each.element is not None:
            each.element = None
            each = each.parent
    page.body.element = None


def lessons(folder: Path, corpora: Iterable[str], cache: Path) -> list[Lesson]:
    """Return the pages of the corpora, walked or from the cache; their rows are always made anew."""
    found: list[Lesson] = []
    for corpus in corpora:
        kept = cache / f"{corpus}.pickle"
        if not kept.exists():
            cache.mkdir(parents=True, exist_ok=True)
            part = [lesson for saved in load(folder, corpus) if (lesson := lesson_of(saved))]
            kept.write_bytes(pickle.dumps(part))
        found += pickle.loads(kept.read_bytes())
    for lesson in found:
        lesson.rows, lesson.names = features.rows_of(lesson.page, lesson.hints), _names(lesson.page)
    return found


def with_fewer_names(lesson: Lesson, share: float) -> Lesson:
    """Return a page on which a share of the elements has kept its names: on many pages few elements have any, and
    what one box is called must then tell as much as on a page that names all.
    """
    page: PageText = pickle.loads(pickle.dumps(lesson.page))
    chance = random.Random(lesson.saved.id)
    seen: set[Container] = set()
    for block in page.blocks:
        each: Container | None = block.container
        while each is not None and each not in seen:
            seen.add(each)
            if chance.random() >= share:
                each.names, each.extra, each._stem, each._template = "", (), None, None
            each = each.parent
    return replace(lesson, page=page, rows=features.rows_of(page, lesson.hints), names=_names(page))


def with_copies(pages: Sequence[Lesson]) -> list[Lesson]:
    """Return the pages, and those of three sites of eight once more: of one without names, of two with a fifth."""
    copies = []
    for page in pages:
        eighth = fold_of(page.saved.group, 8, "copies")
        if eighth < len(_NAMED):
            copies.append(with_fewer_names(page, _NAMED[eighth]))
    return [*pages, *copies]


_NAMED = (0.0, 0.2, 0.2)


# Tables


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


_WEAKEST = 0.4
_FEWEST_SITES, _LEAST_SHARE = 4, 0.006  # sites that must use a token, and their share of all
_PRIOR, _PRIOR_SITES = 0.35, 3.0


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


# Stages

Learner = Callable[[Array], Array]


def learned(inputs: Sequence[Array], pages: Sequence[Lesson]) -> HistGradientBoostingClassifier:
    """Return trees that were grown on the blocks of pages; of menus, a third is taken, with three times the weight."""
    rows, truth = np.vstack(inputs), np.concatenate([page.truth for page in pages])
    weights = np.concatenate([page.weights for page in pages])
    dull = (rows[:, _LINK_SHARE] == 1) & (rows[:, _LOG_LENGTH] < 4) & (truth == 0)
    taken = ~dull | (np.arange(len(dull)) % 3 == 0)
    weights = np.where(dull, 3 * weights, weights)
    known = (weights > 0) & taken
    return HistGradientBoostingClassifier(**SETTINGS).fit(rows[known], truth[known], sample_weight=weights[known])


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


def text_at(page: Lesson, scores: Array, threshold: float) -> str:
    """Return the text of the blocks that score at least `threshold`."""
    return "\n".join(text for text, own in zip(page.texts, scores.tolist(), strict=True) if own >= threshold)


# Weights


def nested(predictor: Any, at: int = 0) -> Any:
    """Return a tree of scikit-learn as `app.extract.scoring.trees` wants it."""
    node = predictor.nodes[at]
    if node["is_leaf"]:
        return float(f"{node['value']:.4g}")
    return [
        int(node["feature_idx"]),
        float(f"{node['num_threshold']:.6g}"),
        nested(predictor, int(node["left"])),
        nested(predictor, int(node["right"])),
    ]


def stage(trees: HistGradientBoostingClassifier) -> dict[str, Any]:
    """Return one stage as the weights file has it."""
    grown = [nested(each[0]) for each in trees._predictors]
    return {"base": round(float(trees._baseline_prediction.ravel()[0]), 5), "trees": grown}


def weights_of(trained: Trained) -> dict[str, Any]:
    """Return what goes into the weights file."""
    tables = {
        name: dict(sorted(getattr(trained.tables, name).items())) for name in ("names", "words", "hrefs", "prose")
    }
    return {
        "threshold": THRESHOLD,
        "first": stage(trained.first),
        "second": stage(trained.second),
        "tables": tables,
    }


def write(weights: dict[str, Any], path: Path) -> None:
    """Write a weights file."""
    path.write_text(json.dumps(weights, ensure_ascii=False, separators=(",", ":")) + "\n")


def main() -> None:
    """Judge by folds; write the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="the folder of the corpora")
    parser.add_argument("--cache", type=Path, default=Path("/tmp/news68k-lessons"))
    parser.add_argument("--alone", action="store_true", help="do not train on pages of which segments are known")
    parser.add_argument("--folds", type=int, default=3, help="0 to judge nothing")
    parser.add_argument("--save", type=Path, help="a folder for the weights of each fold")
    parser.add_argument(
        "--write", type=Path, nargs="?", const=WEIGHTS, help="train on all pages, and write the weights"
    )
    options = parser.parse_args()
    pages = lessons(options.corpus, (*TRAINED_ON, *BY_SEGMENTS), options.cache)
    print(f"{len(pages)} pages, {sum(len(page.rows) for page in pages)} blocks")
    trainer = train_alone if options.alone else train_with_segments
    if options.folds:
        judge(pages, options.folds, options.save, trainer)
    if options.write:
        write(weights_of(trainer(pages)), options.write)


def judge(
    pages: Sequence[Lesson], folds: int, save: Path | None, trainer: Callable[[Sequence[Lesson]], Trained]
) -> None:
    """Print how good models are on sites that they have not seen; `save` is a folder for their weights."""
    said: list[Array] = [np.zeros(0)] * len(pages)
    for fold in range(folds):
        started = time.process_time()
        own = [place for place, page in enumerate(pages) if fold_of(page.saved.group, folds, "outer") == fold]
        rest = [page for place, page in enumerate(pages) if place not in set(own)]
        trained = trainer(rest)
        for place in own:
            said[place] = trained.scores(pages[place])
        print(f"fold {fold}: {len(rest)} pages, {time.process_time() - started:.0f} s", flush=True)
        if save:
            save.mkdir(parents=True, exist_ok=True)
            write(weights_of(trained), save / f"fold{fold}.json")
    for corpus in (*TRAINED_ON, *BY_SEGMENTS):
        part = [place for place, page in enumerate(pages) if page.saved.corpus == corpus]
        saved = [pages[place].saved for place in part]
        rows = [("model", [text_at(pages[place], said[place], THRESHOLD) for place in part])]
        if corpus in TRAINED_ON:
            rows.append(("ceiling", [text_at(pages[place], pages[place].labels, POSITIVE) for place in part]))
        for name, texts in rows:
            found = score(saved, texts)
            print(f"{corpus:13} {name:8} P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}", flush=True)


if __name__ == "__main__":
    main()
