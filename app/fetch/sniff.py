"""What an answer holds: its content says it first, its declared type second."""

import re

from app.fetch.encoded_text import encoded_format
from app.fetch.file_signatures import file_format
from app.models import Kind
from app.sentences import Sentence
from app.signatures import is_image

HTML_TYPES = frozenset({"application/vnd.wap.xhtml+xml", "application/xhtml+xml", "text/html"})
FEED_TYPES = frozenset(
    """application/atom+xml application/feed+json application/rdf+xml application/rss+xml application/x-rss+xml
    text/rss+xml""".split()
)
# What servers say when they do not know.
VAGUE_TYPES = frozenset({"", "application/octet-stream", "application/unknown", "binary/octet-stream", "text/plain"})
UNKNOWN = "application/octet-stream"

FEED_ROOTS = frozenset({"channel", "feed", "opml", "rdf:rdf", "rss", "sitemapindex", "urlset"})
DRAWING_ROOTS = frozenset({"svg", "svg:svg"})
# What servers say of a drawing where they do not know SVG.
XML_TYPES = frozenset({"application/xml", "text/xml"})
# WHATWG MIME Sniffing, section 7.1, and what else begins pages without a head.
HTML_ROOTS = frozenset(
    """a b body br center div font frameset h1 h2 head html iframe link main meta p script style table title""".split()
)

PICTURE, FILE = Sentence("a picture"), Sentence("a file")
# What a file is in the words of a reader, by its declared type; the longest beginning that fits counts.
FILE_TYPES = {
    "application/epub+zip": Sentence("an electronic book"),
    "application/gzip": Sentence("a compressed file"),
    "application/json": Sentence("a JSON document"),
    "application/mac-binhex40": Sentence("a BinHex archive"),
    "application/msword": Sentence("an Office document"),
    "application/pdf": Sentence("a PDF"),
    "application/postscript": Sentence("a PostScript document"),
    "application/vnd.ms-": Sentence("an Office document"),
    "application/vnd.openxmlformats-officedocument": Sentence("an Office document"),
    "application/x-gzip": Sentence("a compressed file"),
    "application/x-stuffit": Sentence("a StuffIt archive"),
    "application/xml": Sentence("an XML document"),
    "application/zip": Sentence("a ZIP archive"),
    "audio/": Sentence("a sound"),
    "font/": Sentence("a font"),
    "image/": PICTURE,
    "text/": Sentence("a text"),
    "video/": Sentence("a video"),
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
_TAG = re.compile(rb"<[a-zA-Z!/?]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 20  # one in so many bytes
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def kind_of(declared: str, body: bytes) -> Kind:
    """Return what is to be done with `body`; `declared` is its bare media type in lower case, or empty."""
    if is_image(body):
        return Kind.IMAGE
    # Pictures for other programs than browsers pass as files; those of telephones are said to be what they are.
    known = file_format(body)
    if declared.startswith("image/") and (known is None or known.words == PICTURE):
        return Kind.IMAGE
    if known:
        return Kind.FILE
    root = _root(body)
    if root in DRAWING_ROOTS and declared in VAGUE_TYPES | XML_TYPES:
        return Kind.IMAGE
    if root in FEED_ROOTS or _is_json_feed(body) or (root != "html" and _is_feed_behind_junk(body)):
        return Kind.FEED
    if not root and (encoded_format(body) or (declared in HTML_TYPES and _has_no_markup(body))):
        return Kind.FILE
    if declared in HTML_TYPES or root == "html" or (declared in VAGUE_TYPES and root in HTML_ROOTS):
        return Kind.HTML
    if declared in FEED_TYPES:
        return Kind.FEED
    if (declared.startswith("text/") and declared != "text/xml") or not declared:
        return Kind.FILE if _is_binary(body) else Kind.TEXT
    return Kind.FILE


def file_words(content_type: str, body: bytes = b"") -> Sentence:
    """Return what kind of file this is, with its article: `a PDF`, `a video`, `a file`."""
    if is_image(body):
        return PICTURE
    fitting = [beginning for beginning in FILE_TYPES if content_type.startswith(beginning)]
    known = file_format(body) or (None if _root(body) else encoded_format(body))
    return known.words if known else FILE_TYPES[max(fitting, key=len)] if fitting else FILE


def safe_type(content_type: str, body: bytes = b"") -> str:
    """Return the type under which the file `body` is passed on: never one that a browser would show as a page of ours.

    Where its server does not know it, it is what the file itself says.
    """
    if content_type not in VAGUE_TYPES and _PASSED_ON.fullmatch(content_type):
        return content_type
    known = file_format(body) or encoded_format(body)
    return known.content_type if known and known.content_type else UNKNOWN


def _root(body: bytes) -> str:
    """Return the first element of a document in lower case; `html` where the document type says it, but no feed has."""
    head = body[:_HEAD_BYTES].decode(_first_codec(body), "replace").removeprefix("ï»¿")
    at = _prolog_end(head, 0)
    doctype = _DOCTYPE.match(head, at)
    root = _ROOT.match(head, _prolog_end(head, doctype.end()) if doctype else at)
    name = root[1].lower() if root else ""
    return "html" if doctype and doctype[1].lower() == "html" and name not in FEED_ROOTS else name


def _first_codec(body: bytes) -> str:
    """Return a codec by which the names of elements can be read: marked UTF-16, or by its first `<` (XML 1.0, F.1)."""
    if body.startswith(_UTF_16_MARKS):
        return "utf-16"
    return {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(body[:2], "latin-1")


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


def _has_no_markup(body: bytes) -> bool:
    """Say whether `body` is a file though it is said to be a page: it has control characters, and no tag in any set."""
    if body.startswith(_UTF_16_MARKS):
        return False
    head = body[:_HEAD_BYTES]
    return len(_CONTROLS.findall(head)) * _MOST_CONTROLS > len(head) and not _TAG.search(head.replace(b"\0", b""))


def _is_binary(body: bytes) -> bool:
    return b"\0" in body and not body.startswith(_UTF_16_MARKS)
