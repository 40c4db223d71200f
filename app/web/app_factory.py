"""The application put together: settings in, a Flask app out."""

from dataclasses import dataclass
from functools import partial
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app.extract.site_rules import load_sites
from app.fetch.client import Client, FetchRules
from app.fetch.https_hosts import HttpsHosts
from app.isolation import TaskLimits, TaskPool
from app.net.hosts import HostLists, host_name
from app.news.aggregators.google_links import GoogleLinks
from app.news.feed_urls import FeedUrls
from app.news.sources import load_sources
from app.render.pages import Pages
from app.services.admission import CONVERSIONS, GUESSES, READS, SEARCHES, Admissions, ReadSlots
from app.services.content_reader import ContentReader, Lifetimes
from app.services.conversions import Conversions
from app.services.coverage import Coverage
from app.services.digest_pictures import DigestPictures
from app.services.digests import Digests
from app.services.feed_discovery import feeds_at
from app.services.feed_fetcher import FeedFetcher
from app.services.feed_texts import FeedTexts
from app.services.front_page_maker import FrontPageMaker
from app.services.front_pages import FrontPages
from app.services.gathering import Gathering
from app.services.image_service import ImageService
from app.services.isolated import done_in, interpret_in
from app.services.news_search import NewsSearch
from app.services.other_versions import OtherVersions
from app.services.own_front_pages import OwnFrontPages
from app.services.page_keeper import PageKeeper
from app.services.page_reader import PageReader
from app.services.page_refresher import EVERY, PageRefresher
from app.services.papers import Papers
from app.services.passthrough import verbatim_download
from app.services.password import PasswordCheck
from app.services.rate_limit import RateLimit
from app.services.refusals import explained_in
from app.services.source_check import SourceCheck
from app.services.source_status import SourceStatus
from app.services.wayback import Wayback, archived, named_copy
from app.services.whole_article import WholeArticles
from app.storage import Store, open_store
from app.storage.cache import Cache
from app.storage.claims import Claims
from app.storage.counters import StoreCounters
from app.storage.feed_stats import FeedStats
from app.storage.inheritance import Inherited
from app.storage.own_pages import OwnPages
from app.storage.readership import Readership
from app.storage.secret import secret_of
from app.storage.short_links import ShortLinks
from app.text.humanize import DAY, counted
from app.web import hooks
from app.web.cli import check, sources, warm
from app.web.context import EXTENSION, Services
from app.web.converters import CONVERTERS
from app.web.hooks import pseudonym
from app.web.middleware.forward_proxy import ForwardProxy
from app.web.middleware.header_padding import HeaderPadding
from app.web.middleware.profile_prefix import ProfilePrefix
from app.web.middleware.request_log import RequestLog
from app.web.views import (
    article,
    errors,
    forward_proxy,
    images,
    legacy_urls,
    metrics,
    news,
    own_pages,
    setup,
    site,
    today,
)
from config import ROOT, Settings

# What processes for tasks import before there is one.
TASK_MODULES = (
    "app.images",
    "app.news.feed_urls",
    "app.services.content_reader",
    "app.services.feed_discovery",
    "app.services.passthrough",
    "app.services.refusals",
)
# The longest that a feed which goes on failing is left alone.
SIX_HOURS = 6 * 3600

TOO_MANY_READS = "You have asked for {} within a minute; please wait a little."
TOO_MANY_CONVERSIONS = "You have had {} converted within a minute; please wait a little."
TOO_MANY_GUESSES = "{} came from you within a minute; please wait a little."
TOO_MANY_SEARCHES = "You have searched {} within a minute; please wait a little."


def create_app(settings: Settings, inherited: Inherited | None = None) -> Flask:
    """Return the application for `settings`, in a worker with what it has `inherited`.

    Raises `StoreError` where the store cannot be opened, but not in a worker, which must start while the disk is full.
    """
    app = Flask(__name__, static_folder=None)
    app.extensions[EXTENSION] = build_services(settings, inherited)
    app.url_map.converters |= CONVERTERS
    # Redirects are what old browsers follow worst.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    for module in (news, article, images, own_pages, setup, site, today):
        app.register_blueprint(module.blueprint)
        name = f"{module.blueprint.name}-of-edition"
        app.register_blueprint(module.blueprint, name=name, url_prefix="/<edition:edition>")
    app.register_blueprint(legacy_urls.blueprint)
    app.register_blueprint(forward_proxy.blueprint)
    app.register_blueprint(metrics.blueprint)
    errors.register(app)
    app.cli.add_command(check)
    app.cli.add_command(sources)
    app.cli.add_command(warm)
    hooks.register(app)
    own = ProfilePrefix(app.wsgi_app)
    logged = RequestLog(own, settings.LOG_CLIENTS, settings.LOG_REQUESTS == "on")
    front = ForwardProxy(logged, settings.PROXY_SITE, settings.PROXY == "on", settings.PROXY_HOPS > 0)
    app.wsgi_app = HeaderPadding(front)  # type: ignore[method-assign]
    if settings.PROXY_HOPS:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.PROXY_HOPS)  # type: ignore[method-assign]
    return app


