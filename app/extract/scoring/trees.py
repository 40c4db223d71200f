"""Boosted trees over rows of numbers, in plain Python.

A tree in a weights file is nested lists: `[column, threshold, at_most, above]`, a leaf is a number. Walking them
node by node takes four times as long as the conditional expressions that they are made into here.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

Row = Sequence[float]
_AT_ONCE = 30


def forest(trees: Sequence[Any], base: float) -> Callable[[Row], float]:
    """Return a function that gives the probability that a row belongs to the article: log-odds, `base` and the
    trees' sum, squashed.
    """
    # Only numbers get into the source (`_source`). One sum over all trees would be too deep for the compiler.
    parts = [trees[start : start + _AT_ONCE] for start in range(0, len(trees), _AT_ONCE)]
    functions = [
        eval(f"lambda x: {'+'.join(map(_source, part))}", {"__builtins__": {}})  # noqa: S307
        for part in parts
    ]

    def probability(row: Row) -> float:
        return 1 / (1 + math.exp(-(base + sum(function(row) for function in functions))))

    return probability


def _source(node: Any) -> str:
    if isinstance(node, list):
        column, threshold, below, above = node
        return f"({_source(below)} if x[{int(column)}]<={float(threshold)!r} else {_source(above)})"
    return repr(float(node))
