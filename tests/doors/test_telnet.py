"""The reader for terminals over real connections: from the first key to an article and out again."""

import os
import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from app.doors.doorway import DoorLimits
from app.doors.telnet import Screen, Session, Telnet, in_lines
from app.doors.telnet_line import LONGEST_LINE
from app.doors.terminal import Terminal
from app.render.language import language, languages
from app.web.app_factory import create_app
from app.web.context import EXTENSION, Services
from config import Settings
from tests.doors.house import opened
from tests.modern_site import LIGHTHOUSE, modern_page
from tests.news.town import Paper, newspaper_of
from tests.validity import need

TERMINAL, C64 = b"\x7f80\r", b"\x14"


class Caller:
    """A terminal that has come in."""

    def __init__(self, client: socket.socket) -> None:
        self._client = client

    def until(self, end: bytes) -> bytes:
        found = b""
        while not found.endswith(end):
            part = self._client.recv(65536)
            assert part, found
            found += part
        return found

    def said(self, typed: bytes, end: bytes = b"\n> ") -> bytes:
        """Return what comes after something was typed."""
        self._client.sendall(typed)
        return self.until(end)


@contextmanager
def calling(port: int, first: bytes) -> Iterator[tuple[Caller, bytes]]:
    """Yield a caller, and the first screen that he sees."""
    with socket.create_connection(("127.0.0.1", port), 30) as client:
        caller = Caller(client)
        caller.until(b"(or BACKSPACE): ")
        yield caller, caller.said(first, b"> ")


@pytest.fixture
def port(services: Services) -> Iterator[int]:
    with opened(Telnet(services).converse, DoorLimits(silence=30.0)) as found:
        yield found


def test_headlines_have_numbers_by_which_articles_open_page_by_page(port: int) -> None:
    with calling(port, TERMINAL) as (caller, first):
        assert re.search(rb"\n +1 .*Kettle Point", first)
        article = caller.said(b"1\r\n")
        assert b"====" in article
        assert b"RETURN More" in article
        following = caller.said(b"\r\n")
        assert article.split(b"\r\n")[5] not in following
        assert caller.said(b"p\r").split(b"\r\n")[2:6] == article.split(b"\r\n")[2:6]
        assert re.search(rb"\n +1 .*Kettle Point", caller.said(b"b\r"))
        assert b"Good bye." in caller.said(b"q\r", b"bye.\r\n")


def test_no_line_is_wider_than_the_screen_nor_a_screen_higher(port: int) -> None:
    with calling(port, b"\x0840\r") as (caller, _):
        for typed in (b"1\r", b"\r", b"w\r", b"e\r", b"b\r"):
            lines = caller.said(typed).split(b"\r\n")[1:]
            assert max(map(len, lines)) <= 40
            assert len(lines) <= 25


def test_a_c64_is_told_by_its_delete_and_gets_its_letters(port: int) -> None:
    with calling(port, C64) as (caller, first):
        assert first.startswith(b"\x0e\x93")
        assert b"\xcbETTLE \xd0OINT" in first
        assert b"\n" not in first
        article = caller.said(b"1\r", b"> ")
        assert article.startswith(b"1\r\x93")
        assert max(map(len, article.split(b"\r"))) <= 40


def test_sections_editions_searches_and_addresses(port: int, papers: list[Paper]) -> None:
    with calling(port, TERMINAL) as (caller, _):
        assert b"W world" in caller.said(b"w\r")
        assert b"Volcano" in caller.said(b"w world\r")
        assert b"E in     India" in caller.said(b"e\r")
        assert b"Kettle Point" in caller.said(b"e in\r")
        assert b"Ferry" in caller.said(b"s ferry\r")
        assert b"nine hundred tonnes" in caller.said(b"r " + papers[0].origin.url("/story/0").encode() + b"\r")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (b"99\r", b"Type the number"),
        (b"x\r", b"Type the number"),
        (b"e xx\r", b'no edition "xx"'),
        (b"r http://10.0.0.1/\r", b"private network"),
        (b"r \r", b"Type its address, or words to search for."),
        (b"S\r", b"Search the news"),
        (b"\xff\xfd\x18hello\r", b"Type the number"),
        (b"\x00\x01\x1b.\r", b"Type the number"),
        (b"y" * 1000 + b"\r", b"Type the number"),
    ],
)
def test_what_goes_wrong_is_said_and_loses_nothing(port: int, typed: bytes, words: bytes) -> None:
    with calling(port, TERMINAL) as (caller, _):
        answer = caller.said(typed)
        assert words in answer
        assert b"Kettle Point" in answer
        assert len(answer.split(b"\r\n")[0]) <= LONGEST_LINE


def test_words_may_follow_on_a_line_of_their_own(port: int, papers: list[Paper]) -> None:
    with calling(port, TERMINAL) as (caller, _):
        caller.said(b"s\r")
        assert b"ferry\r\n=====" in caller.said(b"ferry\r")
        caller.said(b"r\r")
        assert b"nine hundred tonnes" in caller.said(papers[0].origin.url("/story/0").encode() + b"\r")
        caller.said(b"s\r")
        assert b"W world" in caller.said(b"w\r")
        assert b"Type the number" in caller.said(b"ferry\r")


@pytest.mark.parametrize("columns", [32, 40, 80])
def test_what_can_be_typed_is_not_parted_from_what_it_does(columns: int) -> None:
    items = ["RETURN More", "B Back", "L Links of this page", "W Sections", "R Read any page", "Q Quit"]
    lines = in_lines(items, columns)
    assert [item for line in lines for item in line.split("  ")] == items
    assert max(map(len, lines)) <= columns


