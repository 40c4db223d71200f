"""The learned model: how likely each block of a page belongs to the article.

The first stage judges a block by its features; the second sees besides what the first said of its neighbourhood.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.extract.scoring import features, tokens
from app.extract.scoring import second as second_stage
from app.extract.scoring.features import rows_of
from app.extract.scoring.hints import Hints
from app.extract.scoring.second import second_rows
from app.extract.scoring.text_blocks import PageText
from app.extract.scoring.tokens import Tables, token_rows
from app.extract.scoring.trees import Row, forest

_HOPE, _REACH = 0.05, 3  # without a block nearby that the first stage gives so much, the second is not asked
_OF_FIRST = len(features.COLUMNS) + len(tokens.COLUMNS)
_OF_SECOND = _OF_FIRST + len(second_stage.COLUMNS)
WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model; a block with at least `threshold` is taken for the article's."""

    tables: Tables
    first: Callable[[Sequence[Row]], list[float]]
    second: Callable[[Sequence[Row]], list[float]]
    threshold: float

    def scores(self, page: PageText, hints: Hints) -> list[float]:
        """Return for each block how likely it belongs to the article, 0 to 1."""
        own, names = rows_of(page, hints), token_rows(page, self.tables)
        rows = {place: own[place] + names[place] for place in set(page.judged_as)}
        scores = dict(zip(rows, self.first(list(rows.values())), strict=True))
        said = [scores[place] for place in page.judged_as]
        places = [place for place in _open(said) if place in rows]
        more = second_rows(page, said, places)
        doubtful = [rows[place] + seen for place, seen in zip(places, more, strict=True)]
        scores.update(zip(places, self.second(doubtful), strict=True))
        return [scores[place] for place in page.judged_as]


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
        forest(weights["first"]["trees"], weights["first"]["base"], _OF_FIRST),
        forest(weights["second"]["trees"], weights["second"]["base"], _OF_SECOND),
        weights["threshold"],
    )


@lru_cache(1)
def trained_model() -> Model:
    """Return the model of the program, loaded once."""
    return model_from(json.loads(WEIGHTS.read_text()))
