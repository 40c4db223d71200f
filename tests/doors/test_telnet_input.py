import pytest

from app.doors.telnet_input import DELETE, IAC, LONGEST_COMMAND, OFFERS, RETURN, SB, SE, Commands, keys


@pytest.mark.parametrize(
    ("data", "typed"),
    [
        (b"abc", b"abc"),
        (bytes((IAC, 253, 1)) + b"a", b"a"),
        (b"a" + bytes((IAC, IAC)) + b"b", b"a\xffb"),
        (bytes((IAC, SB, 24, 0)) + b"xterm" + bytes((IAC, SE)) + b"a", b"a"),
        (bytes((IAC, 241)) + b"a", b"a"),
        (OFFERS + b"a", b"a"),
    ],
)
def test_commands_are_taken_out(data: bytes, typed: bytes) -> None:
    assert Commands().without(data) == typed


def test_a_command_may_come_in_pieces() -> None:
    commands = Commands()
    assert [commands.without(bytes((byte,))) for byte in (*b"a", IAC, 253, 1, *b"b")] == [b"a", b"", b"", b"", b"b"]


def test_an_endless_command_is_given_up() -> None:
    commands = Commands()
    assert commands.without(bytes((IAC, SB)) + b"x" * 10 * LONGEST_COMMAND).endswith(b"x")


@pytest.mark.parametrize(
    ("typed", "petscii", "expected"),
    [
        (b"Ab1 ?", False, "Ab1 ?"),
        (b"\x41\xc1\x31", True, "aA1"),
        (b"a\r\nb", False, f"a{RETURN}b"),
        (b"a\r\0b", False, f"a{RETURN}b"),
        (b"a\nb", False, f"a{RETURN}b"),
        (b"a\x08\x7f", False, f"a{DELETE}{DELETE}"),
        (b"a\x14", True, DELETE),
        (b"\x1b[A\xe9", False, "[A"),
    ],
)
def test_keys_are_characters(typed: bytes, petscii: bool, expected: str) -> None:
    assert "".join(keys(typed, petscii)) == expected
