"""Who tells the weather and the exchange rates, wired together."""

from collections.abc import Callable

from app.almanac import forecasts, places, rates
from app.models import Content, FetchedPage
from app.services.almanac import Almanac, Source
from app.services.cached_content import Lifetimes
from app.services.isolated import done_in
from app.text.humanize import DAY, HOUR
from app.web.wiring.groundwork import Groundwork

# Seconds for which what each says is fresh, and after that serves while it fails: places stay where they are, the
# weather is computed anew each hour, and rates are those of a day that is named.
PLACES, WEATHER, RATES = (30 * DAY, 0), (HOUR / 2, DAY / 2), (3 * HOUR, 7 * DAY)


def build_almanac(ground: Groundwork) -> Almanac:
    """Return who tells the weather and the rates, under the same rules as every fetch.

    The weather takes two questions, which end within the time of a fetch together.
    """
    settings = ground.settings
    client = ground.client(deadline=min(settings.SEARCH_SECONDS, settings.FETCH_DEADLINE / 2))

    def source(
        name: str, base: str, kind: str, kept: tuple[float, float], read: Callable[[str, FetchedPage], Content]
    ) -> Source:
        lifetimes = Lifetimes(*kept, settings.FAILURE_SECONDS, settings.FAILURE_SECONDS)
        reader = ground.reader(client, f"{kind} ", done_in(ground.tasks, read), lifetimes)
        return Source(name, base, reader, f"{name} {kind}")

    return Almanac(
        source(places.NAME, settings.WEATHER_PLACES_URL.rstrip("/"), "places", PLACES, places.places),
        source(places.NAME, settings.WEATHER_URL.rstrip("/"), "weather", WEATHER, forecasts.forecast),
        source(rates.NAME, settings.RATES_URL, "rates", RATES, rates.rates),
        ground.budget("almanac"),
    )
