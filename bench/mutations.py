"""Bytes as hostile or broken origins may send them: written by grammars with wrong words in them, and then damaged.

Everything follows from the random numbers that are given, so that a finding is made again from its seed.
"""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from io import BytesIO
from random import Random

from PIL import Image

from bench.reads import own_pages

TAGS = (
    "a abbr article aside b base blockquote body br button caption center cite code col dd del details dfn dir div dl "
    "dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h6 head header hr html i iframe "
    "img input ins kbd label legend li link listing main map mark math menu meta meter nav noframes noscript object ol "
    "optgroup option p param picture plaintext pre q rp rt ruby s samp script section select slot small source span "
    "strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u "
    'ul var video wbr xmp br<br b<i p"class i&nbsp; a/{ o: x-part'
).split()
ATTRIBUTES = (
    "abbr alt charset class colspan content data-src data-srcset datetime dir height hidden href http-equiv id "
    "itemprop itemscope itemtype lang name onclick property rel reversed rowspan sizes slot src srcset start style "
    "title type usemap value width aria-hidden shadowrootmode role $x @click {a x:y \u00e9"
).split()
NUMBERS = (
    "0 -1 1 2 007 1e400 1e-400 -0 NaN Infinity 99999999999999999999 2147483648 4294967296 0x7f 1.5 .5 1,5 \u0661\u0662 "
    "\u00b2 \u2460 100% 12px 1_000 +5"
).split()
WORDS = (
    "the pilot said that harbour noon ferry \u201cquoted\u201d caf\u00e9 \u65e5\u672c\u8a9e \u0440\u0435\u043a\u0430 "
    "\u05e9\u05dc\u05d5\u05dd \u0628\u062d\u0631 \U0001f600 \ud55c\uad6d e\u0301 \u202e \u200b \ufeff \ufffd \u2028 "
    "By Share Advertisement Updated 26 November 2026 &amp; &lt;b&gt; &#0; &#x110000; &nbsp; &notanentity; &#xD800; & < "
    "> %s {} ${x} {{x}} \x00 \x0b \x0c \x1b[31m \x85 \ue000 \ue001 \ue002 ] ]]> --> */ \\ ' \" ` [1] H2O 10^6"
).split(" ")
ADDRESSES = (
    "/a.jpg", "story.html", "#x", "", " ", "?", "//", "///", "http:", "http://", "http://[", "http://[::1", "http://a:b/",
    "http://a:99999/", "https://xn--/", "javascript:alert(1)", "data:image/gif;base64,R0lGOD", "mailto:x@y", "http://a/%",
    "http://\u65e5\u672c.example/", "http://x.example/" + "a" * 4100, "http://x.example/\u00e9?\u00fc=\u00df#\u00f1",
    "http://user:pw@x.example/", "http://x.example\\@y/", "ftp://x/", "HTTP://X.EXAMPLE/..//../a", "http://1.2.3/",
    "//cdn.example/p.png?w=600&h=400", "http://x.example/%zz%00%0d%0a", "tel:+1", "blob:x", "about:blank",
)  # fmt: skip
STAMPS = (
    "2026-11-26T10:00:00Z", "2026-02-30", "0000-00-00", "9999-12-31T23:59:60+99:99", "26 Nov 2026", "\u5e7311/11/26",
    "Thu, 26 Nov 2026 10:00:00 GMT", "Thu, 99 Zzz 99999 99:99:99 +9999", "1764151200", "-62135596801", "1e20",
    "03/04/26",
)  # fmt: skip
CHARSETS = (
    "utf-8 utf8 UTF-16 utf-16le utf-32 utf-7 iso-8859-1 windows-1252 x-user-defined hex punycode idna unicode_escape "
    "shift_jis euc-kr gb18030 big5 iso-2022-jp x-bogus none binary rot13"
).split()


ENCODINGS = ("utf-8",) * 9 + ("utf-16", "latin-1", "shift_jis")


# What no document of XML may hold (XML 1.0, section 2.2).
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def word(random: Random) -> str:
    """Return a word, a number, a date or an address."""
    return random.choice(random.choices((WORDS, NUMBERS, STAMPS, ADDRESSES), (80, 10, 5, 5))[0])


def prose(random: Random, most: int = 30) -> str:
    """Return some words."""
    return " ".join(word(random) for _ in range(random.randrange(most)))


