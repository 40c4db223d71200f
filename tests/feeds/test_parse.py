"""Feeds of every kind, whole and broken, and some made to hurt the one who reads them."""

import time
import tracemalloc
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from app.models import Entry, Listing
from app.text.normalize import cut
from tests.feeds.written import ITEM, at, atom, listing, only, rss, sentence_of

# Far above what any of them takes, and far below what they took before anything was done about it.
BOUND = 15.0


def titled(title: str) -> str:
    return only(rss(f"<item><title>{title}</title><link>/1</link></item>")).title


def dated(element: str) -> str:
    return only(rss(f"<item><title>One</title><link>/1</link>{element}</item>")).date


def test_rss_2() -> None:
    text = """<?xml version="1.0" encoding="iso-8859-1"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
    <title>The Village Paper – daily</title><atom:link rel="self" href="https://example.org/self"/>
    <link>https://example.org/</link><description>News &lt;b&gt;from&lt;/b&gt; the village.</description>
    <image><title>Logo</title><link>https://example.org/logo</link><url>https://example.org/l.gif</url></image>
    <item><title>A bridge is built</title><link>https://example.org/bridge?utm_source=rss</link>
    <description>It is made of wood.</description><pubDate>Mon, 02 Nov 2026 23:30:00 -0500</pubDate></item>
    </channel></rss>"""
    assert listing(text) == Listing(
        url="https://example.org/blog/feed.xml",
        title="The Village Paper – daily",
        summary="News from the village.",
        entries=(
            Entry(
                "A bridge is built",
                "https://example.org/bridge",
                "It is made of wood.",
                "2026-11-03",
                at("2026-11-03T04:30Z"),
            ),
        ),
        feeds=(Entry("The Village Paper – daily", "https://example.org/blog/feed.xml"),),
    )


def test_rss_091_with_a_document_type() -> None:
    start = (
        '<?xml version="1.0"?>\n<!-- by hand: <rss> --><!DOCTYPE rss PUBLIC "-//Netscape Communications'
        '//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd">\n'
    )
    assert only(rss(ITEM, start=start)).title == "One"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Bread &amp; butter", "Bread & butter"),
        ("Bread &amp;amp; butter", "Bread & butter"),
        ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
        ("&amp;lt;b&amp;gt;Bold&amp;lt;/b&amp;gt; words", "Bold words"),
        ("<![CDATA[Bread & <i>butter</i>]]>", "Bread & butter"),
        ("<![CDATA[Bread &amp;amp; butter]]>", "Bread & butter"),
        ("It&amp;#8217;s &#8220;here&#8221;", "It’s “here”"),
        ("caf&eacute;&nbsp;cr&egrave;me", "café crème"),
        ("AT&T and R&D;", "AT&T and R&D;"),
        ("1 &lt; 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("  two \n\t  lines ", "two lines"),
        ("one&lt;br&gt;two", "one two"),
        ("<b>marked</b> up", "marked up"),
    ],
)
def test_titles_become_plain_text(title: str, wanted: str) -> None:
    assert titled(title) == wanted


def test_the_encoding_that_the_document_states_is_ignored() -> None:
    for encoding in ("koi8-r", "utf-16", "shift_jis", "nonsense"):
        start = f'<?xml version="1.0" encoding="{encoding}"?>'
        assert only(rss(ITEM.replace("One", "Käse – 日本 – вода"), start=start)).title == "Käse – 日本 – вода"


def test_a_missing_title_is_made_of_the_summary() -> None:
    words = "The ferry across the lake goes every hour again since the ice has melted early this year. Tickets."
    entry = only(rss(f"<item><link>/1</link><description>{words}</description></item>"))
    assert entry.title == "The ferry across the lake goes every hour again since the ice has melted early..."
    assert entry.summary == words
    assert only(rss("<item><link>/1</link></item>")).title == "https://example.org/1"


def test_a_feed_without_a_title_is_called_by_its_host() -> None:
    assert listing(rss(ITEM, head="")).title == "example.org"


def test_each_address_stands_there_once() -> None:
    again = ITEM.replace("One", "Again").replace("/1<", "/1?utm_medium=feed<")
    assert [entry.title for entry in listing(rss(ITEM + again + ITEM)).entries] == ["One"]


def test_entries_that_all_lead_to_one_page_are_all_listed() -> None:
    assert [entry.title for entry in listing(rss(ITEM + ITEM.replace("One", "Two"))).entries] == ["One", "Two"]


def test_summaries_are_cut_at_the_end_of_a_sentence_or_a_word() -> None:
    sentence = "The baker opens at six in the morning and closes when all is sold. "
    summary = only(
        rss(f"<item><title>x</title><link>/1</link><description>{sentence * 9}</description></item>")
    ).summary
    assert summary == (sentence * 4).rstrip() + " ..."
    assert cut("word " * 100, 300) == ("word " * 60).rstrip() + "..."
    assert cut("x" * 500, 300) == "x" * 300 + "..."
    assert cut("x" * 300, 300) == "x" * 300


