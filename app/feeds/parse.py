"""Feeds as lists of things to read: RSS 0.9 to 2.0, RDF, Atom and JSON Feed. No I/O."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urljoin

from app.errors import BadAddress, NoText
from app.feeds.dates import moment
from app.feeds.text import plain
from app.feeds.xml_tree import BOXES, ENTRIES, name_of, reduced
from app.models import Entry, EntryText, FetchedPage, Listing
from app.net.urls import host_of, resolve
from app.text.normalize import cut

MOST_ENTRIES = 200
TITLE_LENGTH, SUMMARY_LENGTH = 80, 300
# Characters of markup: of a text that is more than a summary, of one at most, and of all texts of a feed.
SHORTEST_TEXT, LONGEST_TEXT, MOST_TEXTS = 800, 100_000, 2_000_000
FIRST_DAY, LONGEST_AHEAD = date(1990, 1, 1), timedelta(days=2)
# Where a text stands, the best place first; and what holds the title of a feed.
DATES = ("pubdate", "published", "issued", "date", "updated", "modified", "created")
SUMMARIES = ("summary", "description", "encoded", "content")
HEADS = frozenset({"channel", "feed"})
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

UNREADABLE = "This feed cannot be read."
EMPTY = "This feed holds no entries."

_ENTRY_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:entry|item)\s*>", re.I)


@dataclass(frozen=True, slots=True)
class _Item:
    """An entry as it stands in the feed: texts with markup, links in the order in which they are tried, a moment."""

    title: str
    summary: str
    links: tuple[str, ...]
    published: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Feed:
    """A feed as it stands there; `link` is the page of which it is the feed."""

    title: str
    summary: str
    link: str
    items: Iterable[_Item]


def parse(page: FetchedPage, text: str) -> Listing:
    """Return the feed at `page`, of which `text` is the decoded document, without any markup.

    Each address stands in it once, and at most 200 do. A feed with broken markup gives the entries that
    can be made out, one that is cut those that came whole. Raises `NoText` if there are none, or if `text` is
    no feed.
    """
    if page.cut:
        text = text[: max((end.end() for end in _ENTRY_END.finditer(text)), default=0)]
    try:
        feed = _from_json(text) if text.lstrip("\ufeff \t\r\n").startswith("{") else _from_xml(text)
        found = dict(_entries(feed.items, _address(page.url, (feed.link,)) or page.url))
    except NoText:
        raise
    except Exception as error:  # parsers that are given nonsense raise nearly every class that there is
        raise NoText(UNREADABLE) from error
    if not found:
        raise NoText(EMPTY)
    title = plain(feed.title) or host_of(page.url)
    summary, texts = cut(plain(feed.summary), SUMMARY_LENGTH), tuple(_texts_kept(found))
    return Listing(page.url, title, tuple(found), summary, texts=texts)


def _texts_kept(found: dict[Entry, str]) -> Iterator[EntryText]:
    """Yield the texts of entries that are more than a summary, as many as there is room for."""
    room = MOST_TEXTS
    for entry, text in found.items():
        if SHORTEST_TEXT <= len(text) <= min(LONGEST_TEXT, room):
            room -= len(text)
            yield EntryText(entry.url, entry.title, entry.date, text)


def _from_xml(text: str) -> _Feed:
    tree = reduced(text)
    entries = [element for element in tree if name_of(element) in ENTRIES]
    if not entries and name_of(tree) not in BOXES:
        raise NoText(UNREADABLE)
    head = _texts(next((element for element in tree.iter() if name_of(element) in HEADS), tree))
    summary = _first(head, ("description", "subtitle", "tagline"))
    language = (_first(head, ("language",)) or tree.get(XML_LANGUAGE, "")).lower()
    items = (_xml_item(entry, language) for entry in entries)
    return _Feed(_first(head, ("title",)), summary, _first(head, ("link",)), items)


def _xml_item(entry: Any, language: str) -> _Item:
    texts = _texts(entry)
    # What a feed's proxy counts clicks with stands in `link`; where it leads, in `feedburner:origLink`.
    links = (
        *texts.get("origlink", ()),
        *texts.get("link", ()),
        *texts.get("guid", ()),
        _permalink(_first(texts, ("id",))),
    )
    dates = (moment(text, language) for name in DATES for text in texts.get(name, ()))
    published = next(filter(None, dates), 0)
    text = max((each for name in SUMMARIES for each in texts.get(name, ())), key=len, default="")
    return _Item(_first(texts, ("title",)), _first(texts, SUMMARIES), links, published, text)


def _texts(box: Any) -> dict[str, list[str]]:
    """Return the texts in a box by their names; a link is the address of what the box is about."""
    texts: dict[str, list[str]] = {}
    for element in box:
        name = name_of(element)
        value = _link(element) if name == "link" else (element.text or "").strip()
        if value:
            texts.setdefault(name, []).append(value)
    return texts


def _link(element: Any) -> str:
    """Return where a link leads, if that is to the page itself (RFC 4287, section 4.2.7.2)."""
    if element.get("rel", "alternate") != "alternate":
        return ""
    href = element.get("href")
    if href is None:
        return (element.text or "").strip()
    bases = [each.get(XML_BASE) for each in (element, *element.iterancestors()) if each.get(XML_BASE)]
    for base in bases:
        href = urljoin(base, href)
    return str(href)


def _first(texts: dict[str, list[str]], names: Iterable[str]) -> str:
    return next((texts[name][0] for name in names if name in texts), "")


def _from_json(text: str) -> _Feed:
    """Return a feed of version 1.0 or 1.1 of jsonfeed.org."""
    feed = json.loads(text.lstrip("\ufeff"))
    if not isinstance(feed.get("items"), list):
        raise NoText(UNREADABLE)
    items = (_json_item(item) for item in feed["items"] if isinstance(item, dict))
    return _Feed(_text(feed, "title"), _text(feed, "description"), _text(feed, "home_page_url"), items)


def _json_item(item: dict[str, Any]) -> _Item:
    links = (_text(item, "url"), _text(item, "external_url"), _permalink(_text(item, "id")))
    summary = _text(item, "summary") or _text(item, "content_text") or _text(item, "content_html")
    published = moment(_text(item, "date_published") or _text(item, "date_modified"))
    return _Item(_text(item, "title"), summary, links, published, _text(item, "content_html"))


def _text(values: dict[str, Any], name: str) -> str:
    """Return a text of the feed, and nothing for what is none."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _permalink(guid: str) -> str:
    return guid if guid.startswith(("http://", "https://")) else ""


