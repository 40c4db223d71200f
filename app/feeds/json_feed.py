"""JSON Feed, versions 1.0 and 1.1 of jsonfeed.org. No I/O."""

import json
from typing import Any

from app.errors import NoText
from app.feeds.dates import moment
from app.feeds.enclosures import distinct, enclosure
from app.feeds.source import SourceFeed, SourceItem
from app.models import Enclosure
from app.sentences import Sentence

UNREADABLE = Sentence("This feed cannot be read.")


def feed_in(text: str) -> SourceFeed:
    """Return the feed that the JSON in `text` is. Raises `NoText`, and what `json` raises where it is no JSON."""
    feed = json.loads(text.lstrip("\ufeff"))
    if not isinstance(feed.get("items"), list):
        raise NoText(UNREADABLE)
    items = (_item(item) for item in feed["items"] if isinstance(item, dict))
    return SourceFeed(_text(feed, "title"), _text(feed, "description"), _text(feed, "home_page_url"), items)


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
