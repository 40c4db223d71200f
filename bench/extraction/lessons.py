"""Saved pages to learn from: their text without its tree, the rows of its blocks, and which of these belong."""

import pickle
import random
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import Any

import numpy as np

from app.extract.article.draft import Draft
from app.extract.article.pipeline import base_of, choose_text, stages
from app.extract.parse import parse
from app.extract.scoring import features
from app.extract.scoring.hints import Hints
from app.extract.scoring.text_blocks import Container, PageText
from app.extract.scoring.tokens import container_tokens
from app.extract.scoring.walk import page_text
from app.fetch.decode import decode
from bench.extraction.corpora import SavedPage, fold_of, load
from bench.extraction.labels import POSITIVE, labels_of, segment_labels

Array = np.ndarray[Any, np.dtype[np.floating[Any]]]
# The share of names that a page of one site of eight keeps in its copy, and those of two others.
_NAMED = (0.0, 0.2, 0.2)


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
