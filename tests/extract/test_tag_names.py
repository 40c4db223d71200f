"""Typing errors in tags, and characters that are none: the text is shown, and no page is lost for one."""

import pytest

from app.extract.parse import parse
from app.models import Figure, text_of
from tests.extract.reading import extract_article

URL = "http://gazette.example/2024/03/27/ferry"
PROSE = "<p>Words of the ferry, which leaves at noon, and of the harbour, the board and the pier, one by one.</p>" * 8


def texts(inside: str) -> list[str]:
    """Return the paragraphs that come of markup between other paragraphs."""
    markup = f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1>{PROSE}{inside}{PROSE}<p>Last of the words.</p></article>"
    found = [text_of(block) for block in extract_article(markup, URL).blocks if not isinstance(block, Figure)]
    assert found[-1] == "Last of the words."
    return found[8:-9]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<br<br>text", ["text"]),
        ("<p>one<br<br>two<br\"clear=all>three</p>", ["one\ntwo\nthree"]),
        ("<b<i>x</b> <b>y</b>", ["x y"]),
        ('<p"class=x>y</p>z<p>w', ["yz", "w"]),
        ('before<p"class=x>y', ["before", "y"]),
        ('<h2"id=x>Head</h2>', ["Head"]),
        ("<i&nbsp;>x</i>", ["x"]),
        ("<p\vclass=x>y", ["y"]),
        ("<a\"href=/x>y</a>", ["y"]),
        ("<li<li>one<li>two", ["one", "two"]),
        ('<script"x>said(1)</script>', ["said(1)"]),
        ("<x{y}>z", ["z"]),
        ("<o:p>x</o:p><o:>y", ["xy"]),
        ("<html<x>y", ["y"]),
        ("<a\x01b \x01c=1>q", ["q"]),
    ],
)  # fmt: skip
def test_an_element_with_an_impossible_name_shows_its_text(markup: str, shown: list[str]) -> None:
    assert texts(markup) == shown


@pytest.mark.parametrize(
    "attribute",
    ["{", "{{", "{a}=1", "a{b=1", "{{x}}", "{%if%}", '"class=x', "$x=1", "1y=2", "@click=go", "x:y=3", "=4", "é=5"],
)
def test_an_impossible_attribute_costs_nothing_but_itself(attribute: str) -> None:
    assert texts(f"<p {attribute}>text</p>") == ["text"]
    assert texts(f"<a {attribute} href='/x'>text</a><div {attribute}>behind</div>") == ["text", "behind"]
    found = parse(f"<p {attribute} title=t>text</p>").find(".//p")
    assert found.get("title") == "t"
    assert all(found.get(name) is not None for name, _ in found.items())


BAD = ["\x01", "\v", "\f", "\x1f", "\x7f", "\x85", "\ufffe", "\uffff", "&#1;", "&#11;", "&#012", "&#x1F;", "&#xFFFE;", "&#65535;", f"&#{'0' * 99}8;", "&#xD800;", "&#x110000;"]  # fmt: skip


@pytest.mark.parametrize("character", BAD)
@pytest.mark.parametrize(
    "markup",
    [
        "<p>a{}<img src=/dot.gif width=1 height=1>b, words and more words</p>",
        "<p>words<b>{}</b><i hidden>q</i>{}words</p>",
        "<div class='newsletter'>x{}</div>{}",
        "<iframe src='https://www.youtube.com/embed/aaaaaaaaaaa' title='{}'></iframe>{}<p>x",
        "<noscript>{}<img src='/n.jpg' width=900 height=800></noscript>",
        "<button>b</button>{}<pre>a{}<br>b</pre>",
        "<table><tr><td>a{}<td>b<tr><td>c<td>d{}</table>",
    ],
)
def test_a_character_that_is_none_is_no_obstacle(character: str, markup: str) -> None:
    texts(markup.format(character, character))


def test_a_form_feed_parts_words_and_other_controls_do_not() -> None:
    assert texts("<p>one\ftwo\vthree&#12;four fi\x01ve</p>") == ["one two three four five"]


def test_a_reference_to_a_good_character_stays() -> None:
    assert texts("<p>&#13;a&#9;b&#10;c&#33;&#x20;&#x1F600;&#128;&#65536;&#xFFFD;</p>") == ["a b c! 😀€𐀀\ufffd"]


def test_what_hides_the_attributes_of_a_flood_does_not_get_it_through() -> None:
    with pytest.raises(Exception, match="attributes"):
        parse("<body><\x01a " + "b c " * 400 + ">")