def value(random: Random) -> str:
    """Return what may stand in an attribute."""
    kinds: Sequence[Callable[[], str]] = (
        lambda: random.choice(ADDRESSES),
        lambda: random.choice(NUMBERS),
        lambda: random.choice(STAMPS),
        lambda: (
            f"{random.choice(ADDRESSES)} {random.choice(NUMBERS)}{random.choice('xwq')}, {random.choice(ADDRESSES)}"
        ),
        lambda: " ".join(random.choices(("article", "share", "byline", "date", "nav", "ad", "hidden", "caption"), k=2)),
        lambda: prose(random, 6),
        lambda: random.choice(CHARSETS),
        lambda: "x" * random.choice((1, 100, 1000)),
    )
    return random.choice(kinds)()


def attribute(random: Random) -> str:
    """Return an attribute, quoted in one way or the other."""
    quote = random.choice(('"', "'", "", '"'))
    written = f"={quote}{value(random).replace(quote or ' ', '')}{quote}" if random.random() < 0.9 else ""
    return f" {random.choice(ATTRIBUTES)}{written}"


def markup(random: Random, depth: int = 0) -> str:
    """Return a piece of HTML."""
    pick = random.random()
    if pick < 0.3 or depth > 7:
        return prose(random)
    if pick < 0.4:
        return f"<p>{prose(random, 60)}</p>"
    tag = random.choice(TAGS)
    attributes = "".join(attribute(random) for _ in range(random.choice((0, 0, 1, 2, 3))))
    inner = "".join(markup(random, depth + 1) for _ in range(random.choice((0, 1, 1, 2, 3))))
    end = random.choice((f"</{tag}>", f"</{tag}>", f"</{tag}>", "", "</div>", "<!--", "/>"))
    return f"<{tag}{attributes}>{inner}{end}"


def linked_data(random: Random, depth: int = 0) -> object:
    """Return a value for JSON-LD that is of a wrong kind as likely as not."""
    if depth > 3 or random.random() < 0.4:
        return random.choice((None, True, 0, -1.5, 10**30, prose(random, 8), *STAMPS, *ADDRESSES))
    if random.random() < 0.4:
        return [linked_data(random, depth + 1) for _ in range(random.randrange(3))]
    keys = "@type @graph @id name url headline author datePublished dateModified articleBody image inLanguage".split()
    kinds = ("NewsArticle", "Person", ["Article"], 5)
    return {key: linked_data(random, depth + 1) for key in random.choices(keys, k=4)} | {"@type": random.choice(kinds)}


def page(random: Random) -> bytes:
    """Return a page: a head that says things of it, and pieces of HTML."""
    metas = "".join(
        f'<meta {random.choice(("name", "property", "http-equiv"))}="{name}" content="{value(random)}">'
        for name in random.choices(
            ("og:title", "og:image", "author", "article:published_time", "refresh", "description", "content-type"), k=3
        )
    )
    data = (
        f"<script type=application/ld+json>{json.dumps(linked_data(random))}</script>" if random.random() < 0.4 else ""
    )
    body = "".join(markup(random) for _ in range(random.randrange(1, 8)))
    text = f"<html><head><title>{prose(random, 8)}</title>{metas}{data}</head><body>{body}</body></html>"
    return text.encode(random.choice(ENCODINGS), "replace")


def feed(random: Random) -> bytes:
    """Return a feed in RSS, Atom or JSON."""
    count = random.randrange(6)
    if random.random() < 0.2:
        items = [
            {"title": linked_data(random), "url": linked_data(random), "date_published": linked_data(random)}
        ] * count
        return json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "title": linked_data(random), "items": items}
        ).encode()
    names = (
        "title link description pubDate dc:date guid author content:encoded media:content updated summary id".split()
    )

    def element() -> str:
        name = random.choice(names)
        inner = random.choice(
            (prose(random, 8), random.choice(STAMPS), f"<![CDATA[{markup(random, 5)}]]>", markup(random, 6))
        )
        if random.random() < 0.8:
            inner = escape(_NO_XML.sub("", inner))
        return f"<{name}{attribute(random) if random.random() < 0.1 else ''}>{inner}</{name}>"

    item, root = random.choice((("item", "rss"), ("entry", "feed"), ("item", "rdf:RDF")))
    written = "".join(
        f"<{item}>{''.join(element() for _ in range(random.randrange(6)))}</{item}>" for _ in range(count)
    )
    prolog = random.choice(
        (
            "",
            '<?xml version="1.0"?>',
            '<?xml version="1.0"?>',
            f'<?xml version="1.0" encoding="{random.choice(CHARSETS)}"?>',
        )
    )
    entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' if random.random() < 0.1 else ""
    return f"{prolog}{entities}<{root}><channel><title>{prose(random, 5)}</title></channel>{written}</{root}>".encode()


