"""A feed as a tree of what we show and nothing else. No I/O.

lxml, which mends broken markup, takes out all that we do not show, and the entries beyond those we list; what
is left is flat, so that reading it takes a few lines. Feedparser on the same feeds took ten times as long, and
half a minute for an author of 100 KB.
"""

import html
import re
from html.entities import html5
from typing import Any

from lxml import etree

from app.errors import NoText
from app.feeds.source import joined
from app.sentences import Sentence

MOST_ENTRIES = 400  # twice as many as we list, since some have no address, or one that was there before
MOST_TEXTS = 40  # of one entry

# What is let through, by names in lower case without a prefix.
ENTRIES = frozenset({"entry", "item"})
BOXES = ENTRIES | {"channel", "feed", "rdf", "rss"}
TEXTS = frozenset(
    """abstract comments content created date description duration enclosure encoded guid id issued language link
    modified origlink pubdate published subtitle summary tagline title updated""".split()
)
# What Media RSS puts into a `group`, beside pictures and their titles.
GROUPED = frozenset({"content", "description"})

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MOST_ATTRIBUTES = 100  # of an element whose attributes are looked through, which takes lxml the square of their number
# Before the name of a relation, which means the same without it (RFC 4287, section 4.2.7.2).
IANA_RELATIONS = "http://www.iana.org/assignments/relation/"
LONGEST_BASE = 4000  # characters, as of any address

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'

# What may stand before the root element, a piece of it, and how many pieces: more are an attack.
_DOCTYPE = r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s{0,200})?>"
_BEFORE_ROOT = re.compile(rf"[\s\ufeff]+|<\?.*?\?>|<!--.*?-->|{_DOCTYPE}", re.S | re.I)
MOST_BEFORE_ROOT = 1000
_ROOT = re.compile(r"<[A-Za-z_]")
# What a feed begins with, and the programs' warnings that may stand before it.
_FEED_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(?:channel|feed|opml|rdf|rss|sitemapindex|urlset)[\s>]", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]+")
# Before a relative address, or the path of one; what names a thing otherwise (`post-7`, `tag:...`) has none of these.
_PATH = re.compile(r"[./?][^\s:]*|[^\s:./]{1,100}/[^\s:]*")
_CDATA = r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
# `&#X41;` is none of XML, which knows a small x alone (XML 1.0, production 66); it is read with the entities of HTML.
_BARE_AMPERSAND = r"&(?!(?:amp|lt|gt|quot|apos);)(?P<name>\w{1,31};)?"
_NUMBER = r"&#(?:\d{1,9}|(?-i:x)[\da-f]{1,9});"
_TO_MEND = re.compile(f"{_CDATA}|(?P<numbers>(?:{_NUMBER})+)|{_BARE_AMPERSAND}", re.S | re.I)
_DIGITS = re.compile(r"#(?:(\d+)|x([\da-f]+))", re.I)


def document(text: str) -> Any:
    """Return the feed or outline in `text` as it stands there. Raises `NoText` if there is no element in it.

    The prolog goes first, and with it every entity and every statement of the encoding: what is left can
    neither name a file nor grow. Broken markup is mended; what a program wrote before the feed goes too.
    """
    at = _prolog_end(text)
    root = _FEED_ROOT.search(text, at) or _ROOT.search(text, at)
    if not root:
        raise NoText(Sentence("This feed cannot be read."))
    return _parsed(DECLARATION + _TO_MEND.sub(_mended, _CONTROLS.sub(" ", text[root.start() :])))


def reduced(tree: Any) -> Any:
    """Return `tree` with what is shown alone: boxes and entries, whose children are texts without children.

    Of an entry's texts those of the feed's own vocabulary stand first.
    """
    _gather(tree)
    for box in [element for element in tree.iter() if name_of(element) in BOXES]:
        _thin(box)
    return tree


def _prolog_end(text: str) -> int:
    at = 0
    for _ in range(MOST_BEFORE_ROOT):
        found = _BEFORE_ROOT.match(text, at)
        if not found:
            break
        at = found.end()
    return at


def _parsed(document: str) -> Any:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(document.encode("utf-8", "replace"), parser)


