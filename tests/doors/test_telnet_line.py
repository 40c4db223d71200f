"""What is typed, by a visitor of whom nothing is real but his keys."""

import asyncio
from collections.abc import Sequence

import pytest

from app.doors.telnet_line import LONGEST_LINE, TypedLine
from app.doors.terminal import C64, LOWEST, Terminal
from app.render.language import ENGLISH, language


class Typist:
    """Sends what he is given, and keeps what he is told."""

    def __init__(self, *parts: bytes) -> None:
        self._parts = list(parts)
        self.told = b""

    async def some(self) -> bytes:
        return self._parts.pop(0)

    async def send(self, answer: bytes) -> None:
        self.told += answer


def typed(parts: Sequence[bytes], lines: int = 1, terminal: Terminal | None = None) -> tuple[list[str], bytes]:
    """Return the lines that are made of what comes, and the echo."""
    typist = Typist(*parts)
    line = TypedLine(typist, ENGLISH)

    async def all_lines() -> list[str]:
        return [await line.typed(terminal or Terminal()) for _ in range(lines)]

    return asyncio.run(all_lines()), typist.told


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([b"\x14"], C64),
        ([b"\x7f", b"\r"], Terminal()),
        ([b"\x08", b"40\r\n"], Terminal(columns=40)),
        ([b"\xff\xfd\x01\x7f", b"8", b"0\r\0"], Terminal()),
        ([b"\xff\xfb\x1f\xff\xfa\x1f\0\x32\0\x1e\xff\xf0", b"\x7f"], Terminal(columns=50, rows=30)),
        ([b"\xff\xfa\x1f\0\0\0\0\xff\xf0\x7f", b"40\r"], Terminal(columns=40)),
        ([b"\xff\xfa\x1f\0\x50\0\x18\xff\xf0\x14"], C64),
    ],
)
def test_a_key_and_an_answer_tell_the_terminal(parts: list[bytes], found: Terminal) -> None:
    assert asyncio.run(TypedLine(Typist(*parts), ENGLISH).terminal()) == found


def test_a_window_that_changes_its_size_is_heeded() -> None:
    line = TypedLine(Typist(b"\xff\xfa\x1f\0\x28\0\x0c\xff\xf0w\r"), ENGLISH)
    assert asyncio.run(line.typed(Terminal())) == "w"
    assert line.fitted(Terminal()) == Terminal(columns=40, rows=LOWEST)
    assert line.fitted(C64) == C64


def test_what_is_asked_is_in_the_language_of_the_house() -> None:
    typist = Typist(b"\x7f", b"\r")
    asyncio.run(TypedLine(typist, language("de")).terminal())
    assert b"DELETE" in typist.told
    assert b"Please" not in typist.told
    assert typist.told.isascii()


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        ([b"w", b"orld\r"], ["world"]),
        ([b"wx\x7f\x08e\r\n"], ["e"]),
        ([b"1\r\nb\r\n"], ["1", "b"]),
        ([b"1\r\0b\r\0"], ["1", "b"]),
        ([b"x" * 1000 + b"\r"], ["x" * LONGEST_LINE]),
    ],
)
def test_keys_become_lines(parts: list[bytes], lines: list[str]) -> None:
    assert typed(parts, len(lines))[0] == lines


def test_keys_are_echoed_as_the_terminal_shows_them() -> None:
    assert typed([b"ab\x7f\r"])[1] == b"ab\b \b\r\n"
    assert typed([b"AB\x14\r"], terminal=C64) == (["a"], b"AB\x14\r")
