"""Who reads the sites that need a hand, wired together."""

from dataclasses import replace

from app.adapters.youtube import data_alone
from app.fetch.client import Client
from app.fetch.throttle import SharedTurns
from app.isolation import TaskPool
from app.models import Download, FetchedPage
from app.services.adapted_reader import AdaptedReader
from app.services.asking_budget import AskingBudget
from app.services.content_reader import ContentReader, Lifetimes
from app.services.passthrough import verbatim_download
from app.storage import Store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.web.wiring.fetching import fetch_rules
from config import Settings


def answered(url: str, page: FetchedPage) -> Download:
    """Return an answer as it came; of a page no more than its data, since the rest would be kept for nothing."""
    found = verbatim_download(url, page)
    return replace(found, body=data_alone(found.body))


def build_adapted(
    settings: Settings,
    pages: ContentReader,
    cache: Cache,
    lifetimes: Lifetimes,
    store: Store,
    tasks: TaskPool,
    claims: Claims,
    turns: SharedTurns,
) -> AdaptedReader:
    """Return who reads pages as `pages` does, but those of the sites that `ADAPTERS` names by their interfaces.

    These are asked under the same rules as every fetch, and have to answer within the time of a search.
    """
    seconds = min(settings.SEARCH_SECONDS, settings.FETCH_DEADLINE)
    client = Client(replace(fetch_rules(settings), deadline=seconds), turns=turns)
    answers = ContentReader(client, cache, lifetimes, interpret=answered, namespace="adapter ", claims=claims)
    bases = {name: base for name, _, base in (each.partition("=") for each in settings.ADAPTERS)}
    budget = AskingBudget(store, settings.SEARCHES_PER_DAY, "adapter")
    return AdaptedReader(pages, answers, tasks, budget, bases)
