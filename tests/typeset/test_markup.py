from collections.abc import Mapping

import pytest

from app.models import (
    ArticlePicture,
    Block,
    Blocks,
    Embed,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)
from app.typeset.charsets import CHARSETS
from app.typeset.links import Links
from app.typeset.markup import Html2
from app.typeset.profiles import UNIVERSAL

IDS: Mapping[str, str] = {
    "http://x.example/": "abcdefghij",
    "http://x.example/p.jpg": "klmnopqrst",
    "http://x.example/me": "uvwxyz2345",
    "http://www.x.example/v?a=1&b=2": "bcdefghijk",
}
PICTURES = (ArticlePicture("http://x.example/p.jpg", caption="A tower & a “crew”"),)


def markup(*blocks: Block) -> str:
    written = Html2(Links("/in", IDS), PICTURES, "http://x.example/me", UNIVERSAL).blocks(blocks)
    return CHARSETS["references"].encode_page(written).decode("ascii")


def runs(text: str, marks: str = "", href: str = "") -> Runs:
    return (Run(text, marks, href),)


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
        (Figure(1), '<p>[<a href="/in/i/klmnopqrst/uvwxyz2345">1</a>] <em>A tower &amp; a "crew"</em></p>'),
        (
            Embed("video", "Tea & “milk”", "http://www.x.example/v"),
            '<p>[<a href="http://www.x.example/v">Video: Tea &amp; "milk"</a>, x.example]</p>',
        ),
        (Embed("map", "", "http://www.x.example/v?a=1&b=2"), '<p>[<a href="/in/o/bcdefghijk">Map</a>, x.example]</p>'),
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
