"""What an answer holds, by its content and by its declared type."""

import pytest

from app.fetch.sniff import file_words, kind_of, safe_type
from app.models import Kind

HTML, TEXT, IMAGE, FEED, FILE = Kind.HTML, Kind.TEXT, Kind.IMAGE, Kind.FEED, Kind.FILE
RSS = b'<?xml version="1.0"?>\n<!-- made by hand -->\n<?xml-stylesheet href="x"?><rss version="2.0"><channel></channel></rss>'
JSON_FEED = b'{"title": "Words", "version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": []}'


@pytest.mark.parametrize(
    ("content_type", "body", "kind"),
    [
        ("text/html", b"<p>Words", HTML),
        ("text/html", b"", HTML),
        ("application/xhtml+xml", b'<?xml version="1.0"?><html xmlns="x">', HTML),
        ("text/xml", b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', HTML),
        ("", b"\n <!doctype HTML>Words", HTML),
        ("", b"\xef\xbb\xbf<!-- hello --><html>", HTML),
        ("text/plain", b"<HTML lang=en><title>", HTML),
        ("application/octet-stream", b"<head><title>", HTML),
        ("application/octet-stream", "\ufeff<html><p>Words".encode("utf-16-le"), HTML),
        ("application/rss+xml", b"<!DOCTYPE html><html><p>An error page", HTML),
        ("image/tiff", b"II*\0" + bytes(8), FILE),
        ("image/x-pict", bytes(522) + b"\x00\x11\x02\xff\x0c\x00", FILE),
        ("text/plain", b"FORM\0\0\0\x2eILBMBMHD" + bytes(8), FILE),
        ("image/heic", b"\0\0\0\x18ftypheic", IMAGE),
        ("image/tiff", b"nothing of the kind", IMAGE),
        ("text/plain", b"Words and <b>tags</b>", TEXT),
        ("text/plain", b"<what this is, nobody knows>", TEXT),
        ("text/plain", "\ufeffWords".encode("utf-16-le"), TEXT),
        ("text/plain", b"Words\0and binary", FILE),
        ("text/plain", b"BMW recalls", TEXT),
        ("text/markdown", b"# Words", TEXT),
        ("", b"Words", TEXT),
        ("", b"\x01\0\x02", FILE),
        ("image/png", b"anything at all", IMAGE),
        ("image/svg+xml", b"<svg xmlns='x'></svg>", IMAGE),
        ("", b'<svg xmlns="http://www.w3.org/2000/svg"/>', IMAGE),
        ("text/plain", b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg xmlns="x">', IMAGE),
        ("application/octet-stream", b'<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY c "d">]>\n<svg:svg>', IMAGE),
        ("application/xml", b'<?xml version="1.0"?><svg>', IMAGE),
        ("text/html", b"<svg>in a page</svg>", HTML),
        ("text/plain", b"<p>Words on <svg>", HTML),
        ("text/html", b"\xff\xd8\xff\xe0\0\x10JFIF", IMAGE),
        ("text/plain", b"\x89PNG\r\n\x1a\n", IMAGE),
        ("", b"GIF89a\1\0\1\0", IMAGE),
        ("", b"RIFF\0\0\0\0WEBPVP8 ", IMAGE),
        ("", b"\0\0\0\x20ftypavif\0\0\0\0", IMAGE),
        ("", b"BM\x46\0\0\0\0\0\0\0\x36\0", IMAGE),
        ("", b"\0\0\1\0\1\0\x10\x10", IMAGE),
        ("application/rss+xml", RSS, FEED),
        ("text/html", RSS, FEED),
        ("text/html", b"<!DOCTYPE html>\n" + RSS, FEED),
        ("text/html", b"<!DOCTYPE html><!-- rss --><html><p>Of <rss version='2.0'>", HTML),
        ("text/xml", RSS.decode().encode("utf-16-le"), FEED),
        ("application/octet-stream", RSS.decode().encode("utf-16-be"), FEED),
        ("application/octet-stream", "<html><p>Words".encode("utf-16-be"), HTML),
        ("text/xml", b'<feed xmlns="http://www.w3.org/2005/Atom">', FEED),
        ("application/xml", b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', FEED),
        ("", b"\xef\xbb\xbf" + RSS, FEED),
        ("application/atom+xml", b"broken", FEED),
        ("application/json", JSON_FEED, FEED),
        ("text/plain", JSON_FEED, FEED),
        ("application/json", b'{"version": "1.0"}', FILE),
        ("application/xml", b'<opml version="2.0"></opml>', FEED),
        ("application/x-cdf", b'<CHANNEL HREF="http://kestrel.example/">', FEED),
        ("text/xml", b'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', FEED),
        ("text/x-opml", b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', FEED),
        ("text/xml", b"<b>Warning</b>: something\n\n" + RSS, FEED),
        ("text/html", b"<br />\n<b>Warning</b>: something<br />\n" + RSS + b"\n", FEED),
        ("text/html", b"<p>How to write <rss version='2.0'> by hand", HTML),
        ("text/html", b"<!DOCTYPE html><textarea>" + RSS, HTML),
        ("application/xml", b"<urlset></urlset>", FEED),
        ("application/pdf", b"%PDF-1.4", FILE),
        ("text/html", b"%PDF-1.4", FILE),
        ("text/plain", b"PK\x03\x04", FILE),
        ("application/x-stuffit", b"SIT!", FILE),
        ("video/mp4", b"\0\0\0\x20ftypisom", FILE),
    ],
)
def test_content_speaks_before_the_declared_type(content_type: str, body: bytes, kind: Kind) -> None:
    assert kind_of(content_type, body) is kind


@pytest.mark.parametrize(
    "body", [b"<!--" * 4096, b"<?" * 8192, b" " * 65536, b"<!doctype a[" + b"]" * 65536, b'{"version"' + b" " * 65536]
)
def test_a_beginning_without_an_end_is_no_page(body: bytes) -> None:
    assert kind_of("application/xml", body) is FILE


@pytest.mark.parametrize(
    ("content_type", "body", "words"),
    [
        ("application/octet-stream", b"%PDF-1.7", "a PDF"),
        ("application/pdf", b"", "a PDF"),
        ("application/zip", b"", "a ZIP archive"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"", "an Office document"),
        ("audio/mpeg", b"", "a sound"),
        ("video/webm", b"", "a video"),
        ("image/heic", b"", "a picture"),
        ("text/plain", b"GIF89a", "a picture"),
        ("", b"\0\0\0\x20ftypM4A ", "a sound"),
        ("", b"\0\0\0\x20ftypisom", "a video"),
        ("application/x-unheard-of", b"?", "a file"),
    ],
)
def test_a_file_is_named_for_readers(content_type: str, body: bytes, words: str) -> None:
    assert file_words(content_type, body) == words


@pytest.mark.parametrize(
    "content_type", ["application/pdf", "application/zip", "audio/mpeg", "video/mp4", "application/x-stuffit"]
)
def test_files_keep_a_type_that_cannot_harm(content_type: str) -> None:
    assert safe_type(content_type) == content_type


@pytest.mark.parametrize(
    "content_type",
    [
        *"""text/html application/xhtml+xml image/svg+xml text/xml application/xml application/javascript text/css
        application/ecmascript text/javascript multipart/x-mixed-replace text/plain nonsense application/""".split(),
        *("", "application/pdf\r\nX: y", "application/pdf; x", "application/pdf\n"),
    ],
)
def test_files_lose_a_type_that_a_browser_would_show(content_type: str) -> None:
    assert safe_type(content_type) == "application/octet-stream"
