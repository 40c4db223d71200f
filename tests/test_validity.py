"""Every kind of page is valid, and free of what old browsers stumble over."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.create import create_app
from config import Settings
from tests.modern_site import LIGHTHOUSE, Story, modern_page
from tests.news.town import Paper
from tests.origin import Origin
from tests.pictures import drawing
from tests.validity import sgml_errors, stumbling_blocks

EVERYTHING = (
    "<h2>Łódź, “quotes” &amp; ＜tags＞ — €5 <em>and</em> emoji 😀</h2><ul><li>A list, with some words in it<ol><li>and another list, inside</li></ol></li>"
    "<li><p>An item of two paragraphs, of which this is the first.</p><p>And this the second.</p></li></ul>"
    "<blockquote>A quotation without a paragraph, <b>with <i>nested</i> looks</b>, and a <a href='/a?b=1&c=2'>link</a></blockquote>"
    "<table><caption>A table</caption><tr><th>Year</th><th>Metres &lt; ten</th></tr><tr><td>2022</td><td><a href='/q?x=1&y=2'>three</a></td></tr></table>"
    "<table><tr><td>" + "A long cell of many words. " * 6 + "</td><td>two, and more</td></tr><tr><td>three, and so on</td><td>four, and so on</td></tr></table>"
    "<pre>if (a &lt; b &amp;&amp; c) {\n    puts(\"é\");\n}</pre><hr><p>Line one<br>line two, <code>code</code>, <a href='mailto:a@b.example'>mail</a>, "
    "<a href='#note'>a note</a>, <a href='javascript:1'>a script</a>.</p><dl><dt>A term</dt><dd>Its definition, in some words</dd></dl>"
    "<p>Звезда, 北京, العربية, हिन्दी, and ¿qué? ½ × ± © ®</p>"
)  # fmt: skip
RICH = Story(
    LIGHTHOUSE.title + " — “Żółć” & <more>",
    LIGHTHOUSE.deck,
    LIGHTHOUSE.paragraphs,
    LIGHTHOUSE.pictures,
    extra=EVERYTHING,
)
HOME = (
    "<title>Town & <Gazette></title><link rel='alternate' type='application/rss+xml' title='All \"news\"' href='/feed?a=1&b=2'><main>"
    + "".join(
        f"<article><h2><a href='/2024/03/{day}/a?x={day}&y=2'>Łódź & the story of day {day}, which is “long”</a></h2><p>It was quite a day, they say.</p></article>"
        for day in range(10, 30)
    )
    + "</main>"
)
NOTES = "A <title>\n\nText & more\n\n a   b\n"
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>A &lt;feed&gt; — “é”</title><description>Of &amp;amp; about</description>'
    "<item><title>One &amp;lt;story&amp;gt;</title><link>http://127.0.0.1:9/?a=1&amp;b=2</link><description>Words ＆ more.</description></item>"
    "<item><title>Two</title><link>http://127.0.0.1:9/2</link></item></channel></rss>"
)


@pytest.fixture
def browser(settings: Settings, origin: Origin, tmp_path: Path) -> FlaskClient:
    """A browser of a newspaper with one paper that has every sign in it, and one that is silent."""
    file = tmp_path / "sources.toml"
    top = f'top = ["{Paper(origin, 3).feed}", "{origin.url("/rich-feed")}", "http://127.0.0.1:9/"]'
    file.write_text(f'[us]\ngoogle = "US:en"\n[us.feeds]\n{top}\n[in.feeds]\n{top}\n')
    origin.serve("/rich-feed", FEED, "application/rss+xml")
    return create_app(replace(settings, SOURCES_FILE=str(file))).test_client()


@pytest.fixture
def paths(browser: FlaskClient, origin: Origin) -> dict[str, str]:
    """The path of a page of each kind."""
    rich = f"/in/read?url={quote(origin.serve('/rich', modern_page(RICH)) + '?a=1&b=2', safe='')}"
    origin.serve("/pictures/tower.jpg", drawing(), "image/png")
    page = browser.get(rich).get_data(as_text=True)
    pictures = re.findall(r'<a href="([^"]*)">\[\d\]</a>', page)
    out = re.search(r'<a href="([^"]*)">Original source', page)
    assert out
    front = browser.get("/in/").get_data(as_text=True)
    closed = re.search(r'<h3><a href="([^"]*)">Two</a>', front)
    feed = re.search(r'<a href="(/in/f/[^"]*)">', browser.get("/in/status").get_data(as_text=True))
    assert closed
    assert feed
    return {
        "front": "/in/",
        "section": "/world",
        "search form": "/in/search",
        "search": "/in/search?q=" + quote('a "story" <é>'),
        "feed as a front page": feed[1],
        "status": "/in/status",
        "missed": closed[1],
        "index": f"/read?url={quote(origin.serve('/home', HOME))}",
        "article": rich,
        "plain article": f"/read?url={quote(origin.serve('/t.txt', NOTES, 'text/plain'))}",
        "feed": f"/read?url={quote(origin.serve('/feed', FEED, 'application/rss+xml'))}",
        "picture": pictures[0],
        "lost picture": pictures[1],
        "way out": out[1],
        "about": "/about",
        "editions": "/editions",
        "error": "/read?url=" + quote('ftp://x.example/"<é>&'),
        "missing": "/nothing",
        "unknown id": "/a/aaaaaaaaaa",
    }


@pytest.mark.parametrize(
    "kind",
    [
        "front",
        "section",
        "search form",
        "search",
        "feed as a front page",
        "status",
        "missed",
        "index",
        "article",
        "plain article",
        "feed",
        "picture",
        "lost picture",
        "way out",
        "about",
        "editions",
        "error",
        "missing",
        "unknown id",
    ],
)
def test_each_kind_of_page_is_valid_html_that_old_parsers_read(
    browser: FlaskClient, paths: dict[str, str], kind: str, tmp_path: Path
) -> None:
    answer = browser.get(paths[kind])
    assert answer.headers["Content-Type"] == "text/html"
    assert stumbling_blocks(answer.data) == []
    assert sgml_errors(answer.data, tmp_path) == ""


def test_the_checks_see_what_they_should(tmp_path: Path) -> None:
    bad = b'<a href="/x?a=1&copy=2">&#8217; \xe9 &mdash;</a><br/><p style="x">'
    assert len(stumbling_blocks(bad)) >= 5
    assert sgml_errors(
        b'<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN"><title>x</title><center>y</center>', tmp_path
    )
