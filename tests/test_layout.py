"""Tests mirror the modules: each module has a file of its name, or `tests/README.md` says which holds its tests."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
APP = TESTS.parent / "app"
README = (TESTS / "README.md").read_text()
ELSEWHERE = re.findall(r"^\| `([\w/]+\.py)` \|", README.partition("What stands in for it")[0], re.MULTILINE)
MODULES = sorted(path.relative_to(APP) for path in APP.rglob("*.py") if path.name != "__init__.py")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_has_tests_of_its_name_or_they_are_said_to_be_elsewhere(module: Path) -> None:
    own = TESTS / module.with_name(f"test_{module.name}")
    assert own.exists() != (str(module) in ELSEWHERE)


@pytest.mark.parametrize("name", dict.fromkeys(re.findall(r"`([\w/]+\.py)`", README)))
def test_a_file_that_is_named_there_exists(name: str) -> None:
    assert (TESTS / name).exists() or (APP / name).exists()
