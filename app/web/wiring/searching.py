"""The archive of the web and its search engines, wired together."""

from dataclasses import replace
from functools import partial

from app.fetch.client import Client
from app.net.wikis import Wiki
from app.search.table import ENGINES, PICTURE_ENGINES
from app.search.table import answers_of as engine_answers_of
from app.search.wikis.table import answers_of
from app.services.cached_content import Lifetimes
from app.services.isolated import Interpret, done_in, interpret_in
from app.services.reference import Reference, Work
from app.services.wayback import Wayback, archived, as_of, named_copy
from app.services.web_search import A_PAGE, KEPT_SECONDS, PICTURES_A_PAGE, Asked, WebSearch, key_headers
from app.web.wiring.groundwork import Groundwork

# How long copies of the archive are kept that are read in their time.
COPIES_SECONDS = 30 * 24 * 3600


def build_wayback(ground: Groundwork, client: Client) -> Wayback:
    """Return who reads the Wayback Machine, or nothing of it where that is off."""
    base = ground.settings.WAYBACK_URL.rstrip("/")
    # What was is no longer changed; and the archive is asked as little as can be.
    lasting = replace(ground.lifetimes, fresh=COPIES_SECONDS, stale=COPIES_SECONDS)
    kinds = (
        ("copies ", named_copy, ground.lifetimes),
        ("copy ", archived, ground.lifetimes),
        ("moment ", as_of, lasting),
    )
    names, pages, moments = (
        ground.reader(client, space, done_in(ground.tasks, partial(read, base)), kept) for space, read, kept in kinds
    )
    return Wayback(base if ground.settings.WAYBACK != "off" else "", names, pages, moments, ground.store)


def build_web_search(ground: Groundwork, pictures: bool = False) -> WebSearch:
    """Return who searches the web by the engines that the settings name, under the same rules as every fetch.

    With `pictures` that is for pictures, by those that have them.
    """
    settings, seconds = ground.settings, ground.answer_seconds
    table, kind = (PICTURE_ENGINES, "pictures ") if pictures else (ENGINES, "")
    rows = [each.partition("=") for each in settings.SEARCH_ENGINES if each.partition("=")[0] in table]
    if pictures and settings.SEARCH_PICTURES == "off":
        rows = []
    named = [(name, table[name], (base or table[name].base).rstrip("/")) for name, _, base in rows]
    keys = {"brave": settings.BRAVE_KEY, "marginalia": settings.MARGINALIA_KEY}
    client = ground.client(key_headers([(engine, base, keys.get(name, "")) for name, engine, base in named]), seconds)
    lifetimes = Lifetimes(KEPT_SECONDS, 0, settings.FAILURE_SECONDS, settings.FAILURE_SECONDS)

    def asked(name: str) -> Interpret:
        return done_in(ground.tasks, engine_answers_of(name, pictures))

    engines = [
        Asked(name, engine, base, ground.reader(client, f"search {kind}{name} ", asked(name), lifetimes))
        for name, engine, base in named
    ]
    a_page = PICTURES_A_PAGE if pictures else A_PAGE
    return WebSearch(engines, ground.budget(), settings.FETCH_DEADLINE, seconds, a_page=a_page)


def build_reference(ground: Groundwork) -> Reference:
    """Return who looks words up, under the same rules as every fetch; what is found is kept as articles are."""
    settings, tasks, seconds = ground.settings, ground.tasks, ground.answer_seconds
    client = ground.client(ground.sites.headers, seconds)
    wikis = (Wiki("Wikipedia", settings.WIKIPEDIA_URL), Wiki("Wiktionary", settings.WIKTIONARY_URL, defines=True))
    works = [
        Work(wiki, ground.reader(client, "wiki ", done_in(tasks, answers_of(wiki)))) for wiki in wikis if wiki.base
    ]
    pages = ground.reader(client, "wiki page ", interpret_in(tasks, ground.sites))
    return Reference(works, pages, ground.budget("wiki"), settings.FETCH_DEADLINE, seconds)
