"""How the sources of the newspaper have fared, for whoever runs the site."""

from app.news.aggregators.google_links import GoogleLinks
from app.news.feed_urls import FeedUrls
from app.news.sources import SECTIONS
from app.sentences import Sentence
from app.services.front_pages import FrontPages
from app.storage.feed_stats import FeedCount, FeedStats

GOOGLE_LINKS = Sentence(
    "%(offline)s needed no question, %(asked)s were asked, %(resolved)s resolved, %(refused)s refused, since this "
    "process started."
)


class SourceStatus:
    """Tells of sources."""

    def __init__(self, front_pages: FrontPages, feed_urls: FeedUrls, stats: FeedStats, google: GoogleLinks) -> None:
        """Take the editions, who names their feeds, and what was counted."""
        self._front_pages = front_pages
        self._feed_urls = feed_urls
        self._stats = stats
        self._google = google

    def of(self, edition: str) -> dict[str, FeedCount]:
        """Return how each source of an edition has fared, by its address. Raises `UnknownPlace`."""
        sources = self._front_pages.edition(edition)
        urls = (url for section, _ in SECTIONS for url in self._feed_urls.of_section(sources, section))
        return self._stats.of(dict.fromkeys(urls))

    def google_links(self) -> str:
        """Return how the links of Google have fared in this process, as a sentence."""
        counts = self._google.counts()
        return GOOGLE_LINKS.of(
            offline=counts.offline, asked=counts.asked, resolved=counts.resolved, refused=counts.refused
        )
