"""Dependencies run in one direction: a module imports only from its own package and from floors below."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Each package and its floor; docs/architecture.md draws it.
FLOORS = {
    "app": 7,  # `create_app`, for whoever starts the application
    "app.adapters": 3,
    "app.almanac": 3,
    "app.doors": 6,
    "app.errors": 0,
    "app.extract": 2,
    "app.feeds": 2,
    "app.fetch": 2,
    "app.images": 2,
    "app.isolation": 2,
    "app.models": 1,
    "app.net": 1,
    "app.news": 3,
    "app.render": 3,
    "app.search": 3,
    "app.sentences": 0,
    "app.services": 4,
    "app.settings": 2,
    "app.signatures": 1,
    "app.storage": 2,
    "app.telemetry": 1,
    "app.text": 1,
    "app.translate": 3,
    "app.web": 5,
}
WEB = ("flask", "werkzeug")
# Which Flask starts.
COMMANDS = "app.doors.commands"
SOCKETS = ("http.client", "requests", "socket", "ssl", "urllib.request", "urllib3")
# Who asks other sites, who talks to processes of our own, and who answers our readers, at a door by TLS.
WITH_SOCKETS = ("app.doors.certificate", "app.fetch", "app.isolation", "app.web.server")
MODULES = sorted((ROOT / "app").rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def package_of(name: str) -> str:
    """Return the package of a module, or of what is imported from one; `app` is that of `create_app`."""
    package = ".".join(name.split(".")[:2])
    return package if package in FLOORS else "app"


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


def test_every_package_has_its_floor() -> None:
    assert {package_of(name_of(path)) for path in MODULES} == set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_from_its_own_package_and_the_floors_below(path: Path) -> None:
    own = package_of(name_of(path))
    for name in imports_of(path):
        other = package_of(name)
        if begins(name, ("app",)) and other != own:
            assert FLOORS[other] < FLOORS[own], f"{name_of(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_web_knows_flask_and_only_few_packages_know_sockets(path: Path) -> None:
    own = package_of(name_of(path))
    for name in imports_of(path):
        assert own in {"app", "app.web"} or name_of(path) == COMMANDS or not begins(name, WEB), (
            f"{name_of(path)} imports {name}"
        )
        assert begins(name_of(path), WITH_SOCKETS) or not begins(name, SOCKETS), f"{name_of(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_reads_the_environment(path: Path) -> None:
    assert not imports_of(path) & {"os.environ", "os.getenv"}
    assert "os.environ" not in path.read_text()
    assert "os.getenv" not in path.read_text()
