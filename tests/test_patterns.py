"""Every regular expression of the program takes time in proportion to the text that it is given."""

import ast
import importlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from tests.linearity import ANCHORED, faults

ROOT = Path(__file__).parent.parent
OF_TEXTS_TOO = {"split"}
METHODS = ANCHORED | {"findall", "finditer", "search", "split", "sub", "subn"}


class Use(NamedTuple):
    """A pattern, where it stands, and by which methods it is called."""

    name: str
    pattern: re.Pattern[Any]
    methods: frozenset[str]


def modules() -> Iterator[tuple[ModuleType, ast.Module]]:
    for path in sorted((ROOT / "app").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield importlib.import_module(name), ast.parse(path.read_text())


def patterns_in(value: object, depth: int = 4) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns in a value and in what it is made of."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from patterns_in(getattr(value, each.name), depth - 1)
    elif depth and isinstance(value, Mapping):
        for item in value.items():
            yield from patterns_in(item, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from patterns_in(item, depth - 1)
    elif depth and type(value).__module__.startswith("app.") and hasattr(value, "__dict__"):
        yield from patterns_in(vars(value), depth - 1)


def methods_of(name: str, trees: list[ast.Module]) -> set[str]:
    """Return the methods by which a pattern is called by its name; one of them is none where it is passed on."""
    found: set[str] = set()
    for tree in trees:
        called = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        names = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
        found |= {called.get(id(node), "") for node in names if node.id == name}
    return found or {"search"}


def methods_on_parts(tree: ast.Module, names: set[str]) -> set[str]:
    """Return the methods that a module calls on patterns which it keeps in tables or passes on."""
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr in METHODS]
    found = {node.attr for node in nodes if not (isinstance(node.value, ast.Name) and node.value.id in {*names, "re"})}
    return found - OF_TEXTS_TOO or {"search"}


def inline(module: ModuleType, tree: ast.Module) -> Iterator[Use]:
    """Yield the patterns that are written where they are used: `re.sub(r"...", "", text)`."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), method), [ast.Constant(pattern), *_]) if method in METHODS:
                flags = re.IGNORECASE if "re.I" in ast.unparse(node) else re.NOFLAG
                yield Use(f"{module.__name__}:{node.lineno}", re.compile(pattern, flags), frozenset({method}))


def uses() -> Iterator[Use]:
    found = list(modules())
    for module, tree in found:
        own = {name: value for name, value in vars(module).items() if isinstance(value, re.Pattern)}
        imported = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
        for name, value in vars(module).items():
            if name in imported or name.startswith("__") or isinstance(value, ModuleType):
                continue
            if name in own:
                sharing = [tree] + [other for _, other in found if name[0] != "_" and other is not tree]
                methods = methods_of(name, sharing)
                passed = methods_on_parts(tree, set(own)) if "" in methods else set()
                yield Use(f"{module.__name__}.{name}", value, frozenset(methods - {""} | passed))
                continue
            for place, pattern in enumerate(patterns_in(value)):
                yield Use(f"{module.__name__}.{name}[{place}]", pattern, frozenset(methods_on_parts(tree, set(own))))
        yield from inline(module, tree)


USES = list(uses())

AT_FAULT = [
    (r"\d+x", "search"),
    (r"(\d+(?:\.\d+)?)x", "search"),
    (r"\s*[|]\s*", "split"),
    (r"\s+$", "sub"),
    (r"(?:[^-_]+[-_]){3}", "search"),
    (r"<!--.*?-->", "findall"),
    (r"(?:^|[\s_-])cookie\w*(?:$|[\s_-])", "search"),
    (r"(?:ab)+c", "search"),
    (r"(?:[a-z-]+\.)+x", "search"),
    (r"(?m)^\s{2,}\S", "search"),
    (r"(?i)m[A-M]+9|y", "search"),
    (r"a(?=.*b)", "search"),
    (r"\s*=?\s*;", "match"),
    (r"a[^>]*b[^>]*>", "match"),
    (r"(?:a+b?){1,3}c", "match"),
    (r"(?:a+)*b", "match"),
    (r"(?:a|ab|b)*c", "match"),
    (r"(?:[a-z]|[^0-9])*", "fullmatch"),
]
LINEAR = [
    (r"\d+", "search"),
    (r"\d{1,9}x", "search"),
    (r"x\s+$", "search"),
    (r"[^<>]+", "findall"),
    (r"<[^<>]*>", "sub"),
    (r"(?s)<!--.*?(?:-->|\Z)", "sub"),
    (r"(?:^|[\s_-])cookie[^\W_]*(?:$|[\s_-])", "search"),
    (r"(?:ab)+", "search"),
    (r"(?m)^[ \t]*#.*$", "sub"),
    (r"(?<![a-z])[a-z]+1", "search"),
    (r"(?:[a-z-]+\.)+x", "match"),
    (r"(?:\\.|[^\"\\])*\"", "match"),
    (r"(?:[a-z]|[^0-9])*", "match"),
    (r"(?i)(?:[a-z]|[^a-z])*", "fullmatch"),
]


@pytest.mark.parametrize(("pattern", "method"), AT_FAULT)
def test_the_judge_finds_what_is_not_linear(pattern: str, method: str) -> None:
    assert faults(re.compile(pattern), {method}) != []
    if "(?" not in pattern[:3]:
        assert faults(re.compile(pattern.encode()), {method}) != []


@pytest.mark.parametrize(("pattern", "method"), LINEAR)
def test_the_judge_lets_pass_what_is_linear(pattern: str, method: str) -> None:
    assert faults(re.compile(pattern), {method}) == []


def test_the_patterns_are_found() -> None:
    names = {use.name for use in USES}
    assert len(names) > 150
    assert {"app.text.normalize._DROPPED", "app.extract.media.srcset._URL"} <= names


@pytest.mark.parametrize("use", USES, ids=[use.name for use in USES])
def test_a_pattern_takes_time_in_proportion_to_the_text(use: Use) -> None:
    assert faults(use.pattern, use.methods) == []
