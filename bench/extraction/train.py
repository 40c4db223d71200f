"""Train the block model and judge it: `python -m bench.extraction.train --corpus FOLDER [--write]`.

Judged by folds: each page by a model that saw nothing of its site. With `--write`, a model of all pages becomes the
program's weights. Needs what requirements-bench.txt names.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from app.extract.scoring.model import WEIGHTS
from bench.extraction.corpora import fold_of
from bench.extraction.labels import POSITIVE
from bench.extraction.lessons import Array, Lesson, lessons
from bench.extraction.score import score
from bench.extraction.teaching import BY_SEGMENTS, TRAINED_ON, Trained, train_alone, train_with_segments
from bench.extraction.weights import THRESHOLD, weights_of, write


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


def text_at(page: Lesson, scores: Array, threshold: float) -> str:
    """Return the text of the blocks that score at least `threshold`."""
    return "\n".join(text for text, own in zip(page.texts, scores.tolist(), strict=True) if own >= threshold)


if __name__ == "__main__":
    main()
