import pytest
from markupsafe import Markup

from app.render.html.style import Style
from app.render.profiles.direction import Direction
from app.render.profiles.profiles import PROFILES

PLAIN, RICH, LINEMODE = (Style.of(PROFILES[name]) for name in ("universal", "netscape", "linemode"))


def test_html_2_0_has_none_of_what_came_later() -> None:
    assert PLAIN.doctype(False) == '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">'
    assert PLAIN.title("A & b") == "<h1>A &amp; b</h1>"
    assert PLAIN.quiet("By <A>") == "By &lt;A&gt;"
    assert PLAIN.brand("68k.news", "Today") == "<h1>68k.news</h1>"
    assert (PLAIN.paper, PLAIN.small_begins, PLAIN.small_ends) == ("", "", "")


def test_html_3_2_looks_like_the_old_site_in_netscape() -> None:
    assert RICH.doctype(False) == '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">'
    assert RICH.title("A & b") == "<center><h1>A &amp; b</h1></center>"
    assert RICH.quiet("By <A>") == '<font size="2" color="#555555">By &lt;A&gt;</font>'
    assert RICH.brand("68k.news", "Today").startswith('<center><h1><font color="#8b0000">68k.news</font> ')
    assert 'bgcolor="#ffffff"' in RICH.paper
    assert f"{RICH.small_begins}a{RICH.small_ends}" == '<font size="2">a</font>'


@pytest.mark.parametrize("style", [PLAIN, RICH, LINEMODE])
def test_a_page_with_pictures_needs_width_and_height_and_so_html_3_2(style: Style) -> None:
    assert "HTML 3.2" in style.doctype(True)


def test_browsers_of_1993_know_only_the_end_of_the_paragraph() -> None:
    assert (PLAIN.br, LINEMODE.br) == ("<br>", "</p><p>")


def test_markup_is_not_escaped_again() -> None:
    assert PLAIN.title(Markup("<em>a</em>")) == "<h1><em>a</em></h1>"


def test_a_text_from_the_right_stands_there_as_far_as_html_can_say_so() -> None:
    modern = Style.of(PROFILES["modern"], Direction.AS_READ_WITH_DIR)
    assert "HTML 4.0 Transitional" in modern.doctype(False)
    assert (modern.text_begins, modern.text_ends) == ('<div dir="rtl">\n', "</div>\n")
    assert modern.title("a") == '<center><h1 dir="rtl">a</h1></center>'
    netscape = Style.of(PROFILES["netscape"], Direction.AS_SEEN)
    assert netscape.text_begins == '<div align="right">\n'
    assert "HTML 3.2" in netscape.doctype(False)
    plain = Style.of(PROFILES["universal"], Direction.AS_SEEN)
    assert (plain.text_begins, plain.text_ends, RICH.text_begins) == ("", "", "")


def test_the_heading_of_a_page_is_smaller_on_a_small_screen() -> None:
    for name, tag in (("macplus", "h2"), ("palm", "h2"), ("mosaic", "h1"), ("lynx", "h1")):
        assert Style.of(PROFILES[name]).title("Fire") == f"<{tag}>Fire</{tag}>"
