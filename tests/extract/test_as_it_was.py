"""Pages of the early web: what they looked like stays, and nothing that runs."""

import re

import pytest

from app.errors import NoText
from app.extract.as_it_was import as_it_was

URL = "http://harbour.example/pages/index.html"


def was(body: str) -> str:
    return as_it_was(f"<html><head><title>A</title></head><body>{body}</body></html>", URL)


def test_the_look_of_a_page_stays() -> None:
    page = was(
        '<CENTER><FONT COLOR=red SIZE=+2>Hi &amp; ho</FONT></CENTER><TABLE BORDER=1 BGCOLOR="#FFFFFF"><TR><TD NOWRAP '
        "ALIGN=right>One<TD>Two</TABLE><BLINK>new!</BLINK><HR NOSHADE>"
    )
    assert '<center><font color="red" size="+2">Hi &amp; ho</font></center>' in page
    assert '<table border="1" bgcolor="#FFFFFF"><tr><td nowrap="nowrap" align="right">One</td>' in page.replace(
        'nowrap=""', 'nowrap="nowrap"'
    )
    assert "<blink>new!</blink>" in page
    assert page.startswith("<html><head><title>A</title></head><body>")


def test_addresses_are_absolute_and_a_base_counts() -> None:
    assert 'href="http://harbour.example/pages/b.html#top"' in was('<a href="b.html#top">b</a>')
    assert '<a href="#top">' in was('<a href="#top">b</a>')
    based = as_it_was('<head><base href="http://other.example/x/"></head><body><img src="a.gif" alt=A></body>', URL)
    assert '<img src="http://other.example/x/a.gif" alt="A">' in based
    assert "<base" not in based


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=x.js></SCRIPT>",
        "<style>b{x:expression(alert(1))}</style>",
        "<a href='javascript:alert(1)'>a</a>",
        "<a href=' java\tscript:alert(1)'>a</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
        "<a href='vbscript:alert(1)'>a</a>",
        "<img src=x onerror=alert(1)>",
        "<body onload=alert(1) background='javascript:alert(1)'>",
        "<b style='background:url(javascript:alert(1))'>b</b>",
        "<iframe src='http://evil.example/alert(1)'></iframe>",
        "<object data='alert(1)'><embed src='alert(1)'></object><applet code='alert(1)'></applet>",
        "<svg><script>alert(1)</script></svg>",
        "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<link rel=stylesheet href='javascript:alert(1)'>",
        "<form action='javascript:alert(1)'><input formaction='javascript:alert(1)'></form>",
        '<font face="a&quot; onmouseover=&quot;alert(1)">x</font onx=alert(1)>',
        "<a title='\"><script>alert(1)</script>' href=b>b</a>",
        "<noscript><img src=x onerror=alert(1)></noscript>",
        "<frameset onload=alert(1)><frame src='javascript:alert(1)'></frameset>",
    ],
)
def test_nothing_that_runs_is_left(markup: str) -> None:
    page = was(markup)
    tags = re.findall(r"<[^>]*>", page)
    assert not [tag for tag in tags if re.search(r"(?i)[\s\"]on\w+=\"|script|style=|iframe|object|data:", tag)], page
    assert not [tag for tag in tags if "alert" in tag and not re.search(r'face="a\' onmouseover=\'alert\(1\)"', tag)]


def test_every_value_stands_between_double_quotes_and_holds_none() -> None:
    page = was("<img alt='say \"hi\" <now>' src='a.gif?x=1&y=2'><p>\"quoted\"</p>")
    assert "alt=\"say 'hi' &lt;now&gt;\"" in page
    assert 'src="http://harbour.example/pages/a.gif?x=1&amp;y=2"' in page
    assert '<p>"quoted"</p>' in page


def test_what_is_not_of_its_time_loses_its_tag_and_keeps_its_words() -> None:
    assert "<body>Words <b>here</b></body>" in was("<section><span>Words</span> <b>here</b></section>")


def test_frames_stay() -> None:
    page = as_it_was('<frameset cols="20%,80%"><frame src="a.html" name=a><frame src=b.html></frameset>', URL)
    assert '<frameset cols="20%,80%">' in page
    assert '<frame src="http://harbour.example/pages/a.html" name="a">' in page


def test_an_empty_document_is_no_page() -> None:
    with pytest.raises(NoText):
        as_it_was("", URL)


@pytest.mark.parametrize("piece", ["<b>", "<font color=red>", "<table><tr><td>", "<a href=x>", "<frameset>", "&"])
def test_any_depth_and_length_is_written(piece: str) -> None:
    assert as_it_was(piece * 20_000 + "end", URL).count("end") == 1
