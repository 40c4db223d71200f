"""Feeds of every kind, whole and broken, and some made to hurt the one who reads them."""

import json
import time
import tracemalloc
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from app.errors import NoText
from app.feeds.parse import parse
from app.models import Entry, FetchedPage, Kind, Listing
from app.text.normalize import cut

PAGE = FetchedPage("https://example.org/blog/feed.xml", "application/xml", b"", Kind.FEED)
ITEM = "<item><title>One</title><link>https://example.org/1</link></item>"
# Far above what any of them takes, and far below what they took before anything was done about it.
BOUND = 15.0


def listing(text: str) -> Listing:
    return parse(PAGE, text)


def at(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def rss(items: str, head: str = "<title>Paper</title><link>https://example.org/</link>", start: str = "") -> str:
    return f'{start}<rss version="2.0"><channel>{head}{items}</channel></rss>'


def atom(entries: str, head: str = "<title>Paper</title>") -> str:
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'


def only(text: str) -> Entry:
    entries = listing(text).entries
    assert len(entries) == 1
    return entries[0]


def titled(title: str) -> str:
    return only(rss(f"<item><title>{title}</title><link>/1</link></item>")).title


def dated(element: str) -> str:
    return only(rss(f"<item><title>One</title><link>/1</link>{element}</item>")).date


def sentence_of(text: str) -> str:
    with pytest.raises(NoText) as caught:
        listing(text)
    return caught.value.sentence


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
    )


@pytest.mark.parametrize("version", ["0.91", "0.92", "0.93", "0.94", "2.0", "2.0.11", "7"])
def test_every_version_of_rss(version: str) -> None:
    assert only(f'<rss version="{version}"><channel>{ITEM}</channel></rss>').title == "One"


def test_rss_091_with_a_document_type() -> None:
    start = (
        '<?xml version="1.0"?>\n<!-- by hand: <rss> --><!DOCTYPE rss PUBLIC "-//Netscape Communications'
        '//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd">\n'
    )
    assert only(rss(ITEM, start=start)).title == "One"


