"""Who tells the weather and the exchange rates, wired together."""

from collections.abc import Callable
from dataclasses import replace

from app.almanac import forecasts, places, rates
from app.fetch.client import Client
from app.fetch.throttle import ALONE, SharedTurns
from app.isolation import TaskPool
from app.models import Content, FetchedPage
from app.services.almanac import Almanac, Source
from app.services.asking_budget import AskingBudget
from app.services.content_reader import ContentReader, Lifetimes
from app.services.isolated import done_in
from app.storage import Store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.text.humanize import DAY, HOUR
from app.web.wiring.fetching import fetch_rules
from config import Settings

# Seconds for which what each says is fresh, and after that serves while it fails: places stay where they are, the
# weather is computed anew each hour, and rates are those of a day that is named.
PLACES, WEATHER, RATES = (30 * DAY, 0), (HOUR / 2, DAY / 2), (3 * HOUR, 7 * DAY)


def build_almanac(
    settings: Settings, cache: Cache, store: Store, tasks: TaskPool, claims: Claims, turns: SharedTurns = ALONE
) -> Almanac:
    """Return who tells the weather and the rates, under the same rules as every fetch.

    The weather takes two questions, which end within the time of a fetch together.
    """
    seconds = min(settings.SEARCH_SECONDS, settings.FETCH_DEADLINE / 2)
    client = Client(replace(fetch_rules(settings), deadline=seconds), turns=turns)

    def source(
        name: str, base: str, kind: str, kept: tuple[float, float], read: Callable[[str, FetchedPage], Content]
    ) -> Source:
        lifetimes = Lifetimes(*kept, settings.FAILURE_SECONDS, settings.FAILURE_SECONDS)
        reader = ContentReader(
            client, cache, lifetimes, interpret=done_in(tasks, read), namespace=f"{kind} ", claims=claims
        )
        return Source(name, base, reader, f"{name} {kind}")

    return Almanac(
        source(places.NAME, settings.WEATHER_PLACES_URL.rstrip("/"), "places", PLACES, places.places),
        source(places.NAME, settings.WEATHER_URL.rstrip("/"), "weather", WEATHER, forecasts.forecast),
        source(rates.NAME, settings.RATES_URL, "rates", RATES, rates.rates),
        AskingBudget(store, settings.SEARCHES_PER_DAY, "almanac"),
    )
