"""The archive of the web and its search engines, wired together."""

from dataclasses import replace
from functools import partial

from app.extract.site_rules import Sites
from app.fetch.client import Client
from app.fetch.throttle import ALONE, SharedTurns
from app.isolation import TaskPool
from app.net.wikis import Wiki
from app.search.table import ENGINES, PICTURE_ENGINES
from app.search.table import answers_of as engine_answers_of
from app.search.wikis.table import answers_of
from app.services.asking_budget import AskingBudget
from app.services.content_reader import ContentReader, Lifetimes
from app.services.isolated import Interpret, done_in, interpret_in
from app.services.reference import Reference, Work
from app.services.wayback import Wayback, archived, as_of, named_copy
from app.services.web_search import A_PAGE, KEPT_SECONDS, PICTURES_A_PAGE, Asked, WebSearch, key_headers
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
    settings: Settings,
    cache: Cache,
    store: Store,
    tasks: TaskPool,
    claims: Claims,
    turns: SharedTurns = ALONE,
    pictures: bool = False,
) -> WebSearch:
    """Return who searches the web by the engines that the settings name, under the same rules as every fetch.

    With `pictures` that is for pictures, by those that have them.
    """
    table, kind = (PICTURE_ENGINES, "pictures ") if pictures else (ENGINES, "")
    rows = [each.partition("=") for each in settings.SEARCH_ENGINES if each.partition("=")[0] in table]
    if pictures and settings.SEARCH_PICTURES == "off":
        rows = []
    named = [(name, table[name], (base or table[name].base).rstrip("/")) for name, _, base in rows]
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
                interpret=done_in(tasks, engine_answers_of(name, pictures)),
                namespace=f"search {kind}{name} ",
                claims=claims,
            ),
        )
        for name, engine, base in named
    ]
    budget, a_page = AskingBudget(store, settings.SEARCHES_PER_DAY), PICTURES_A_PAGE if pictures else A_PAGE
    return WebSearch(engines, budget, settings.FETCH_DEADLINE, seconds, a_page=a_page)


def build_reference(
    settings: Settings,
    cache: Cache,
    lifetimes: Lifetimes,
    store: Store,
    tasks: TaskPool,
    sites: Sites,
    claims: Claims,
    turns: SharedTurns = ALONE,
) -> Reference:
    """Return who looks words up, under the same rules as every fetch; what is found is kept as articles are."""
    seconds = min(settings.SEARCH_SECONDS, settings.FETCH_DEADLINE)
    client = Client(replace(fetch_rules(settings), deadline=seconds), site_headers=sites.headers, turns=turns)

    def reader(namespace: str, interpret: Interpret) -> ContentReader:
        return ContentReader(client, cache, lifetimes, interpret=interpret, namespace=namespace, claims=claims)

    wikis = (Wiki("Wikipedia", settings.WIKIPEDIA_URL), Wiki("Wiktionary", settings.WIKTIONARY_URL, defines=True))
    works = [Work(wiki, reader("wiki ", done_in(tasks, answers_of(wiki)))) for wiki in wikis if wiki.base]
    budget = AskingBudget(store, settings.SEARCHES_PER_DAY, "wiki")
    pages = reader("wiki page ", interpret_in(tasks, sites))
    return Reference(works, pages, budget, settings.FETCH_DEADLINE, seconds)