def _entries(items: Iterable[_Item], base: str) -> Iterator[tuple[Entry, str]]:
    """Give the entries that have an address, each address once, with their texts; links start from `base`."""
    seen: set[str] = set()
    for item in items:
        url = _address(base, item.links)
        if not url or url in seen:
            continue
        seen.add(url)
        summary = plain(item.summary)
        title = cut(plain(item.title), SUMMARY_LENGTH) or cut(summary, TITLE_LENGTH) or url
        day = _in_figures(item.published)
        yield Entry(title, url, cut(summary, SUMMARY_LENGTH), day, item.published if day else 0), item.text
        if len(seen) == MOST_ENTRIES:
            return


def _address(base: str, links: Iterable[str]) -> str:
    """Return the first of `links` that is an http or https address, or an empty string."""
    for link in filter(str.strip, links):
        with suppress(BadAddress):
            return resolve(base, link)
    return ""


def _in_figures(published: float) -> str:
    """Return the day of a moment as `YYYY-MM-DD`, or an empty string where nothing can have been published."""
    with suppress(ValueError, OverflowError, OSError):
        day = datetime.fromtimestamp(published, UTC).date()
        return day.isoformat() if FIRST_DAY <= day <= datetime.now(UTC).date() + LONGEST_AHEAD else ""
    return ""
