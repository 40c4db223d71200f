from collections.abc import Mapping

import pytest

from app.models import (
    ArticleImage,
    Block,
    Blocks,
    Embed,
    Figure,
    Heading,
    ImageSize,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from app.render.charsets.charsets import CHARSETS
from app.render.html.blocks import BlockContext, HtmlWriter
from app.render.html.links import Links
from app.render.profiles.profile import Profile
from app.render.profiles.profiles import PROFILES, UNIVERSAL
from app.render.profiles.spec import read_spec

IDS: Mapping[str, str] = {
    "http://x.example/": "abcdefghij",
    "http://x.example/p.jpg": "klmnopqrst",
    "http://x.example/me": "uvwxyz2345",
    "http://www.x.example/v?a=1&b=2": "bcdefghijk",
}
KNOWN = {"http://x.example/p.jpg": ImageSize(480, 320, 9000)}
IMAGES = (ArticleImage("http://x.example/p.jpg", caption="A tower & a “crew”"),)


def markup(*blocks: Block) -> str:
    return marked(UNIVERSAL, *blocks)


def marked(profile: Profile, *blocks: Block, linked: bool = True) -> str:
    charset = CHARSETS["references"]
    links = Links(edition="/in", ids=IDS)
    html = HtmlWriter(BlockContext(links, profile, charset, IMAGES, KNOWN, "http://x.example/me", linked))
    return charset.encode_page(html.blocks(blocks)).decode("ascii")


def runs(text: str, marks: str = "", href: str = "") -> Runs:
    return (Run(text, marks, href),)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            (*runs("a ", "", "http://x.example/"), *runs("b", "i", "http://x.example/"), *runs(" c")),
            '<a href="/in/a/abcdefghij">a <em>b</em></a> c',
        ),
        (
            (*runs("a", "", "http://x.example/"), *runs("b", "", "mailto:b@x.example")),
            '<a href="/in/a/abcdefghij">a</a><a href="mailto:b@x.example">b</a>',
        ),
        ((*runs("a"), Run("b", "", "", "3"), *runs("c")), 'a<a name="n3">b</a>c'),
    ],
)
def test_what_leads_to_one_place_is_one_link_whatever_marks_are_in_it(line: Runs, wanted: str) -> None:
    assert markup(Paragraph(line)) == f"<p>{wanted}</p>"


def text(words: str) -> Blocks:
    return (Paragraph(runs(words)),)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Paragraph(runs("a < b & c")), "<p>a &lt; b &amp; c</p>"),
        (Paragraph(runs("a\nb")), "<p>a<br>\nb</p>"),
        (Paragraph(runs("a", "bci")), "<p><em><code><strong>a</strong></code></em></p>"),
        (Paragraph(runs("a", "", "http://x.example/")), '<p><a href="/in/a/abcdefghij">a</a></p>'),
        (Paragraph(runs("a", "", "mailto:a@b.example")), '<p><a href="mailto:a@b.example">a</a></p>'),
        (Heading(3, runs("a")), "<h3>a</h3>"),
        (Preformatted("a  <b>\n c"), "<pre>\na  &lt;b&gt;\n c\n</pre>"),
        (Rule(), "<hr>"),
        (Figure(1), '<p>[<a href="/in/i/klmnopqrst/uvwxyz2345">1</a>: <em>A tower &amp; a "crew"</em>]</p>'),
        (
            Embed("video", "Tea & “milk”", "http://www.x.example/v"),
            '<p>[<a href="http://www.x.example/v">Video: Tea &amp; "milk"</a>, x.example]</p>',
        ),
        (Embed("map", "", "http://www.x.example/v?a=1&b=2"), '<p>[<a href="/in/o/bcdefghijk">Map</a>, x.example]</p>'),
        (Embed("page", "", "http://x.example/"), '<p>[<a href="/in/a/abcdefghij">Page</a>, x.example]</p>'),
        (Embed("page", "", "http://y.example/"), '<p>[<a href="http://y.example/">Page</a>, y.example]</p>'),
        (Quote(text("a")), "<blockquote>\n<p>a</p>\n</blockquote>"),
        (ItemList(False, (text("a"), text("b"))), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        (
            ItemList(True, ((*text("a"), ItemList(False, (text("b"),))),)),
            "<ol>\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ol>",
        ),
    ],
)
def test_each_block_has_its_markup(block: Block, expected: str) -> None:
    assert markup(block) == expected


