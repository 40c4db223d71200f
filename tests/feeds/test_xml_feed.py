"""RSS, RDF, Atom and CDF: which text of an entry counts, and where its links start from."""

import pytest

from app.models import Enclosure, Entry
from tests.feeds.written import ITEM, at, atom, listing, only, rss


@pytest.mark.parametrize("version", ["0.91", "0.92", "0.93", "0.94", "2.0", "2.0.11", "7"])
def test_every_version_of_rss(version: str) -> None:
    assert only(f'<rss version="{version}"><channel>{ITEM}</channel></rss>').title == "One"


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
    assert only(text) == Entry(
        "Rain & wind",
        rain,
        "It rains. It blows.",
        "2026-10-04",
        at("2026-10-04T08:00Z"),
        enclosures=(Enclosure("https://example.org/a.mp3", "audio/mpeg"),),
        comments="https://example.org/r",
    )


@pytest.mark.parametrize(
    "links",
    [
        '<link rel="alternate" type="application/json" href="/a.json"/><link type="text/html" href="/a"/>',
        '<link type="application/pdf" href="/a.pdf"/><link rel="alternate" href="/a"/>',
        '<link rel="alternate" type="application/xhtml+xml" href="/a"/><link rel="alternate" href="/b"/>',
        '<link rel="self" href="/s"/><link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/>',
        '<link rel="http://www.iana.org/assignments/relation/edit" href="/e"/><link rel="Alternate " href="/a"/>',
        '<link rel="http://example.org/relations/alternate" href="/r"/><link rel="" href="/a"/>',
    ],
)
def test_an_entry_of_atom_leads_to_its_page_whatever_else_it_names(links: str) -> None:
    assert only(atom(f"<entry><title>a</title>{links}</entry>")).url == "https://example.org/a"


def test_an_entry_that_is_no_page_leads_to_what_it_is() -> None:
    link = '<link rel="alternate" type="application/pdf" href="/a.pdf"/>'
    assert only(atom(f"<entry><title>a</title>{link}</entry>")).url == "https://example.org/a.pdf"


def test_xhtml_in_atom_becomes_text() -> None:
    div = '<div xmlns="http://www.w3.org/1999/xhtml">'
    entry = only(
        atom(
            f'<entry><title type="xhtml">{div}So <b>new</b></div></title><link href="/new"/><summary type="xhtml">'
            f"{div}<p>First.</p><p>Sec<i>ond</i>.</p><script>no()</script></div></summary></entry>"
        )
    )
    assert (entry.title, entry.summary) == ("So new", "First. Second.")


def test_xhtml_under_a_prefix_becomes_text_too() -> None:
    said = '<h:div xmlns:h="http://www.w3.org/1999/xhtml">{}</h:div>'
    title, summary = said.format("So <h:b>new</h:b>"), said.format("<h:p>First.</h:p><h:p>Second.</h:p>")
    entry = only(
        atom(
            f'<entry><title type="xhtml">{title}</title><link href="/new"/><summary type="xhtml">{summary}</summary></entry>'
        )
    )
    assert (entry.title, entry.summary) == ("So new", "First. Second.")


def test_xml_base_is_heeded() -> None:
    entry = '<entry xml:base="https://example.net/deep/"><title>a</title><link href="b"/></entry>'
    assert only(atom(entry)).url == "https://example.net/deep/b"


def test_the_words_of_an_item_go_before_those_of_extensions() -> None:
    media = "<media:title>A man in a hat</media:title><media:description>Credit</media:description>"
    own = "<title>Mayor resigns</title><description>It was time.</description><link>/1</link>"
    space = 'xmlns:media="http://search.yahoo.com/mrss/"'
    for root in ("<rss>", f"<rss {space}>", f'<rss xmlns="urn:of-rss" {space}>'):
        entry = only(f"{root}<channel><item>{media}{own}</item></channel></rss>")
        assert (entry.title, entry.summary) == ("Mayor resigns", "It was time.")
    entry = only(f"<rss {space}><channel><item>{media}<link>/1</link></item></channel></rss>")
    assert (entry.title, entry.summary) == ("A man in a hat", "Credit")