def build_services(settings: Settings, inherited: Inherited | None = None) -> Services:
    """Return the parts of the program, wired together. Raises `SiteRulesError`, `SourcesError` and `StoreError`."""
    is_tried = inherited is not None
    store = open_store(settings.STORE_URL, settings.STORE_MAX_BYTES, settings.store_shares, must_open=not is_tried)
    secret = inherited.secret if inherited else secret_of(store, settings.SECRET)
    cache = Cache(store, settings.MEMORY_CACHE_BYTES)
    failure = settings.FAILURE_SECONDS
    lifetimes = Lifetimes(settings.ARTICLE_FRESH_SECONDS, settings.ARTICLE_STALE_SECONDS, failure, failure)
    sites = load_sites(Path(settings.SITES_FILE) if settings.SITES_FILE else None)
    client = Client(fetch_rules(settings), site_headers=sites.headers)
    limits = TaskLimits(settings.TASK_SECONDS, settings.TASK_MEMORY_BYTES)
    tasks = TaskPool(settings.TASK_PROCESSES, limits, TASK_MODULES)
    claims = Claims(store)
    texts = FeedTexts(cache, settings.NEWS_STALE_SECONDS, interpret_in(tasks), client.permits)
    contents = ContentReader(
        client,
        cache,
        lifetimes,
        interpret=texts.kept(interpret_in(tasks, sites)),
        claims=claims,
        explain=explained_in(tasks),
    )
    wayback = build_wayback(settings, client, cache, lifetimes, tasks, claims)
    at_once = settings.WAYBACK == "at-once"
    articles = WholeArticles(contents, settings.FETCH_DEADLINE, sites)
    versions = OtherVersions(contents, texts, wayback, at_once, settings.FETCH_DEADLINE)
    unread = done_in(tasks, verbatim_download)
    exchanges = settings.GOOGLE_LINKS_PER_DAY if settings.GOOGLE_NEWS == "on" else 0
    google = GoogleLinks(client, store, settings.GOOGLE_NEWS_URL.rstrip("/"), daily_exchanges=exchanges)
    newspaper = build_newspaper(settings, client, cache, store, google, tasks, texts, claims)
    rates = build_limits(settings, store)
    exempt = [ip_network(each) for each in settings.LIMIT_EXEMPT_NETWORKS]
    images = ImageService(contents, cache, store, tasks, settings.IMAGE_MAX_PIXELS)
    gathering = Gathering(store, claims, "today ")
    return Services(
        settings=settings,
        cache=cache,
        reader=PageReader(contents, google, newspaper.coverage, versions, wayback, articles, claims),
        contents=contents,
        coverage=newspaper.coverage,
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
        source_status=newspaper.status,
        pages=Pages(ROOT / "templates"),
        verbatim=ContentReader(client, cache, lifetimes, interpret=unread, namespace="verbatim ", claims=claims),
        tasks=tasks,
        https_hosts=HttpsHosts(),
        password=PasswordCheck(settings.PASSWORD, rates[GUESSES]) if settings.PASSWORD else None,
    )


def build_limits(settings: Settings, store: Store) -> dict[str, RateLimit]:
    """Return the limits of a client by what they count, in the store for all workers together."""
    counters = StoreCounters(store)
    rows = (
        (CONVERSIONS, settings.LIMIT_CONVERSIONS_PER_MINUTE, TOO_MANY_CONVERSIONS, "picture"),
        (GUESSES, settings.LIMIT_GUESSES_PER_MINUTE, TOO_MANY_GUESSES, "wrong password"),
        (READS, settings.LIMIT_READS_PER_MINUTE, TOO_MANY_READS, "page"),
        (SEARCHES, settings.LIMIT_SEARCHES_PER_MINUTE, TOO_MANY_SEARCHES, "time"),
    )
    return {
        name: RateLimit(name, most, counters, sentence.format(counted(most, what)))
        for name, most, sentence, what in rows
    }


@dataclass(frozen=True, slots=True)
class Newspaper:
    """The parts of the program that make front pages of feeds."""

    front_pages: FrontPages
    search: NewsSearch
    coverage: Coverage
    status: SourceStatus
    check: SourceCheck
    refresher: PageRefresher
    own: OwnFrontPages
    papers: Papers


