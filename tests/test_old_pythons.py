"""The regular expressions of the program: what every Python that it is for matches alike.

Before 3.11.5 `re` mismatched possessive repeats and atomic groups around anything that can be matched in more than
one way (python/cpython issues 100061 and 106052), and Debian 12 has 3.11.2.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "app").rglob("*.py"), *ROOT.glob("*.py")])
DIFFERING = (_constants.ATOMIC_GROUP, _constants.POSSESSIVE_REPEAT)
# In place of what a formatted string puts in: right as a number of repeats, as a character of a class and by itself.
PUT_IN = "1"


def literals(source: str) -> Iterator[tuple[int, str]]:
    """Yield every string of a program with its line; any of them may become a pattern, or a part of one."""
    inner: set[ast.AST] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else PUT_IN for part in node.values]
            inner |= set(node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and node not in inner and isinstance(node.value, str | bytes):
            yield node.lineno, node.value if isinstance(node.value, str) else node.value.decode("latin-1")


def differs(pattern: Any) -> bool:
    """Tell whether a parsed pattern, or anything within it, has an operation that not every Python matches alike."""
    if isinstance(pattern, _parser.SubPattern | list | tuple):
        return any(differs(each) for each in pattern)
    return any(pattern is each for each in DIFFERING)  # not by value, since characters are numbers too


def is_troubled(text: str) -> bool:
    """Tell whether a text is a pattern that differs; one that is no pattern at all does not."""
    for flags in (0, re.VERBOSE):
        try:
            if differs(_parser.parse(text, flags)):
                return True
        except (re.error, FutureWarning, OverflowError, RecursionError):  # a set within a set: no pattern of ours
            continue
    return False


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_pattern_relies_on_what_pythons_match_differently(path: Path) -> None:
    assert [(line, text) for line, text in literals(path.read_text()) if is_troubled(text)] == []


@pytest.mark.parametrize(
    "source",
    [
        'X = re.compile(r"(?:a|b)*+")',
        'X = re.compile(rf"(?:a{N})++/")',
        'X = re.compile(rf"(?:a){{0,{N}}}+")',
        'X = re.compile(rb"a?+")',
        'X = re.compile("a" "(?>b|bc)c")',
        'TABLE = {"a": (r"(?=x(?:b?+))", "sentence")}',
        "def f(): return re.match(f'[{x}]*+y', z)",
    ],
)
def test_what_the_scan_finds(source: str) -> None:
    assert [text for _, text in literals(source) if is_troubled(text)]


def test_what_the_scan_passes_over() -> None:
    source = 'X = re.compile(r"(?:a|b)*[+*]+[*+]\\*+(?=a)(?:b+)+"); y = "C+ + and \x1c (other) things"; z = f"{a}+{b}"'
    assert len(list(literals(source))) == 3
    assert not [text for _, text in literals(source) if is_troubled(text)]
