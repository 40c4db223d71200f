"""Finger over real connections."""

from collections.abc import Iterator

import pytest

from app.doors.finger import Finger
from app.web.context import Services
from tests.doors.house import asked, opened


@pytest.fixture
def port(services: Services) -> Iterator[int]:
    with opened(Finger(services).converse) as found:
        yield found


def said(port: int, line: str) -> str:
    answer = asked(port, f"{line}\r\n".encode()).decode("ascii")
    assert answer.endswith("\r\n")
    assert max(map(len, answer.split("\r\n"))) <= 78
    return answer.replace("\r\n", "\n")


@pytest.mark.parametrize("line", ["in", "IN", "/W in", "in/top", "in "])
def test_an_edition_is_ten_headlines_at_most(port: int, line: str) -> None:
    lines = said(port, line).split("\n")
    numbered = [each for each in lines if each.lstrip()[:1].isdigit() and ". " in each[:5]]
    assert 0 < len(numbered) <= 10
    assert any("Kettle Point" in each for each in lines)


def test_without_a_name_the_editions_are_listed(port: int) -> None:
    assert "in     India" in said(port, "")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("xx", 'no edition "xx"'),
        ("in/nothing", "no such edition"),
        ("root@elsewhere.example", "asks no other one"),
        ("in@a@b", "asks no other one"),
        ("\x00\x1b[2J", "no such edition"),
        ("../../etc/passwd", "no such edition"),
    ],
)
def test_what_is_not_there_is_said(port: int, line: str, words: str) -> None:
    assert words in " ".join(said(port, line).split())
