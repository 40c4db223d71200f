"""Other people's pages in the set of the browser."""

import pytest

from app.render.pages.passthrough import passthrough_page, passthrough_text
from app.render.profiles.spec import read_spec

RUSSIAN = (
    '<?xml version="1.0" encoding="windows-1251"?>\n<HTML><HEAD>'
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251"><META NAME="author" CONTENT="Я">'
    '<TITLE>Новости</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>\r\n<P>Погода сегодня &amp; завтра &#8212; дождь < снег'
    "<A HREF='/b?c=1&d=2'>дальше</A></BODY></HTML>"
)  # fmt: skip


def test_a_page_keeps_its_markup_and_gets_the_set_of_the_browser() -> None:
    page = passthrough_page(RUSSIAN, read_spec("netscape"))
    assert page.content_type == "text/html; charset=windows-1251"
    text = page.body.decode("cp1251")
    assert text == RUSSIAN.partition("\n")[2].replace(
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">', ""
    )


def test_only_a_meta_that_names_a_set_is_taken_out() -> None:
    metas = '<meta charset = "koi8-r"> <meta name="charset" content="a"><metal charset=a><meta x=">charset=b">'
    page = passthrough_page(metas, read_spec("universal"))
    assert page.body == b'<meta name="charset" content="a"><metal charset=a><meta x=">charset=b">'


def test_what_the_set_lacks_is_spelled_and_nothing_else_is_escaped() -> None:
    page = passthrough_page(RUSSIAN, read_spec("c64"))
    assert page.content_type == "text/html"
    assert page.body.isascii()
    assert b"<TITLE>Novosti</TITLE>" in page.body
    assert b"&amp; zavtra &#8212; dozhd' < sneg<A HREF='/b?c=1&d=2'>dal'she</A>" in page.body


def test_letters_of_latin_1_travel_by_number_to_who_is_not_known() -> None:
    page = passthrough_page("<p>Málaga ＜b＞ costs €5", read_spec("universal"))
    assert page.body == b"<p>M&#225;laga &lt;b&gt; costs EUR 5"


def test_a_spelled_quotation_mark_does_not_end_an_attribute() -> None:
    page = passthrough_page('<img alt="the “tower”">“Up!”', read_spec("universal"))
    assert page.body == b'<img alt="the &quot;tower&quot;">"Up!"'
    page = passthrough_page("<img alt = 'дождь' src='a.gif'>", read_spec("universal"))
    assert page.body == b"""<img alt ="dozhd'" src="a.gif">"""


def test_an_address_is_not_spelled_but_coded() -> None:
    page = passthrough_page("<a href='/дом?a=1&b=%20' title='дом'><img src=é.gif>", read_spec("universal"))
    assert page.body == b'<a href="/%D0%B4%D0%BE%D0%BC?a=1&b=%20" title="dom"><img src=%C3%A9.gif>'


@pytest.mark.parametrize("meta", ["<meta charset=utf-8>", "<META content='a; charset = utf-8' http-equiv=x >\n"])
def test_a_set_that_is_no_longer_true_is_taken_out(meta: str) -> None:
    assert passthrough_page(f"<title>A</title>{meta}<p>B", read_spec("universal")).body == b"<title>A</title><p>B"


def test_a_text_goes_out_in_the_set_of_texts() -> None:
    assert passthrough_text("Málaga\r\n", "text/plain", read_spec("c64")).body == b"Malaga\r\n"
    page = passthrough_text("Málaga", "text/plain", read_spec("modern"))
    assert page.content_type == "text/plain; charset=utf-8"
    assert page.body == "Málaga".encode()
    assert passthrough_text("b {}", "text/css", read_spec("modern")).content_type == "text/css"


def test_a_page_of_hostile_tags_takes_time_in_proportion() -> None:
    text = "<meta " + "charset " * 50_000 + "<meta" * 50_000
    assert passthrough_page(text, read_spec("universal")).body == text.encode()
