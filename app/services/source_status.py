"""How the sources of the newspaper have fared, for whoever runs the site."""

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from app.news.aggregators.google_links import GoogleLinks
from app.news.feed_urls import FeedUrls
from app.news.sources import SECTIONS
from app.sentences import Sentence
from app.services.front_pages import FrontPages
from app.storage.feed_stats import FeedCount, FeedStats
from app.text.humanize import IN

# What happened the last time, by the kinds of `google_state.POLICIES`; sorted.
REASONS: Mapping[str, Sentence] = MappingProxyType(
    {
        "changed": Sentence("Google gave answers that made no sense."),
        "consent": Sentence("Google asked for consent to cookies, and took no answer."),
        "limited": Sentence("Google had been asked too often, or took us for a robot."),
        "refused": Sentence("Google refused."),
        "silent": Sentence("Google could not be reached."),
    }
)

PAUSED = Sentence("It is asked again %(in_time)s.")
GOOGLE_LINKS = Sentence(
    "%(offline)s needed no question, %(asked)s were asked, %(resolved)s resolved, %(refused)s refused, since this "
    "process started."
)


class SourceStatus:
    """Tells of sources."""

    def __init__(
        self,
        front_pages: FrontPages,
        feed_urls: FeedUrls,
        stats: FeedStats,
        google: GoogleLinks,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take the editions, who names their feeds, and what was counted; `clock` tells seconds since the epoch."""
        self._front_pages = front_pages
        self._feed_urls = feed_urls
        self._stats = stats
        self._google = google
        self._clock = clock

    def of(self, edition: str) -> dict[str, FeedCount]:
        """Return how each source of an edition has fared, by its address. Raises `UnknownPlace`."""
        sources = self._front_pages.edition(edition)
        urls = (url for section, _ in SECTIONS for url in self._feed_urls.of_section(sources, section))
        return self._stats.of(dict.fromkeys(urls))

    def google_links(self) -> str:
        """Return how the links of Google have fared in this process and lately, as sentences."""
        counts = self._google.counts()
        said = GOOGLE_LINKS.of(
            offline=counts.offline, asked=counts.asked, resolved=counts.resolved, refused=counts.refused
        )
        last = self._google.treatment()
        left = last.until - self._clock()
        if left <= 0:
            return said
        return Sentence.joined(said, REASONS[last.kind], PAUSED.of(in_time=IN.of(left)))
