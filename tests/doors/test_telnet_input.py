import pytest

from app.doors.telnet_input import (
    AYT,
    DELETE,
    DO,
    DONT,
    ECHO,
    GO_AHEAD,
    IAC,
    LONGEST_COMMAND,
    MOST_ANSWERS,
    OFFERS,
    RETURN,
    SB,
    SE,
    WILL,
    WINDOW,
    WONT,
    Commands,
    keys,
)


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


def told(data: bytes) -> tuple[tuple[int, int], bytes]:
    """Return the size of the window that is said, and what is answered."""
    commands = Commands()
    commands.without(data)
    return commands.window, commands.answers()


@pytest.mark.parametrize(
    ("size", "window"),
    [
        ((0, 80, 0, 24), (80, 24)),
        ((0, IAC, IAC, 1, 0), (255, 256)),
        ((0, IAC, IAC, 0, 240), (255, 240)),
        ((1,), (0, 0)),
    ],
)
def test_the_size_of_the_window_is_noted(size: tuple[int, ...], window: tuple[int, int]) -> None:
    assert told(bytes((IAC, WILL, WINDOW, IAC, SB, WINDOW, *size, IAC, SE))) == (window, b"")


def test_options_are_refused_but_for_our_own_and_a_question_is_answered() -> None:
    asked = (IAC, DO, ECHO, IAC, DO, GO_AHEAD, IAC, WILL, 24, IAC, DO, 5, IAC, WONT, 39, IAC, DONT, 1, IAC, AYT)
    assert told(bytes(asked))[1] == bytes((IAC, DONT, 24, IAC, WONT, 5)) + b"\r\n[Yes]\r\n"


def test_answers_to_commands_have_an_end() -> None:
    assert len(told(bytes((IAC, DO, 5)) * 10_000)[1]) == 3 * MOST_ANSWERS


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