def _mended(match: re.Match[str]) -> str:
    """Return a CDATA section as it is, what HTML has a character for as that, another bare `&` escaped."""
    if match[0].startswith("<"):
        return match[0]
    if match["numbers"]:
        return _numbered(match["numbers"])
    name = match["name"] or ""
    return html.escape(html5[name]) if name in html5 else "&amp;" + name


def _numbered(references: str) -> str:
    """Return the characters of references by number, as pages have them: one that XML forbids would end the feed.

    Numbers of windows-1252 mean its letters; the halves of a pair in UTF-16, which Java and JavaScript write, one.
    """
    codes = (int(digits or figures, 10 if digits else 16) for digits, figures in _DIGITS.findall(references))
    text = "".join(chr(code) if 0xD800 <= code < 0xE000 else html.unescape(f"&#{code};") for code in codes)
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return html.escape(_CONTROLS.sub(" ", paired))


def _gather(tree: Any) -> None:
    """Put the first entries side by side at the end of `tree`; one not closed would hold all that follow."""
    entries = [element for element in tree.iterdescendants() if name_of(element) in ENTRIES]
    bases = [base_of(entry) for entry in entries[:MOST_ENTRIES]]
    for number, entry in enumerate(entries):
        if number < MOST_ENTRIES:
            entry.set(XML_BASE, bases[number])
            tree.append(entry)
        else:
            entry.getparent().remove(entry)


def base_of(element: Any) -> str:
    """Return what the links in `element` start from, by all `xml:base` around it (XML Base, section 4)."""
    base = ""
    for each in (*reversed([*element.iterancestors()]), element):
        base = joined(base, each.get(XML_BASE, ""))[:LONGEST_BASE] or base
    return base


def _thin(box: Any) -> None:
    """Take out of `box` every element that does not pass."""
    for group in [child for child in box if name_of(child) == "group"]:
        box.extend([child for child in group if name_of(child) in GROUPED][:MOST_TEXTS])
    passing = [child for child in box if _passes(child)]
    kept = sorted(passing, key=lambda child: not _is_own(child, box))[:MOST_TEXTS]
    for child in list(box):
        if name_of(child) not in BOXES:
            box.remove(child)
    box.extend(kept)
    for child in kept:
        if len(child):
            _flatten(child)


def _passes(element: Any) -> bool:
    """Tell whether to keep an element; a guid only where it is an address (RSS 2.0, `isPermaLink`)."""
    name = name_of(element)
    if name == "guid":
        guid, is_link = (element.text or "").strip(), element.get("isPermaLink", "").strip().lower()
        return is_link != "false" and (guid.startswith(("http://", "https://")) or bool(_PATH.fullmatch(guid)))
    return name in TEXTS


def _is_own(element: Any, box: Any) -> bool:
    """Tell whether an element is of the vocabulary of the box it stands in, and not of an extension."""
    return _vocabulary(element) in ("", _vocabulary(box))


def _vocabulary(element: Any) -> str:
    """Return the namespace of an element, or the prefix for which there is none."""
    before, _, local = str(element.tag).rpartition("}")
    return before or local.rpartition(":")[0]


def _flatten(element: Any) -> None:
    """Turn markup inside of a text, such as XHTML in Atom under whatever prefix, into text."""
    for each in element.iterdescendants(etree.Element):
        each.tag = each.tag.rpartition("}")[2].rpartition(":")[2] or each.tag
    markup = etree.tostring(element, encoding="unicode", with_tail=False)
    del element[:]
    element.text = markup


def relation_of(link: Any) -> str:
    """Return what a link of Atom leads to, in lower case: the page itself where it does not say (RFC 4287, 4.2.7.2)."""
    return str(link.get("rel") or "alternate").strip().lower().removeprefix(IANA_RELATIONS)


def name_of(element: Any) -> str:
    """Return the name of an element in lower case, without its namespace or prefix."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()


def attributes_of(element: Any) -> dict[str, str]:
    """Return the attributes of an element by their names in lower case without prefixes; of very many none."""
    if len(element.attrib) > MOST_ATTRIBUTES:
        return {}
    return {str(name).rpartition("}")[2].lower(): str(value).strip() for name, value in element.attrib.items()}
