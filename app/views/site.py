"""The pages about the site, and the answers that machines ask for."""

from flask import Blueprint, Response

from app.http import page_response
from app.models import Page
from app.news.editions import EDITIONS
from app.views.services import frame, services

blueprint = Blueprint("site", __name__)

# A proxy of other people's pages is no place for a search engine.
ROBOTS = b"User-agent: *\nDisallow: /\n"


@blueprint.get("/about")
def about() -> Response:
    """Answer with the page about the site."""
    return page_response(services().pages.about(frame()))


@blueprint.get("/editions")
def editions() -> Response:
    """Answer with the list of editions."""
    rows = [(edition.code, edition.name) for edition in sorted(EDITIONS, key=lambda each: each.name)]
    return page_response(services().pages.editions(frame(), rows))


@blueprint.get("/healthz")
def healthz() -> Response:
    """Answer `ok`, without any input or output, so that it tells of the process alone."""
    return page_response(Page(b"ok", "text/plain"))


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Answer with the rules for robots."""
    return page_response(Page(ROBOTS, "text/plain"))
