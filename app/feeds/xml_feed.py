"""RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, and CDF. No I/O."""

import base64
import binascii
import html
import re
from collections.abc import Iterable
from typing import Any

from app.errors import NoText
from app.feeds.comments import discussed_in
from app.feeds.dates import moment
from app.feeds.enclosures import enclosures_in
from app.feeds.source import SourceFeed, SourceItem
from app.feeds.xml_tree import BOXES, ENTRIES, XML_BASE, XML_LANGUAGE, attributes_of, name_of, reduced, relation_of
from app.sentences import Sentence

UNREADABLE = Sentence("This feed cannot be read.")
# Where a text stands, the best place first; and what holds the title of a feed.
DATES = ("pubdate", "published", "issued", "date", "updated", "modified", "created")
SUMMARIES = ("summary", "description", "abstract", "encoded", "content")
HEADS = frozenset({"channel", "feed"})
# What a feed's proxy counts clicks with stands in `link`; where it leads, in `feedburner:origLink`.
LINKS = ("origlink", "link", "guid")
# Media types of Atom whose text is text; that of any other is in base64 (RFC 4287, section 4.1.3.3).
_TEXTUAL = re.compile(r"text/.*|.*[+/]xml|[^/]*", re.I)
# Where an item leads that is a text alone: all its other elements may be missing (RSS 2.0).
_LINK_IN_TEXT = re.compile(r"""<a\s[^<>]{0,500}?\bhref\s{0,9}=\s{0,9}(["'])(https?://[^"'<>\s]{1,2000})\1""", re.I)
LONGEST_LOOKED_AT = 8000  # characters of a text


def feed_in(tree: Any) -> SourceFeed:
    """Return the feed that the document `tree` is. Raises `NoText` where it is none."""
    tree = reduced(tree)
    entries = [element for element in tree if name_of(element) in ENTRIES]
    if not entries and name_of(tree) not in BOXES:
        raise NoText(UNREADABLE)
    box = next((element for element in tree.iter() if name_of(element) in HEADS), tree)
    head = _texts(box)
    summary = _first(head, ("description", "subtitle", "tagline", "abstract"))
    language = (_first(head, ("language",)) or tree.get(XML_LANGUAGE, "")).lower()
    items = (_item(entry, language) for entry in entries)
    return SourceFeed(_first(head, ("title",)), summary, _first(head, ("link",)) or box.get("href", ""), items)


def _item(entry: Any, language: str) -> SourceItem:
    texts = _texts(entry)
    attributes = attributes_of(entry)
    text = max((each for name in SUMMARIES for each in texts.get(name, ())), key=len, default="")
    discussed = discussed_in(entry, text)
    links = (
        discussed.page,
        *(link for name in LINKS for link in texts.get(name, ())),
        attributes.get("href", ""),
        *(element.get("src", "") for element in entry if name_of(element) == "content"),  # RFC 4287, section 4.1.3.2
        *(each for each in (_first(texts, ("id",)), attributes.get("about", "")) if _is_address(each)),
    )
    files = enclosures_in(entry)
    if not (any(links) or files or "title" in texts):
        links = (html.unescape(found[2]) if (found := _LINK_IN_TEXT.search(text[:LONGEST_LOOKED_AT])) else "",)
    dates = (*(text for name in DATES for text in texts.get(name, ())), attributes.get("lastmod", ""))
    published = next(filter(None, (moment(date, language) for date in dates)), 0)
    title, summary = _first(texts, ("title",)), _first(texts, SUMMARIES)
    base = entry.get(XML_BASE, "")
    return SourceItem(title, summary, links, published, files, base, text=text, comments=discussed.comments)


def _texts(box: Any) -> dict[str, list[str]]:
    """Return the texts in a box by their names; a link is the address of what the box is about."""
    texts: dict[str, list[str]] = {}
    for element in sorted(box, key=_is_of_another_format):
        name = name_of(element)
        value = _link(element) if name == "link" else _text(element)
        if value and not (name == "content" and element.get("url")):  # a file, and what is said of it (Media RSS)
            texts.setdefault(name, []).append(value)
    return texts


def _is_of_another_format(element: Any) -> bool:
    """Tell whether a link leads to the same thing, but not as a page: as JSON, as a PDF (RFC 4287, section 4.2.7.3)."""
    media_type = element.get("type", "") if name_of(element) == "link" else ""
    return bool(media_type) and "html" not in media_type.lower()


def _link(element: Any) -> str:
    """Return where a link leads, if that is to the page itself (RFC 4287, section 4.2.7.2)."""
    if relation_of(element) != "alternate":
        return ""
    return str(element.get("href") or (element.text or "").strip())


def _text(element: Any) -> str:
    """Return a text, decoded where it is in base64 as Atom has it."""
    text: str = (element.text or "").strip()
    if element.get("mode") != "base64" and _TEXTUAL.fullmatch(element.get("type", "")):
        return text
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):  # said to be in base64, and is not
        return text


def _first(texts: dict[str, list[str]], names: Iterable[str]) -> str:
    return next((texts[name][0] for name in names if name in texts), "")


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))
