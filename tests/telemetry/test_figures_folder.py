"""The folder of the figures: one for each start, and none where the operator has his own."""

from pathlib import Path

import pytest

from app.telemetry import figures_folder
from app.telemetry.figures_folder import VARIABLE


@pytest.fixture(autouse=True)
def _temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


def test_a_start_makes_a_folder_and_its_end_removes_it() -> None:
    environment: dict[str, str] = {}
    folder = figures_folder.make(environment)
    assert folder is not None
    assert folder.is_dir()
    assert environment[VARIABLE] == str(folder)
    (folder / "counter_1.db").write_bytes(b"")
    figures_folder.remove(folder)
    assert not folder.exists()


def test_settings_that_are_read_again_keep_the_folder(tmp_path: Path) -> None:
    environment = {VARIABLE: str(tmp_path)}
    assert figures_folder.make(environment) is None
    assert environment == {VARIABLE: str(tmp_path)}
    figures_folder.remove(None)
    assert tmp_path.is_dir()


def test_a_server_that_replaces_another_has_a_folder_of_its_own(tmp_path: Path) -> None:
    environment = {VARIABLE: str(tmp_path), "GUNICORN_PID": "1"}
    assert figures_folder.make(environment) not in {None, tmp_path}
