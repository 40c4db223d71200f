"""Texts of a feed without their markup."""

import time

import pytest

from app.feeds.text import plain, plain_title, said_of_picture

# Far above what it takes, and far below what it took before anything was done about it.
BOUND = 15.0


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Words alone", "Words alone"),
        ("", ""),
        ("  two \n\t lines\u00a0here ", "two lines here"),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("one<br>two<li>three", "one two three"),
        ("so<b>me</b> <i>words</i>", "some words"),
        ("Bread &amp; butter", "Bread & butter"),
        ("Bread &amp;amp; butter", "Bread & butter"),
        ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
        ("Bread &amp;amp;amp; butter", "Bread &amp; butter"),
        ("caf&eacute; &#8220;Sol&#x201d;", "café “Sol”"),
        ("AT&T and R&D;", "AT&T and R&D;"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("I <3 goats", "I <3 goats"),
        ('<a href="/a>b" title="c">here</a>', "here"),
        ("<![CDATA[Words]]>", "Words"),
        ("&lt;[CDATA[Words]]&gt;", "Words"),
        ("&lt;![CDATA[<p>More <b>words</b></p>]]&gt;", "More words"),
        ("<![CDATA[Words that are cut", "Words that are cut"),
        ("before<script>alert('<b>x</b>')</script>after", "beforeafter"),
        ("<style>p { color: red }</style>after", "after"),
        ("before<!-- <b>not</b> this -->after", "beforeafter"),
        ("10<sup>6</sup> l of H<sub>2</sub>O, &lt;sup&gt;14&lt;/sup&gt;C", "10⁶ l of H2O, ¹⁴C"),
        ("10<sup>&#1;6<i>&#12;</i></sup> l", "10⁶ l"),
    ],
)
def test_markup_becomes_one_line_of_text(markup: str, text: str) -> None:
    assert plain(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("History of the <blink> tag", "History of the <blink> tag"),
        ("Lists: Vec<String> and more", "Lists: Vec<String> and more"),
        ("<b>Bold</b> words", "Bold words"),
        ("<p>A paragraph", "A paragraph"),
        ("one<br>two", "one two"),
        ("A <i>word</i> on <marquee>", "A word on <marquee>"),
        ("<div>History of the &lt;blink&gt; tag</div>", "History of the <blink> tag"),
        ("<p>What &lt;b&gt;bold&lt;/b&gt; says</p>", "What bold says"),
    ],
)
def test_a_tag_that_is_never_closed_belongs_to_the_words_of_a_title(markup: str, text: str) -> None:
    assert plain_title(markup) == text


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    text = plain("first " + "word " * 100_000)
    assert text.startswith("first word word")
    assert 4_000 < len(text) < 10_000


def test_plain_text_of_hostile_markup_is_bounded() -> None:
    started = time.process_time()
    assert plain("<b>" * 100_000 + "x") == ""
    assert plain("<a " + " ".join(f"x{n}" for n in range(100_000)) + ">x</a>") != "x"
    assert plain("<p>kept</p>" + "<i>" * 100_000) == "kept"
    assert time.process_time() - started < BOUND


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<img src="/a.png" alt="A lighthouse">', "A lighthouse"),
        ("<p><a href='/a'><IMG ALT = 'A &amp; B' src=/a.png></a></p>", "A & B"),
        ('<img src="/a.png" alt="" title="It blinks">', "It blinks"),
        ('<img src="/a.png" alt=""><img src="/b.png" alt="Second">', "Second"),
        ('<img src="/a.png">', ""),
        ("<p>alt='x'</p>", ""),
        ("<img " * 100_000 + "alt", ""),
    ],
)
def test_the_words_for_a_picture_are_found(markup: str, said: str) -> None:
    assert said_of_picture(markup) == said
