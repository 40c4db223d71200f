"""How the site fares, for whoever wants to know: its last day, its store, and those whom it asks again and again.

Hosts that readers choose are none of these, lest it be seen what somebody reads.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.news.aggregators.google_links import GoogleLinks
from app.services.day_figures import Day
from app.services.site_watch import SiteWatch
from app.services.translations import Translations
from app.services.wayback import Wayback
from app.services.web_search import WebSearch


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody whom the site asks, and since when (seconds since the epoch) he is left alone for he failed, or 0."""

    name: str
    since: float


class SiteStatus:
    """Tells of the site."""

    def __init__(
        self,
        watch: SiteWatch,
        search: WebSearch,
        wayback: Wayback,
        google: GoogleLinks | None,
        translations: Translations,
    ) -> None:
        """Take who looks after the site, and whom it asks; `google` is None where that is off."""
        self.watch = watch
        self._search = search
        self._wayback = wayback
        self._google = google
        self._translations = translations

    def day(self) -> Day:
        """Return the figures of the last day."""
        return self.watch.figures.of_day()

    def store_trouble(self) -> tuple[str, float]:
        """Return why the store fails now, and since when; empty and 0 where it works."""
        return self.watch.store_trouble()

    def hosts(self) -> Iterator[Standing]:
        """Yield those whom the site asks."""
        for name, since in self._search.standing().items():
            yield Standing(name, since)
        if self._wayback.is_on:
            yield Standing("Wayback Machine", self._wayback.paused_since())
        if self._google is not None:
            yield Standing("Google News", self._google.treatment().since)
        for name, since in self._translations.standing().items():
            yield Standing(name, since)
