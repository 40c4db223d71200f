"""Boosted trees over rows of numbers, in plain Python.

A tree in a weights file is nested lists: `[column, threshold, at_most, above]`, a leaf is a number. Walking them
node by node takes four times as long as the conditional expressions that they are made into here.
"""

import math
from collections.abc import Callable, Sequence
from itertools import starmap
from typing import Any

Row = Sequence[float]
_AT_ONCE = 30


def forest(trees: Sequence[Any], base: float, columns: int) -> Callable[[Sequence[Row]], list[float]]:
    """Return a function that gives for rows of so many columns the probabilities that they belong to the article:
    log-odds, `base` and the trees' sum, squashed.
    """
    # Only numbers get into the source (`_source`). One sum over all trees would be too deep for the compiler.
    # A column is a parameter, which is found faster than by its place in a row.
    names = ",".join(f"x{column}" for column in range(columns))
    parts = [trees[start : start + _AT_ONCE] for start in range(0, len(trees), _AT_ONCE)]
    functions = [
        eval(f"lambda {names}: {'+'.join(map(_source, part))}", {"__builtins__": {}})  # noqa: S307
        for part in parts
    ]

    def probabilities(rows: Sequence[Row]) -> list[float]:
        # Part by part, not row by row: what a part is made of stays in the processor's cache.
        odds = zip(*(list(starmap(function, rows)) for function in functions), strict=True)
        return [1 / (1 + math.exp(-(base + sum(each)))) for each in odds]

    return probabilities


def _source(node: Any) -> str:
    if isinstance(node, list):
        column, threshold, below, above = node
        return f"({_source(below)} if x{int(column)}<={float(threshold)!r} else {_source(above)})"
    return repr(float(node))
