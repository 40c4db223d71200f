"""What a browser gets whose HTTP proxy this is: pages of other sites at their own addresses, and nothing encrypted."""

import re
from urllib.parse import urlsplit

from flask import Blueprint, Response, request

from app.errors import AddressRefused, BadAddress, OriginUnreachable, ReaderError, TunnelRefused, UnknownPlace
from app.models import Article, Download, Listing, Page, SourceImage
from app.net.urls import canonical, host_of
from app.render.html.links import as_typed
from app.render.pages.passthrough import passthrough_page, passthrough_text
from app.sentences import Sentence
from app.services.passthrough import PACKAGED
from app.web.context import admit, form_charset, frame, living_in, profile, services
from app.web.middleware.forward_proxy import PLACE, PROXIED, SITE
from app.web.middleware.gateway import GATEWAY
from app.web.responses import page_response, query_fields, redirect_response
from app.web.views.article import posted_page, reading_page
from app.web.views.errors import reader_failure
from app.web.views.images import image_itself, placeholder_image
from app.web.views.moments import page_then

blueprint = Blueprint("proxied", __name__)

NOT_A_PROXY = Sentence(
    "This site is no proxy for browsers; please take it out of your browser's settings, and use its form."
)
NO_TUNNEL = Sentence(
    "This proxy does not pass encrypted connections on; please begin the address with http: instead of https:"
)
NOT_HTTP = Sentence(
    "Please begin the address with http: and nothing else; this proxy asks by https where a site needs that."
)
NO_FILES = Sentence("This proxy passes simple forms on, and no files.")
NO_PAST = Sentence("Nothing can be sent to a page of the past; forms that only ask for a page can be filled in.")
NO_PAC = Sentence("This site is no proxy for browsers, so there is nothing here to set one up.")
NO_NAME = Sentence("Please ask for this page by the name or the address of this server, and without a proxy.")

# How an address ends that is likely to stand in a page as a picture.
_IMAGE = re.compile(r"\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp|xbm)\Z", re.I)
_HOST = re.compile(r"(?P<name>[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?P<port>:[0-9]{1,5})?")
FORM_TYPE = "application/x-www-form-urlencoded"
PAC_TYPE = "application/x-ns-proxy-autoconfig"
# Netscape's proxy auto-config of 1996; what is asked of this server itself needs no proxy.
PAC = """function FindProxyForURL(url, host) {{
    if (url.substring(0, 5) != "http:" || host == "{name}") return "DIRECT";
    return "PROXY {name}{port}";
}}
"""


@blueprint.get(PLACE)
def page() -> Response:
    """Answer with what another site has at the address that was asked for.

    A browser that asks for an inline picture must get one, as in `views.images.file`.
    """
    url = _asked()
    try:
        return page_then(url, living_in(), alone=image_itself) if living_in() else _at_its_best(url)
    except ReaderError as error:
        if not _wants_picture(url):
            raise
        return placeholder_image(error.sentence)


@blueprint.post(PLACE)
def posted() -> Response:
    """Answer with what another site says to a form of its own."""
    url = services().https_hosts.best(_asked())
    if living_in():
        raise BadAddress(NO_PAST)
    if request.mimetype not in ("", FORM_TYPE):
        raise BadAddress(NO_FILES)
    form = query_fields(request.get_data(), form_charset())
    return posted_page(url, services().contents.post(url, form, admit))


@blueprint.route(PLACE, methods=["CONNECT"])
def tunnel() -> Response:
    """Answer that there are no encrypted connections through here."""
    response = reader_failure(TunnelRefused(NO_TUNNEL))
    response.headers["Allow"] = "GET, HEAD, POST"
    return response


@blueprint.get("/proxy.pac")
def setup() -> Response:
    """Answer with a program by which a browser finds its proxy here."""
    if not _is_on():
        raise UnknownPlace(NO_PAC)
    base = urlsplit(services().settings.BASE_URL).netloc
    host = _HOST.fullmatch(base or request.headers.get("Host", ""))
    if host is None or (SITE in request.environ and not base):
        raise BadAddress(NO_NAME)
    text = PAC.format(name=host["name"].lower(), port=host["port"] or ":80")
    return page_response(Page(text.encode("ascii"), PAC_TYPE))


def _asked() -> str:
    """Return the canonical address that is asked for. Raises `ReaderError` where it is not one for us."""
    target = request.environ.get(PROXIED, "")
    if not target:
        raise UnknownPlace(Sentence("There is no such page here."))
    if not _is_on() and GATEWAY not in request.environ:
        raise AddressRefused(NOT_A_PROXY)
    if not target.lower().startswith("http:"):
        raise BadAddress(NOT_HTTP)
    return canonical(target)


def _is_on() -> bool:
    return services().settings.PROXY == "on"


def _at_its_best(url: str) -> Response:
    """Return what is at `url`, by https at once where its host is known to want that, and still answers to it."""
    best = services().https_hosts.best(url)
    try:
        return _at(best)
    except OriginUnreachable:
        if best == url:
            raise
        services().https_hosts.forget(url)
        return _at(url)


def _at(url: str) -> Response:
    if host_of(url) in {*PACKAGED, *services().settings.PASSTHROUGH_HOSTS}:
        return _passed(url)
    response = reading_page(url, alone=image_itself)
    cached = services().contents.cached(url)
    if cached is not None and isinstance(cached.content, Article | Download | Listing | SourceImage):
        services().https_hosts.learn(url, cached.content.url)
    return response


def _passed(url: str) -> Response:
    """Return what is at `url` as it came; its links are its own, so a browser that is sent on must know where to."""
    cached = services().verbatim.read(url, admit)
    found = cached.content
    if not isinstance(found, Download):
        raise TypeError(f"{type(found).__name__} is not what passes unread")
    services().https_hosts.learn(url, found.url)
    elsewhere = as_typed(found.url)
    if elsewhere and elsewhere != as_typed(url):
        return redirect_response(services().pages.site.moved(frame([elsewhere]), elsewhere), elsewhere)
    return page_response(_recoded(found), modified=cached.fetched_at)


def _recoded(found: Download) -> Page:
    if not found.content_type.startswith("text/"):
        return Page(found.body, found.content_type)
    text = found.body.decode("utf-8")
    if found.content_type == "text/html":
        return passthrough_page(text, profile())
    return passthrough_text(text, found.content_type, profile())


def _wants_picture(url: str) -> bool:
    """Say whether what was asked for is likely to stand in a page as a picture.

    Netscape names kinds of pictures whatever it asks for, and behind them everything else.
    """
    kinds = [kind.strip() for kind in request.headers.get("Accept", "").split(",")]
    return bool(_IMAGE.search(url.partition("?")[0])) or all(kind.startswith("image/") for kind in kinds)
