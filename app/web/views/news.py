"""Front pages, their sections, news search, feeds as front pages, and how the sources fare."""

from collections.abc import Iterable, Iterator

from flask import Blueprint, Response, request

from app.models import FrontPage, Page, Story
from app.news.feed_urls import TOP
from app.news.sources import SECTIONS
from app.render.pages.front_page import FrontView
from app.services.page_reader import Copy
from app.web.context import admit, edition, form_charset, frame, place, profile, services
from app.web.page_links import titles_family
from app.web.responses import page_response, query_text
from app.web.views.article import known_address

blueprint = Blueprint("news", __name__)

LONGEST_QUERY = 200
MINUTE = 60


@blueprint.get("/")
def front() -> Response:
    """Answer with the front page of the edition."""
    return section_page(TOP, 1)


@blueprint.get("/<section:section>")
@blueprint.get("/<section:section>/<int:number>")
def section(section: str, number: int = 1) -> Response:
    """Answer with a section, or with a further page of one."""
    return section_page(section, number)


@blueprint.get("/search")
def search() -> Response:
    """Answer with what is found for the words in the field `q`, or in a bare query, as ISINDEX sends it."""
    return _search_page(query_text(request.query_string, "q", form_charset()), 1)


@blueprint.get("/search/<int:number>/<path:query>")
def found(number: int, query: str) -> Response:
    """Answer with a page of what is found for `query`."""
    return _search_page(query, number)


@blueprint.get("/f/<short:key>")
@blueprint.get("/f/<short:key>/<int:number>")
def feed(key: str, number: int = 1) -> Response:
    """Answer with a feed as a front page of its own."""
    url = known_address(key)
    copy = services().newsstand.feed(url, admit)
    around = frame([url, *_addresses(copy)], _family(copy))
    page = services().pages.stories.feed(around, url, _view(copy, ""), number)
    return page_response(page, modified=copy.modified)


@blueprint.get("/status")
@blueprint.get("/status/<int:number>")
def status(number: int = 1) -> Response:
    """Answer with how the sources of the edition fare."""
    counts = services().newsstand.counts(edition().code)
    google = services().newsstand.google_counts()
    return page_response(services().pages.site.status(frame(counts), counts, google, number))


def section_page(section: str, number: int) -> Response:
    """Return the response with page `number` of a section, counted from 1."""
    copy = services().newsstand.front(edition().code, section, admit)
    # The page says how old it is to the minute, so it is typeset once a minute at most.
    key = ("front", place(), profile().name, section, number, copy.fetched_at, int(copy.age / MINUTE))
    kept = services().cache.get_page(key)
    if isinstance(kept, Page):
        return page_response(kept, modified=copy.modified)
    page = services().pages.stories.front(frame(_addresses(copy)), _view(copy, section), SECTIONS, number)
    services().cache.put_page(key, page, len(page.body))
    return page_response(page, modified=copy.modified)


def _search_page(text: str, number: int) -> Response:
    query = " ".join(text.split())[:LONGEST_QUERY]
    if not query:
        return page_response(services().pages.stories.search(frame(), "", FrontView.empty(), 1))
    copy = services().newsstand.search(edition().code, query, admit)
    page = services().pages.stories.search(frame(_addresses(copy)), query, _view(copy, "search"), number)
    return page_response(page, modified=copy.modified)


def _view(copy: Copy, section: str) -> FrontView:
    """Return the stories in `copy`."""
    front = copy.reading
    if not isinstance(front, FrontPage):
        raise TypeError(f"{type(front).__name__} is no front page")
    return FrontView(front.title, section, front.stories, front.missing, copy.age, copy.fetched_at + copy.age)


def _family(copy: Copy) -> str:
    """Return the family of the languages of a feed, which may be another than that of the edition."""
    stories = copy.reading.stories if isinstance(copy.reading, FrontPage) else ()
    return titles_family(story.lead.title for story in stories)


def _addresses(copy: Copy) -> Iterator[str]:
    """Yield every address on a front page."""
    if isinstance(copy.reading, FrontPage):
        yield from _story_addresses(copy.reading.stories)


def _story_addresses(stories: Iterable[Story]) -> Iterator[str]:
    for story in stories:
        yield story.lead.url
        yield from (other.url for other in story.others)
