"""What comes over a Telnet connection (RFC 854): commands taken out, keys of terminals and of the C64 as characters."""

from collections.abc import Iterator

IAC, SB, SE = 255, 250, 240
# The commands that name an option: WILL, WONT, DO, DONT.
NAMES_OPTION = frozenset({251, 252, 253, 254})
# We echo (RFC 857), and nobody says "go ahead" (RFC 858): so the client sends each key as it is hit.
OFFERS = bytes((IAC, 251, 1, IAC, 251, 3))
RETURN, DELETE = "\r", "\x7f"
_DELETES = frozenset({0x08, 0x14, 0x7F})
LONGEST_COMMAND = 64  # bytes of a subnegotiation that are waited for


class Commands:
    """Takes Telnet's commands out of what comes, which may end within one."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._left = b""

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
            place += length
        return bytes(out)


def _length(data: bytes) -> int:
    """Return how many bytes the command at the beginning of `data` has, 0 where its end is not there yet."""
    if len(data) < 2:
        return 0
    if data[1] == SB:
        end = data.find(bytes((IAC, SE)))
        return end + 2 if end >= 0 else (len(data) if len(data) >= LONGEST_COMMAND else 0)
    if data[1] in NAMES_OPTION:
        return 3 if len(data) >= 3 else 0
    return 2


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