@pytest.mark.parametrize(
    ("element", "wanted"),
    [
        ("<pubDate>Sun, 01 Nov 2026 10:00:00 GMT</pubDate>", "2026-11-01"),
        ("<pubDate>1 Nov 2026</pubDate>", "2026-11-01"),
        ("<pubDate>2026-11-01T01:00:00+02:00</pubDate>", "2026-10-31"),
        ("<pubDate>yesterday</pubDate>", ""),
        ("<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>", ""),
        ("<pubDate>Sun, 31 Dec 1989 12:00:00 GMT</pubDate>", ""),
        ("<pubDate>Mon, 01 Jan 1990 12:00:00 GMT</pubDate>", "1990-01-01"),
        ("<pubDate>Fri, 01 Jan 2999 00:00:00 GMT</pubDate>", ""),
        ("", ""),
    ],
)
def test_dates(element: str, wanted: str) -> None:
    assert dated(element) == wanted


def test_a_date_may_be_two_days_ahead_and_no_more() -> None:
    for days, holds in ((1, True), (4, False)):
        day = (datetime.now(UTC) + timedelta(days=days)).date().isoformat()
        assert dated(f"<pubDate>{day}T00:00:00Z</pubDate>") == (day if holds else "")


@pytest.mark.parametrize(
    "text",
    [
        rss(ITEM + "<item><title>Two</title>")[:-40],
        rss(ITEM.replace("One", "One & more") + "<item><title>Two</b></title><link>/2</link></item>"),
        "Warning: something failed\n" + rss(ITEM) + "\n<x>",
        rss("<item><title>One</title><link>/1</link><description>never closed <br></item>" + ITEM.replace("/1", "/2")),
        rss(ITEM + "\x08\x00<item><title>a < b</title><link>/2</link></item>"),
        rss(ITEM.replace("<title>", "<media:thumbnail url='x'/><title>").replace("</item>", "<c:d>e</c:d></item>")),
        rss(ITEM, head="<content:encoded>no namespace</content:encoded>"),
        rss("<item><link>/0</link>" * 3 + ITEM),
    ],
)
def test_broken_feeds_give_the_entries_that_can_be_made_out(text: str) -> None:
    assert any(entry.title.startswith("One") for entry in listing(text).entries)


def test_an_entry_that_is_not_closed_does_not_swallow_the_next() -> None:
    text = rss("<item><title>a</title><link>/1</link><description>x <b>y<item><title>b</title><link>/2</link></item>")
    assert [(entry.title, entry.url[-2:]) for entry in listing(text).entries] == [("a", "/1"), ("b", "/2")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "This feed cannot be read."),
        ("only words", "This feed cannot be read."),
        ("<!DOCTYPE html><html><head><title>x</title></head><body><p>Hello</body></html>", "This feed cannot be read."),
        ("<svg><title>x</title></svg>", "This feed cannot be read."),
        ("<?xml version='1.0'?>", "This feed cannot be read."),
        (rss(""), "This feed holds no entries."),
        (atom(""), "This feed holds no entries."),
        (rss("<item><guid>number-7</guid></item>"), "This feed holds no entries."),
        ("<opml><head><title>Mine</title></head><body/></opml>", "This feed holds no entries."),
        ('{"items": []}', "This feed holds no entries."),
    ],
)
def test_what_is_no_feed_is_refused_with_a_sentence(text: str, wanted: str) -> None:
    assert sentence_of(text) == wanted


def test_a_feed_of_two_megabytes_is_bounded() -> None:
    words = "many words in a row, " * 18
    items = "".join(
        f"<item><title>Story {n}</title><link>/{n}</link><description>{words}</description></item>" for n in range(5000)
    )
    text = rss(items)
    assert len(text) > 2_000_000
    entries = listing(text).entries
    assert [entry.title for entry in entries] == [f"Story {n}" for n in range(200)]


def test_an_external_entity_reads_no_file(tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("tweet-tweet")
    start = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{canary.as_uri()}"><!ENTITY % y SYSTEM "{canary.as_uri()}"> %y;]>'
    items = "<item><title>a &x; b</title><link>/1</link><description>&x;</description></item>"
    for before in ("", '<?xml version="1.0" standalone="no"?>', "junk "):
        found = listing(rss(items, start=before + start))
        assert "tweet" not in repr(found)
        assert found.entries[0].url == "https://example.org/1"


@pytest.mark.parametrize("kind", ["path", "uri"])
def test_text_that_is_the_name_of_a_file_is_not_opened(tmp_path: Path, kind: str) -> None:
    canary = tmp_path / "feed.xml"
    canary.write_text(rss(ITEM))
    name = str(canary) if kind == "path" else canary.as_uri()
    assert sentence_of(name) == "This feed cannot be read."


def test_nothing_is_fetched() -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name the base class gives it
            asked.append(format)

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        base = f"http://127.0.0.1:{server.server_address[1]}"
        start = (
            f'<?xml-stylesheet href="{base}/style"?><!DOCTYPE rss SYSTEM "{base}/dtd" '
            f'[<!ENTITY x SYSTEM "{base}/entity"><!ENTITY % p SYSTEM "{base}/parameter"> %p;]>'
        )
        include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{base}/include"/>'
        item = f"<item><title>a &x;</title>{include}<link>{base}/1</link></item>"
        assert only(rss(item, start=start)).url == f"{base}/1"
        assert sentence_of(f"{base}/feed.xml") == "This feed cannot be read."
        server.shutdown()
        thread.join()
    assert asked == []


def nested_entities(levels: int) -> str:
    lines = ['<!ENTITY e0 "hahahahaha">']
    lines += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, levels)]
    return "<!DOCTYPE rss [\n" + "\n".join(lines) + "\n]>"


