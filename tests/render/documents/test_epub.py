"""Today as a book: what readers of EPUB 2 demand of the archive, the package and each document."""

import io
import re
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from app.models import Article, Headline, Paragraph, Run, Table
from app.render.documents.epub import CONTAINER, EPUB_TYPE, Book, Chapter, epub
from app.render.html.links import Links
from app.render.pages import Pages
from app.render.pages.digests import Bundle
from app.render.pages.front_page import FrontView
from app.render.profiles.spec import read_spec
from app.render.template import Frame
from config import ROOT

NOW = 1_795_770_000.0
NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "h": "http://www.w3.org/1999/xhtml",
    "n": "http://www.daisy.org/z3986/2005/ncx/",
    "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/",
}
MARKUP = (
    '<h2>Sub</h2>\n<ol start="3">\n<li>x<br>y &amp; z</li></ol><p><a href="/a">Łódź</a> <font size="1">s</font></p><hr>'
)


def book(count: int = 3, text: str = MARKUP) -> Book:
    chapters = [
        Chapter(f"Story <{each}> & more", "Tide, 2 hours ago", "<p>In short.</p>", text) for each in range(count)
    ]
    return Book("68k.news IN: भारत", "68k.news", "en", NOW, chapters)


def files(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def parsed(data: bytes) -> Any:
    return etree.fromstring(data)


def test_the_first_file_says_uncompressed_what_it_is() -> None:
    page = epub(book(), 100_000)
    with ZipFile(io.BytesIO(page.body)) as packed:
        first = packed.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert page.content_type == EPUB_TYPE
    assert page.body[30:58] == b"mimetypeapplication/epub+zip"
    assert epub(book(), 100_000) == page


def test_the_package_lists_every_file_and_the_contents_lead_to_each_story() -> None:
    found = files(epub(book(), 100_000).body)
    root = parsed(found[CONTAINER]).xpath("string(//c:rootfile/@full-path)", namespaces=NAMES)
    package = parsed(found[root])
    listed = package.xpath("//o:item/@href", namespaces=NAMES)
    assert sorted(listed) == sorted(found.keys() - {"mimetype", CONTAINER, root})
    ids = package.xpath("//o:item[@media-type='application/xhtml+xml']/@id", namespaces=NAMES)
    assert package.xpath("//o:itemref/@idref", namespaces=NAMES) == ids
    contents = parsed(found[package.xpath("string(//o:item[@id='ncx']/@href)", namespaces=NAMES)])
    assert contents.xpath("//n:content/@src", namespaces=NAMES) == ["s1.xhtml", "s2.xhtml", "s3.xhtml"]
    assert contents.xpath("string(//n:navPoint[1]//n:text)", namespaces=NAMES) == "Story <0> & more"
    uid = contents.xpath("string(//n:meta[@name='dtb:uid']/@content)", namespaces=NAMES)
    assert package.xpath("string(//d:identifier)", namespaces=NAMES) == uid
    said = [package.xpath(f"string(//d:{name})", namespaces=NAMES) for name in ("title", "language", "date")]
    assert said == ["68k.news IN: भारत", "en", "2026-11-27"]


def test_each_story_is_a_document_of_xhtml_with_nothing_that_is_none() -> None:
    text = files(epub(book(), 100_000).body)["s1.xhtml"]
    tree = parsed(text)
    assert tree.xpath("string(//h:h1)", namespaces=NAMES) == "Story <0> & more"
    assert tree.xpath("string(//h:li)", namespaces=NAMES) == "xy & z"
    assert tree.xpath("string(//h:div/h:p)", namespaces=NAMES) == "Łódź s"
    assert not tree.xpath("//h:font | //h:a | //@start | //@name", namespaces=NAMES)
    assert b"<br/>" in text


@pytest.mark.parametrize("most", [4000, 10_000, 20_000])
def test_a_book_is_no_larger_than_it_may_be(most: int) -> None:
    words = " ".join(str(hash((number, "x")) % 10**9) for number in range(900))
    whole = epub(book(20, f"<p>{words}</p>"), 1_000_000).body
    small = epub(book(20, f"<p>{words}</p>"), most).body
    assert len(small) <= most < len(whole)
    assert "toc.ncx" in files(small)


def test_stories_with_and_without_texts_become_chapters() -> None:
    headline = Headline("Ferry returns", "http://x.example/1", "Tide", "http://x.example/", 0, NOW - 3600, "A ferry.")
    table = Table((((Run("a"),), (Run("b"),)), ((Run("1"),), (Run("2"),))), header=True)
    article = Article("http://x.example/1", "Ferry returns", (Paragraph((Run("It came — at last.", "b"),)), table))
    frame = Frame("68k.news", "IN", Links("", "/in", {}), read_spec("palm"))
    view = FrontView("", "", (), (), 0, NOW)
    stories = [(headline, article), (headline, None)]
    bundle = Bundle("68k.news IN", "Friday", "en", view, stories, 100_000)
    found = files(Pages(ROOT / "templates").digests.epub(frame, bundle).body)
    first, second = (found[f"s{number}.xhtml"].decode() for number in (1, 2))
    assert "<strong>It came — at last.</strong>" in first
    assert "<td>1</td>" in first
    assert "<p>A ferry.</p>" in second
    assert "Tide, 1 hour ago" in second
    assert all(re.match(r"<\?xml", text) for text in (first, second))
