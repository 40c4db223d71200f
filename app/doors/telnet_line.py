"""What a visitor types at Telnet, key by key, and by which terminal he does.

The first key tells a C64 from a terminal, as bulletin boards have always asked: its Delete is another than theirs.
"""

from typing import Protocol

from app.doors.telnet_input import DELETE, RETURN, Commands, keys
from app.doors.terminal import C64, Terminal
from app.render.language import Language
from app.sentences import Sentence

LONGEST_LINE = 250  # characters of what is typed
PETSCII_DELETE = 0x14
LOWER_CASE = b"\x0e"  # the set of a C64 that has small letters
HIT_DELETE, COLUMNS = Sentence("Please hit DELETE (or BACKSPACE):"), Sentence("Columns, 40 or 80 [80]:")


class Talking(Protocol):
    """A visitor, as far as his keys are concerned."""

    async def some(self) -> bytes:
        """Return what comes next. Raises `Silent`."""

    async def send(self, answer: bytes) -> None:
        """Send an answer. Raises `Silent`."""


class TypedLine:
    """What a visitor types, echoed."""

    def __init__(self, visitor: Talking, language: Language) -> None:
        """Take who types, and the language of our own words."""
        self._visitor = visitor
        self._said = language.said
        self._commands = Commands()
        self._typed = b""

    async def terminal(self) -> Terminal:
        """Return the terminal that answers as one does."""
        await self._visitor.send(Terminal().text(f"{self._said(HIT_DELETE)} "))
        while not self._typed:
            self._typed = await self._some()
        first, self._typed = self._typed[0], self._typed[1:]
        if first == PETSCII_DELETE:
            await self._visitor.send(LOWER_CASE)
            return C64
        if self._commands.window[0]:
            return self.fitted(Terminal())
        await self._visitor.send(Terminal().text(f"\n{self._said(COLUMNS)} "))
        answer = await self.typed(Terminal())
        return Terminal(columns=40) if answer.strip() == "40" else Terminal()

    def fitted(self, terminal: Terminal) -> Terminal:
        """Return a terminal as large as its window is now; a C64 has none, whatever its modem says."""
        return terminal if terminal.is_petscii else terminal.fitted(*self._commands.window)

    async def _some(self) -> bytes:
        """Return what is typed next, when all that was not has been answered."""
        found = self._commands.without(await self._visitor.some())
        if said := self._commands.answers():
            await self._visitor.send(said)
        return found

    async def typed(self, terminal: Terminal) -> str:
        """Return the next line."""
        line = ""
        while True:
            data, self._typed = self._typed or await self._some(), b""
            for place, key in enumerate(list(keys(data, terminal.is_petscii))):
                if key == RETURN:
                    await self._visitor.send(terminal.text("\n"))
                    self._typed = _rest(data, place, terminal)
                    return line
                line, echo = _after(line, key, terminal)
                await self._visitor.send(echo)


def _rest(data: bytes, place: int, terminal: Terminal) -> bytes:
    """Return what was typed behind a line."""
    seen = 0
    for at in range(len(data)):
        if len(list(keys(data[: at + 1], terminal.is_petscii))) > place:
            seen = at + 1
            break
    return data[seen:].removeprefix(b"\n").removeprefix(b"\0")


def _after(line: str, key: str, terminal: Terminal) -> tuple[str, bytes]:
    """Return a line after a key was hit, and what echoes it."""
    if key == DELETE:
        return (line[:-1], terminal.rubbed_out) if line else (line, b"")
    return (line + key, terminal.text(key)) if len(line) < LONGEST_LINE else (line, b"")
