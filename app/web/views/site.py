"""The pages about the site, and the answers that machines ask for."""

from flask import Blueprint, Response

from app.models import Page
from app.news.editions import find_edition
from app.news.sources import EditionSources
from app.web.context import frame, services
from app.web.responses import page_response

blueprint = Blueprint("site", __name__)

# A proxy of other people's pages is no place for a search engine.
ROBOTS = b"User-agent: *\nDisallow: /\n"


@blueprint.get("/about")
def about() -> Response:
    """Answer with the page about the site."""
    return page_response(services().pages.site.about(frame()))


@blueprint.get("/editions")
@blueprint.get("/editions/<int:number>")
def editions(number: int = 1) -> Response:
    """Answer with the list of editions."""
    sizes = sorted(services().front_pages.editions.values(), key=lambda each: each.name)
    names = [(each.code, _both_names(each)) for each in sizes]
    return page_response(services().pages.site.editions(frame(), names, number))


def _both_names(sources: EditionSources) -> str:
    """Return an edition's name in English, and in its own language where that is another."""
    edition = find_edition(sources.code)
    if edition is None or sources.name.startswith(edition.own_name):
        return sources.name
    return f"{sources.name} - {edition.own_name}"


@blueprint.get("/healthz")
def healthz() -> Response:
    """Answer `ok`, without any input or output, so that it tells of the process alone."""
    return page_response(Page(b"ok", "text/plain"))


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Answer with the rules for robots."""
    return page_response(Page(ROBOTS, "text/plain"))
