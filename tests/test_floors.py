"""Dependencies run in one direction: a module imports only from its own floor's neighbours below."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each part of the program and its floor; `docs/architecture.md` draws it.
FLOORS = {
    "app.addresses": 0,
    "app.characters": 0,
    "app.errors": 0,
    "app.languages": 0,
    "app.models": 0,
    "app.pasting": 0,
    "app.redirectors": 0,
    "app.units": 0,
    "app.urls": 0,
    "app.fetch": 1,
    "app.sanitize": 1,
    "app.codec": 1,
    "app.extract": 2,
    "app.fairness": 2,
    "app.feeds": 2,
    "app.limits": 2,
    "app.passthrough": 2,
    "app.pictures": 2,
    "app.store": 2,
    "app.upgrades": 2,
    "app.typeset": 3,
    "app.cache": 3,
    "app.links": 3,
    "app.news": 3,
    "app.reader": 4,
    "app.darkroom": 4,
    "app.feedroom": 4,
    "app.newsstand": 4,
    "app.create": 5,
    "app.http": 5,
    "app.prefix": 5,
    "app.proxying": 5,
    "app.views": 5,
    "app.warm": 5,
    "app.wire": 5,
}
WEB = ("flask", "werkzeug")
SOCKETS = ("http.client", "requests", "socket", "ssl", "urllib.request", "urllib3")
MODULES = sorted(path for path in (ROOT / "app").rglob("*.py") if path != ROOT / "app" / "__init__.py")


def part_of(name: str) -> str:
    return ".".join(name.split(".")[:2])


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


def begins(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_from_the_floors_below_or_its_own_part(path: Path) -> None:
    own = part_of(name_of(path))
    for name in imports_of(path):
        if name.startswith("app."):
            other = part_of(name)
            below = FLOORS[other] < FLOORS[own] or FLOORS[own] in {0, 4, 5}
            assert other == own or (below and FLOORS[other] <= FLOORS[own]), f"{own} imports {other}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_top_floor_knows_flask_and_only_fetch_opens_sockets(path: Path) -> None:
    own = part_of(name_of(path))
    for name in imports_of(path):
        assert FLOORS[own] == 5 or not begins(name, WEB), f"{own} imports {name}"
        assert own == "app.fetch" or not begins(name, SOCKETS), f"{own} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_reads_the_environment(path: Path) -> None:
    assert not imports_of(path) & {"os.environ", "os.getenv"}
    assert "os.environ" not in path.read_text()
    assert "os.getenv" not in path.read_text()
