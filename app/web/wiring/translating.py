"""Who translates articles, wired together."""

from dataclasses import replace
from ipaddress import ip_network
from urllib.parse import urlsplit

from app.fetch.client import Client, FetchRules
from app.fetch.throttle import BURST
from app.net.hosts import HostLists
from app.services.asking_budget import AskingBudget
from app.services.passthrough import verbatim_download
from app.services.translations import Translations
from app.services.translator import Translator
from app.settings.kinds import MIB
from app.storage.counters import StoreCounters
from app.storage.host_turns import HostTurns
from app.text.humanize import DAY, HOUR
from app.web.wiring.fetching import fetch_rules
from app.web.wiring.groundwork import Groundwork
from config import Settings

ANYWHERE = (ip_network("0.0.0.0/0"), ip_network("::/0"))
# The longest line that is asked for may come back eight times as long, every letter as `\u0416`.
MOST_BYTES = 4 * MIB
# The batches of an article follow one another; what spares the engine is how many are translated at once.
PER_SECOND = 1000.0


def build_translations(ground: Groundwork) -> Translations:
    """Return who translates articles by the engine that the settings name."""
    settings, rules = ground.settings, engine_rules(ground.settings)
    counters = StoreCounters(ground.store)
    turns = HostTurns(ground.claims, counters, rules.host_concurrency, rules.host_per_second, BURST)
    client, base = Client(rules, turns=turns), settings.TRANSLATE_URL.rstrip("/")
    lasting = replace(ground.lifetimes, fresh=HOUR, stale=DAY)
    return Translations(
        Translator(client, ground.cache, ground.tasks, base, settings.TRANSLATE_KEY, settings.TRANSLATE_SECONDS),
        ground.reader(client, "translate ", verbatim_download, lasting),
        ground.cache,
        AskingBudget(ground.store, settings.TRANSLATIONS_PER_DAY, "translate"),
        ground.lifetimes,
        ground.claims,
    )


def engine_rules(settings: Settings) -> FetchRules:
    """Return the rules for the engine, which the operator has named: wherever it is, but nothing beside it.

    Its network may be private without being open to the addresses of readers. So no redirect is followed, and no other
    host is asked.
    """
    host = urlsplit(settings.TRANSLATE_URL).hostname
    return replace(
        fetch_rules(settings),
        allowed_networks=ANYWHERE,
        deadline=settings.TRANSLATE_SECONDS,
        max_html_bytes=MOST_BYTES,
        max_file_bytes=MOST_BYTES,
        max_redirects=0,
        host_per_second=PER_SECOND,
        hosts=HostLists.of((), (host,) if host else ()),
        takes_turns=True,
    )
