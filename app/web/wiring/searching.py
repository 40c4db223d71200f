"""The archive of the web and its search engines, wired together."""

from dataclasses import replace
from functools import partial

from app.fetch.client import Client
from app.fetch.throttle import ALONE, SharedTurns
from app.isolation import TaskPool
from app.search.table import ENGINES, answers_of
from app.services.content_reader import ContentReader, Lifetimes
from app.services.isolated import done_in
from app.services.wayback import Wayback, archived, as_of, named_copy
from app.services.web_search import KEPT_SECONDS, Asked, WebSearch, key_headers
from app.storage import Store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.web.wiring.fetching import fetch_rules
from config import Settings

# How long copies of the archive are kept that are read in their time.
COPIES_SECONDS = 30 * 24 * 3600


def build_wayback(
    settings: Settings,
    client: Client,
    cache: Cache,
    lifetimes: Lifetimes,
    tasks: TaskPool,
    claims: Claims,
    store: Store,
) -> Wayback:
    """Return who reads the Wayback Machine, or nothing of it where that is off."""
    base = settings.WAYBACK_URL.rstrip("/")
    # What was is no longer changed; and the archive is asked as little as can be.
    lasting = replace(lifetimes, fresh=COPIES_SECONDS, stale=COPIES_SECONDS)
    kinds = (("copies ", named_copy, lifetimes), ("copy ", archived, lifetimes), ("moment ", as_of, lasting))
    names, pages, moments = (
        ContentReader(
            client, cache, kept, interpret=done_in(tasks, partial(read, base)), namespace=space, claims=claims
        )
        for space, read, kept in kinds
    )
    return Wayback(base if settings.WAYBACK != "off" else "", names, pages, moments, store)


def build_web_search(
    settings: Settings, cache: Cache, store: Store, tasks: TaskPool, claims: Claims, turns: SharedTurns = ALONE
) -> WebSearch:
    """Return who searches the web by the engines that the settings name, under the same rules as every fetch."""
    rows = [each.partition("=") for each in settings.SEARCH_ENGINES]
    named = [(name, ENGINES[name], (base or ENGINES[name].base).rstrip("/")) for name, _, base in rows]
    keys = {"brave": settings.BRAVE_KEY, "marginalia": settings.MARGINALIA_KEY}
    seconds = min(settings.SEARCH_SECONDS, settings.FETCH_DEADLINE)
    client = Client(
        replace(fetch_rules(settings), deadline=seconds),
        site_headers=key_headers([(engine, base, keys.get(name, "")) for name, engine, base in named]),
        turns=turns,
    )
    lifetimes = Lifetimes(KEPT_SECONDS, 0, settings.FAILURE_SECONDS, settings.FAILURE_SECONDS)
    engines = [
        Asked(
            name,
            engine,
            base,
            ContentReader(
                client,
                cache,
                lifetimes,
                interpret=done_in(tasks, answers_of(name)),
                namespace=f"search {name} ",
                claims=claims,
            ),
        )
        for name, engine, base in named
    ]
    return WebSearch(engines, store, settings.SEARCHES_PER_DAY, settings.FETCH_DEADLINE, seconds)
