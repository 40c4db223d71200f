import pytest

from app.doors.telnet_input import keys
from app.doors.terminal import C64, HIGHEST, LOWEST, NARROWEST, WIDEST, Terminal


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Tide\n", b"\xd4IDE\r"),
        ("a_b{c}~\\", b"A\xa4B(C)-/"),
        ("café “x”", b'CAFE "X"'),
        ("1901: [x]", b"1901: [X]"),
    ],
)
def test_a_c64_gets_its_own_letters(text: str, sent: bytes) -> None:
    assert C64.text(text) == sent


def test_what_a_c64_is_sent_it_could_have_typed() -> None:
    words = "The Keeper said: 12, 13!"
    assert "".join(keys(C64.text(words), petscii=True)) == words


def test_a_window_that_is_too_large_or_small_is_as_large_as_can_be_used() -> None:
    assert Terminal().fitted(132, 500) == Terminal(columns=WIDEST, rows=HIGHEST)
    assert Terminal().fitted(5, 2) == Terminal(columns=NARROWEST, rows=LOWEST)
    assert Terminal(columns=40).fitted(0, 0) == Terminal(columns=40)


def test_a_title_stands_out() -> None:
    assert C64.title("World") == b"\x12\xd7ORLD\x92\r"
    assert Terminal().title("World") == b"World\r\n=====\r\n"


def test_a_terminal_gets_line_ends_of_the_network() -> None:
    assert Terminal().text("a\nb\n") == b"a\r\nb\r\n"
