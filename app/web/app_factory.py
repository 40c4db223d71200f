"""The application put together: settings in, a Flask app out."""

import re
from ipaddress import ip_network
from pathlib import Path

from flask import Flask, Response, g, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import BaseConverter

from app.errors import LoopDetected
from app.fetch.client import Client, FetchRules
from app.fetch.https_hosts import SecureHosts
from app.images import FORMATS
from app.news.aggregators.google_links import GoogleLinks
from app.news.feed_urls import Wires
from app.news.sources import SECTIONS, load_sources
from app.render.pages import Pages
from app.render.profiles.spec import read_spec
from app.render.profiles.user_agents import spec_for
from app.services.feed_fetcher import Feedroom
from app.services.front_pages import Newsstand, Terms
from app.services.image_service import Darkroom
from app.services.page_reader import Lifetimes, Reader
from app.services.passthrough import as_it_came
from app.services.rate_limit import ReadLimit
from app.storage import Store, open_store
from app.storage.cache import Cache
from app.storage.feed_stats import Tally
from app.storage.short_links import LinkBook
from app.web.cli import warm
from app.web.context import EXTENSION, Services, known_edition, services
from app.web.middleware.forward_proxy import ProxyRequests
from app.web.middleware.header_padding import PaddedHeaders
from app.web.middleware.profile_prefix import SPEC, ProfilePrefix
from app.web.views import article as reading
from app.web.views import errors as failures
from app.web.views import forward_proxy as proxied
from app.web.views import images as pictures
from app.web.views import legacy_urls as bookmarks
from app.web.views import news, setup, site
from config import ROOT, Settings

# Nobody sends us anything but addresses.
MAX_REQUEST_BODY = 64 * 1024
# What no cache keeps unless it is told to (RFC 9111, section 4.2.2).
REDIRECT = 302
# The longest that a feed which goes on failing is left alone.
SIX_HOURS = 6 * 3600


class EditionConverter(BaseConverter):
    """The code of an edition in a path."""

    regex = "[A-Za-z]{2}(?:-[A-Za-z]{2})?"


class ShortIdConverter(BaseConverter):
    """A short id in a path."""

    regex = "[a-z2-7]{8,52}"


class SizeConverter(BaseConverter):
    """The size of a picture in a path: a width, a box, or a part; `views.screens` says what each means."""

    regex = "w[0-9]{2,4}|t?[0-9]{1,3}x[0-9]{1,3}"


class SuffixConverter(BaseConverter):
    """The suffix of a format of pictures in a path."""

    regex = "|".join(each.suffix for each in FORMATS)


class SectionConverter(BaseConverter):
    """The name of a section in a path."""

    regex = "|".join(dict(SECTIONS))


def create_app(settings: Settings) -> Flask:
    """Return the application for `settings`. Raises `StoreError` where the store cannot be opened."""
    app = Flask(__name__, static_folder=None)
    app.extensions[EXTENSION] = build_services(settings)
    app.config["MAX_CONTENT_LENGTH"] = MAX_REQUEST_BODY
    app.url_map.converters |= {
        "edition": EditionConverter,
        "section": SectionConverter,
        "short": ShortIdConverter,
        "size": SizeConverter,
        "suffix": SuffixConverter,
    }
    # Redirects are what old browsers follow worst.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    for module in (news, reading, pictures, setup, site):
        app.register_blueprint(module.blueprint)
        name = f"{module.blueprint.name}-of-edition"
        app.register_blueprint(module.blueprint, name=name, url_prefix="/<edition:edition>")
    app.register_blueprint(bookmarks.blueprint)
    app.register_blueprint(proxied.blueprint)
    failures.register(app)
    app.cli.add_command(warm)
    app.url_value_preprocessor(take_profile)
    app.url_value_preprocessor(take_edition)
    app.before_request(refuse_loops_and_bodies)
    app.after_request(keep_private)
    own = ProfilePrefix(app.wsgi_app)
    front = ProxyRequests(own, settings.PROXY_SITE, settings.PROXY == "on", settings.PROXY_HOPS > 0)
    app.wsgi_app = PaddedHeaders(front)  # type: ignore[method-assign]
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
    reader = Reader(client, cache, lifetimes)
    return Services(
        settings=settings,
        cache=cache,
        reader=reader,
        darkroom=Darkroom(reader, cache, store, settings.IMAGE_MAX_PIXELS, settings.IMAGE_CONVERSIONS),
        links=LinkBook(store),
        limit=ReadLimit(settings.LIMIT_READS_PER_MINUTE, [ip_network(each) for each in settings.LIMIT_EXEMPT_NETWORKS]),
        newsstand=build_newsstand(settings, client, cache, store),
        pages=Pages(ROOT / "templates"),
        verbatim=Reader(client, cache, lifetimes, understand=as_it_came, shelf="verbatim "),
        upgrades=SecureHosts(),
    )


