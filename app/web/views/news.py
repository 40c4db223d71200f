"""Front pages, their sections, news search, feeds as front pages, and how the sources fare."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from flask import Blueprint, Response, g, request

from app.errors import UnknownPlace
from app.models import FrontPage, Page, Story
from app.news.edition_dates import day_of
from app.news.feed_urls import TOP
from app.news.sources import SECTIONS
from app.render.pages.front_page import FrontView, moment_of
from app.sentences import Sentence
from app.services.cached_content import CachedContent
from app.services.papers import key_of
from app.web.context import admit, admit_search, edition, form_charset, frame, living_in, services, typed_in_path
from app.web.page_cache import cached_page, keep_answer
from app.web.page_links import titles_family
from app.web.responses import page_response, query_text
from app.web.views.article import known_address

blueprint = Blueprint("news", __name__)

LONGEST_QUERY = 200
NO_TIME = Sentence("%(text)s is no time; one is written as year, month, day, hour and minute.")


@blueprint.get("/")
def front() -> Response:
    """Answer with the front page of the edition; in the past, where there are no such pages, with the read form."""
    g.when = living_in()
    if g.when:
        return page_response(services().pages.site.ask(frame()))
    return section_page(TOP, 1)


@blueprint.get("/<section:section>")
@blueprint.get("/<section:section>/<int:number>")
def section(section: str, number: int = 1) -> Response:
    """Answer with a section, or with a further page of one."""
    return section_page(section, number)


@blueprint.get("/<section:section>/since/<moment:since>")
@blueprint.get("/<section:section>/since/<moment:since>/<int:number>")
def news_since(section: str, since: str, number: int = 1) -> Response:
    """Answer with a section, in which what is new since then is marked. Raises `UnknownPlace`."""
    try:
        moment = moment_of(since)
    except ValueError as error:
        raise UnknownPlace(NO_TIME.of(text=since)) from error
    return section_page(section, number, moment)


@blueprint.get("/papers")
@blueprint.get("/papers/<int:number>")
def papers(number: int = 1) -> Response:
    """Answer with the papers of the edition."""
    found = [(key_of(name), name) for name in services().papers.of(edition().code)]
    return page_response(services().pages.stories.papers(frame(), found, number))


@blueprint.get("/paper/<short:key>")
@blueprint.get("/paper/<short:key>/<int:number>")
def paper(key: str, number: int = 1) -> Response:
    """Answer with all that there is of one paper."""
    cached = services().papers.front(edition().code, key, admit)

    def render() -> Page:
        around = frame(addresses_of(cached), family_of_front(cached))
        return services().pages.stories.paper(around, key, view_of(cached, ""), number)

    return _front_response(("paper", key, number), cached, render)


@blueprint.get("/search")
def search() -> Response:
    """Answer with what is found for the words in the field `q`, or in a bare query, as ISINDEX sends it."""
    return search_page(query_text(request.query_string, "q", form_charset()), 1)


@blueprint.get("/search/<int:number>/<path:query>")
def found(number: int, query: str) -> Response:
    """Answer with a page of what is found for `query`, or for new words for ISINDEX."""
    asked = query_text(request.query_string, "q", form_charset())
    return search_page(asked, 1) if asked else search_page(typed_in_path(query), number)


@blueprint.get("/s/<short:key>")
@blueprint.get("/s/<short:key>/<int:number>")
def story(key: str, number: int = 1) -> Response:
    """Answer with all headlines of a story on a page of the edition. Raises `UnknownPlace`."""
    found = services().coverage.story(edition().code, known_address(key))
    if found is None:
        raise UnknownPlace(Sentence("This story is on no page of this edition any more."))
    view = FrontView("", "", (found,), (), 0, time.time())
    around = frame(_story_addresses((found,)), titles_family((found.lead.title,)))
    return page_response(services().pages.stories.story(around, found, view, number))


@blueprint.get("/f/<short:key>")
@blueprint.get("/f/<short:key>/<int:number>")
def feed(key: str, number: int = 1) -> Response:
    """Answer with a feed as a front page of its own."""
    url = g.original = known_address(key)
    cached = services().front_pages.feed(url, admit)

    def render() -> Page:
        around = frame([url, *addresses_of(cached)], family_of_front(cached))
        return services().pages.stories.feed(around, url, view_of(cached, ""), number)

    return _front_response(("feed", url, number), cached, render)


def section_page(section: str, number: int, since: float = 0) -> Response:
    """Return the response with page `number` of a section, counted from 1; what is new `since` then is marked."""
    cached = services().front_pages.front(edition().code, section, admit)
    services().page_refresher.note(edition().code, section)

    def render() -> Page:
        view = view_of(cached, section)
        view = replace(view, since=since, day=day_of(edition(), view.now))
        return services().pages.stories.front(frame(addresses_of(cached)), view, SECTIONS, number)

    return _front_response(("front", section, number, since), cached, render)


def _front_response(name: tuple[object, ...], cached: CachedContent, render: Callable[[], Page]) -> Response:
    page = cached_page(name, cached, render)
    keep_answer(cached)
    return page_response(page, modified=cached.modified)


def search_page(text: str, number: int) -> Response:
    """Return the response with page `number` of the news that are found for `text`."""
    query = " ".join(text.split())[:LONGEST_QUERY]
    if not query:
        return page_response(services().pages.stories.search(frame(), "", FrontView.empty(), 1))
    cached = services().news_search.search(edition().code, query, admit_search)

    def render() -> Page:
        return services().pages.stories.search(frame(addresses_of(cached)), query, view_of(cached, "search"), number)

    return page_response(cached_page(("search", query, number), cached, render), modified=cached.modified)


def view_of(cached: CachedContent, section: str) -> FrontView:
    """Return the stories in `cached`."""
    front = cached.content
    if not isinstance(front, FrontPage):
        raise TypeError(f"{type(front).__name__} is no front page")
    now = cached.fetched_at + cached.age
    is_stale = 0 < cached.age >= services().settings.NEWS_FRESH_SECONDS
    return FrontView(
        front.title, section, front.stories, front.missing, cached.age, now, is_stale=is_stale, lender=front.lender
    )


def family_of_front(cached: CachedContent) -> str:
    """Return the family of the languages of a feed, which may be another than that of the edition."""
    stories = cached.content.stories if isinstance(cached.content, FrontPage) else ()
    return titles_family(story.lead.title for story in stories)


def addresses_of(cached: CachedContent) -> Iterator[str]:
    """Yield every address on a front page."""
    if isinstance(cached.content, FrontPage):
        yield from _story_addresses(cached.content.stories)


def _story_addresses(stories: Iterable[Story]) -> Iterator[str]:
    for story in stories:
        for each in (story.lead, *story.others):
            yield from filter(None, (each.url, each.comments))
