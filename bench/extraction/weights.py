"""The file of weights, as `app.extract.scoring.model` reads it, made of trees of scikit-learn."""

import json
from pathlib import Path
from typing import Any

from sklearn.ensemble import HistGradientBoostingClassifier

from bench.extraction.teaching import Trained

THRESHOLD = 0.45  # news wants more, encyclopedias and blogs less; from 0.4 to 0.5 it hardly matters


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
