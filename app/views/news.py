"""Front pages, their sections, news search, feeds as front pages, and how the sources fare."""

from collections.abc import Iterable, Iterator

from flask import Blueprint, Response, request

from app.errors import UnknownPlace
from app.http import page_response, query_fields
from app.models import FrontPage, Page, Story
from app.news.sources import SECTIONS
from app.news.wires import TOP
from app.newsstand import STORIES_A_PAGE
from app.reader import Copy
from app.typeset.front import FrontView
from app.views.reading import known_address
from app.views.services import admit, edition, frame, services

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
    """Answer with what is found for the words in the field `q`."""
    query = " ".join(dict(query_fields(request.query_string)).get("q", "").split())[:LONGEST_QUERY]
    if not query:
        return page_response(services().pages.search(frame(), "", FrontView.empty()))
    copy = services().newsstand.search(edition().code, query, admit)
    return page_response(
        services().pages.search(frame(_addresses(copy)), query, _view(copy, "search", 1)), modified=copy.modified
    )


@blueprint.get("/f/<short:key>")
def feed(key: str) -> Response:
    """Answer with a feed as a front page of its own."""
    url = known_address(key)
    copy = services().newsstand.feed(url, admit)
    return page_response(
        services().pages.feed(frame([url, *_addresses(copy)]), url, _view(copy, "", 1)), modified=copy.modified
    )


@blueprint.get("/status")
def status() -> Response:
    """Answer with how the sources of the edition fare."""
    counts = services().newsstand.counts(edition().code)
    return page_response(services().pages.status(frame(counts), counts, services().newsstand.google_counts()))


def section_page(section: str, number: int) -> Response:
    """Return the response with page `number` of a section, counted from 1."""
    copy = services().newsstand.front(edition().code, section, admit)
    place = frame()
    # The page says how old it is to the minute, so it is typeset once a minute at most.
    key = ("front", place.links.prefix, place.profile.name, section, number, copy.fetched_at, int(copy.age / MINUTE))
    kept = services().cache.get_page(key)
    if isinstance(kept, Page):
        return page_response(kept, modified=copy.modified)
    view = _view(copy, section, number)
    if number > 1 and not view.stories:
        raise UnknownPlace("There are no more stories.")
    page = services().pages.front(frame(_addresses(copy)), view, SECTIONS)
    services().cache.put_page(key, page, len(page.body))
    return page_response(page, modified=copy.modified)


def _view(copy: Copy, section: str, number: int) -> FrontView:
    """Return page `number` of the stories in `copy`."""
    front = copy.reading
    if not isinstance(front, FrontPage):
        raise TypeError(f"{type(front).__name__} is no front page")
    start = (number - 1) * STORIES_A_PAGE
    stories = front.stories[start : start + STORIES_A_PAGE]
    more = number + 1 if start + STORIES_A_PAGE < len(front.stories) else 0
    return FrontView(front.title, section, stories, more, front.missing, copy.age, copy.fetched_at + copy.age)


def _addresses(copy: Copy) -> Iterator[str]:
    """Yield every address on a front page."""
    if isinstance(copy.reading, FrontPage):
        yield from _story_addresses(copy.reading.stories)


def _story_addresses(stories: Iterable[Story]) -> Iterator[str]:
    for story in stories:
        yield story.lead.url
        yield from (other.url for other in story.others)