def test_a_small_table_stands_in_columns() -> None:
    table = Table(
        rows=((runs("Item"), runs("Price")), (runs("Żaba"), runs("2 €"))), header=True, caption=runs("Prices")
    )
    assert markup(table) == "<p><strong>Prices</strong></p>\n<pre>\nItem | Price\n-----+------\nZaba | 2 EUR\n</pre>"


def test_a_wide_table_is_a_list_of_named_values() -> None:
    long = "a cell with quite a number of words in it, more than a screen is wide"
    table = Table(
        rows=((runs("Item"), runs("Story")), (runs("Tea"), runs(long)), (runs("Milk"), runs(long))), header=True
    )
    assert markup(table) == f"<ul>\n<li>Item: Tea; Story: {long}</li>\n<li>Item: Milk; Story: {long}</li>\n</ul>"


def test_links_in_tables_stay_links() -> None:
    table = Table(rows=((runs("a"), runs("b")), (runs("c", "", "http://x.example/"), runs("d"))))
    assert markup(table) == '<pre>\na | b\n<a href="/in/a/abcdefghij">c</a> | d\n</pre>'


def rich(*blocks: Block) -> str:
    return marked(PROFILES["netscape"], *blocks)


def test_a_small_table_is_a_table_where_there_are_tables() -> None:
    table = Table(rows=((runs("a"), runs("b")), (runs("c"), runs("d"))), header=True, caption=runs("Prices"))
    assert rich(table) == (
        '<table border="1">\n<caption>Prices</caption>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td>d</td></tr>\n</table>'
    )


@pytest.mark.parametrize(
    "table",
    [
        Table(rows=(tuple(runs(letter) for letter in "abcdefg"),)),
        Table(rows=((runs("a"), runs("b")),) * 41),
        Table(rows=((runs("a"), runs("b" * 81)),)),
    ],
)
def test_a_table_that_no_small_screen_has_room_for_is_lines_everywhere(table: Table) -> None:
    assert rich(table).startswith(("<pre>", "<ul>"))


def test_a_list_that_goes_on_from_another_page_counts_on() -> None:
    block = ItemList(True, (text("a"), text("b")), (12, 13))
    assert rich(block) == '<ol start="12">\n<li>a</li>\n<li>b</li>\n</ol>'
    assert markup(block) == "<ul>\n<li>12. a</li>\n<li>13. b</li>\n</ul>"
    assert markup(ItemList(True, (text("a"),), (12_345,))) == "<ul>\n<li>12345. a</li>\n</ul>"
    assert rich(ItemList(False, (text("a"),))) == "<ul>\n<li>a</li>\n</ul>"


def test_a_list_counts_in_letters_by_itself_or_in_its_text() -> None:
    block = ItemList(True, (text("a"), text("b")), (), "a")
    assert rich(block) == '<ol type="a">\n<li>a</li>\n<li>b</li>\n</ol>'
    assert markup(block) == "<ul>\n<li>a. a</li>\n<li>b. b</li>\n</ul>"
    later = ItemList(True, (text("a"),), (4,), "I")
    assert rich(later) == '<ol type="I" start="4">\n<li>a</li>\n</ol>'
    assert markup(later) == "<ul>\n<li>IV. a</li>\n</ul>"


def test_a_list_counts_as_it_says() -> None:
    down = ItemList(True, (text("a"), text("b"), text("c")), (3, 2, 1))
    assert rich(down) == '<ol start="3">\n<li>a</li>\n<li value="2">b</li>\n<li value="1">c</li>\n</ol>'
    assert markup(down) == "<ul>\n<li>3. a</li>\n<li>2. b</li>\n<li>1. c</li>\n</ul>"
    leaping = ItemList(True, (text("a"), text("b"), text("c")), (1, 7, 8))
    assert rich(leaping) == '<ol start="1">\n<li>a</li>\n<li value="7">b</li>\n<li>c</li>\n</ol>'
    below = ItemList(True, (text("a"), text("b")), (-1, 0))
    assert rich(below) == "<ul>\n<li>-1. a</li>\n<li>0. b</li>\n</ul>"


