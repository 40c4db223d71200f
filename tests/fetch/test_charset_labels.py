"""What the labels of charsets mean."""

import codecs

import pytest

from app.fetch.charset_labels import CODECS, FURTHER_LABELS, codec_of, declared, encoding_of


@pytest.mark.parametrize(
    ("label", "name"),
    [
        (" Latin1 ", "windows-1252"),
        ("iso8859_1", "windows-1252"),
        ("sjis", "shift_jis"),
        ("IBM850", "cp850"),
        ("866", "ibm866"),
        ("win-1251", "windows-1251"),
        ("UTF8", "utf-8"),
        ("rot13", ""),
        ("", ""),
    ],
)
def test_a_label_means_what_browsers_take_it_for(label: str, name: str) -> None:
    assert encoding_of(label) == name


def test_each_encoding_has_a_codec_of_python_and_the_tables_are_sorted() -> None:
    for table in (CODECS, FURTHER_LABELS):
        assert sorted(table) == list(table)
        assert all(codecs.lookup(codec_of(name)) for name in table)
    assert codec_of("utf-8") == ""


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        (b'<meta charset="koi8-r">', ["koi8-r"]),
        (b'<meta http-equiv=Content-Type content="text/html; charset=big5">', ["big5"]),
        (b"<?xml version='1.0' encoding='euc-jp'?><meta charset=utf-8>", ["euc-jp", "utf-8"]),
        (b"<?xml version='1.0'?><feed>", ["utf-8"]),
        (b"<p>charset=big5</p>", []),
    ],
)
def test_what_a_page_says_of_itself_is_found(page: bytes, labels: list[str]) -> None:
    assert declared(page) == labels
