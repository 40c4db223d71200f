import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.render.charsets.charsets import CHARSETS
from app.render.charsets.form_fields import decode_field


@pytest.mark.parametrize("name", CHARSETS)
@pytest.mark.parametrize("text", ["plain", "Łódź", "Málaga", "Москва", "Αθήνα", "東京タワー", "한국", "北京", "表ソ"])
def test_a_field_comes_back_as_the_page_could_say_it(name: str, text: str) -> None:
    charset = CHARSETS[name]
    if charset.can_encode(text):
        raw = text.encode("cp1252" if charset.codec == "ascii" else charset.codec)
        assert decode_field(raw, charset) == text


@pytest.mark.parametrize(
    ("raw", "name", "expected"),
    [
        ("té".encode("latin-1"), "references", "té"),
        ("té".encode(), "references", "té"),
        ("“té”".encode("cp1252"), "ascii", "“té”"),
        ("Żółw".encode(), "latin2", "Żółw"),
        ("髙島屋①".encode("cp932"), "sjis", "髙島屋①"),
        ("台灣".encode("gbk"), "gb2312", "台灣"),
        ("똠".encode("cp949"), "euckr", "똠"),
        (b"\x81\xff", "references", "\x81ÿ"),
        (b"\xff\xfe\xff", "utf8", "ÿþÿ"),
    ],
)
def test_a_field_is_read_in_the_likeliest_set(raw: bytes, name: str, expected: str) -> None:
    assert decode_field(raw, CHARSETS[name]) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"&#26481;&#x4eac;", "東京"),
        (b"AT&T; &#; &#55296; &#1114112; &#0;", "AT&T; &#; &#55296; &#1114112; &#0;"),
        (b"&amp;#65;", "&amp;#65;"),
    ],
)
def test_what_the_set_lacks_comes_as_a_reference(raw: bytes, expected: str) -> None:
    assert decode_field(raw, CHARSETS["latin1"]) == expected


@pytest.mark.parametrize("name", CHARSETS)
@given(raw=some.binary(max_size=40))
@settings(derandomize=True, deadline=None, max_examples=50)
def test_no_bytes_are_refused(name: str, raw: bytes) -> None:
    assert decode_field(raw, CHARSETS[name]).encode("utf-8", "strict") is not None