def test_links_that_differ_in_their_fragment_are_entries_of_their_own() -> None:
    items = "".join(f"<item><title>Version {n}</title><link>/changes#v{n}</link></item>" for n in (1, 2, 1))
    found = listing(rss(items)).entries
    assert [(entry.title, entry.url) for entry in found] == [
        ("Version 1", "https://example.org/changes"),
        ("Version 2", "https://example.org/changes"),
    ]


@pytest.mark.parametrize(
    "before",
    [
        "<br />\n<b>Warning</b>:  Undefined variable in /x.php\n\n",
        "Notice: something <none>\n<?xml version='1.0'?>\n",
        "\n\n\ufeff<?xml version='1.0'?>",
        "<!-- page generated in 0.2 s --><p>debug</p><?xml version='1.0'?>",
    ],
)
def test_what_a_program_wrote_before_the_feed_goes(before: str) -> None:
    found = listing(before + rss(ITEM.replace("One", "Bell\x0b and\x01 pier")))
    assert (found.title, found.entries[0].title) == ("Paper", "Bell and pier")


PRE = rss("")[: -len("</channel></rss>")]
LONG = "a" * 1_000_000
ATTACKS = {
    "ampersands": PRE + ITEM + "&" * 1_000_000,
    "attributes of an entry": PRE + ITEM + "<item " + " ".join(f"a{n}='1'" for n in range(100_000)) + "/>",
    "author": rss(f"<item><author>{LONG}</author><link>/1</link></item>"),
    "author in a title": rss(f"<item><title>x<author>{LONG}</author></title><link>/1</link></item>"),
    "author in content": atom(
        f"<entry><link href='/1'/><content type='xhtml'><author>{LONG}</author></content></entry>"
    ),
    "author of the feed": rss(ITEM, head=f"<managingEditor>{LONG}</managingEditor>"),
    "blank lines": "x" + "\n" * 1_000_000 + rss(ITEM),
    "categories": rss(
        "<item><link>/1</link>" + "".join(f"<category>{n}</category>" for n in range(50_000)) + "</item>"
    ),
    "depth": PRE + ITEM + "<a>" * 500_000,
    "depth of entries": PRE + ITEM + "<item>" * 500_000,
    "entities": rss(f"<item><title>a &e20; b</title><link>/1</link></item>{ITEM}", start=nested_entities(21)),
    "entities behind junk": rss(ITEM + "<item><title>&e20;</title></item>", start="x " + nested_entities(21)),
    "namespaces of an entry": PRE + ITEM + "<item " + " ".join(f"xmlns:a{n}='u{n}'" for n in range(100_000)) + "/>",
    "open comments": PRE + ITEM + "<!--" * 500_000,
    "open sections": PRE + ITEM + "<![CDATA[" * 200_000,
    "open tags": PRE + ITEM + "<a " * 300_000,
    "titles": rss("<item><link>/1</link>" + "<title>x</title>" * 100_000 + "</item>"),
}


@pytest.mark.parametrize("text", ATTACKS.values(), ids=ATTACKS.keys())
def test_feeds_made_to_take_long_are_read_in_bounded_time(text: str) -> None:
    started = time.process_time()
    assert listing(text).entries[0].url == "https://example.org/1"
    assert time.process_time() - started < BOUND


def test_nested_entities_do_not_grow() -> None:
    tracemalloc.start()
    found = listing(ATTACKS["entities"])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "haha" not in repr(found)
    assert peak < 20_000_000


def test_a_feed_of_hundreds_of_namespaces_is_read() -> None:
    items = "".join(f"<item><x:title xmlns:x='urn:{n}'>t</x:title><link>/{n}</link></item>" for n in range(300))
    assert len(listing(rss(items)).entries) == 200


@pytest.mark.parametrize(
    ("described", "title"),
    [
        ("&lt;img src='/a.png' alt='A lighthouse'&gt;", "A lighthouse"),
        ("&lt;img src='/a.png' alt='A lighthouse'&gt; It blinks.", "It blinks."),
        ("&lt;img src='/a.png'&gt;", "https://example.org/1"),
    ],
)
def test_an_entry_that_is_only_a_picture_is_called_as_that_is(described: str, title: str) -> None:
    item = f"<item><link>https://example.org/1</link><description>{described}</description></item>"
    assert only(rss(item)).title == title
