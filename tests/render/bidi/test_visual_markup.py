"""Markup whose lines stand in the order in which they are seen."""

import re

import pytest

from app.render.bidi.visual_markup import visual_markup, visual_text
from app.render.charsets.charsets import CHARSETS, columns

UTF_8 = CHARSETS["utf8"].can_encode
LONG = "מועצת העיר החליטה ביום שלישי כי המעבורת הישנה תתוקן ותחזור להפליג אל האי בכל יום של השבוע " * 3


def visual(markup: str, width: int = 72, line_end: str = "<br>") -> str:
    return visual_markup(markup, width, line_end, UTF_8)


def test_what_has_no_letters_from_the_right_stays_as_it_is() -> None:
    markup = '<p>Łódź &amp; <em>мир</em>,\n  two  <a href="/a/x">spaces</a><br>\nend</p>\n'
    assert visual(markup) == markup
    assert visual(f"{markup}<p>שלום</p>") == f"{markup}<p>םולש</p>"


@pytest.mark.parametrize("width", [72, 38, 12])
def test_lines_are_broken_as_they_are_read_and_fit_the_width(width: int) -> None:
    found = re.fullmatch("<p>(.*)</p>", visual(f"<p>{LONG}</p>", width), re.DOTALL)
    assert found
    lines = found[1].split("<br>\n")
    assert max(map(columns, lines)) <= width
    assert " ".join(line[::-1] for line in lines) == LONG.strip()


def test_a_link_that_is_torn_apart_leads_there_from_both_parts_and_its_name_stands_once() -> None:
    assert visual('<p>אחת <a name="n1" href="/a/x">שתיים שלוש ארבע</a></p>', 14) == (
        '<p><a name="n1" href="/a/x">שולש םייתש</a> תחא<br>\n<a href="/a/x">עברא</a></p>'
    )


def test_tags_stay_around_their_words() -> None:
    assert visual("<p>אבג <em>דהו</em> זחט</p>") == "<p>טחז <em>והד</em> גבא</p>"
    assert visual("<p><strong>a <em>אב</em></strong> גד הו</p>").count("<strong>") == 2


def test_references_are_one_sign_and_stay_references() -> None:
    assert visual("<p>אב &lt;גד&gt; &amp; הו</p>") == "<p>וה &amp; &lt;דג&gt; בא</p>"


def test_a_heading_has_fewer_columns_and_a_title_one_line() -> None:
    heading, title = visual(f"<h1>{LONG}</h1>"), visual(f"<title>{LONG}</title>")
    assert max(map(columns, heading.removeprefix("<h1>").removesuffix("</h1>").split("<br>\n"))) <= 36
    assert "<br>" not in title


def test_lines_of_preformatted_text_stay_lines() -> None:
    assert visual("<pre>\nאב  גד\n  הו\n</pre>") == "<pre>\nדג  בא\nוה\n</pre>"


def test_a_picture_keeps_its_place_and_its_words_are_put_in_order() -> None:
    image = '<img src="/i.gif" width="1" height="1" alt="[1: שלום]">'
    assert visual(f"<p>אב {image} גד</p>") == f"<p>דג {image.replace('[1: שלום]', '[םולש :1]')} בא</p>"


def test_marks_stay_behind_their_letter() -> None:
    assert visual("<p>שָׁלוֹם</p>") == "<p>םוֹלשָׁ</p>"


def test_letters_of_arabic_are_joined_where_the_set_has_the_forms() -> None:
    assert visual("<p>بيت سلام</p>") == "<p>ﻡﻼﺳ ﺖﻴﺑ</p>"
    assert visual_markup("<p>بيت</p>", 72, "<br>", CHARSETS["win1256"].can_encode) == "<p>تيب</p>"


def test_a_browser_without_line_breaks_gets_paragraphs() -> None:
    assert visual("<p>אחת שתיים שלוש</p>", 12, "</p><p>") == "<p>םייתש תחא</p><p>\nשולש</p>"


def test_plain_text_is_put_in_order_line_by_line() -> None:
    assert visual_text("שלום 12\nabc\n", UTF_8) == "12 םולש\nabc\n"
