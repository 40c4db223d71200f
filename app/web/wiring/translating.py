"""Who translates articles, wired together."""

from dataclasses import replace

from app.fetch.client import Client
from app.fetch.throttle import SharedTurns
from app.isolation import TaskPool
from app.services.asking_budget import AskingBudget
from app.services.content_reader import ContentReader, Lifetimes
from app.services.passthrough import verbatim_download
from app.services.translations import Translations
from app.services.translator import Translator
from app.storage import Store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.text.humanize import DAY, HOUR
from app.web.wiring.fetching import fetch_rules
from config import Settings


def build_translations(
    settings: Settings,
    cache: Cache,
    lifetimes: Lifetimes,
    store: Store,
    tasks: TaskPool,
    claims: Claims,
    turns: SharedTurns,
) -> Translations:
    """Return who translates articles by the engine that the settings name, under the same rules as every fetch."""
    base, seconds = settings.TRANSLATE_URL.rstrip("/"), settings.TRANSLATE_SECONDS
    client = Client(replace(fetch_rules(settings), deadline=seconds), turns=turns)
    lasting = replace(lifetimes, fresh=HOUR, stale=DAY)
    return Translations(
        Translator(client, cache, tasks, base, settings.TRANSLATE_KEY, seconds),
        ContentReader(client, cache, lasting, interpret=verbatim_download, namespace="translate ", claims=claims),
        cache,
        AskingBudget(store, settings.TRANSLATIONS_PER_DAY, "translate"),
        lifetimes,
        client.permits,
        claims,
    )
