"""Benchmarks of reads, as far as they are asked for something that is not there."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("arguments", [["bench.reads"], ["bench.stages", "--corpus"]])
@pytest.mark.parametrize("folder", ["", "missing"])
def test_a_folder_without_pages_is_told_in_one_sentence(arguments: list[str], folder: str, tmp_path: Path) -> None:
    pytest.importorskip("readability", reason="requirements-reads.txt is not installed")
    path = tmp_path / folder
    ended = subprocess.run(
        [sys.executable, "-m", *arguments, path], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("There is no ")
    assert str(path) in ended.stderr
    assert ended.stderr.count("\n") == 1
