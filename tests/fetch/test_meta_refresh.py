"""Pages that send a browser on."""

import time

import pytest

from app.fetch.meta_refresh import HEAD_BYTES, refresh_in, refresh_target

URL = "http://example.org/a/page"


def refresh(content: str) -> str:
    return f'<meta http-equiv="refresh" content="{content}">'


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        (refresh("0;url=/new"), "http://example.org/new"),
        (refresh("0; URL='new?a=1&amp;b=2'"), "http://example.org/a/new?a=1&b=2"),
        (refresh("5,http://example.net/"), "http://example.net/"),
        (refresh("1.5 ; url = /new"), "http://example.org/new"),
        ("<META CONTENT='0; url=/new' HTTP-EQUIV=Refresh>", "http://example.org/new"),
        (refresh("0"), URL),
        (refresh("6;url=/new"), ""),
        (refresh("300"), ""),
        (refresh("0;url=/a/page#top"), URL),
        (refresh("1") + refresh("2;url=/new"), "http://example.org/new"),
        (f"{refresh('0')}<noscript>{refresh('0;url=/plain')}</noscript>", "http://example.org/plain"),
        (refresh("0;url=javascript:alert(1)"), ""),
        (refresh("0;url=file:///etc/passwd"), ""),
        ("<p>A refresh of the page</p>", ""),
        (f"<!-- {refresh('0;url=/new')} -->", ""),
        (f"<script>'{refresh('0;url=/new')}'</script>", ""),
        (f"<!-- {refresh('0;url=/new')}", ""),
        (
            f"<noscript>{refresh('0;url=/plain')}</noscript><script>{'x' * 900}</script><p>Loading</p>",
            "http://example.org/plain",
        ),
        (f"<noscript>{refresh('0;url=/plain')}</noscript><p>{'Words ' * 100}</p>", ""),
        (f"<noscript>{refresh('0;url=/plain')}</noscript>{refresh('0;url=/new')}", "http://example.org/new"),
        ("x" * HEAD_BYTES + refresh("0;url=/new"), ""),
    ],
)
def test_a_refresh_is_followed_where_it_means_go_on(markup: str, target: str) -> None:
    assert refresh_target(markup.encode(), URL) == target


def script(text: str, more: str = "") -> str:
    return f"<html><head><title>Moved</title></head><body><script>{text}</script>{more}</body></html>"


