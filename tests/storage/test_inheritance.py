"""What workers have in common while the store is gone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.storage import Quota
from app.storage.inheritance import Inherited, folder_in_memory


def test_workers_find_in_memory_what_others_left_there(tmp_path: Path) -> None:
    inherited = Inherited(b"secret", folder_in_memory(tmp_path))
    assert inherited.folder is not None
    assert inherited.folder.stat().st_mode & 0o777 == 0o700
    one, two = inherited.standby, inherited.standby
    assert one is not None
    assert two is not None
    one.add_many({"a": b"1"}, 100, Quota.LINKS)
    assert two.get("a") == b"1"
    assert sum(usage.most for usage in one.sizes().values()) == 8 * 1024 * 1024
    one.close()
    two.close()
    inherited.remove()
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_no_such_place_there_is_nothing_in_common(tmp_path: Path) -> None:
    inherited = Inherited(b"secret", folder_in_memory(tmp_path / "nowhere"))
    assert inherited.standby is None
    inherited.remove()


def test_what_killed_processes_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    dead = int(ended.stdout)
    (tmp_path / f"news68k-{dead}-abc").mkdir()
    (tmp_path / f"news68k-{dead}-abc" / "links.sqlite3").write_text("x")
    kept = {f"news68k-{os.getpid()}-abc", "news68k-mine-abc", "somebody's"}
    for name in kept:
        (tmp_path / name).mkdir()
    made = folder_in_memory(tmp_path)
    assert made is not None
    assert {each.name for each in tmp_path.iterdir()} == kept | {made.name}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can leave what is another's")
def test_what_another_account_left_is_not_touched(tmp_path: Path) -> None:
    left = tmp_path / "news68k-999999999-abc"
    left.mkdir()
    os.chown(left, 65534, 65534)
    folder_in_memory(tmp_path)
    assert left.exists()
