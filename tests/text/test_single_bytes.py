"""Our own codecs, against figures from the standards."""

import pytest

from app.text.single_bytes import UPPER_HALVES, register

register()


@pytest.mark.parametrize("name", UPPER_HALVES)
def test_a_set_is_ascii_and_a_table_of_128_from_which_each_letter_comes_back(name: str) -> None:
    assert len(UPPER_HALVES[name]) == 128
    letters = [letter for letter in UPPER_HALVES[name] if letter != "\ufffe"]
    assert len(set(letters)) == len(letters) > 80
    assert all(letter > "\x7f" for letter in letters)
    text = "".join([*map(chr, range(128)), *letters])
    assert text.encode(name).decode(name) == text
    assert text.encode(name)[:128] == bytes(range(128))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("x_mac_hebrew", "שלום", "f9 ec e5 ed"),
        ("x_mac_thai", "ไทย™", "e4 b7 c2 ee"),
        ("x_viscii", "Việt", "56 69 ae 74"),  # RFC 1456
        ("x_tcvn", "Việt", "56 69 d6 74"),
        ("x_mac_arabic", "سلام، 1", "d3 e4 c7 e5 ac 20 31"),
        ("x_cp864", "ﻻ 5%", "9d 20 35 25"),
    ],
)
def test_letters_have_the_bytes_of_their_standard(name: str, text: str, expected: str) -> None:
    assert text.encode(name) == bytes.fromhex(expected)


def test_what_a_set_lacks_is_a_mistake_or_what_the_caller_wants() -> None:
    with pytest.raises(UnicodeEncodeError):
        "日".encode("x_viscii")
    assert "日".encode("x_viscii", "ignore") == b""
    assert b"\xff".decode("x_mac_thai", "replace") == "\ufffd"


def test_a_set_that_nobody_has_stays_unknown() -> None:
    with pytest.raises(LookupError):
        "a".encode("x_mac_nothing")
