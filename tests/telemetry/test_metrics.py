"""The figures, of one process and of several."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families as families

from app.telemetry import figures_folder
from app.telemetry.figures_folder import VARIABLE
from app.telemetry.metrics import FETCHES, exposition
from tests.serving import ROOT

COUNT = (
    "from app.telemetry.metrics import FETCHES, exposition; FETCHES.labels('ok').inc(2); print(exposition({}).decode())"
)


def fetches(text: str) -> float:
    samples = [each for family in families(text) for each in family.samples]
    return sum(
        each.value for each in samples if each.name == "news68k_fetches_total" and each.labels["outcome"] == "ok"
    )


def test_what_is_counted_is_exposed() -> None:
    before = fetches(exposition({}).decode())
    FETCHES.labels("ok").inc()
    assert fetches(exposition({}).decode()) == before + 1


def test_figures_of_several_processes_are_added_up(tmp_path: Path) -> None:
    environment = os.environ | {VARIABLE: str(tmp_path)}
    said = [
        subprocess.run(
            [sys.executable, "-c", COUNT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(3)
    ]
    assert [fetches(text) for text in said] == [2, 4, 6]


def test_each_quota_of_the_store_has_its_figures() -> None:
    text = exposition({"links": (3, 700, 50_000), "pages": (1, 9000, 200_000)}).decode()
    samples = {
        (each.name, each.labels["quota"]): each.value
        for family in families(text)
        for each in family.samples
        if each.name.startswith("news68k_store_")
    }
    assert samples == {
        ("news68k_store_entries", "links"): 3,
        ("news68k_store_entries", "pages"): 1,
        ("news68k_store_bytes", "links"): 700,
        ("news68k_store_bytes", "pages"): 9000,
        ("news68k_store_most_bytes", "links"): 50_000,
        ("news68k_store_most_bytes", "pages"): 200_000,
    }


WAIT = (
    "from app.telemetry.metrics import WAITING, exposition; import os; WAITING.labels('tasks').inc(); "
    "print(os.getpid()); print(exposition({}).decode())"
)


def waiting(text: str) -> float:
    return sum(each.value for family in families(text) for each in family.samples if each.name == "news68k_waiting")


def test_nobody_waits_any_more_in_a_process_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))

    def said() -> tuple[int, float]:
        command = [sys.executable, "-c", WAIT]
        text = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        number, _, figures = text.partition("\n")
        return int(number), waiting(figures)

    first, alone = said()
    second, both = said()
    assert (alone, both) == (1, 2)
    for process in (first, second):
        figures_folder.forget({VARIABLE: str(tmp_path)}, process)
    assert said()[1] == 1
