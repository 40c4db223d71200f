"""What is answered before there are workers leaves them what it made, and nothing else."""

import logging
import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from app.web.app_factory import create_app
from app.web.rehearsal import rehearse
from config import Settings

ASKED = "/about"


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell what is open")
@pytest.mark.parametrize("password", ["", "a long password"])
def test_it_leaves_no_thread_nothing_open_and_no_line_in_the_log(
    settings: Settings, caplog: pytest.LogCaptureFixture, password: str
) -> None:
    app = create_app(replace(settings, PASSWORD=password))
    caplog.set_level(logging.INFO)
    before = threading.active_count(), open_files()
    rehearse(app)
    assert (threading.active_count(), open_files()) == before
    assert not caplog.records


def test_the_first_reader_finds_the_templates_compiled(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(settings)
    rehearse(app)
    monkeypatch.delattr(Environment, "compile")
    assert app.test_client().get(ASKED).status_code == 200
