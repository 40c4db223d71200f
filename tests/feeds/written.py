"""Feeds as tests write them, and what is made of them."""

from datetime import datetime

import pytest

from app.errors import NoText
from app.feeds.parse import parse
from app.models import Entry, FetchedPage, Kind, Listing

PAGE = FetchedPage("https://example.org/blog/feed.xml", "application/xml", b"", Kind.FEED)
ITEM = "<item><title>One</title><link>https://example.org/1</link></item>"


def listing(text: str) -> Listing:
    return parse(PAGE, text)


def at(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def rss(items: str, head: str = "<title>Paper</title><link>https://example.org/</link>", start: str = "") -> str:
    return f'{start}<rss version="2.0"><channel>{head}{items}</channel></rss>'


def atom(entries: str, head: str = "<title>Paper</title>") -> str:
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{head}{entries}</feed>'


def only(text: str) -> Entry:
    entries = listing(text).entries
    assert len(entries) == 1
    return entries[0]


def sentence_of(text: str) -> str:
    with pytest.raises(NoText) as caught:
        listing(text)
    return caught.value.sentence


def urls(text: str) -> list[str]:
    return [entry.url for entry in listing(text).entries]
