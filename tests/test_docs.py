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
    "blinker certifi cffi click cssselect Deprecated idna itsdangerous Jinja2 lxml_html_clean MarkupSafe "
    "packaging pycparser typing_extensions webencodings Werkzeug wrapt".split()
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
