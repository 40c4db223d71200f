"""UTF-8 that is not quite UTF-8: what was declared is believed, and each damage costs one character."""

import pytest

from app.fetch import utf8
from app.fetch.charset_labels import DECLARING_BYTES
from app.fetch.decode import decode
from tests.fetch.test_decode import TEXTS, UNDECLARED, page

META = "<meta charset=utf-8>"
PLAIN = "The ferry leaves at noon and comes back at four, unless it rains. " * 9


@pytest.mark.parametrize(
    ("said", "stray", "read"),
    [
        ("“Yes”, said the mayor of", b"caf\xe9", "café"),
        ("The mayor’s café", b"\xa9 2026 \xa9 Gazette", "© 2026 © Gazette"),
        ("May 4 – the pier", b"don\x92t", "don’t"),
        ("May 4 – the pier", b"\x93yes\x94 and \x84no\x93", "“yes” and „no“"),
        ("Es war schön", b"M\xfc\xdfig und \xc4rger", "Müßig und Ärger"),
        ("It’s one", b"\x80 5, 20\xb0, a\xa0b, caf\xe9s", "€ 5, 20°, a\ufffdb, cafés"),
        ("Zażółć gęślą jaź", b"\xc5: a letter cut", "\ufffd: a letter cut"),
        ("Zażółć gęślą jaź", b"za\x82oga, a letter that lost its head", "za\ufffdoga, a letter that lost its head"),
        ("東京の図書館は明るい", b"\xe6\x9d, half of one", "\ufffd, half of one"),
        ("Naïve", b"5\x97 and a \xff", "5— and a \ufffd"),
    ],
)
def test_a_stray_byte_is_read_as_windows_1252_where_it_can_be_nothing_else(said: str, stray: bytes, read: str) -> None:
    body = f"{META}<p>{said} ".encode() + stray + b"</p>"
    assert decode(body) == f"{META}<p>{said} {read}</p>"


@pytest.mark.parametrize("text", ["Es war schö", "昨日の午後、町の古い図書館", "The café 😀"])
def test_a_page_that_was_cut_within_a_letter_loses_that_letter(text: str) -> None:
    body = f"{META}<p>{text}".encode()[:-1]
    assert decode(body) == f"{META}<p>{text[:-1]}\ufffd"


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("", "utf-8"),
        ("", "UTF8"),
        (META, ""),
        (META, "iso-8859-1"),
        (META, "windows-1251"),
        ('<meta http-equiv=Content-Type content="text/html; charset = UTF-8">', ""),
        (f"<script>{'x();' * 2000}</script>{META}", ""),
        ('<?xml version="1.0" encoding="UTF-8"?>', ""),
        ('<?xml version="1.0"?>', ""),
        ("\ufeff", ""),
    ],
)
def test_utf_8_is_believed_wherever_it_is_declared(head: str, label: str) -> None:
    text = f"{head}<p>{PLAIN}</p><p>A dash – and "
    assert decode(text.encode() + b"caf\xe9</p>", label) == f"{text}café</p>".removeprefix("\ufeff")
    assert "â€" in decode(text.removeprefix(head).encode() + b"caf\xe9</p>")


@pytest.mark.parametrize("case", UNDECLARED)
def test_a_page_of_another_set_that_declares_utf_8_is_not_believed(case: str) -> None:
    name, charset = case.split(":")
    for text in (page(TEXTS[name], META), page(TEXTS[name] * 30, META)):
        assert decode(text.encode(charset), "utf-8") == text


@pytest.mark.parametrize("name", ["arabic", "chinese", "greek", "japanese", "korean", "russian"])
def test_a_text_beyond_ascii_keeps_all_but_what_is_damaged(name: str) -> None:
    words = TEXTS[name]
    for place in [place for place, letter in enumerate(words[:30]) if letter.isalpha() and letter > "\x7f"][1::7]:
        damaged = (
            page(words, META).encode().replace(words.encode(), words[:place].encode() + words[place:].encode()[1:])
        )
        kept = words[:place] + "\ufffd" + words[place + 1 :]
        assert decode(damaged) == page(words, META).replace(words, kept)


def test_pairs_of_surrogates_are_the_character_that_they_stand_for() -> None:
    pair = "😀".encode("utf-16-be").hex()
    halves = b"".join(chr(int(pair[at : at + 4], 16)).encode("utf-8", "surrogatepass") for at in (0, 4))
    assert decode(f"{META}<p>Ça va ".encode() + halves + b" oui") == f"{META}<p>Ça va 😀 oui"
    assert decode(f"{META}<p>Ça va là ".encode() + halves[:3] + b" oui") == f"{META}<p>Ça va là \ufffd oui"


def test_no_more_than_so_many_damages_are_looked_at() -> None:
    text = decode(b"\xef\xbb\xbf" + b"caf\xe9 " * (utf8.MOST_MENDED + 10))
    assert text.count("café") == utf8.MOST_MENDED
    assert text.count("caf\ufffd") == 10


def test_the_declaration_must_stand_at_the_head() -> None:
    text = f"<p>A dash – and {'x' * DECLARING_BYTES}{META}"
    assert "â€" in decode(text.encode() + b"<p>caf\xe9</p>")
