"""Pages as they were written before there were style sheets."""

import pytest

from tests.extract.scoring.pages import SENTENCES, TITLE
from tests.extract.shapes.shape import Shape

SHAPES: dict[str, Shape] = {}

font = '<font face="Arial" size=2>'
SHAPES["layout98"] = Shape(
    f'<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><TABLE WIDTH=600 BORDER=0><TR><TD COLSPAN=2><IMG SRC="logo.gif"></TD></TR><TR><TD WIDTH=120 VALIGN=TOP BGCOLOR=#CCCCCC>{font}<A HREF="a.htm">News</A><BR><A HREF="b.htm">Sport</A><BR><A HREF="c.htm">Weather</A></FONT></TD><TD WIDTH=480 VALIGN=TOP><FONT SIZE=5><B>{TITLE}</B></FONT><P>{font}{SENTENCES[0]}</FONT><P>{font}{SENTENCES[1]}</FONT><P>{font}<B>The wheel</B></FONT><P>{font}{SENTENCES[2]}</FONT><TABLE BORDER=1><TR><TD>{font}1931</FONT></TD><TD>{font}420 kilos</FONT></TD></TR><TR><TD>{font}1932</FONT></TD><TD>{font}380 kilos</FONT></TD></TR></TABLE><P>{font}{SENTENCES[3]}</FONT><P>{font}{SENTENCES[4]}</FONT></TD></TR></TABLE><CENTER><FONT SIZE=1>Copyright 1998 The Gazette</FONT></CENTER></BODY></HTML>',
    [SENTENCES[0], SENTENCES[1], "The wheel", SENTENCES[2], "1931", "380 kilos", SENTENCES[3], SENTENCES[4]],
    ["Sport"],
    url="http://www.gazette.example/1998/mill.htm",
)
SHAPES["center98"] = Shape(
    f'<html><head><title>My mill page</title></head><body background="stars.gif" text=white><center><h1>Welcome to my mill page!</h1><img src="under.gif"><br><font size=4 color=yellow>{SENTENCES[0]}</font><br><br><font size=4>{SENTENCES[1]}<br><br>{SENTENCES[2]}</font><hr width=50%><font color=lime>My favourite mills:</font><ul><li>Bridge Mill<li>Castle Mill<li>Island Mill</ul><hr><a href="guest.html">Sign my guestbook</a> | <a href="links.html">Links</a><br>You are visitor number 1234<br>Best viewed with Netscape</center></body></html>',
    [SENTENCES[0], SENTENCES[1], SENTENCES[2], "My favourite mills", "Bridge Mill", "Island Mill"],
    url="http://geo.example/~ann/",
)
SHAPES["brbr"] = Shape(
    f'<html><head><title>{TITLE}</title></head><body><b>{TITLE}</b><br><i>27 March 1998</i><br><br>{SENTENCES[0]}<br><br>{SENTENCES[1]}<br><br><b>The wheel</b><br>{SENTENCES[2]}<br><br>{SENTENCES[3]}<br>- oak<br>- elm<br><br>{SENTENCES[4]}<br><br><a href="index.html">Back</a></body></html>',
    [SENTENCES[0], SENTENCES[1], "The wheel", SENTENCES[2], "- oak", "- elm", SENTENCES[4]],
    url="http://old.example/mill.html",
)
SHAPES["blockquote-indent"] = Shape(
    f"<html><head><title>{TITLE}</title></head><body><h2>{TITLE}</h2><blockquote><p>{SENTENCES[0]}<p>{SENTENCES[1]}<blockquote>It sings when the tide turns.</blockquote><p>{SENTENCES[2]}<dl><dd>{SENTENCES[3]}<dd>{SENTENCES[4]}</dl></blockquote></body></html>",
    (*SENTENCES[:5], "It sings") if isinstance(SENTENCES, tuple) else SENTENCES[:5],
    url="http://old.example/mill.html",
)
SHAPES["pre-page"] = Shape(
    f"<html><head><title>RFC 777 - Mill protocol</title></head><body><pre>\n\n\nNetwork Working Group                A. Weir\nRequest for Comments: 777\n\n         Mill Protocol\n\n1. Introduction\n\n   {SENTENCES[0]}\n\n2. Gate\n\n   {SENTENCES[1]}\n\n   +---+---+\n   | A | B |\n   +---+---+\n</pre></body></html>",
    [SENTENCES[0], SENTENCES[1], "Network Working Group", "| A | B |"],
    url="http://rfc.example/rfc777.html",
)


@pytest.mark.parametrize("name", SHAPES)
def test_a_page_of_the_nineties_is_whole(name: str) -> None:
    assert SHAPES[name].faults() == []
