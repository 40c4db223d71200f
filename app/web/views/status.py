"""How the site fares, for people: in words, in small plots, and source by source."""

import time

from flask import Blueprint, Response

from app.images import format_named
from app.render.pages.status import SiteState, status_plot
from app.web.context import edition, frame, profile, services
from app.web.page_cache import cached_drawing
from app.web.responses import image_response, page_response

blueprint = Blueprint("status", __name__)


@blueprint.get("/status")
@blueprint.get("/status/<int:number>")
def status(number: int = 1) -> Response:
    """Answer with how the site and the sources of the edition fare."""
    counts, known = services().source_status.of(edition().code), services().site_status
    dropped = {url for url, count in counts.items() if count.is_dropped(time.time())}
    hosts = [(each.name, each.since) for each in known.hosts()]
    state = SiteState(*known.store_trouble(), hosts, known.day())
    google = services().source_status.google_links()
    return page_response(services().pages.status.status(frame(counts), state, counts, dropped, google, number))


@blueprint.get("/status/<any(fetches, requests, times):name>.gif")
def plot_file(name: str) -> Response:
    """Answer with a plot of the last day, as the browser's screen can show it."""
    day = services().site_status.day()
    key = ("plot", name, profile().width, profile().palette, day.now)
    made = cached_drawing(key, lambda: status_plot(day, name, profile()))
    return image_response(made.body, format_named(made.format).media_type)
