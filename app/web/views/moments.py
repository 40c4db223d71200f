"""The web of another day: pages as they were, whose links stay in their time."""

from urllib.parse import urlencode

from flask import Blueprint, Response, g, request

from app.images import format_named
from app.models import Download
from app.net.moments import moment
from app.net.urls import canonical, parse
from app.net.wayback import copy_at
from app.render.pages.as_it_was import addresses_in, early_page
from app.web.context import admit, form_charset, frame, profile, raw_behind, services
from app.web.image_sizes import usual_screen
from app.web.responses import page_response, query_fields
from app.web.views.article import ImageResponse, known_address, opened_page
from app.web.views.images import image_page

blueprint = Blueprint("moments", __name__)


@blueprint.get("/web/<when>/a/<short:key>")
@blueprint.get("/web/<when>/a/<short:key>/<int:number>")
def followed(when: str, key: str, number: int = 1) -> Response:
    """Answer with what a short address stands for as it was, or what a form there leads to."""
    url = known_address(key)
    if request.query_string:
        fields = urlencode(query_fields(request.query_string, form_charset()))
        url = canonical(f"{url.partition('?')[0]}?{fields}")
    return page_then(url, moment(when), number)


@blueprint.get("/web/<when>/<path:address>")
def typed(when: str, address: str) -> Response:
    """Answer with a page as it was; its address stands in the path as it came, with its query behind it."""
    query = request.query_string.decode("latin-1")
    as_read = f"{address}?{query}" if query else address
    return page_then(parse(raw_behind(f"/{when}/") or as_read), moment(when))


def page_then(url: str, when: str, number: int = 1, alone: ImageResponse = lambda url: image_page(url, "")) -> Response:
    """Return page `number` of what the canonical address `url` held at a moment, for a reader who stays there.

    `alone` returns the response for a picture that stands alone.
    """
    g.when, g.original = when, url
    opened = services().reader.at(url, when, admit)
    found = opened.cached.content
    if not isinstance(found, Download) or found.content_type != "text/html":
        return opened_page(opened, number, alone)
    copy = copy_at(opened.url, services().settings.WAYBACK_URL.rstrip("/"))
    if copy is None:
        raise TypeError(f"{opened.url} is no copy")
    markup = found.body.decode("utf-8")
    suffix = format_named(usual_screen(profile()).format).suffix
    page = early_page(frame(addresses_in(markup, copy)), markup, copy, opened.note, suffix)
    return page_response(page, modified=opened.cached.fetched_at)
