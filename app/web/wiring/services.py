"""All parts of the program, wired together."""

from ipaddress import ip_network
from pathlib import Path

from app.extract.site_rules import load_sites
from app.fetch.client import Client
from app.fetch.https_hosts import HttpsHosts
from app.isolation import Control, TaskLimits, TaskPool
from app.news.aggregators.google_links import GoogleLinks
from app.render.pages import Pages
from app.services.admission import CONVERSIONS, GUESSES, Admissions, ReadSlots
from app.services.collections import ReaderCollections
from app.services.content_reader import ContentReader, Lifetimes
from app.services.conversions import Conversions
from app.services.day_figures import DayFigures
from app.services.digest_pictures import DigestPictures
from app.services.digests import Digests
from app.services.feed_texts import FeedTexts
from app.services.gathering import Gathering
from app.services.image_service import ImageService
from app.services.isolated import done_in, interpret_in
from app.services.other_versions import OtherVersions
from app.services.page_reader import PageReader
from app.services.passthrough import verbatim_download
from app.services.password import PasswordCheck
from app.services.refusals import explained_in
from app.services.site_status import SiteStatus
from app.services.site_watch import SiteWatch
from app.services.text_pictures import TextPictures
from app.services.wayback import PicturesOfCopies
from app.services.whole_article import WholeArticles
from app.storage import open_store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.storage.collections import collections
from app.storage.inheritance import Inherited
from app.storage.secret import secret_of
from app.storage.short_links import ShortLinks
from app.web.context import Services
from app.web.middleware.kept_answers import SHARE
from app.web.wiring.adapting import build_adapted
from app.web.wiring.almanac import build_almanac
from app.web.wiring.fetching import fetch_rules, host_lists, host_turns
from app.web.wiring.limits import build_limits
from app.web.wiring.newspaper import build_newspaper
from app.web.wiring.searching import build_reference, build_wayback, build_web_search
from app.web.wiring.translating import build_translations
from config import ROOT, Settings

# What processes for tasks import before there is one.
TASK_MODULES = (
    "app.almanac.forecasts",
    "app.almanac.places",
    "app.almanac.rates",
    "app.images",
    "app.news.feed_urls",
    "app.search.table",
    "app.search.wikis.table",
    "app.services.content_reader",
    "app.adapters.table",
    "app.services.feed_discovery",
    "app.services.passthrough",
    "app.services.refusals",
    "app.translate.api",
)


def build_services(settings: Settings, inherited: Inherited | None = None, zygote: Control | None = None) -> Services:
    """Return the parts of the program, wired together; `zygote` is one that is there already.

    Raises `SiteRulesError`, `SourcesError` and `StoreError`.
    """
    is_tried = inherited is not None
    store = open_store(settings.STORE_URL, settings.STORE_MAX_BYTES, settings.store_shares, must_open=not is_tried)
    secret = inherited.secret if inherited else secret_of(store, settings.SECRET)
    cache = Cache(store, int(settings.MEMORY_CACHE_BYTES * (1 - SHARE)))
    failure = settings.FAILURE_SECONDS
    lifetimes = Lifetimes(settings.ARTICLE_FRESH_SECONDS, settings.ARTICLE_STALE_SECONDS, failure, failure)
    sites = load_sites(Path(settings.SITES_FILE) if settings.SITES_FILE else None)
    claims = Claims(store)
    turns = host_turns(settings, claims, store)
    client = Client(fetch_rules(settings), site_headers=sites.headers, turns=turns)
    limits = TaskLimits(settings.TASK_SECONDS, settings.TASK_MEMORY_BYTES)
    tasks = TaskPool(settings.TASK_PROCESSES, limits, TASK_MODULES, zygote)
    texts = FeedTexts(cache, settings.NEWS_STALE_SECONDS, interpret_in(tasks), client.permits)
    contents = ContentReader(
        client,
        cache,
        lifetimes,
        interpret=texts.kept(interpret_in(tasks, sites)),
        claims=claims,
        explain=explained_in(tasks),
    )
    wayback = build_wayback(settings, client, cache, lifetimes, tasks, claims, store)
    at_once = settings.WAYBACK == "at-once"
    articles = WholeArticles(contents, settings.FETCH_DEADLINE, sites)
    versions = OtherVersions(contents, texts, wayback, at_once, settings.FETCH_DEADLINE)
    unread = done_in(tasks, verbatim_download)
    exchanges = settings.GOOGLE_LINKS_PER_DAY if settings.GOOGLE_NEWS == "on" else 0
    adapted = build_adapted(settings, contents, cache, lifetimes, store, tasks, claims, turns)
    google = GoogleLinks(client, store, settings.GOOGLE_NEWS_URL.rstrip("/"), daily_exchanges=exchanges)
    newspaper = build_newspaper(settings, client, cache, store, google, tasks, texts, claims)
    rates = build_limits(settings, store)
    exempt = [ip_network(each) for each in settings.LIMIT_EXEMPT_NETWORKS]
    images = ImageService(PicturesOfCopies(contents, wayback), cache, store, tasks, settings.IMAGE_MAX_PIXELS)
    gathering = Gathering(store, claims, "today ")
    web_search = build_web_search(settings, cache, store, tasks, claims, turns)
    translations = build_translations(settings, cache, lifetimes, store, tasks, claims)
    own_google = google if settings.GOOGLE_NEWS == "on" else None
    watch = SiteWatch(DayFigures(store), store)
    return Services(
        settings=settings,
        cache=cache,
        almanac=build_almanac(settings, cache, store, tasks, claims, turns),
        reader=PageReader(adapted, google, newspaper.coverage, versions, wayback, articles, claims),
        contents=contents,
        coverage=newspaper.coverage,
        collections=ReaderCollections(collections(store)),
        digests=Digests(
            newspaper.front_pages,
            lambda url, admit: articles.whole(contents.read(url, admit), admit),
            google.is_link,
            gathering,
            cache,
            namespace=host_lists(settings).digest,
            permits=client.permits,
        ),
        digest_pictures=DigestPictures(images, gathering, store),
        gathering=gathering,
        image_service=images,
        conversions=Conversions(rates[CONVERSIONS], settings.IMAGE_CONVERSIONS, settings.IMAGE_QUEUE, exempt),
        links=ShortLinks(store, secret, inherited.standby if inherited else None),
        store=store,
        admissions=Admissions(
            ReadSlots(settings.READ_CONCURRENCY, settings.LIMIT_READS_AT_ONCE, claims), rates, exempt
        ),
        front_pages=newspaper.front_pages,
        news_search=newspaper.search,
        own_pages=newspaper.own,
        papers=newspaper.papers,
        page_refresher=newspaper.refresher,
        source_check=newspaper.check,
        site_status=SiteStatus(watch, web_search, wayback, own_google, translations),
        source_status=newspaper.status,
        pages=Pages(ROOT / "templates"),
        reference=build_reference(settings, cache, lifetimes, store, tasks, sites, claims, turns),
        text_pictures=TextPictures(cache, tasks),
        translations=translations,
        web_search=web_search,
        picture_search=build_web_search(settings, cache, store, tasks, claims, turns, pictures=True),
        verbatim=ContentReader(client, cache, lifetimes, interpret=unread, namespace="verbatim ", claims=claims),
        tasks=tasks,
        https_hosts=HttpsHosts(),
        password=PasswordCheck(settings.PASSWORD, rates[GUESSES]) if settings.PASSWORD else None,
    )