def build_newspaper(
    settings: Settings,
    client: Client,
    cache: Cache,
    store: Store,
    google: GoogleLinks,
    tasks: TaskPool,
    texts: FeedTexts,
    claims: Claims,
) -> Newspaper:
    """Return the newspaper's parts. Raises `SourcesError` where the file of sources is wrong."""
    sources = load_sources(Path(settings.SOURCES_FILE) if settings.SOURCES_FILE else None)
    names = {url: name for each in sources.values() for url, name in each.names.items()}
    google_base = settings.GOOGLE_NEWS_URL.rstrip("/") if settings.GOOGLE_NEWS == "on" else ""
    bing_base = settings.BING_NEWS_URL.rstrip("/") if settings.BING_NEWS == "on" else ""
    feed_urls = FeedUrls(google_base, bing_base, names)
    lifetimes = Lifetimes(settings.NEWS_FRESH_SECONDS, settings.NEWS_STALE_SECONDS, settings.FAILURE_SECONDS, SIX_HOURS)
    own_feeds = {url for each in sources.values() for urls in each.feeds.values() for url in urls}
    understood = done_in(tasks, feed_urls.received)
    received = texts.kept(understood, trusted=own_feeds)
    reader = ContentReader(client, cache, lifetimes, interpret=received, namespace="feed ", claims=claims)
    finder = ContentReader(
        client, cache, lifetimes, interpret=done_in(tasks, feeds_at), namespace="feeds at ", claims=claims
    )
    stats = FeedStats(store)
    feeds = FeedFetcher(reader, feed_urls, stats, settings.NEWS_PATIENCE_SECONDS)
    maker = FrontPageMaker(feeds, feed_urls)
    keeper = PageKeeper(
        cache,
        settings.NEWS_FRESH_SECONDS,
        settings.NEWS_STALE_SECONDS,
        claims=claims,
        namespace=host_lists(settings).digest,
        permits=client.permits,
    )
    front_pages = FrontPages(sources, feeds, maker, keeper, settings.DEFAULT_EDITION)
    papers = Papers(front_pages, feed_urls, maker, keeper)
    fresh, readership = settings.NEWS_FRESH_SECONDS, Readership(store, settings.NEWS_KEEP_FRESH_DAYS * DAY)
    return Newspaper(
        front_pages,
        NewsSearch(front_pages, maker, keeper),
        Coverage(front_pages, maker, google.is_link),
        SourceStatus(front_pages, feed_urls, stats, google),
        SourceCheck(client, understood),
        PageRefresher(front_pages, readership, claims, fresh, every=min(EVERY, max(1, fresh / 4))),
        OwnFrontPages(OwnPages(store), finder, front_pages, feed_urls, papers, maker, keeper),
        papers,
    )


def build_wayback(
    settings: Settings, client: Client, cache: Cache, lifetimes: Lifetimes, tasks: TaskPool, claims: Claims
) -> Wayback:
    """Return who reads the Wayback Machine, or nothing of it where that is off."""
    base = settings.WAYBACK_URL.rstrip("/")
    kinds = (("copies ", named_copy), ("copy ", archived))
    names, pages = (
        ContentReader(
            client, cache, lifetimes, interpret=done_in(tasks, partial(read, base)), namespace=space, claims=claims
        )
        for space, read in kinds
    )
    return Wayback(base if settings.WAYBACK != "off" else "", names, pages)


def fetch_rules(settings: Settings) -> FetchRules:
    """Return the settings that fetching needs."""
    return FetchRules(
        user_agent=settings.FETCH_USER_AGENT,
        via=pseudonym(settings),
        allowed_networks=tuple(ip_network(each) for each in settings.FETCH_ALLOWED_NETWORKS),
        allowed_ports=settings.FETCH_ALLOWED_PORTS,
        connect_seconds=settings.FETCH_CONNECT_SECONDS,
        deadline=settings.FETCH_DEADLINE,
        max_html_bytes=settings.FETCH_MAX_HTML_BYTES,
        max_image_bytes=settings.FETCH_MAX_IMAGE_BYTES,
        max_file_bytes=settings.FETCH_MAX_FILE_BYTES,
        max_redirects=settings.FETCH_MAX_REDIRECTS,
        host_concurrency=settings.HOST_CONCURRENCY,
        host_per_second=settings.HOST_PER_SECOND,
        hosts=host_lists(settings),
        own_hosts=own_hosts(settings),
        tls_allow_bad=settings.TLS_ALLOW_BAD,
    )


def host_lists(settings: Settings) -> HostLists:
    """Return which hosts are read."""
    return HostLists.of(settings.FETCH_DENY_HOSTS, settings.FETCH_ALLOW_HOSTS)


def own_hosts(settings: Settings) -> tuple[str, ...]:
    """Return the names and addresses under which the operator says that this machine is reached."""
    base = urlsplit(settings.BASE_URL).hostname
    return tuple(map(host_name, (*settings.OWN_HOSTS, *([base] if base else []))))