@pytest.mark.parametrize("namespace", ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"])
def test_rdf(namespace: str) -> None:
    text = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{namespace}"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://example.org/"><title>Paper</title>
    <link>https://example.org/</link><items><rdf:Seq><rdf:li rdf:resource="https://example.org/1"/></rdf:Seq>
    </items></channel><item rdf:about="https://example.org/1"><title>One</title>
    <link>https://example.org/1</link><dc:date>2026-10-01T12:00:00Z</dc:date></item></rdf:RDF>"""
    assert listing(text).title == "Paper"
    assert only(text) == Entry("One", "https://example.org/1", "", "2026-10-01", at("2026-10-01T12:00Z"))


def test_atom() -> None:
    text = atom(
        """<entry><title type="html">Rain &amp;amp; &lt;i&gt;wind&lt;/i&gt;</title>
        <link rel="enclosure" href="https://example.org/a.mp3"/><link rel="replies" href="/r"/>
        <link rel="alternate" type="text/html" href="https://example.org/rain"/>
        <id>tag:example.org,2026:rain</id><published>2026-10-04T08:00:00Z</published>
        <updated>2026-10-05T08:00:00Z</updated><author><name>A. Writer</name></author>
        <content type="html">&lt;p&gt;It rains.&lt;/p&gt;&lt;p&gt;It blows.&lt;/p&gt;</content></entry>""",
        '<title>Weather</title><subtitle>Every day</subtitle><link href="https://example.org/"/>',
    )
    found = listing(text)
    assert (found.title, found.summary) == ("Weather", "Every day")
    rain = "https://example.org/rain"
    assert only(text) == Entry("Rain & wind", rain, "It rains. It blows.", "2026-10-04", at("2026-10-04T08:00Z"))


def test_xhtml_in_atom_becomes_text() -> None:
    div = '<div xmlns="http://www.w3.org/1999/xhtml">'
    entry = only(
        atom(
            f'<entry><title type="xhtml">{div}So <b>new</b></div></title><link href="/new"/><summary type="xhtml">'
            f"{div}<p>First.</p><p>Sec<i>ond</i>.</p><script>no()</script></div></summary></entry>"
        )
    )
    assert (entry.title, entry.summary) == ("So new", "First. Second.")


@pytest.mark.parametrize("version", ["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"])
def test_json_feed(version: str) -> None:
    items = [
        {
            "id": "1",
            "url": "/one",
            "title": "One &amp; only",
            "content_html": "<p>Text <b>here</b>.</p>",
            "date_published": "2026-10-01T23:30:00-05:00",
        },
        {"id": "https://example.org/two", "content_text": "Two is short."},
        {"id": "3", "external_url": "https://elsewhere.example/", "title": 3, "date_modified": "2026-09-30"},
        {"id": "4", "title": "nowhere"},
        "no item",
    ]
    feed = {"version": version, "title": "Paper", "home_page_url": "https://example.org/a/", "items": items}
    found = listing("\ufeff" + json.dumps(feed | {"description": "All of it"}))
    assert (found.title, found.summary) == ("Paper", "All of it")
    assert found.entries == (
        Entry("One & only", "https://example.org/one", "Text here.", "2026-10-02", at("2026-10-02T04:30Z")),
        Entry("Two is short.", "https://example.org/two", "Two is short.", ""),
        Entry("https://elsewhere.example/", "https://elsewhere.example/", "", "2026-09-30", at("2026-09-30T00:00Z")),
    )


@pytest.mark.parametrize(
    "text",
    ["{", '{"items": 3}', '{"title": "x"}', '{"items":' + "[" * 100_000, '{"items": [' + "9" * 9000 + "]}"],
)
def test_broken_json_is_refused_with_a_sentence(text: str) -> None:
    assert sentence_of(text) in ("This feed cannot be read.", "This feed holds no entries.")


def test_half_a_surrogate_pair_in_json_does_no_harm() -> None:
    found = only('{"items": [{"url": "/1", "title": "a\\ud800b", "summary": "<b>\\udc00c</b>"}]}')
    assert (found.title, found.summary) == ("ab", "c")


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


def test_links_start_from_the_page_of_the_feed() -> None:
    items = "<item><title>a</title><link>a/b.html?x=1&y=2</link></item><item><title>c</title><link>/c</link></item>"
    urls = [entry.url for entry in listing(rss(items, head="<link>https://example.net/base/</link>")).entries]
    assert urls == ["https://example.net/base/a/b.html?x=1&y=2", "https://example.net/c"]
    urls = [entry.url for entry in listing(rss(items, head="<link>../</link>")).entries]
    assert urls == ["https://example.org/a/b.html?x=1&y=2", "https://example.org/c"]
    urls = [entry.url for entry in listing(rss(items, head="")).entries]
    assert urls == ["https://example.org/blog/a/b.html?x=1&y=2", "https://example.org/c"]


def test_xml_base_is_heeded() -> None:
    entry = '<entry xml:base="https://example.net/deep/"><title>a</title><link href="b"/></entry>'
    assert only(atom(entry)).url == "https://example.net/deep/b"


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        ("<guid>https://example.org/g</guid>", "https://example.org/g"),
        ('<guid isPermaLink="true">https://example.org/g</guid>', "https://example.org/g"),
        ("<guid>https://example.org/g</guid><link>/l</link>", "https://example.org/l"),
        ("<link>mailto:a@example.org</link><guid>https://example.org/g</guid>", "https://example.org/g"),
        ('<guid isPermaLink="false">https://example.org/g</guid>', None),
        ("<guid>number-7</guid>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link> </link>", None),
        ("<link>http://[::1/</link>", None),
    ],
)
def test_an_entry_needs_a_link_or_a_guid_that_is_one(inner: str, wanted: str | None) -> None:
    found = listing(rss(f"<item><title>x</title>{inner}</item><item><title>last</title><link>/z</link></item>"))
    assert [entry.url for entry in found.entries[:-1]] == ([wanted] if wanted else [])


def test_each_address_stands_there_once() -> None:
    again = ITEM.replace("One", "Again").replace("/1<", "/1?utm_medium=feed#top<")
    assert [entry.title for entry in listing(rss(ITEM + again + ITEM)).entries] == ["One"]


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


def test_the_language_of_the_feed_tells_the_day_from_the_month() -> None:
    item = "<item><title>One</title><link>/1</link><pubDate>03/04/2026 10:00</pubDate></item>"
    assert only(rss(item, head="<title>Paper</title><language>en-US</language>")).date == "2026-03-04"
    assert only(rss(item, head="<title>Paper</title><language>en-GB</language>")).date == "2026-04-03"
    entry = '<entry><title>One</title><link href="/1"/><updated>03/04/2026</updated></entry>'
    feed = atom(entry).replace("<feed ", '<feed xml:lang="fr" ')
    assert only(feed).date == "2026-04-03"


def test_a_json_feed_may_write_its_dates_in_any_way() -> None:
    item = {"url": "https://example.org/1", "title": "One", "date_published": "Thu, 26 Nov 2026 10:00:00 EST"}
    assert only(json.dumps({"items": [item]})).published == at("2026-11-26T15:00:00+00:00")


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
        (rss("<item><title>no link</title></item>"), "This feed holds no entries."),
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


def test_a_json_feed_is_bounded() -> None:
    entries = listing(json.dumps({"items": [{"url": f"/{n}"} for n in range(5000)]})).entries
    assert len(entries) == 200


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


def test_a_link_through_a_feeds_proxy_is_passed_over_for_the_original() -> None:
    item = "<item><title>One</title><link>http://proxy.example/~r/1</link><fb:origLink>https://example.org/1</fb:origLink></item>"
    text = f'<rss version="2.0" xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0"><channel>{item}</channel></rss>'
    assert only(text).url == "https://example.org/1"
