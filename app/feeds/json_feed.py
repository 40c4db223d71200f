"""JSON Feed, versions 1.0 and 1.1 of jsonfeed.org. No I/O."""

import json
import re
from typing import Any

from app.errors import NoText
from app.feeds.dates import moment
from app.feeds.enclosures import distinct, enclosure
from app.feeds.source import SourceFeed, SourceItem
from app.models import Enclosure
from app.sentences import Sentence

UNREADABLE = Sentence("This feed cannot be read.")

# What a feed ends an object or a list with where its template puts a comma behind each.
_TEXT_OR_LAST_COMMA = re.compile(r'("(?:[^"\\]|\\.)*["\\]?)|,(?=\s{0,200}[}\]])', re.S)
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_BETWEEN_ITEMS = re.compile(r"[\s,]*")
# Line ends may stand in texts, which templates of blogs forget to write as such.
_DECODER = json.JSONDecoder(strict=False)


def feed_in(text: str) -> SourceFeed:
    """Return the feed that the JSON in `text` is. Raises `NoText`, and what `json` raises where it is no JSON."""
    feed = _loaded(text.lstrip("\ufeff"))
    if not isinstance(feed.get("items"), list):
        raise NoText(UNREADABLE)
    items = (_item(item) for item in feed["items"] if isinstance(item, dict))
    return SourceFeed(_text(feed, "title"), _text(feed, "description"), _text(feed, "home_page_url"), items)


def _loaded(text: str) -> Any:
    """Return what the JSON in `text` says, a comma too many forgiven; of a feed that is cut, what came whole."""
    try:
        return _DECODER.decode(text)
    except ValueError:
        text = _TEXT_OR_LAST_COMMA.sub(lambda found: found[1] or "", text)
    try:
        return _DECODER.decode(text)
    except ValueError:
        return _came_whole(text)


def _came_whole(text: str) -> Any:
    """Return the head of a feed that breaks off, and its items before that. Raises `NoText` where there are none."""
    found = _ITEMS.search(text)
    if not found:
        raise NoText(UNREADABLE)
    items = []
    at = _blanks_end(text, found.end())
    while text.startswith("{", at):
        try:
            item, end = _DECODER.raw_decode(text, at)
        except ValueError:
            break
        items.append(item)
        at = _blanks_end(text, end)
    try:
        head = _DECODER.decode(text[: found.start()].rstrip().rstrip(",") + "}")
    except ValueError:
        head = {}
    return {**head, "items": items}


def _blanks_end(text: str, at: int) -> int:
    blank = _BETWEEN_ITEMS.match(text, at)
    return blank.end() if blank else at


def _item(item: dict[str, Any]) -> SourceItem:
    identity = _text(item, "id")
    links = [_text(item, "url"), _text(item, "external_url")]
    if identity.startswith(("http://", "https://")):
        links.append(identity)
    summary = _text(item, "summary") or _text(item, "content_text") or _text(item, "content_html")
    published = moment(_text(item, "date_published") or _text(item, "date_modified"))
    attached = item.get("attachments")
    files = [_file(each) for each in attached if isinstance(each, dict)] if isinstance(attached, list) else []
    text = _text(item, "content_html")
    return SourceItem(_text(item, "title"), summary, tuple(links), published, distinct(files), text=text)


def _file(attached: dict[str, Any]) -> Enclosure:
    size, duration = _number(attached, "size_in_bytes"), _number(attached, "duration_in_seconds")
    return enclosure(_text(attached, "url"), _text(attached, "mime_type"), str(size), duration)


def _text(values: dict[str, Any], name: str) -> str:
    """Return a text of the feed, and nothing for what is none."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _number(values: dict[str, Any], name: str) -> int:
    """Return a whole number of the feed, and 0 for what is none."""
    value = values.get(name)
    return int(value) if isinstance(value, int | float) and 0 < value < 10**12 else 0
