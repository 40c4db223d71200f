"""Which feeds a front page is made of, and what each of them sends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from app.feeds.parse import parse as parse_feed
from app.fetch.decode import text_of
from app.models import Entry, Feed, FetchedPage, Headline
from app.net.urls import canonical
from app.news.aggregators import bing, google
from app.news.publishers import known_name, publisher_name, shown_host
from app.news.sources import EditionSources

TOP = "top"


@dataclass(frozen=True, slots=True)
class FeedUrls:
    """Knows the feeds of every page.

    `google_base` and `bing_base` are where the aggregators are asked, or empty where they are not to be; `names` are
    those that the operator's file of sources gives to feeds, by their addresses.
    """

    google_base: str
    bing_base: str
    names: Mapping[str, str] = field(default_factory=dict)

    def of_section(self, sources: EditionSources, section: str) -> tuple[str, ...]:
        """Return the addresses of the feeds of a section, the publishers' own first."""
        found = list(sources.feeds.get(section, ()))
        if sources.google and self.google_base:
            base, edition = self.google_base, sources.google
            top = section == TOP
            found.append(google.top_url(base, edition) if top else google.section_url(base, edition, section))
        if self.bing_base and section in bing.SECTIONS and sources.language.startswith("en"):
            found.append(bing.section_url(self.bing_base, section, market(sources)))
        return tuple(map(canonical, found))

    def of_search(self, sources: EditionSources, query: str) -> tuple[str, ...]:
        """Return the addresses of the feeds of what is found for `query`."""
        found = list(self.of_title(sources, query))
        if sources.google and self.google_base:
            found.append(google.search_url(self.google_base, sources.google, query))
        return tuple(map(canonical, found))

    def of_title(self, sources: EditionSources, title: str) -> tuple[str, ...]:
        """Return the address of the feed of who else has the story of this title, if Bing may be asked."""
        return (canonical(bing.search_url(self.bing_base, title, market(sources))),) if self.bing_base else ()

    def of_page(self, url: str, sources: EditionSources) -> str:
        """Return the address of the feed of a page of Google News at the canonical address `url`, else `url` itself.

        It is that of `sources` where the page names no edition.
        """
        if not _is_below(url, self.google_base):
            return url
        return canonical(google.with_edition(google.feed_of(url), sources.google or google.USUAL_EDITION))

    def received(self, url: str, page: FetchedPage) -> Feed:
        """Return what came from the feed at `url`. Raises `NoText` or `OriginFailed` where that is no feed."""
        text = text_of(page)
        if _is_below(url, self.google_base):
            edition = parse_qs(urlsplit(url).query).get("ceid", [""])[0]
            return Feed(url, "Google News", google.headlines(text, url, edition))
        if _is_below(url, self.bing_base):
            return Feed(url, "Bing News", bing.headlines(text, url))
        listing = parse_feed(page, text)
        publisher = self.names.get(url) or publisher_name(listing.title, url)
        placed = enumerate(listing.entries)
        headlines = tuple(_headline(each, publisher, url, place) for place, each in placed if each.url)
        return Feed(url, listing.title, headlines, listing.texts)

    def name(self, url: str) -> str:
        """Return what a feed is called on a page."""
        if _is_below(url, self.google_base):
            return "Google News"
        if _is_below(url, self.bing_base):
            return "Bing News"
        return self.names.get(url) or known_name(url) or shown_host(url)


def _headline(entry: Entry, publisher: str, source: str, place: int) -> Headline:
    """Return an entry of the feed at `source` as a headline of its publisher."""
    published, summary, comments = entry.published, entry.summary, entry.comments
    return Headline(entry.title, entry.url, publisher, source, place, published, summary, comments=comments)


def _is_below(url: str, base: str) -> bool:
    """Tell whether an address is one of an aggregator that may be asked."""
    return bool(base) and url.startswith(f"{base}/")


def market(sources: EditionSources) -> str:
    """Return an edition as Bing names its markets: `en-IN`."""
    return f"{sources.language.partition('-')[0]}-{sources.code[:2].upper()}"
