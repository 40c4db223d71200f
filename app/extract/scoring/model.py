"""The learned model: how likely each block of a page belongs to the article.

The first stage judges a block by its features; the second sees besides what the first said of its neighbourhood.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.extract.scoring.features import rows_of
from app.extract.scoring.hints import Hints
from app.extract.scoring.second import second_rows
from app.extract.scoring.text_blocks import PageText
from app.extract.scoring.tokens import Tables, token_rows
from app.extract.scoring.trees import Row, forest

_HOPE, _REACH = 0.05, 3  # without a block nearby that the first stage gives so much, the second is not asked
WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model; a block with at least `threshold` is taken for the article's."""

    tables: Tables
    first: Callable[[Row], float]
    second: Callable[[Row], float]
    threshold: float

    def scores(self, page: PageText, hints: Hints) -> list[float]:
        """Return for each block how likely it belongs to the article, 0 to 1."""
        rows, tokens = rows_of(page, hints), token_rows(page, self.tables)
        judged_as = page.judged_as
        first = {place: self.first(rows[place] + tokens[place]) for place in set(judged_as)}
        said = [first[place] for place in judged_as]
        scores = dict(first)
        open_places = [place for place in _open(said) if place in first]
        for place, more in zip(open_places, second_rows(page, said, open_places), strict=True):
            scores[place] = self.second(rows[place] + tokens[place] + more)
        return [scores[place] for place in judged_as]


def _open(said: Sequence[float]) -> list[int]:
    """Return the places of all blocks but those that, with their neighbours, are surely none of the article's."""
    count = len(said)
    hopes = [place for place, share in enumerate(said) if share >= _HOPE]
    open_places: dict[int, None] = {}
    for hope in hopes:
        for place in range(max(0, hope - _REACH), min(count, hope + _REACH + 1)):
            open_places[place] = None
    return sorted(open_places)


def model_from(weights: dict[str, Any]) -> Model:
    """Return the model that the object in a weights file stands for."""
    return Model(
        Tables(**weights["tables"]),
        forest(weights["first"]["trees"], weights["first"]["base"]),
        forest(weights["second"]["trees"], weights["second"]["base"]),
        weights["threshold"],
    )


@lru_cache(1)
def trained_model() -> Model:
    """Return the model of the program, loaded once."""
    return model_from(json.loads(WEIGHTS.read_text()))
