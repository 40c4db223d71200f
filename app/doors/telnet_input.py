"""What comes over a Telnet connection (RFC 854): commands taken out and answered, the size of the window (RFC 1073),
keys of terminals and of the C64 as characters.
"""

import struct
from collections.abc import Iterator

IAC, SB, SE, AYT = 255, 250, 240, 246
WILL, WONT, DO, DONT = 251, 252, 253, 254
ECHO, GO_AHEAD, WINDOW = 1, 3, 31
# The commands that name an option.
NAMES_OPTION = frozenset({WILL, WONT, DO, DONT})
# We echo (RFC 857), and nobody says "go ahead" (RFC 858): so the client sends each key as it is hit. It may say its
# size.
OFFERS = bytes((IAC, WILL, ECHO, IAC, WILL, GO_AHEAD, IAC, DO, WINDOW))
RETURN, DELETE = "\r", "\x7f"
_DELETES = frozenset({0x08, 0x14, 0x7F})
LONGEST_COMMAND = 64  # bytes of a subnegotiation that are waited for
MOST_ANSWERS = 60  # options of a connection that are refused by name


class Commands:
    """Takes Telnet's commands out of what comes, which may end within one."""

    def __init__(self) -> None:
        """Begin with nothing: `window` is columns and rows, 0 where they are not said."""
        self.window = (0, 0)
        self._left, self._answers, self._answered = b"", b"", 0

    def without(self, data: bytes) -> bytes:
        """Return what was typed."""
        data, out, place = self._left + data, bytearray(), 0
        self._left = b""
        while place < len(data):
            if data[place] != IAC:
                out.append(data[place])
                place += 1
                continue
            length = _length(data[place : place + LONGEST_COMMAND])
            if not length:
                self._left = data[place:]
                break
            if data[place + 1] == IAC:  # one that was meant (RFC 854)
                out.append(IAC)
            self._heed(data[place : place + length])
            place += length
        return bytes(out)

    def answers(self) -> bytes:
        """Return what is to be said to the commands since the last time."""
        said, self._answers = self._answers, b""
        return said

    def _heed(self, command: bytes) -> None:
        """Note a size; refuse what is asked for beyond our own offers (RFC 854), and say that we are there."""
        name, option = command[1], command[2:3]
        if name == SB and option == bytes((WINDOW,)):
            size = command[3:-2].replace(bytes((IAC, IAC)), bytes((IAC,)))
            self.window = struct.unpack(">HH", size) if len(size) == 4 else self.window
        elif name == AYT:
            self._answer(b"\r\n[Yes]\r\n")
        elif name == WILL and option != bytes((WINDOW,)):
            self._answer(bytes((IAC, DONT)) + option)
        elif name == DO and option not in (bytes((ECHO,)), bytes((GO_AHEAD,))):
            self._answer(bytes((IAC, WONT)) + option)

    def _answer(self, said: bytes) -> None:
        self._answered += 1
        self._answers += said if self._answered <= MOST_ANSWERS else b""


def _length(data: bytes) -> int:
    """Return how many bytes the command at the beginning of `data` has, 0 where its end is not there yet."""
    if len(data) < 2:
        return 0
    if data[1] == SB:
        end = _end(data)
        return end or (len(data) if len(data) >= LONGEST_COMMAND else 0)
    if data[1] in NAMES_OPTION:
        return 3 if len(data) >= 3 else 0
    return 2


def _end(data: bytes) -> int:
    """Return where a subnegotiation ends, in which an IAC that is meant is doubled; 0 where that is not there yet."""
    place = data.find(IAC, 2)
    while 0 <= place < len(data) - 1:
        if data[place + 1] == SE:
            return place + 2
        place = data.find(IAC, place + 2)
    return 0


def keys(typed: bytes, petscii: bool) -> Iterator[str]:
    """Yield the characters that were typed, `RETURN` and `DELETE` among them; what is none of use is left out."""
    for place, byte in enumerate(typed):
        if byte == 13 or (byte == 10 and typed[place - 1 : place] != b"\r"):
            yield RETURN
        elif byte in _DELETES:
            yield DELETE
        elif petscii and (letter := from_petscii(byte)):
            yield letter
        elif not petscii and 0x20 <= byte < 0x7F:
            yield chr(byte)


def from_petscii(byte: int) -> str:
    """Return the character of a key of a C64 in lower case mode, or nothing."""
    if 0x41 <= byte <= 0x5A:
        return chr(byte + 0x20)
    if 0xC1 <= byte <= 0xDA:
        return chr(byte - 0x80)
    return chr(byte) if 0x20 <= byte < 0x41 else {0x5B: "[", 0x5D: "]", 0xA4: "_"}.get(byte, "")