@pytest.mark.parametrize(
    ("markup", "target"),
    [
        (script('location = "/new"'), "http://example.org/new"),
        (script("window.location.replace('/new');"), "http://example.org/new"),
        (
            script('window.location.href="http:\\/\\/example.net\\/new?a=1\\u0026b=2";'),
            "http://example.net/new?a=1&b=2",
        ),
        (script("document.location.assign(`/new`)"), "http://example.org/new"),
        (script("setTimeout(function () { top.location.href = '/new' }, 100)"), "http://example.org/new"),
        (script("location.href='/new'; location.replace('/new')", "<p>One moment.</p>"), "http://example.org/new"),
        (script("location.replace('/new')", '<noscript><a href="/new">Go on</a></noscript>'), "http://example.org/new"),
        (script("<!--\nlocation = '/new'\n//-->"), "http://example.org/new"),
        (script("setTimeout(\"location.href='/new'\", 0)"), "http://example.org/new"),
        ("<html><body onload=\"location.href = '/new'\"><p>Wait</p></body></html>", "http://example.org/new"),
        ("<!-- <script>location = '/old'</script> --><script>location = '/new'</script>", "http://example.org/new"),
        (script("location.replace('/new')", f"<p>{'Words ' * 100}</p>"), ""),
        (script("if (old) location = '/old'; else location = '/new'"), ""),
        (script("location.href = 'https://' + host + '/new'"), ""),
        (script("location.href = '/new?from=' + encodeURIComponent(here)"), ""),
        (script("location.replace(target)"), ""),
        (script("if (location.href == '/new') stay()"), ""),
        (script("location.hash = '/new'"), ""),
        (script("geolocation = '/new'"), ""),
        (script("location = 'javascript:alert(1)'"), ""),
        (script("location = '/a/page'"), URL),
        (script("location = inFrame ? 1 : '/new'; location = '/a/page'; location = '/new'"), "http://example.org/new"),
        (script("var target = '/new'; document.location = target;"), "http://example.org/new"),
        (script("const u='\\/new';function go(){window.location.replace( u )}"), "http://example.org/new"),
        (script("let $to = `/new`\nsetTimeout(() => { top.location.href = $to }, 9)"), "http://example.org/new"),
        (script("url = '/new'; location.assign(url)") + script("url2 = '/b'"), "http://example.org/new"),
        (script('window["location"]["href"] = "/new";'), "http://example.org/new"),
        (script("window['location']['replace']('/new')"), "http://example.org/new"),
        (script('window.location = decodeURIComponent("%2Fnew%3Fa%3D1");'), "http://example.org/new?a=1"),
        (script("var u = unescape('http%3A//example.net/'); location = u;"), "http://example.net/"),
        (script("window.open('/new', '_self');"), "http://example.org/new"),
        (script('$(document).ready(function(){ $(location).attr("href", "/new"); });'), "http://example.org/new"),
        (script("$(window.location).prop('href','/new')"), "http://example.org/new"),
        (script("window.open('/new', '_blank')"), ""),
        (script("window.open('/new')"), ""),
        (script("$(link).attr('href', '/new'); location.reload()"), ""),
        (script("location = decodeURIComponent('%2Fnew' + id)"), ""),
        (script("links['href'] = '/new'"), ""),
        (script("var u = '/new'; if (old) u = '/old'; location = u"), ""),
        (script("var u = '/new'; u += location.search; location = u"), ""),
        (script("var u = '/new' + id; location = u"), ""),
        (script("var u = '/new'; location = v"), ""),
        (script("var u = '/new'; location = u + id"), ""),
        (script("var u = '/new'; a.u = '/b'; location = a.u"), ""),
        (script("location = '/new';" + " work();" * 300), ""),
        ('<script type="application/json">{"a": "location = \'/new\'"}</script>', ""),
        (f"<!-- {script('location = 1')} -->", ""),
        ("<script src='/app.js'></script><div id='root'></div>", ""),
    ],
)
def test_a_page_that_is_only_a_script_which_sends_a_browser_on_is_followed(markup: str, target: str) -> None:
    assert refresh_target(markup.encode(), URL) == target


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("0; url=/new", "http://example.org/new"),
        ("3;URL='http://example.net/'", "http://example.net/"),
        ("300; url=/new", ""),
        ("5", URL),
        ("", ""),
        ("0; url=file:///etc/passwd", ""),
    ],
)
def test_a_refresh_header_sends_on_like_the_element(header: str, target: str) -> None:
    assert refresh_in(header, URL) == target


@pytest.mark.parametrize(
    "piece",
    [
        "<meta http-equiv=refresh ",
        "<!--refresh",
        "<script>refresh",
        "<noscript>refresh",
        "refresh <",
        "<meta content='0" + " " * 900,
        "<script>location =",
        "<script>location.replace('",
        "<script>location = '" + " " * 900,
        "location='" + "\\" * 900,
        "<script>location = u; u",
        "<script>location['location'",
        "<script>location unescape('" + "%" * 900,
        "<script>location window.open('" + " " * 900,
        "<script>" + "u = " * 400,
        "<script>location.replace( u " + " " * 900,
    ],
)
def test_a_hostile_head_takes_bounded_time(piece: str) -> None:
    started = time.monotonic()
    assert refresh_target(piece.encode() * 6000, URL) == ""
    assert refresh_target(b"<meta http-equiv=refresh content='0" + b" " * HEAD_BYTES, URL) == ""
    assert time.monotonic() - started < 5
