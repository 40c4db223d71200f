import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.render.charsets.charsets import (
    CHARSETS,
    LATIN_1_LETTERS,
    NOT_ON_MACS,
    Charset,
    columns,
    escape,
    escape_attribute,
)
from app.render.charsets.tables import QUOTES
from app.render.charsets.transliterate import transliterated

SETS = list(CHARSETS.values())
NUMBERED = ("references", "macreferences")
UNICODE = some.one_of(
    some.text(some.characters(), max_size=60),
    some.text(some.characters(max_codepoint=0x24F), max_size=60),
    some.text(
        some.sampled_from(
            "aé1½²°€“”«»<>&\"'?¿？＜＞＆＂ΔЖїѓжあ語한ﬁ…—\u0338\u0301\u00a0\u00ad\x00\x85\n\t 😀👩💻\u200d\ufe0f\u20e3🇮🇳\ud800\ue000\ufffdřŁș～①｜ソ表"
        ),
        max_size=40,
    ),
)
# Signs that ask, and so may be spelled with a question mark.
ASKING = re.compile("[?¿;՞؟፧᥅‽⁇⁈⁉⸘⸮⹔꘏꛷꫱︖﹖？🙹🙺🙻❓❔]")
exhaustive = settings(derandomize=True, deadline=None, max_examples=40)
each_set = pytest.mark.parametrize("charset", SETS, ids=lambda charset: charset.name)


class Tags(HTMLParser):
    """The tags of a page with their attributes as they are spelled, and what stands between them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}", []))


def wire(charset: Charset, page: bytes) -> str:
    """Return what a browser that knows the set reads."""
    return page.decode(charset.codec)


@each_set
@given(text=UNICODE)
@exhaustive
def test_any_text_goes_out_in_any_set(charset: Charset, text: str) -> None:
    said = charset.transliterate(text)
    assert charset.can_encode(said)
    assert charset.transliterate(said) == said
    assert said.count("?") <= len(ASKING.findall(text)) * 2
    if charset.can_encode(text):
        assert said == text
    page = charset.encode_page(escape(text))
    assert html.unescape(wire(charset, page)) == html.unescape(escape(said))
    if charset.codec == "ascii":
        assert page.isascii()
    plain = charset.encode_text(text)
    assert plain.decode(charset.codec) == (CHARSETS["ascii"].transliterate(text) if charset.name in NUMBERED else said)


@each_set
@given(text=UNICODE)
@exhaustive
def test_no_reference_goes_out_that_an_old_parser_does_not_know(charset: Charset, text: str) -> None:
    page = wire(charset, charset.encode_page(f'<p title="{escape_attribute(text)}">{escape(text)}</p>'))
    for reference in re.findall(r"&[^&;]{0,9};?", page):
        if reference not in ("&amp;", "&lt;", "&gt;", "&quot;"):
            assert charset.name in NUMBERED
            assert 160 < int(reference[2:-1]) <= 255


@each_set
@given(title=UNICODE, text=UNICODE)
@exhaustive
def test_no_text_breaks_the_markup_it_stands_in(charset: Charset, title: str, text: str) -> None:
    page = f'<h1>{escape(text)}</h1><img src="/i/a.gif" alt="{escape_attribute(title)}"><p>{escape(text)}</p>'
    found = Tags(wire(charset, charset.encode_page(page))).found
    assert [tag for tag, _ in found] == ["h1", "/h1", "img", "p", "/p"]
    names = [name for name, _ in found[2][1]]
    assert names == ["src", "alt"]
    assert "\n" not in (found[2][1][1][1] or "")


def test_whatever_is_spelled_with_a_quotation_mark_is_one_already_in_attributes() -> None:
    quotes = re.compile(f"[{QUOTES}]")
    for character in map(chr, range(0x80, 0x110000)):
        assert '"' not in transliterated(character) or quotes.match(character)
    for charset in SETS:
        assert charset.encode_page(escape_attribute("a ”b″ «c»")) == b"a 'b' 'c'"


@each_set
def test_a_set_has_what_its_codec_gives_back_and_no_controls(charset: Charset) -> None:
    for character in map(chr, range(0x10000)):
        if charset.can_encode(character) and charset.name not in NUMBERED:
            assert charset.encode_text(character).decode(charset.codec) == character
    assert not charset.can_encode("\x85")
    assert not charset.can_encode("\x00")
    assert charset.can_encode("\t\n~")


def test_text_is_escaped_after_it_is_transliterated() -> None:
    page = CHARSETS["references"].encode_page(escape("＜script＞ ‹b› & é"))
    assert page == b"&lt;script&gt; &lt;b&gt; &amp; &#233;"


def test_markup_stays_unicode_until_it_goes_out() -> None:
    assert escape("<Łódź> & “é”") == "&lt;Łódź&gt; &amp; “é”"
    assert escape('say "it\'s"') == 'say "it\'s"'
    assert escape_attribute('say\n "it” é') == "say 'it' é"


def test_a_mark_behind_a_tag_does_not_change_the_tag() -> None:
    assert CHARSETS["references"].encode_page("<p>\u0338a</p>") == b"<p>a</p>"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ascii", b"Cafe Zizkov"),
        ("references", b"Caf&#233; Zizkov"),
        ("latin2", b"Caf\xe9 \xaei\xbekov"),
        ("utf8", "Café Žižkov".encode()),
        ("macroman", b"Caf\x8e Zizkov"),
    ],
)
def test_letters_travel_as_bytes_except_in_ascii(name: str, expected: bytes) -> None:
    assert CHARSETS[name].encode_page("Café Žižkov") == expected


def test_macs_lack_fourteen_characters_of_latin_1() -> None:
    assert len(NOT_ON_MACS) == 14
    lacking = {letter for letter in LATIN_1_LETTERS if not letter.encode("mac_roman", "ignore")}
    assert lacking - {"¤"} == set(NOT_ON_MACS)


def test_the_table_is_sorted_and_its_names_fit_an_address() -> None:
    assert list(CHARSETS) == sorted(CHARSETS)
    for charset in SETS:
        assert re.fullmatch("[a-z][a-z0-9]*", charset.name)
        assert (charset.label == "") == (charset.codec == "ascii")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("ＡA", 3), ("ｶ", 1), ("😀", 2), ("한", 2)],
)
def test_columns_are_what_a_terminal_shows(text: str, expected: int) -> None:
    assert columns(text) == expected
