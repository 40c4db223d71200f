"""Today, or a collection, as a book for handheld readers: EPUB 2.0.1, which the oldest of them read, too.

An archive (OCF 2.0.1) of a package file (OPF), a table of contents (NCX), and a document of XHTML 1.1 for each story.
"""

import io
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import lxml.html
from lxml import etree

from app.models import Page
from app.render.charsets.charsets import escape, escape_attribute
from app.render.pagination.fit import FULL, LEFT_OUT, fitted

EPUB_TYPE = "application/epub+zip"
CONTAINER = "META-INF/container.xml"
# What a chapter takes beside its compressed text: its headers in the archive, its lines in package and contents.
BYTES_A_CHAPTER = 600
# What a book takes without any.
BYTES_A_BOOK = 3000
_XHTML = "http://www.w3.org/1999/xhtml"
_DOCTYPE = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
_XML = '<?xml version="1.0" encoding="utf-8"?>'
# What XHTML 1.1 lets stand in our markup; other attributes go (`start` of a list, for one), and other elements leave
# their text.
_ATTRIBUTES = frozenset({"border", "colspan", "rowspan"})
_ELEMENTS = frozenset(
    """blockquote br caption code dd dl dt em h2 h3 h4 h5 h6 hr li ol p pre q rb rp rt ruby strong sub sup table tbody
    td th thead tr ul""".split()
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story: its title, who tells it and when, and the markup of its summary and of its text, which may be empty."""

    title: str
    byline: str
    short: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A book: its title, its publisher, its language (a tag), when it was made (seconds since the epoch)."""

    title: str
    publisher: str
    language: str
    made: float
    chapters: Sequence[Chapter]


def epub(book: Book, most: int) -> Page:
    """Return the book in at most `most` bytes: as many stories as have room, the first of them with their texts."""
    short = [_document(book, chapter, chapter.short) for chapter in book.chapters]
    full = [_document(book, chapter, chapter.full) if chapter.full else b"" for chapter in book.chapters]
    sizes = [(_size(one), _size(other) if other else 0) for one, other in zip(short, full, strict=True)]
    chosen = fitted(sizes, most - BYTES_A_BOOK)
    kept = [
        (chapter, other if how == FULL else one)
        for how, chapter, one, other in zip(chosen, book.chapters, short, full, strict=True)
        if how != LEFT_OUT
    ]
    return Page(_packed(book, kept), EPUB_TYPE)


def _size(document: bytes) -> int:
    return len(zlib.compress(document)) + BYTES_A_CHAPTER


def _packed(book: Book, chapters: Sequence[tuple[Chapter, bytes]]) -> bytes:
    """Return the archive; its first file says, uncompressed, what it is (OCF 2.0.1, section 4)."""
    file = io.BytesIO()
    with ZipFile(file, "w") as packed:
        for name, body in _files(book, chapters):
            info = ZipInfo(name, datetime.fromtimestamp(book.made, UTC).timetuple()[:6])
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            packed.writestr(info, body)
    return file.getvalue()


def _files(book: Book, chapters: Sequence[tuple[Chapter, bytes]]) -> Iterator[tuple[str, bytes]]:
    yield "mimetype", EPUB_TYPE.encode()
    yield CONTAINER, _container().encode()
    titles = [chapter.title for chapter, _ in chapters]
    yield "content.opf", _package(book, len(titles)).encode()
    yield "toc.ncx", _contents(book, titles).encode()
    for number, (_, document) in enumerate(chapters, 1):
        yield _name(number), document


def _name(number: int) -> str:
    return f"s{number}.xhtml"


def _identifier(book: Book) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{book.publisher} {book.title} {book.made}')}"


def _container() -> str:
    return (
        f'{_XML}\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )


def _package(book: Book, count: int) -> str:
    numbers = range(1, count + 1)
    items = "".join(
        f'<item id="s{number}" href="{_name(number)}" media-type="application/xhtml+xml"/>' for number in numbers
    )
    order = "".join(f'<itemref idref="s{number}"/>' for number in numbers)
    day = datetime.fromtimestamp(book.made, UTC).date().isoformat()
    return (
        f'{_XML}\n<package version="2.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">{_identifier(book)}</dc:identifier><dc:title>{escape(book.title)}</dc:title>'
        f"<dc:language>{escape(book.language)}</dc:language><dc:date>{day}</dc:date>"
        f"<dc:publisher>{escape(book.publisher)}</dc:publisher></metadata>"
        f'<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>{items}</manifest>'
        f'<spine toc="ncx">{order}</spine></package>'
    )


def _contents(book: Book, titles: Sequence[str]) -> str:
    points = "".join(
        f'<navPoint id="n{number}" playOrder="{number}"><navLabel><text>{escape(title)}</text></navLabel>'
        f'<content src="{_name(number)}"/></navPoint>'
        for number, title in enumerate(titles, 1)
    )
    return (
        f'{_XML}\n<ncx version="2005-1" xmlns="http://www.daisy.org/z3986/2005/ncx/"><head>'
        f'<meta name="dtb:uid" content="{_identifier(book)}"/><meta name="dtb:depth" content="1"/>'
        '<meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head>'
        f"<docTitle><text>{escape(book.title)}</text></docTitle><navMap>{points}</navMap></ncx>"
    )


def _document(book: Book, chapter: Chapter, markup: str) -> bytes:
    byline = f"<p><em>{escape(chapter.byline)}</em></p>" if chapter.byline else ""
    title, language = escape(chapter.title), escape_attribute(book.language)
    head = f"<head><title>{title}</title></head><body><h1>{title}</h1>{byline}"
    return (
        f'{_XML}\n{_DOCTYPE}\n<html xmlns="{_XHTML}" xml:lang="{language}">{head}{_xhtml(markup)}</body></html>'
    ).encode("utf-8", "replace")


def _xhtml(markup: str) -> str:
    """Return markup of ours, which is HTML, as XHTML 1.1."""
    if not markup.strip():
        return ""
    box = lxml.html.fragment_fromstring(markup, create_parent="div")
    for element in list(box.iterdescendants()):
        if element.tag not in _ELEMENTS:
            element.drop_tag()
        for name in set(element.attrib) - _ATTRIBUTES:
            del element.attrib[name]
    text: str = etree.tostring(box, encoding="unicode")
    return text
