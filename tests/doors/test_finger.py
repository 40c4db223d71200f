"""Finger over real connections."""

import errno
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.doors.finger import Finger
from app.web.app_factory import create_app
from app.web.context import EXTENSION, Services
from config import Settings
from tests.doors.house import asked, opened
from tests.news.town import Paper, newspaper_of
from tests.validity import need

# The program finger knows no other port than 79, so the door has a loopback address that nobody else is at.
ALONE = ("127.79.68.1", 79)


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


def test_lines_of_a_headline_stand_under_its_words(port: int) -> None:
    head, *lines = said(port, "in").rstrip().split("\n")
    assert head == "TOP"
    assert all(re.match(r"[ 0-9]{2}\. \S| {4}\S", each) for each in lines)
    assert any(each.startswith("    ") for each in lines)


def test_without_a_name_the_editions_are_listed(port: int) -> None:
    assert "in     India" in said(port, "")


def test_our_words_are_in_the_language_of_the_setting_without_its_accents(
    settings: Settings, papers: list[Paper], tmp_path: Path
) -> None:
    found = create_app(replace(newspaper_of(papers, settings, tmp_path), INTERFACE_LANGUAGE="de"))
    door = Finger(found.extensions[EXTENSION])
    assert b"WELT\r\n" in door.answer("127.0.0.1", b"in/world")
    assert b"vor 10 Minuten" in door.answer("127.0.0.1", b"in")
    assert b"Diese Website fragt" in door.answer("127.0.0.1", b"a@b")


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


def test_the_program_finger_shows_editions_and_a_section(services: Services) -> None:
    need("finger")
    try:
        with opened(Finger(services).converse, at=ALONE):
            assert "in     India" in fingered("")
            shown = fingered("in/world")
            assert "WORLD" in shown
            assert " 1. " in shown
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EADDRNOTAVAIL):
            raise
        pytest.skip("this account may not listen at port 79")


def fingered(whom: str) -> str:
    command = ["finger", f"{whom}@{ALONE[0]}"]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()
