"""What is answered before there are workers leaves them what it made, and nothing else."""

import logging
import os
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment

from app.web.app_factory import create_app
from app.web.rehearsal import rehearse
from config import Settings

ASKED = "/about"


def open_files() -> Counter[str]:
    """Return what this process has open, each as often as it has: what other tests left may be closed meanwhile."""
    found: Counter[str] = Counter()
    for number in os.listdir("/proc/self/fd"):
        with suppress(FileNotFoundError):
            found[os.readlink(f"/proc/self/fd/{number}")] += 1
    return found


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell what is open")
@pytest.mark.parametrize("password", ["", "a long password"])
def test_it_leaves_no_thread_nothing_open_and_no_line_in_the_log(
    settings: Settings, caplog: pytest.LogCaptureFixture, password: str
) -> None:
    app = create_app(replace(settings, PASSWORD=password))
    caplog.set_level(logging.INFO)
    threads, files = set(threading.enumerate()), open_files()
    rehearse(app)
    assert set(threading.enumerate()) <= threads
    assert open_files() - files <= Counter({f"/proc/{os.getpid()}/fd": 1})  # the look itself
    assert not caplog.records


def test_the_first_reader_finds_the_templates_compiled(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(settings)
    rehearse(app)
    monkeypatch.delattr(Environment, "compile")
    assert app.test_client().get(ASKED).status_code == 200
