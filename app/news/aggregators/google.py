"""Google News: the addresses of its feeds, and its feeds as headlines. No I/O.

An edition is named as Google does it in `ceid`: the country and the language, `IN:en`, `BR:pt-419`.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from app.errors import BadAddress, OriginFailed, UnknownPlace, Unreadable
from app.extract.parse import parse
from app.models import Headline
from app.net.urls import host_of, resolve
from app.news.aggregators.rss import channel, distinct, items, published
from app.news.publishers import known_name, one_name
from app.sentences import Sentence
from app.text.normalize import line

OTHER_EDITION = Sentence("%(host)s sent the news of another edition than the one that was asked for.")
BASE = "https://news.google.com"
USUAL_EDITION = "US:en"

# The sections, by the names that Google has for them in small letters; sorted.
SECTIONS = frozenset("business entertainment health nation science sports technology world".split())
# What only scripts write, and of which there is a feed: searches, papers, topics, sections, and the first page.
_FIRST_PAGE = re.compile(r"(?:/u/\d+)?/(?:home|topstories)?")
_PAGE = re.compile(
    r"(?:/u/\d+)?(/search|/publications/[\w-]+(?:/sections/[\w-]+)?|/topics/[\w-]+(?:/sections/[\w-]+)?|/headlines/section/[\w./-]+)"
)
# The languages that `hl` names together with the country, by their names in `ceid`; sorted.
WITH_COUNTRY = {"en": "en", "pt-150": "pt", "pt-419": "pt", "zh-Hans": "zh", "zh-Hant": "zh"}


def top_url(base: str, google: str) -> str:
    """Return the address of the feed of an edition's main stories."""
    return f"{base}/rss?{_parameters(google)}"


def section_url(base: str, google: str, section: str) -> str:
    """Return the address of the feed of a section of an edition. Raises `UnknownPlace`."""
    if section not in SECTIONS:
        raise UnknownPlace(Sentence('There is no section "%(section)s" here.', section=section))
    return f"{base}/rss/headlines/section/topic/{section.upper()}?{_parameters(google)}"


def search_url(base: str, google: str, query: str) -> str:
    """Return the address of the feed of what is found for `query`, which may say `when:1d`, `site:` and the like."""
    return f"{base}/rss/search?{urlencode({'q': query})}&{_parameters(google)}"


def feed_of(url: str) -> str:
    """Return the address of the feed of a page of Google News at the canonical address `url`, else `url` itself."""
    parts = urlsplit(url)
    page = _PAGE.fullmatch(parts.path)
    if page:
        return parts._replace(path=f"/rss{page[1]}").geturl()
    return parts._replace(path="/rss").geturl() if _FIRST_PAGE.fullmatch(parts.path) else url


def with_edition(url: str, google: str) -> str:
    """Return the address of a feed with an edition, where it names none."""
    separator = "&" if "?" in url else "?"
    return url if "ceid" in parse_qs(urlsplit(url).query) else f"{url}{separator}{_parameters(google)}"


def interface_language(google: str) -> str:
    """Return the language of an edition as the parameter `hl` has it: `en-IN`, `pt-BR`, `es-419`, `de`."""
    country, _, language = google.partition(":")
    return f"{WITH_COUNTRY[language]}-{country}" if language in WITH_COUNTRY else language


def headlines(text: str, source: str, google: str) -> tuple[Headline, ...]:
    """Return the stories of the feed at `source`, of which `text` is the decoded document.

    Each has the publisher that its item names, and as `related` what other publishers say of the same event.
    Raises `OriginFailed` where `text` is no feed, or one of another edition: a wrong pair of country and
    language is answered with some edition.
    """
    news = channel(text, source)
    _check_edition(news, source, google)
    language = interface_language(google).lower()
    found = (_headline(item, source, place, language) for place, item in enumerate(items(news)))
    return distinct(found)


def _parameters(google: str) -> str:
    country = google.partition(":")[0]
    return urlencode({"hl": interface_language(google), "gl": country, "ceid": google}, safe=":")


def _check_edition(news: Any, source: str, google: str) -> None:
    """Raise `OriginFailed` where the channel says that it is of another edition.

    The `ceid` of its link settles it; without one, the country and the languages that it names do.
    """
    said = parse_qs(urlsplit(_address(source, news.findtext("link", ""))).query)
    country, _, language = google.partition(":")
    editions = set(said.get("ceid", ()))
    countries = set(said.get("gl", ()))
    languages = {_primary(each) for each in (*said.get("hl", ()), news.findtext("language", "")) if each}
    agrees = editions == {google} if editions else countries <= {country} and languages <= {_primary(language)}
    if not agrees:
        raise OriginFailed(OTHER_EDITION.of(host=host_of(source)))


def _primary(language: str) -> str:
    """Return the language of a tag without its script or region."""
    return language.strip().partition("-")[0].lower()


def _headline(item: Any, source: str, place: int, language: str) -> Headline | None:
    """Return an item as a headline, or nothing where it lacks a title or an address."""
    named = line(item.findtext("source", ""))
    title = line(item.findtext("title", ""))
    if named:
        title = f" {title}".removesuffix(f" - {named}").strip()
    publisher = _publisher(item) or one_name(named)
    url = _address(source, item.findtext("link", ""))
    if not title or not url:
        return None
    lead = Headline(title, url, publisher, source, place, published(item), language=language)
    return replace(lead, related=tuple(_related(item, lead)))


def _publisher(item: Any) -> str:
    """Return what our table calls the site that an item names as its source."""
    source = item.find("source")
    url = _address("", source.get("url", "")) if source is not None else ""
    return known_name(url) if url else ""


def _related(item: Any, lead: Headline) -> Iterator[Headline]:
    """Give the first headline of each other publisher that the description lists."""
    seen = {lead.publisher.casefold(), ""}
    for link in _links(item.findtext("description", "")):
        publisher = one_name(line(link.xpath("string(following-sibling::font[1])")))
        title, url = line(link.text_content()), _address(lead.source, link.get("href"))
        if title and url and url != lead.url and publisher.casefold() not in seen:
            seen.add(publisher.casefold())
            yield Headline(title, url, publisher, lead.source, lead.place, language=lead.language)


def _links(markup: str) -> list[Any]:
    """Return the links in a description, which may be empty."""
    try:
        return list(parse(markup).iterfind(".//a[@href]")) if markup.strip() else []
    except Unreadable:
        return []


def _address(source: str, link: str) -> str:
    """Return the address that an item or a link has, or an empty string where it is none."""
    if link.strip():
        with suppress(BadAddress):
            return resolve(source, link)
    return ""