def test_what_is_said_of_a_picture_is_no_summary() -> None:
    item = """<item><title>One</title><link>https://example.org/1</link><media:content url="https://example.org/a.jpg">
    <media:title>Photo: A. Writer</media:title></media:content></item>"""
    assert only(f'<rss xmlns:media="http://search.yahoo.com/mrss/"><channel>{item}</channel></rss>').summary == ""


def test_an_item_with_very_many_pictures_keeps_its_title() -> None:
    pictures = "".join(f"<media:content url='/{n}.jpg' type='image/jpeg'/>" for n in range(100))
    entry = only(rss(f"<item>{pictures}<title>One</title><link>/1</link></item>"))
    assert (entry.title, entry.enclosures) == ("One", ())


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ('<title type="application/octet-stream">VG93biBoYWxs</title>', "Town hall"),
        ('<title mode="base64" type="text/html">VG93bg0K\n IDxiPmhhbGw8L2I+</title>', "Town hall"),
        ('<title type="application/octet-stream">Town hall</title>', "Town hall"),
        ('<title type="application/xhtml+xml">Town hall</title>', "Town hall"),
        ('<title mode="escaped" type="text/html">Town &lt;b&gt;hall&lt;/b&gt;</title>', "Town hall"),
        ('<title type="text/plain">VG93biBoYWxs</title>', "VG93biBoYWxs"),
    ],
)
def test_titles_of_every_type_of_atom(title: str, wanted: str) -> None:
    assert only(atom(f'<entry>{title}<link href="/1"/></entry>')).title == wanted


def test_cdf() -> None:
    items = '<ITEM HREF="https://example.org/1" LASTMOD="2026-11-02T10:00Z"><TITLE>One</TITLE><ABSTRACT>It is.</ABSTRACT></ITEM>'
    found = listing(f'<CHANNEL HREF="https://example.org/"><TITLE>Paper</TITLE>{items}</CHANNEL>')
    assert found.title == "Paper"
    assert found.entries == (Entry("One", "https://example.org/1", "It is.", "2026-11-02", at("2026-11-02T10:00Z")),)


def test_a_link_through_a_feeds_proxy_is_passed_over_for_the_original() -> None:
    item = "<item><title>One</title><link>http://proxy.example/~r/1</link><fb:origLink>https://example.org/1</fb:origLink></item>"
    text = f'<rss version="2.0" xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0"><channel>{item}</channel></rss>'
    assert only(text).url == "https://example.org/1"


def test_the_language_of_the_feed_tells_the_day_from_the_month() -> None:
    item = "<item><title>One</title><link>/1</link><pubDate>03/04/2026 10:00</pubDate></item>"
    assert only(rss(item, head="<title>Paper</title><language>en-US</language>")).date == "2026-03-04"
    assert only(rss(item, head="<title>Paper</title><language>en-GB</language>")).date == "2026-04-03"
    entry = '<entry><title>One</title><link href="/1"/><updated>03/04/2026</updated></entry>'
    feed = atom(entry).replace("<feed ", '<feed xml:lang="fr" ')
    assert only(feed).date == "2026-04-03"


@pytest.mark.parametrize(
    ("links", "address"),
    [
        ("", "https://example.org/text"),
        ('<link rel="replies" href="/r"/>', "https://example.org/text"),
        ('<link rel="alternate" href="/page"/>', "https://example.org/page"),
    ],
)
def test_an_entry_of_atom_whose_text_is_elsewhere_leads_there_where_nothing_else_is_its_page(
    links: str, address: str
) -> None:
    entry = f'<entry><title>One</title><id>urn:1</id>{links}<content type="text/html" src="/text"/></entry>'
    assert only(atom(entry)).url == address


def test_an_item_without_an_address_leads_to_the_first_link_in_its_text() -> None:
    text = "&lt;p&gt;&lt;a class=x href='https://x.example/s?a=1&amp;amp;b=2'&gt;The tide&lt;/a&gt; - a note.&lt;/p&gt;"
    entry = only(rss(f"<item><description>{text}</description></item>"))
    assert (entry.title, entry.url) == ("The tide - a note.", "https://x.example/s?a=1&b=2")
    guid = "<guid isPermaLink='true'>https://x.example/own</guid>"
    assert only(rss(f"<item><description>{text}</description>{guid}</item>")).url == "https://x.example/own"
