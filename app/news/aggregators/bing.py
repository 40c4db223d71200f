"""Bing News: the addresses of its feeds, and its feeds as headlines. No I/O.

Bing has a feed for every search and none for a section, so a section is a search for its name. A market is a
language and a country: `en-IN`.
"""

from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from app.errors import BadAddress, UnknownPlace
from app.feeds.text import plain
from app.models import Headline
from app.net.urls import canonical
from app.news.aggregators.rss import channel, distinct, items, published
from app.news.publishers import known_name, one_name
from app.sentences import Sentence
from app.text.normalize import cut, line

BASE = "https://www.bing.com"
CLICK_PATH = "/news/apiclick.aspx"

SUMMARY_LENGTH = 300

SECTIONS = frozenset("business entertainment health science sports technology world".split())


def section_url(base: str, section: str, market: str) -> str:
    """Return the address of the feed of a section, searched for in English. Raises `UnknownPlace`."""
    if section not in SECTIONS:
        raise UnknownPlace(Sentence('There is no section "%(section)s" here.', section=section))
    return search_url(base, f"{section} news", market)


def search_url(base: str, query: str, market: str) -> str:
    """Return the address of the feed of what is found for `query` in a market such as `en-IN`."""
    return f"{base}/news/search?{urlencode({'q': query, 'format': 'rss', 'mkt': market})}"


def direct_url(link: str) -> str:
    """Return the canonical address of the publisher's page that a link of Bing leads to, without asking anybody.

    A link that does not lead through Bing is that address already. Raises `BadAddress`.
    """
    url = canonical(link)
    parts = urlsplit(url)
    if parts.path.lower() != CLICK_PATH:
        return url
    targets = parse_qs(parts.query).get("url")
    if not targets:
        raise BadAddress(Sentence("This link of Bing does not say where it leads."))
    return canonical(targets[0])


def headlines(text: str, source: str) -> tuple[Headline, ...]:
    """Return the stories of the feed at `source`, of which `text` is the decoded document.

    Their language is the market's that `source` asks for. Raises `OriginFailed` where `text` is no feed.
    """
    market = parse_qs(urlsplit(source).query).get("mkt", [""])[0]
    found = items(channel(text, source))
    return distinct(_headline(item, source, place, market.lower()) for place, item in enumerate(found))


def _headline(item: Any, source: str, place: int, language: str) -> Headline | None:
    """Return an item as a headline, or nothing where it lacks a title or an address."""
    title = line(item.findtext("title", ""))
    with suppress(BadAddress):
        url = direct_url(item.findtext("link", ""))
        summary = cut(plain(item.findtext("description", "")), SUMMARY_LENGTH)
        if title:
            publisher = known_name(url) or one_name(_publisher(item))
            return Headline(title, url, publisher, source, place, published(item), summary, language)
    return None


def _publisher(item: Any) -> str:
    """Return what `News:Source` says; the namespace behind the prefix is the address of each search."""
    return line(item.findtext("{*}Source", ""))
