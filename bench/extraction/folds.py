"""How good is extraction on sites that its model has not seen? `python -m bench.extraction.folds --corpus FOLDER
--weights FOLDER [--peers]`.

`--weights` is where `bench.extraction.train --save` keeps the weights of each fold. Each page is read by the whole
program, as `bench.extraction.extract` gives it, with the weights of the fold that its site is in.
"""

import argparse
import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.extract import scoring
from app.extract.scoring.model import Model, model_from
from bench.extraction.corpora import SavedPage, fold_of, load
from bench.extraction.peers import installed
from bench.extraction.score import Score, score

FOLDS = 3
CORPORA = ("aeb", "fundus", "wcxb-article", "trafeval", "chinese", "omnivore")


def main() -> None:
    """Measure, and print a table."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder of NAME.PART.zip")
    parser.add_argument("--weights", type=Path, required=True, help="a folder of foldN.json")
    parser.add_argument("--only", default=",".join(CORPORA), help="names of corpora")
    parser.add_argument("--peers", action="store_true", help="measure other extractors that are installed, too")
    options = parser.parse_args()
    models = models_in(options.weights)
    for corpus in options.only.split(","):
        pages = load(options.corpus, corpus)
        folds = [fold_of(page.group, FOLDS, "outer") for page in pages]
        pages = [page for page, fold in zip(pages, folds, strict=True) if fold in models]
        folds = [fold for fold in folds if fold in models]
        for name in installed() if options.peers else ("ours",):
            print_rows(corpus, name, pages, texts_of(name, pages, folds, models), folds)


def models_in(folder: Path) -> dict[int, Model]:
    """Return the models of a folder by the number of the fold that they have not seen."""
    return {
        int(path.stem.removeprefix("fold")): model_from(json.loads(path.read_text()))
        for path in sorted(folder.glob("fold*.json"))
    }


@contextmanager
def judged_by(model: Model) -> Iterator[None]:
    """Have the program use a model in place of its own."""
    own = vars(scoring)["trained_model"]
    vars(scoring)["trained_model"] = lambda: model
    try:
        yield
    finally:
        vars(scoring)["trained_model"] = own


def texts_of(name: str, pages: Sequence[SavedPage], folds: Sequence[int], models: dict[int, Model]) -> list[str]:
    """Return what an extractor finds on pages, each read with the model of its fold."""
    peer = installed()[name]
    found = []
    for page, fold in zip(pages, folds, strict=True):
        with judged_by(models[fold]):
            found.append(peer(page.html, page.url))
    return found


def print_rows(corpus: str, name: str, pages: Sequence[SavedPage], texts: Sequence[str], folds: Sequence[int]) -> None:
    """Print how good the texts of a corpus are, in each fold and in all."""
    parts = [("all", list(range(len(pages))))]
    parts += [(str(fold), [at for at, own in enumerate(folds) if own == fold]) for fold in sorted(set(folds))]
    for part, places in parts:
        found: Score = score([pages[at] for at in places], [texts[at] for at in places])
        print(
            f"{corpus:13} {name:22} {part:4} {len(places):4} {found.f1:.4f} ({found.precision:.3f}/{found.recall:.3f})",
            flush=True,
        )


if __name__ == "__main__":
    main()
