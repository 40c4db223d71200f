"""The README names every setting, package and command that there is."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from app.render.profiles.profiles import PROFILES
from config import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
# Packages that others bring along and that nothing of ours imports need no reason of their own.
NOT_OURS = frozenset(
    "blinker certifi cffi click ftfy idna itsdangerous Jinja2 langcodes locate MarkupSafe mdurl msgpack "
    "pycparser regex typing_extensions wcwidth webencodings Werkzeug".split()
)


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_each_setting_has_its_row(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", README, re.MULTILINE)


def test_the_settings_table_names_nothing_that_is_gone() -> None:
    rows = set(re.findall(r"^\| `([A-Z_0-9]+)` \|", README, re.MULTILINE))
    assert rows == {field.name for field in fields(Settings)}


def test_each_package_is_pinned_and_named_with_its_reason() -> None:
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        if line.startswith("#"):
            continue
        name, pin, version = line.partition("==")
        assert pin, line
        assert version, line
        assert name in NOT_OURS or re.search(rf"\b{name}\b", README, re.IGNORECASE), name


@pytest.mark.parametrize("name", PROFILES)
def test_each_profile_has_its_row(name: str) -> None:
    assert re.search(rf"^\| `{name}` \|", README, re.MULTILINE)


def test_each_command_of_the_makefile_is_explained_by_it() -> None:
    rules = re.findall(r"^([a-z]+):.*?(## .+)?$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {name for name, text in rules if not text} == set()
    assert {"run", "test"} <= {name for name, _ in rules}


DOCUMENTS = sorted(
    [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "app").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
)
# Paths of our own as documents and docstrings have them: below the project, or below `app/`.
_PATH = re.compile(r"`((?:[a-z_]+/)+[a-z_0-9]+\.(?:py|html|toml|md|json|conf))`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_that_are_named_exist(document: Path) -> None:
    named = set(_PATH.findall(document.read_text()))
    places = (ROOT, ROOT / "app", ROOT / "tests", document.parent)
    assert [name for name in sorted(named) if not any((place / name).exists() for place in places)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "app").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_docstring_names_a_floor_by_number(path: Path) -> None:
    assert not re.search(r"\bFloor \d", path.read_text())


def test_the_document_of_the_house_answers_where_twenty_changes_go() -> None:
    table = (
        (ROOT / "docs" / "architecture.md").read_text().partition("## Where to change what")[2].partition("\n## ")[0]
    )
    assert len(re.findall(r"^\| [a-z]", table, re.MULTILINE)) >= 20
