"""The application put together: settings in, a Flask app out."""

from ipaddress import ip_network
from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app.fetch.client import Client, FetchRules
from app.fetch.https_hosts import HttpsHosts
from app.news.aggregators.google_links import GoogleLinks
from app.news.feed_urls import FeedUrls
from app.news.sources import load_sources
from app.render.pages import Pages
from app.services.feed_fetcher import FeedFetcher
from app.services.front_pages import FrontPages, Terms
from app.services.image_service import ImageService
from app.services.page_reader import Lifetimes, PageReader
from app.services.passthrough import verbatim_download
from app.services.rate_limit import ReadLimit
from app.storage import Store, open_store
from app.storage.cache import Cache
from app.storage.feed_stats import FeedStats
from app.storage.short_links import ShortLinks
from app.web import hooks
from app.web.cli import warm
from app.web.context import EXTENSION, Services
from app.web.converters import CONVERTERS
from app.web.hooks import pseudonym
from app.web.middleware.forward_proxy import ForwardProxy
from app.web.middleware.header_padding import HeaderPadding
from app.web.middleware.profile_prefix import ProfilePrefix
from app.web.views import article, errors, forward_proxy, images, legacy_urls, news, setup, site
from config import ROOT, Settings

# The longest that a feed which goes on failing is left alone.
SIX_HOURS = 6 * 3600


def create_app(settings: Settings) -> Flask:
    """Return the application for `settings`. Raises `StoreError` where the store cannot be opened."""
    app = Flask(__name__, static_folder=None)
    app.extensions[EXTENSION] = build_services(settings)
    app.url_map.converters |= CONVERTERS
    # Redirects are what old browsers follow worst.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    for module in (news, article, images, setup, site):
        app.register_blueprint(module.blueprint)
        name = f"{module.blueprint.name}-of-edition"
        app.register_blueprint(module.blueprint, name=name, url_prefix="/<edition:edition>")
    app.register_blueprint(legacy_urls.blueprint)
    app.register_blueprint(forward_proxy.blueprint)
    errors.register(app)
    app.cli.add_command(warm)
    hooks.register(app)
    own = ProfilePrefix(app.wsgi_app)
    front = ForwardProxy(own, settings.PROXY_SITE, settings.PROXY == "on", settings.PROXY_HOPS > 0)
    app.wsgi_app = HeaderPadding(front)  # type: ignore[method-assign]
    if settings.PROXY_HOPS:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.PROXY_HOPS)  # type: ignore[method-assign]
    return app


def build_services(settings: Settings) -> Services:
    """Return the parts of the program, wired together."""
    store = open_store(settings.STORE_URL, settings.STORE_MAX_BYTES)
    cache = Cache(store, settings.MEMORY_CACHE_BYTES)
    failure = settings.FAILURE_SECONDS
    lifetimes = Lifetimes(settings.ARTICLE_FRESH_SECONDS, settings.ARTICLE_STALE_SECONDS, failure, failure)
    client = Client(fetch_rules(settings))
    reader = PageReader(client, cache, lifetimes)
    return Services(
        settings=settings,
        cache=cache,
        reader=reader,
        image_service=ImageService(reader, cache, store, settings.IMAGE_MAX_PIXELS, settings.IMAGE_CONVERSIONS),
        links=ShortLinks(store),
        limit=ReadLimit(settings.LIMIT_READS_PER_MINUTE, [ip_network(each) for each in settings.LIMIT_EXEMPT_NETWORKS]),
        front_pages=build_front_pages(settings, client, cache, store),
        pages=Pages(ROOT / "templates"),
        verbatim=PageReader(client, cache, lifetimes, interpret=verbatim_download, namespace="verbatim "),
        https_hosts=HttpsHosts(),
    )


def build_front_pages(settings: Settings, client: Client, cache: Cache, store: Store) -> FrontPages:
    """Return the newspaper's part. Raises `SourcesError` where the file of sources is wrong."""
    sources = load_sources(Path(settings.SOURCES_FILE) if settings.SOURCES_FILE else None)
    google, bing = settings.GOOGLE_NEWS_URL.rstrip("/"), settings.BING_NEWS_URL.rstrip("/")
    feed_urls = FeedUrls(google, bing)
    lifetimes = Lifetimes(settings.NEWS_FRESH_SECONDS, settings.NEWS_STALE_SECONDS, settings.FAILURE_SECONDS, SIX_HOURS)
    reader = PageReader(client, cache, lifetimes, interpret=feed_urls.received, namespace="feed ")
    feed_stats = FeedStats(store)
    return FrontPages(
        feeds=FeedFetcher(reader, feed_urls, feed_stats, settings.NEWS_PATIENCE_SECONDS),
        cache=cache,
        sources=sources,
        feed_urls=feed_urls,
        google=GoogleLinks(client, store, google, daily_exchanges=settings.GOOGLE_LINKS_PER_DAY),
        feed_stats=feed_stats,
        terms=Terms(settings.NEWS_FRESH_SECONDS, settings.NEWS_STALE_SECONDS),
    )


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
    )
