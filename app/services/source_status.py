"""How the sources of the newspaper have fared, for whoever runs the site."""

from app.news.aggregators.google_links import GoogleLinks
from app.news.feed_urls import FeedUrls
from app.news.sources import SECTIONS
from app.services.front_pages import FrontPages
from app.storage.feed_stats import FeedCount, FeedStats


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
        return (
            f"{counts.offline} needed no question, {counts.asked} were asked, {counts.resolved} resolved, "
            f"{counts.refused} refused, since this process started."
        )
