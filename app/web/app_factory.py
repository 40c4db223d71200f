"""The application put together: settings in, a Flask app out."""

from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app.isolation import Control
from app.storage.inheritance import Inherited
from app.web import hooks
from app.web.cli import check, sources, warm
from app.web.context import EXTENSION, Services
from app.web.converters import CONVERTERS
from app.web.middleware.capitals import Capitals
from app.web.middleware.forward_proxy import ForwardProxy
from app.web.middleware.gateway import Gateway
from app.web.middleware.header_padding import HeaderPadding
from app.web.middleware.kept_answers import SHARE, KeptAnswers
from app.web.middleware.profile_prefix import ProfilePrefix
from app.web.middleware.request_log import RequestLog
from app.web.rules import PathRule
from app.web.views import (
    almanac,
    article,
    collections,
    errors,
    forward_proxy,
    images,
    legacy_urls,
    metrics,
    moments,
    news,
    own_pages,
    reference,
    search,
    setup,
    site,
    status,
    text_pictures,
    today,
    translations,
)
from app.web.wiring.services import build_services
from config import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


# Each is there for the edition of the visitor, and under the code of every other one.
OF_EDITIONS = (
    news,
    almanac,
    article,
    collections,
    images,
    moments,
    own_pages,
    reference,
    search,
    setup,
    site,
    status,
    text_pictures,
    today,
    translations,
)
OF_THE_SITE = (forward_proxy, legacy_urls, metrics)


def create_app(settings: Settings, inherited: Inherited | None = None, zygote: Control | None = None) -> Flask:
    """Return the application for `settings`, for workers with what they have `inherited` and the `zygote` they share.

    Raises `StoreError` where the store cannot be opened, but not in a worker, which must start while the disk is full.
    """
    app = Flask(__name__, static_folder=None)
    app.extensions[EXTENSION] = parts = build_services(settings, inherited, zygote)
    app.url_map.converters |= CONVERTERS
    app.url_rule_class = PathRule
    # Redirects are what old browsers follow worst.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    _register_views(app)
    errors.register(app)
    for command in (check, sources, warm):
        app.cli.add_command(command)
    hooks.register(app)
    app.wsgi_app = _behind_middleware(app.wsgi_app, parts)  # type: ignore[method-assign]
    return app


def _register_views(app: Flask) -> None:
    for module in OF_EDITIONS:
        app.register_blueprint(module.blueprint)
        name = f"{module.blueprint.name}-of-edition"
        app.register_blueprint(module.blueprint, name=name, url_prefix="/<edition:edition>")
    for module in OF_THE_SITE:
        app.register_blueprint(module.blueprint)


def _behind_middleware(views: "WSGIApplication", parts: Services) -> HeaderPadding | ProxyFix:
    """Return `views` behind what each request passes before them; what stands last here is passed first."""
    settings = parts.settings
    kept = KeptAnswers(ProfilePrefix(views), settings.MEMORY_CACHE_BYTES * SHARE, lambda: parts.image_service.changes)
    logged = RequestLog(kept, settings.LOG_CLIENTS, settings.LOG_REQUESTS == "on")
    is_proxy, ports = settings.PROXY == "on", settings.wayback_ports
    front = ForwardProxy(Capitals(logged), settings.PROXY_SITE, is_proxy, settings.PROXY_HOPS > 0, ports)
    padded = HeaderPadding(Gateway(front))
    return ProxyFix(padded, x_for=settings.PROXY_HOPS) if settings.PROXY_HOPS else padded