def build_newsstand(settings: Settings, client: Client, cache: Cache, store: Store) -> Newsstand:
    """Return the newspaper's part. Raises `SourcesError` where the file of sources is wrong."""
    sources = load_sources(Path(settings.SOURCES_FILE) if settings.SOURCES_FILE else None)
    google, bing = settings.GOOGLE_NEWS_URL.rstrip("/"), settings.BING_NEWS_URL.rstrip("/")
    wires = Wires(google, bing)
    lifetimes = Lifetimes(settings.NEWS_FRESH_SECONDS, settings.NEWS_STALE_SECONDS, settings.FAILURE_SECONDS, SIX_HOURS)
    reader = Reader(client, cache, lifetimes, understand=wires.received, shelf="feed ")
    tally = Tally(store)
    return Newsstand(
        feeds=Feedroom(reader, wires, tally, settings.NEWS_PATIENCE_SECONDS),
        cache=cache,
        sources=sources,
        wires=wires,
        google=GoogleLinks(client, store, google, daily_exchanges=settings.GOOGLE_LINKS_PER_DAY),
        tally=tally,
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


def pseudonym(settings: Settings) -> str:
    """Return the name by which we know our own requests (RFC 9110, section 7.6.3): a token."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", settings.SITE_NAME) or "68k.news"


def take_profile(endpoint: str | None, values: dict[str, str] | None) -> None:
    """Take the profile that the path names, else the one for the browser that asks. Raises `UnknownPlace`."""
    spec = request.environ.get(SPEC)
    # The browser's own, for the page that says that there is no such profile.
    g.profile, g.profile_in_path = read_spec(spec_for(request.headers.get("User-Agent", ""))), False
    if spec is not None:
        g.profile, g.profile_in_path = read_spec(spec), True


def keep_private(response: Response) -> Response:
    """Keep what was made for one User-Agent out of the caches that others share; where the path names the profile,
    it is the same for everybody. `Vary` would be the other way, and Internet Explorer caches nothing that has it."""
    if not g.get("profile_in_path") and response.status_code != REDIRECT:
        response.headers["Cache-Control"] = "private"
    return response


def take_edition(endpoint: str | None, values: dict[str, str] | None) -> None:
    """Take the edition out of the path, for the links of the page. Raises `UnknownPlace`."""
    code = (values or {}).pop("edition", None)
    g.edition = None  # for the page that says that there is no such edition
    if code:
        g.edition = known_edition(code)


def refuse_loops_and_bodies() -> None:
    """Refuse requests that we made ourselves, and those that bring more than an address.

    Raises `LoopDetected` and `RequestEntityTooLarge`.
    """
    own = pseudonym(services().settings)
    passed_on_by = [hop.split() for hop in request.headers.get("Via", "").split(",")]
    if any(len(hop) > 1 and hop[1] == own for hop in passed_on_by):
        raise LoopDetected("This request came from this site itself, so it is not answered.")
    if (request.content_length or 0) > MAX_REQUEST_BODY:
        raise RequestEntityTooLarge