def test_the_links_of_an_article_are_a_list_by_numbers(port: int, papers: list[Paper]) -> None:
    papers[0].origin.serve("/tides", modern_page(replace(LIGHTHOUSE, title="All that is known of tides")))
    see = replace(LIGHTHOUSE, extra="<p>More on <a href='/tides'>the tides of March</a> stands elsewhere.</p>")
    papers[0].origin.serve("/see", modern_page(see))
    with calling(port, TERMINAL) as (caller, first):
        assert b"L Links" not in first
        assert b"L Links of this page" in caller.said(b"r " + papers[0].origin.url("/see").encode() + b"\r")
        listed = caller.said(b"l\r")
        while not (found := re.search(rb"\n +(\d+) the tides of March", listed)):
            listed = caller.said(b"\r")
        assert b"All that is known of tides" in caller.said(found[1] + b"\r")


def test_addresses_in_a_list_are_broken_where_the_screen_ends(services: Services) -> None:
    session = Session(Terminal(columns=40))
    session.screens.append(Screen("", (), links=(f"https://x.example/{'a' * 60} https://x.example/{'a' * 60}",)))
    lines = Telnet(services).answer("127.0.0.1", session, "l").decode().split("\r\n")
    assert "  1 https://x.example/aaaaaaaaaaaaaaaaa" in lines
    assert max(map(len, lines)) < 40


def test_what_was_typed_can_be_taken_back(port: int) -> None:
    with calling(port, TERMINAL) as (caller, _):
        assert b"W world" in caller.said(b"xyz\x7f\x7f\x7fw\r")


def test_lines_that_come_at_once_are_answered_one_after_the_other(port: int) -> None:
    with calling(port, TERMINAL) as (caller, _):
        caller.said(b"1\r\nb\r\n")
        assert b"Good bye." in caller.said(b"q\r\n", b"bye.\r\n")


def test_who_reads_too_much_is_told_so(settings: Settings, papers: list[Paper], tmp_path: Path) -> None:
    narrow = replace(newspaper_of(papers, settings, tmp_path), LIMIT_READS_PER_MINUTE=2, LIMIT_EXEMPT_NETWORKS=())
    found = create_app(narrow).extensions[EXTENSION]
    with opened(Telnet(found).converse, DoorLimits(silence=30.0)) as port, calling(port, TERMINAL) as (caller, _):
        answers = [caller.said(b"r " + papers[0].origin.url(f"/story/{n}").encode() + b"\r") for n in range(3)]
        assert b"minute" in answers[-1]


def test_our_words_are_in_the_language_of_the_edition_that_is_read(
    settings: Settings, papers: list[Paper], tmp_path: Path
) -> None:
    found = create_app(replace(newspaper_of(papers, settings, tmp_path), INTERFACE_LANGUAGE="de"))
    with (
        opened(Telnet(found.extensions[EXTENSION]).converse, DoorLimits(silence=30.0)) as port,
        socket.create_connection(("127.0.0.1", port), 30) as client,
    ):
        caller = Caller(client)
        assert b"Bitte DELETE (oder BACKSPACE)" in caller.until(b": ")
        assert b"Spalten, 40 oder 80" in caller.said(b"\x7f", b": ")
        first = caller.said(b"80\r")
        assert b"W Ressorts  E Ausgaben  S Suchen" in first
        assert b"Minuten" in first
        assert b"W world          WELT" in caller.said(b"w\r")
        assert b"B Zuruck" in caller.said(b"xyz\r")
        assert b"Auf Wiedersehen." in caller.said(b"q\r", b"en.\r\n")


def test_a_language_whose_letters_a_terminal_lacks_is_not_spoken(
    settings: Settings, papers: list[Paper], tmp_path: Path
) -> None:
    found = create_app(replace(newspaper_of(papers, settings, tmp_path), INTERFACE_LANGUAGE="ru"))
    with opened(Telnet(found.extensions[EXTENSION]).converse, DoorLimits(silence=30.0)) as port:
        for first in (TERMINAL, C64):
            with calling(port, first) as (_, screen):
                assert b"ECTIONS" in screen.upper()


def test_a_screen_has_room_for_what_can_be_typed_in_any_language(
    settings: Settings, papers: list[Paper], tmp_path: Path
) -> None:
    for code in languages():
        found = create_app(replace(newspaper_of(papers, settings, tmp_path), INTERFACE_LANGUAGE=code))
        door = Telnet(found.extensions[EXTENSION])
        session = Session(Terminal(columns=40), language=language(code).or_english(Terminal().charset))
        door.begun("127.0.0.1", session)
        for typed in ("1", "e", ""):
            assert len(door.answer("127.0.0.1", session, typed).split(b"\r\n")) <= 25, code


def test_the_program_telnet_shows_the_first_screen(port: int) -> None:
    need("telnet")
    with subprocess.Popen(
        ["telnet", "127.0.0.1", str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(TERMINAL)
        process.stdin.flush()
        found = b""
        while b"Q Quit" not in found:
            part = os.read(process.stdout.fileno(), 65536)
            assert part, found
            found += part
        process.stdin.write(b"q\r\n")
        process.stdin.flush()
        assert b"Good bye." in process.stdout.read()
    assert b"Kettle Point" in found
