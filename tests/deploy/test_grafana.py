"""The dashboard shows figures that there are."""

import json
import re

from prometheus_client.parser import text_string_to_metric_families as families

from app.telemetry.metrics import (
    CACHE,
    CONVERSIONS,
    FEEDS,
    FETCHES,
    READS,
    REQUEST_SECONDS,
    REQUESTS,
    TASK_SECONDS,
    TASKS,
    WAITING,
    exposition,
)
from tests.serving import ROOT

DASHBOARD = json.loads((ROOT / "deploy" / "grafana.json").read_text())


def samples() -> dict[str, set[str]]:
    """Return the names of all samples with their labels, after each was counted once."""
    for counter, labels in (
        (CACHE, 1),
        (CONVERSIONS, 2),
        (FEEDS, 2),
        (FETCHES, 1),
        (READS, 1),
        (REQUESTS, 3),
        (TASKS, 2),
    ):
        counter.labels(*["x"] * labels).inc()
    for histogram in (REQUEST_SECONDS, TASK_SECONDS):
        histogram.labels("x").observe(1)
    WAITING.labels("x").set(0)
    found = [each for family in families(exposition({"pages": (1, 2, 3)}).decode()) for each in family.samples]
    return {each.name: set(each.labels) for each in found}


def test_each_panel_asks_for_a_figure_and_labels_that_there_are() -> None:
    known = samples()
    asked = [(panel["title"], target["expr"]) for panel in DASHBOARD["panels"] for target in panel["targets"]]
    assert len(asked) >= len(DASHBOARD["panels"]) >= 10
    for title, expression in asked:
        names = re.findall(r"news68k_\w+", expression)
        assert names, title
        labels = set().union(*(known[name] for name in names))
        wanted = {each.strip() for group in re.findall(r"by \(([^)]*)\)", expression) for each in group.split(",")}
        wanted |= set(re.findall(r"[{,](\w+)[=!]", expression))
        assert wanted <= labels, title


def test_panels_do_not_lie_over_one_another() -> None:
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in DASHBOARD["panels"]]
    assert len(set(places)) == len(places)
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(places)
