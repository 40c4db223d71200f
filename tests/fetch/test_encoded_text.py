import base64
import binascii

import pytest

from app.fetch.encoded_text import encoded_format
from app.fetch.sniff import file_words, kind_of, safe_type
from app.models import Kind

DATA = bytes(range(256)) * 12
UU = b"begin 644 a.txt\n" + b"".join(binascii.b2a_uu(DATA[at : at + 45]) for at in range(0, 3060, 45)) + b"`\nend\n"
BINHEX = (
    b"(This file must be converted with BinHex 4.0)\r\r:" + b'"9"N9"B$3!"T9B0-E@"N-8*"9"N9"B$3!"T9B0-E@\r' * 20 + b":\r"
)
FILES = {
    "BinHex": BINHEX,
    "BinHex behind the head of a message": b"From: Ann\nSubject: Tool\n\nHere it is.\n\n" + BINHEX,
    "uuencode": UU,
    "uuencode behind words": b"Here is the file.\r\n\r\n" + UU.replace(b"\n", b"\r\n"),
    "the second part of uuencode": b"\n".join(UU.split(b"\n")[30:60]) + b"\n",
    "base64": b"begin-base64 644 a\n" + base64.encodebytes(DATA),
    "base64 alone": base64.encodebytes(DATA),
    "yEnc": b"=ybegin line=128 size=123456 name=a.bin\r\nabc",
}


@pytest.mark.parametrize("declared", ["text/plain", "", "text/html", "application/octet-stream"])
@pytest.mark.parametrize("name", FILES)
def test_what_is_encoded_as_text_is_a_file(name: str, declared: str) -> None:
    assert kind_of(declared, FILES[name]) is Kind.FILE


def test_browsers_are_told_what_opens_it() -> None:
    assert safe_type("text/plain", BINHEX) == "application/mac-binhex40"
    assert safe_type("text/plain", UU) == "application/x-uuencode"
    assert file_words("text/plain", BINHEX) == "a BinHex archive"


@pytest.mark.parametrize(
    "text",
    [
        b"How to decode BinHex: it says (This file must be converted with BinHex 4.0) at its top.\n" * 20,
        b"begin 644 times and you will see\nthat it works.\n",
        b"The meeting will begin 100 metres from here\n",
        b"".join(b"This line of prose is not quite as long as others, number %d.\n" % (10**n) for n in range(30)),
        ("Žluťoučký kůň úpěl ďábelské ódy a nic.\n" * 40).encode(),
        b"x" * 70 + b"\n",
        b"| name       | length     | seats      | place      |\n" * 30,
    ],
)
def test_a_text_is_read(text: bytes) -> None:
    assert encoded_format(text) is None
    assert kind_of("text/plain", text) is Kind.TEXT


def test_a_page_that_shows_such_a_file_is_a_page() -> None:
    assert kind_of("text/html", b"<html><pre>\n" + BINHEX) is Kind.HTML
