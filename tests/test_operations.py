"""docs/operations.md has a row for each figure and each field of the log."""

import logging
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families as families

from app.telemetry.log_format import FIELDS
from app.telemetry.metrics import exposition

MANUAL = (Path(__file__).parent.parent / "docs" / "operations.md").read_text()
ROWS = "\n".join(re.findall(r"^\| (`.*?) \|", MANUAL, re.MULTILINE))
NAMES = set(re.findall(r"`([a-z_0-9]+)`", ROWS))


def test_each_figure_has_its_row_and_there_are_no_others() -> None:
    found = families(exposition({"pages": (1, 2, 3)}).decode())
    figures = {each.name for each in found if each.name.startswith("news68k_") and not each.name.endswith("_created")}
    assert figures == {name for name in NAMES if name.startswith("news68k_")}


def test_each_field_of_the_log_has_its_row(browser: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    for path in ("/about", "/read?url=http://127.0.0.1:9/", "/read?url=http://10.0.0.1/"):
        browser.get(path)
    fields = {name for record in caplog.records for name in getattr(record, FIELDS, {})}
    assert {"id", "status", "reason", "error"} <= fields
    assert sorted(fields - NAMES) == []
