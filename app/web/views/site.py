"""The pages about the site, and the answers that machines ask for."""

from flask import Blueprint, Response

from app.models import Page
from app.news.editions import find_edition
from app.news.sources import EditionSources
from app.render.charsets.charsets import Charset
from app.render.profiles.platforms import UNSPELLABLE
from app.storage import Usage
from app.text.humanize import counted, size_in_words
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
    around = frame()
    names = [(each.code, _both_names(each, around.charset)) for each in sizes]
    return page_response(services().pages.site.editions(around, names, number))


def _both_names(sources: EditionSources, charset: Charset) -> str:
    """Return an edition's name in English, and in its own language where that is another that its readers can read."""
    edition = find_edition(sources.code)
    if edition is None or sources.name.startswith(edition.own_name):
        return sources.name
    is_readable = edition.family not in UNSPELLABLE or charset.can_write(edition.own_name)
    return f"{sources.name} - {edition.own_name}" if is_readable else sources.name


@blueprint.get("/healthz")
def healthz() -> Response:
    """Answer `ok`, without any input or output, so that it tells of the process alone."""
    return page_response(Page(b"ok", "text/plain"))


@blueprint.get("/readyz")
def readyz() -> Response:
    """Answer whether what is read can be kept, and how much of each kind is; with 503 where it cannot.

    Readers are served all the same, so it is for whoever runs the site, and no reason to end the process.
    """
    trouble = services().store.trouble()
    first = f"The store cannot be written: {trouble}. Pages are read anew each time." if trouble else "ready"
    sizes = sorted(services().store.sizes().items())
    text = "".join(f"{line}\n" for line in (first, *(_usage(quota.name.lower(), each) for quota, each in sizes)))
    return page_response(Page(text.encode("ascii", "replace"), "text/plain"), 503 if trouble else 200)


def _usage(name: str, usage: Usage) -> str:
    size, most = size_in_words(usage.size), size_in_words(usage.most)
    return f"{name}: {counted(usage.entries, 'value')}, {size} of {most}"


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Answer with the rules for robots."""
    return page_response(Page(ROBOTS, "text/plain"))