def test_what_is_raised_is_so_where_every_browser_of_the_profile_can() -> None:
    line = Paragraph(
        (
            Run("10"),
            Run("⁶", "u"),
            Run(" H"),
            Run("2", "s"),
            Run("O x"),
            Run("^(n+1)", "iu"),
            Run("[4]", "u"),
            Run("_max", "s"),
        )
    )
    for name in ("modern", "console", "webtv"):
        assert marked(PROFILES[name], line) == (
            "<p>10<sup>6</sup> H<sub>2</sub>O x<sup><em>n+1</em></sup><sup>[4]</sup><sub>max</sub></p>"
        )
    for profile in (PROFILES["netscape"], PROFILES["mosaic"], PROFILES["linemode"], read_spec("modern-html2-ascii")):
        assert marked(profile, line) == "<p>10^6 H2O x<em>^(n+1)</em>[4]_max</p>"


def test_nothing_is_raised_in_preformatted_text() -> None:
    rows = tuple((runs(f"row {number}"), (Run("10"), Run("⁶", "u"))) for number in range(50))
    assert marked(PROFILES["modern"], Table(rows)).count("^6") == 50


def test_lines_are_paragraphs_where_there_are_no_line_breaks() -> None:
    linemode = PROFILES["linemode"]
    lines = Paragraph((Run("a\nb", "b"), Run("c\n")))
    assert marked(linemode, lines) == "<p><strong>a</strong></p>\n<p><strong>b</strong>c</p>"
    item = ItemList(False, ((Paragraph(runs("a\nb")),),))
    assert marked(linemode, item) == "<ul>\n<li>a\n<p>b</p></li>\n</ul>"
    assert marked(linemode, Heading(2, runs("a\nb"))) == "<h2>a b</h2>"
    assert marked(linemode, ItemList(False, ((Paragraph(runs("\n")),),))) == "<ul>\n<li></li>\n</ul>"


def test_for_a_printer_there_are_words_and_no_links() -> None:
    blocks = (
        Paragraph(runs("a", "i", "http://x.example/")),
        Figure(1),
        Embed("map", "Here", "http://www.x.example/v?a=1&b=2"),
    )
    assert marked(UNIVERSAL, *blocks, linked=False) == (
        '<p><em>a</em></p>\n<p>[1: <em>A tower &amp; a "crew"</em>]</p>\n<p>[Map: Here, x.example]</p>'
    )


def test_a_picture_in_the_text_has_width_height_and_alt_and_leads_to_its_page() -> None:
    context = BlockContext(
        Links(edition="/in", ids=IDS), PROFILES["netscape"], CHARSETS["latin1"], IMAGES, KNOWN, "http://x.example/me"
    )
    assert str(HtmlWriter(context).inline_image(1)) == (
        '<p><a href="/in/i/klmnopqrst/uvwxyz2345"><img src="/in/i/klmnopqrst-160x107.jpg" width="160" height="107" '
        "alt=\"[1: A tower &amp; a 'crew']\"></a><br>\n"
        '[<a href="/in/i/klmnopqrst/uvwxyz2345">1</a>: <em>A tower &amp; a “crew”</em>]</p>'
    )


def test_a_mail_address_that_is_too_long_for_a_link_is_text() -> None:
    assert markup(Paragraph(runs("mail", "", "mailto:" + "a" * 80 + "@b.example"))) == "<p>mail</p>"


def test_small_pictures_have_a_format_of_their_own_unless_the_spec_names_one() -> None:
    for spec, suffix in (("maccolour", "jpg"), ("maccolour-gif", "gif"), ("amiga", "gif"), ("webtv", "jpg")):
        context = BlockContext(Links(ids=IDS), read_spec(spec), CHARSETS["references"], IMAGES, KNOWN)
        assert f'-160x107.{suffix}"' in str(HtmlWriter(context).inline_image(1))


def test_brackets_are_round_and_pictures_have_names_where_the_browser_numbers_links() -> None:
    figure = marked(PROFILES["linemode"], Figure(1))
    assert figure == ('<p>(<a href="/in/i/klmnopqrst/uvwxyz2345">Picture 1</a>: <em>A tower &amp; a "crew"</em>)</p>')
    embed = marked(PROFILES["linemode"], Embed("video", "Waves", "http://www.x.example/v?a=1&b=2"))
    assert embed == '<p>(<a href="/in/o/bcdefghijk">Video: Waves</a>, x.example)</p>'
