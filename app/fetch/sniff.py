"""What an answer holds: its content says it first, its declared type second."""

import re

from app.models import Kind
from app.signatures import is_image

HTML_TYPES = frozenset({"application/vnd.wap.xhtml+xml", "application/xhtml+xml", "text/html"})
FEED_TYPES = frozenset(
    """application/atom+xml application/feed+json application/rdf+xml application/rss+xml application/x-rss+xml
    text/rss+xml""".split()
)
# What servers say when they do not know.
VAGUE_TYPES = frozenset({"", "application/octet-stream", "application/unknown", "binary/octet-stream", "text/plain"})
UNKNOWN = "application/octet-stream"

FEED_ROOTS = frozenset({"feed", "opml", "rdf:rdf", "rss"})
DRAWING_ROOTS = frozenset({"svg", "svg:svg"})
# What servers say of a drawing where they do not know SVG.
XML_TYPES = frozenset({"application/xml", "text/xml"})
# WHATWG MIME Sniffing, section 7.1, and what else begins pages without a head.
HTML_ROOTS = frozenset(
    """a b body br center div font frameset h1 h2 head html iframe link main meta p script style table title""".split()
)

# Where in a body which bytes stand, and what the file is in the words of a reader; the first that fits counts.
# What is no file but a picture to us has its bytes in `app/signatures.py`.
FILES = (
    (0, b"%PDF-", "a PDF"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"PK\x03\x04", "a ZIP archive"),
    (0, b"\x1f\x8b\x08", "a compressed file"),
    (0, b"BZh", "a compressed file"),
    (0, b"\xfd7zXZ\x00", "a compressed file"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"MZ\x90\x00", "a Windows program"),
    (0, b"\x7fELF", "a program"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"ID3", "a sound"),
    (0, b"OggS", "a sound"),
    (0, b"fLaC", "a sound"),
    (8, b"WAVEfmt ", "a sound"),
    (4, b"ftypM4A", "a sound"),
    (4, b"ftyphei", "a picture"),
    (4, b"ftypmif1", "a picture"),
    (4, b"ftypmsf1", "a picture"),
    (4, b"ftyp", "a video"),
    (8, b"AVI LIST", "a video"),
    (0, b"\x1aE\xdf\xa3", "a video"),
)
# The same by declared type; the longest beginning that fits counts.
FILE_TYPES = {
    "application/epub+zip": "an electronic book",
    "application/gzip": "a compressed file",
    "application/json": "a JSON document",
    "application/mac-binhex40": "a BinHex archive",
    "application/msword": "an Office document",
    "application/pdf": "a PDF",
    "application/postscript": "a PostScript document",
    "application/vnd.ms-": "an Office document",
    "application/vnd.openxmlformats-officedocument": "an Office document",
    "application/x-gzip": "a compressed file",
    "application/x-stuffit": "a StuffIt archive",
    "application/xml": "an XML document",
    "application/zip": "a ZIP archive",
    "audio/": "a sound",
    "font/": "a font",
    "image/": "a picture",
    "text/": "a text",
    "video/": "a video",
}

# A browser that saves a file must not be told that it is a page or a program for pages.
_PASSED_ON = re.compile(r"(?:application/(?!.{0,80}(?:xml|html|script))|audio/|font/|video/)[a-z0-9.+-]{1,80}")
_HEAD_BYTES = 4096
_BEFORE_ROOT = re.compile(r"[\s\ufeff]+|<\?.*?\?>|<!--.*?-->", re.S)
_DOCTYPE = re.compile(r"<!doctype\s+([a-z]+)(?:[^a-z>\[][^>\[]*)?(?:\[.*?\]\s*)?>", re.S | re.I)
_ROOT = re.compile(r"<([a-z][a-z0-9:]*)[\s/>]", re.I)
# A feed behind the warnings of the program that wrote it, and what it then ends with.
_LATE_FEED = re.compile(rb"<(?:feed|opml|rdf:RDF|rss)\s[^<>]{0,4000}>", re.I)
_FEED_END = re.compile(rb"</(?:feed|opml|rdf:RDF|rss)\s*>\s*\Z", re.I)
_END_BYTES = 200
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?://jsonfeed\.org/')
_JSON_FEED_BYTES = 64 * 1024
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def kind_of(declared: str, body: bytes) -> Kind:
    """Return what is to be done with `body`; `declared` is its bare media type in lower case, or empty."""
    if is_image(body) or declared.startswith("image/"):
        return Kind.IMAGE
    if _file_by_content(body):
        return Kind.FILE
    root = _root(body)
    if root in DRAWING_ROOTS and declared in VAGUE_TYPES | XML_TYPES:
        return Kind.IMAGE
    if root in FEED_ROOTS or _is_json_feed(body) or (root != "html" and _is_feed_behind_junk(body)):
        return Kind.FEED
    if declared in HTML_TYPES or root == "html" or (declared in VAGUE_TYPES and root in HTML_ROOTS):
        return Kind.HTML
    if declared in FEED_TYPES:
        return Kind.FEED
    if (declared.startswith("text/") and declared != "text/xml") or not declared:
        return Kind.FILE if _is_binary(body) else Kind.TEXT
    return Kind.FILE


def file_words(content_type: str, body: bytes = b"") -> str:
    """Return what kind of file this is, with its article: `a PDF`, `a video`, `a file`."""
    if is_image(body):
        return "a picture"
    fitting = [beginning for beginning in FILE_TYPES if content_type.startswith(beginning)]
    return _file_by_content(body) or (FILE_TYPES[max(fitting, key=len)] if fitting else "a file")


def safe_type(content_type: str) -> str:
    """Return the type under which a file is passed on: never one that a browser would show as a page of ours."""
    return content_type if _PASSED_ON.fullmatch(content_type) else UNKNOWN


def _file_by_content(body: bytes) -> str:
    return next((words for offset, magic, words in FILES if body.startswith(magic, offset)), "")


def _root(body: bytes) -> str:
    """Return the first element of a document in lower case; `html` where the document type says it."""
    marked = body.startswith(_UTF_16_MARKS)
    head = body[:_HEAD_BYTES].decode("utf-16" if marked else "latin-1", "replace").removeprefix("ï»¿")
    at = _prolog_end(head, 0)
    doctype = _DOCTYPE.match(head, at)
    if doctype:
        if doctype[1].lower() == "html":
            return "html"
        at = _prolog_end(head, doctype.end())
    root = _ROOT.match(head, at)
    return root[1].lower() if root else ""


def _prolog_end(text: str, at: int) -> int:
    while found := _BEFORE_ROOT.match(text, at):
        at = found.end()
    return at


def _is_feed_behind_junk(body: bytes) -> bool:
    return _LATE_FEED.search(body[:_HEAD_BYTES]) is not None and _FEED_END.search(body[-_END_BYTES:]) is not None


def _is_json_feed(body: bytes) -> bool:
    head = body[:_JSON_FEED_BYTES]
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    return _JSON_FEED.search(head.replace(b"\\/", b"/")) is not None


def _is_binary(body: bytes) -> bool:
    return b"\0" in body and not body.startswith(_UTF_16_MARKS)
