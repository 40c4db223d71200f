"""Feeds as lists of things to read: RSS 0.9 to 2.0, RDF, Atom, CDF, JSON Feed, OPML, and sitemaps. No I/O."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.errors import BadAddress, NoText
from app.feeds import json_feed, opml, sitemap, xml_feed
from app.feeds.comments import without_comment_words
from app.feeds.origin_notes import without_origin_note
from app.feeds.source import SourceFeed, SourceItem, absolute, joined, links_of
from app.feeds.text import plain, plain_title, said_of_picture
from app.feeds.xml_tree import document, name_of
from app.models import Enclosure, Entry, EntryText, FetchedPage, Listing
from app.net.urls import canonical, host_of
from app.sentences import Sentence
from app.text.normalize import cut

MOST_ENTRIES = 200
TITLE_LENGTH, SUMMARY_LENGTH = 80, 300
# Characters of markup: of a text that is more than a summary, of one at most, and of all texts of a feed.
SHORTEST_TEXT, LONGEST_TEXT, MOST_TEXTS = 800, 100_000, 2_000_000
FIRST_DAY, LONGEST_AHEAD = date(1990, 1, 1), timedelta(days=2)

UNREADABLE = Sentence("This feed cannot be read.")
EMPTY = Sentence("This feed holds no entries.")

_ENTRY_END = re.compile(r"</(?:[\w.-]{1,40}:)?(?:entry|item)\s*>", re.I)


def parse(page: FetchedPage, text: str) -> Listing:
    """Return the feed at `page`, of which `text` is the decoded document, without any markup.

    Each link stands in it once, unless all lead to one page, and at most 200 entries do; what has no address, but
    words, has an empty one. A feed with broken markup gives the entries that can be made out, one that is cut those
    that came whole. A feed is named as a feed of its own, a list of feeds (OPML) or a sitemap is not. Raises `NoText`
    if there are no entries, or if `text` is no feed.
    """
    if page.cut and not _is_json(text):
        text = text[: max((end.end() for end in _ENTRY_END.finditer(text)), default=0)]
    try:
        feed = source_feed(text)
        found = tuple(_entries(feed, home_of(feed, page.url)))
    except NoText:
        raise
    except Exception as error:  # parsers that are given nonsense raise nearly every class that there is
        raise NoText(UNREADABLE) from error
    if not found:
        raise NoText(EMPTY)
    entries = tuple(entry for entry, _ in found)
    title = plain(feed.title) or host_of(page.url)
    feeds = () if feed.is_outline else (Entry(title, page.url),)
    summary = cut(plain(feed.summary), SUMMARY_LENGTH)
    return Listing(page.url, title, entries, summary, feeds, texts=tuple(_texts(found)))


def _texts(found: Iterable[tuple[Entry, str]]) -> Iterator[EntryText]:
    """Yield the texts of entries that are more than a summary, as many as there is room for."""
    room = MOST_TEXTS
    for entry, text in found:
        if entry.url and SHORTEST_TEXT <= len(text) <= min(LONGEST_TEXT, room):
            room -= len(text)
            yield EntryText(entry.url, entry.title, entry.date, text)


def source_feed(text: str) -> SourceFeed:
    """Return the feed in `text` as it stands there. Raises `NoText`, and nearly anything else on nonsense."""
    if _is_json(text):
        return json_feed.feed_in(text)
    tree = document(text)
    name = name_of(tree)
    if name in sitemap.ROOTS:
        return sitemap.feed_in(tree)
    return opml.feed_in(tree) if name == "opml" else xml_feed.feed_in(tree)


def _is_json(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def home_of(feed: SourceFeed, url: str) -> str:
    """Return what the links of a feed at `url` start from: the page of which it is the feed."""
    return absolute(url, feed.link) or url


def _entries(feed: SourceFeed, home: str) -> Iterator[tuple[Entry, str]]:
    """Give the entries that lead somewhere or say something, each link once, with their texts.

    Where all of them lead to the one page that they are about, such as a list of changes, all are given. `home` is
    what links start from.
    """
    seen: set[str] = set()
    count = 0
    found = [(item, *_address(item, home)) for item in feed.items]
    is_of_one_page = len({link for _, link, _ in found}) == 1 and len({item.title for item, _, _ in found}) == len(
        found
    )
    for item, link, url in found:
        if link in seen and not is_of_one_page:
            continue
        entry = _entry(item, url, home)
        if not url and not entry.title:
            continue
        seen.update(filter(None, (link,)))
        yield entry, item.text
        count += 1
        if count == MOST_ENTRIES:
            return


def _entry(item: SourceItem, url: str, home: str) -> Entry:
    summary = without_origin_note(plain(item.summary))
    summary = without_comment_words(summary) if item.comments else summary
    comments = _comments(item, url, home)
    said = plain_title(item.title)
    title = cut(said, SUMMARY_LENGTH) or cut(summary or said_of_picture(item.summary), TITLE_LENGTH) or url
    day = _in_figures(item.published)
    published = item.published if day else 0
    files = tuple(_files(item, home))
    section = plain(item.section)
    return Entry(title, url, cut(summary, SUMMARY_LENGTH), day, published, section, files, comments)


def _address(item: SourceItem, home: str) -> tuple[str, str]:
    """Return the canonical address of an item with its fragment, and without; both empty where it has none."""
    for link in links_of(item, home):
        with suppress(BadAddress):
            url, fragment = canonical(link), link.partition("#")[2]
            return f"{url}#{fragment}" if fragment else url, url
    return "", ""


def _comments(item: SourceItem, url: str, home: str) -> str:
    """Return the canonical address of an item's comments, or an empty string where they stand at the item itself."""
    with suppress(BadAddress):
        comments = canonical(absolute(joined(home, item.base) or home, item.comments)) if item.comments else ""
        return "" if comments == url.partition("#")[0] else comments
    return ""


def _files(item: SourceItem, home: str) -> Iterator[Enclosure]:
    for file in item.enclosures:
        with suppress(BadAddress):
            yield replace(file, url=canonical(absolute(home, file.url)))


def _in_figures(published: float) -> str:
    """Return the day of a moment as `YYYY-MM-DD`, or an empty string where nothing can have been published."""
    with suppress(ValueError, OverflowError, OSError):
        day = datetime.fromtimestamp(published, UTC).date()
        return day.isoformat() if FIRST_DAY <= day <= datetime.now(UTC).date() + LONGEST_AHEAD else ""
    return ""
