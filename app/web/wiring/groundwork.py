"""What all parts of the program stand on: one store, one cache, one pool of processes, one turn at each host."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.extract.site_rules import Sites, load_sites
from app.fetch.client import Client
from app.fetch.redirects import SiteHeaders, no_headers
from app.fetch.throttle import SharedTurns
from app.isolation import Control, TaskLimits, TaskPool
from app.services.asking_budget import AskingBudget
from app.services.cached_content import Lifetimes
from app.services.content_reader import ContentReader
from app.services.isolated import Interpret
from app.services.refusals import Explain, unexplained
from app.storage import Store, open_store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.storage.inheritance import Inherited
from app.web.middleware.kept_answers import SHARE
from app.web.wiring.fetching import fetch_rules, host_turns
from config import Settings

# What processes for tasks import before there is one.
TASK_MODULES = (
    "app.almanac.forecasts",
    "app.almanac.places",
    "app.almanac.rates",
    "app.images",
    "app.news.feed_urls",
    "app.search.table",
    "app.search.wikis.table",
    "app.adapters.table",
    "app.services.feed_discovery",
    "app.services.interpretation",
    "app.services.passthrough",
    "app.services.refusals",
    "app.translate.api",
)


@dataclass(frozen=True, slots=True)
class Groundwork:
    """What all parts stand on; `lifetimes` are those of articles, `turns` what all processes have at hosts together."""

    settings: Settings
    store: Store
    cache: Cache
    claims: Claims
    turns: SharedTurns
    tasks: TaskPool
    sites: Sites
    lifetimes: Lifetimes

    @property
    def answer_seconds(self) -> float:
        """The seconds within which a service that is asked for a reader has to answer."""
        return min(self.settings.SEARCH_SECONDS, self.settings.FETCH_DEADLINE)

    def client(self, headers: SiteHeaders = no_headers, deadline: float | None = None) -> Client:
        """Return who fetches by the rules of the settings, within their time or `deadline` seconds.

        `headers` are what only the site of an address is sent.
        """
        rules = fetch_rules(self.settings)
        if deadline is not None:
            rules = replace(rules, deadline=deadline)
        return Client(rules, site_headers=headers, turns=self.turns)

    def reader(
        self,
        client: Client,
        namespace: str,
        interpret: Interpret,
        lifetimes: Lifetimes | None = None,
        explain: Explain = unexplained,
    ) -> ContentReader:
        """Return who reads by `client`, keeps what `interpret` makes of it, and fetches it once for all processes."""
        return ContentReader(
            client,
            self.cache,
            lifetimes or self.lifetimes,
            interpret=interpret,
            namespace=namespace,
            claims=self.claims,
            explain=explain,
        )

    def budget(self, kind: str = "search") -> AskingBudget:
        """Return how often each service of a kind is asked in a day."""
        return AskingBudget(self.store, self.settings.SEARCHES_PER_DAY, kind)


def lay_groundwork(settings: Settings, inherited: Inherited | None = None, zygote: Control | None = None) -> Groundwork:
    """Return what all parts stand on; `zygote` is one that is there already. Raises `SiteRulesError` and `StoreError`.

    A worker, which has `inherited` what was tried before it was forked, starts while the disk is full.
    """
    store = open_store(settings.STORE_URL, settings.STORE_MAX_BYTES, settings.store_shares, must_open=inherited is None)
    claims, failure = Claims(store), settings.FAILURE_SECONDS
    limits = TaskLimits(settings.TASK_SECONDS, settings.TASK_MEMORY_BYTES)
    return Groundwork(
        settings,
        store,
        Cache(store, int(settings.MEMORY_CACHE_BYTES * (1 - SHARE))),
        claims,
        host_turns(settings, claims, store),
        TaskPool(settings.TASK_PROCESSES, limits, TASK_MODULES, zygote),
        load_sites(Path(settings.SITES_FILE) if settings.SITES_FILE else None),
        Lifetimes(settings.ARTICLE_FRESH_SECONDS, settings.ARTICLE_STALE_SECONDS, failure, failure),
    )
