"""The folder of the figures: one for each start, and none where the operator has his own."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.telemetry import figures_folder
from app.telemetry.figures_folder import VARIABLE

ROOT = Path(__file__).parent.parent.parent
# Makes the folder, has a process that is forked end, and tells whether the folder is there still.
START = f"""
import os, sys
from app.telemetry import figures_folder
environment = {{}}
figures_folder.make(environment)
folder = environment["{VARIABLE}"]
open(folder + "/counter_1.db", "w").close()
if os.fork() == 0:
    sys.exit()
os.wait()
print(folder, os.path.exists(folder + "/counter_1.db"))
sys.exit("This start fails.")
"""


def test_a_start_makes_a_folder_that_goes_with_its_own_end_however_it_ends(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env={"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    folder, was_there = done.stdout.split()
    assert (Path(folder).parent, was_there) == (tmp_path, "True")
    assert not Path(folder).exists()


def test_settings_that_are_read_again_keep_the_folder(tmp_path: Path) -> None:
    environment = {VARIABLE: str(tmp_path)}
    figures_folder.make(environment)
    assert environment == {VARIABLE: str(tmp_path)}


def test_a_server_that_replaces_another_has_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    environment = {VARIABLE: str(tmp_path), "GUNICORN_PID": "1"}
    figures_folder.make(environment)
    assert Path(environment[VARIABLE]).parent == tmp_path


def test_memory_is_taken_where_nothing_else_can_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    monkeypatch.setattr(figures_folder, "MEMORY", tmp_path)
    environment: dict[str, str] = {}
    figures_folder.make(environment)
    assert Path(environment[VARIABLE]).parent == tmp_path


def test_no_place_at_all_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    monkeypatch.setattr(figures_folder, "MEMORY", tmp_path / "missing")
    with pytest.raises(figures_folder.NoFolder, match=r"^No folder for temporary files can be written to[^\n]*$"):
        figures_folder.make({})