@cache
def pictures() -> tuple[bytes, ...]:
    """Return small pictures in each format, and a drawing."""
    shade = Image.linear_gradient("L").resize((40, 30))
    modes = (("RGB", "JPEG"), ("RGB", "PNG"), ("P", "GIF"), ("RGBA", "PNG"), ("1", "PNG"), ("RGB", "WEBP"),
             ("RGB", "BMP"), ("RGB", "ICO"), ("CMYK", "JPEG"), ("I;16", "PNG"), ("RGB", "AVIF"))  # fmt: skip
    made = []
    for mode, kind in modes:
        file = BytesIO()
        shade.convert(mode).save(file, kind)
        made.append(file.getvalue())
    frames = [shade.convert("P"), shade.rotate(90).convert("P")]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:])
    return (*made, file.getvalue())


def picture(random: Random) -> bytes:
    """Return a picture."""
    return random.choice(pictures())


@cache
def whole_pages() -> tuple[bytes, ...]:
    """Return usual pages, the short ones of those that benches read."""
    return tuple(sorted(own_pages().values(), key=len)[:4])


def whole_page(random: Random) -> bytes:
    """Return a usual page."""
    return random.choice(whole_pages())


def text(random: Random) -> bytes:
    """Return a text without markup."""
    return "\n".join(prose(random, 20) for _ in range(random.randrange(12))).encode(
        random.choice((*ENCODINGS, "koi8-r", "euc-jp")), "replace"
    )


def damaged(random: Random, data: bytes) -> bytes:
    """Return `data` with a few places changed: other bytes, pieces lost, doubled or moved, words and numbers put in."""
    changed = bytearray(data)
    for _ in range(random.choice((0, 1, 1, 2, 4, 9))):
        at = random.randrange(len(changed) + 1)
        size = min(random.choice((1, 1, 4, 30, 300)), len(changed) - at)
        pick = random.randrange(6)
        if pick == 0:
            changed[at : at + size] = random.randbytes(size)
        elif pick == 1:
            del changed[at : at + size]
        elif pick == 2:
            changed[at:at] = changed[at : at + size] * random.choice((1, 2, 20))
        elif pick == 3:
            changed[at:at] = word(random).encode("utf-8", "replace")
        elif pick == 4:
            changed[at:at] = f"<{random.choice(TAGS)}{attribute(random)}>".encode("utf-8", "replace")
        elif random.random() < 0.2:
            del changed[at:]
        else:
            changed[at:at] = random.choice(
                (b"\xff\xff\xff\xff", b"\x00" * 4, b"\x7f\xff", b"\xef\xbb\xbf", b"\xff\xfe")
            )
    return bytes(changed)


#: What origins send, how often each is tried, and the types that they may call it.
KINDS: dict[str, tuple[int, Callable[[Random], bytes], tuple[str, ...]]] = {
    "page": (25, page, ("text/html", "application/xhtml+xml", "", "text/plain")),
    "usual page": (2, whole_page, ("text/html",)),
    "feed": (30, feed, ("application/rss+xml", "text/xml", "application/feed+json", "text/html")),
    "picture": (25, picture, ("image/png", "image/jpeg", "application/octet-stream")),
    "text": (18, text, ("text/plain", "text/html", "application/octet-stream")),
}


def head(random: Random, content_type: str, length: int) -> bytes:
    """Return the head of an answer, in which lines may be wrong."""
    right, wrong = f"Content-Length: {length}", f"Content-Length: {random.choice(NUMBERS)}"
    fields = [
        f"Content-Type: {content_type}; charset={random.choice(CHARSETS)}",
        random.choice((right, wrong, "Transfer-Encoding: chunked", "X: y")),
        *(f"{name}: {value(random)}" for name in random.sample(
            ("Location", "Retry-After", "ETag", "Last-Modified", "Set-Cookie", "Content-Disposition", "Refresh", "Link",
             "Content-Encoding", "Content-Language", "Expires", "Vary", "Warning", "X-Pad"), k=3)),
    ]  # fmt: skip
    status = random.choice((200, 200, 200, 200, 203, 206, 301, 302, 304, 404, 429, 500, 503, 999))
    lines = "\r\n".join((f"HTTP/1.1 {status} OK", *fields, "", "")).encode("utf-8", "replace")
    return damaged(random, lines) if random.random() < 0.3 else lines
