"""Which charset bytes are in where nothing is said of it."""

import pytest

from app.fetch.charset_guess import SAMPLE_BYTES, fits, guess, telling_part
from app.fetch.charset_labels import CODECS
from tests.fetch.test_decode import TEXTS, page


def test_no_guess_is_an_encoding_that_no_page_has() -> None:
    codecs = {
        guess(bytes(range(128, 256)) * times + tail) for times in (1, 3) for tail in (b"", b"\xff\xfe", b"\x9b\x9b")
    }
    assert codecs <= set(CODECS.values())


def test_russian_of_dos_is_known_by_its_letters() -> None:
    assert guess(page(TEXTS["russian"]).encode("cp866")) == "cp866"


@pytest.mark.parametrize(
    ("text", "codec", "holds"),
    [
        ("Café à l'été", "cp1252", True),
        ("Паром стоит у причала", "cp1252", False),
        ("Паром стоит у причала", "cp1251", True),
        ("Паром стоит у причала", "koi8_r", False),
        ("灯台が町へ", "iso2022_jp_ext", False),
    ],
)
def test_bytes_fit_a_charset_in_which_they_could_be_text(text: str, codec: str, holds: bool) -> None:
    assert fits(text.encode("cp1251" if "П" in text else "cp932" if "灯" in text else codec), codec) is holds


def test_what_a_guess_is_made_by_is_not_ascii_and_short() -> None:
    told = telling_part("<p>plain</p><p>the café</p>".encode("cp1252") + b"\xe9" * 3 * SAMPLE_BYTES)
    assert b"plain" not in told
    assert "café".encode("cp1252") in told
    assert len(told) <= SAMPLE_BYTES + 1
