"""Articles and whatever else an address holds, and the way out to an original."""

import time
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, Response, g, request

from app.errors import UnknownId
from app.fetch.sniff import safe_type
from app.models import Article, Download, Listing, Page, SourceImage
from app.net.urls import canonical, checked, secured
from app.render.pages.articles import ArticleView
from app.render.template import Frame
from app.sentences import Sentence
from app.services.cached_content import CachedContent
from app.services.page_reader import OpenedPage, UnavailableStory
from app.text.humanize import Span
from app.web.context import admit, archives, edition, form_charset, frame, profile, services
from app.web.image_sizes import usual_screen
from app.web.middleware.forward_proxy import SITE
from app.web.page_cache import cached_page, keep_answer
from app.web.page_links import article_needs, links_needs, listing_needs
from app.web.responses import download_response, page_response, query_fields, redirect_response
from app.web.translating import offered
from app.web.unchecked import identity_note, way_around
from app.web.views.images import image_page

blueprint = Blueprint("reading", __name__)


OLD = Span(
    Sentence.plural(
        "This copy is %(num)s day old, because the site does not answer now.",
        "This copy is %(num)s days old, because the site does not answer now.",
        num=0,
    ),
    Sentence.plural(
        "This copy is %(num)s hour old, because the site does not answer now.",
        "This copy is %(num)s hours old, because the site does not answer now.",
        num=0,
    ),
    Sentence.plural(
        "This copy is %(num)s minute old, because the site does not answer now.",
        "This copy is %(num)s minutes old, because the site does not answer now.",
        num=0,
    ),
    Sentence.plural(
        "This copy is %(num)s second old, because the site does not answer now.",
        "This copy is %(num)s seconds old, because the site does not answer now.",
        num=0,
    ),
)
Render = Callable[[Frame, ArticleView], Page]
ImageResponse = Callable[[str], Response]


@blueprint.get("/a/<short:key>")
@blueprint.get("/a/<short:key>/<int:number>")
def article(key: str, number: int = 1) -> Response:
    """Answer with what a short address stands for, or a further page of it."""
    return reading_page(known_address(key), number)


@blueprint.get("/a/<short:key>/all")
def whole(key: str) -> Response:
    """Answer with an article on one page."""
    return _article_response(key, services().pages.articles.whole)


@blueprint.get("/a/<short:key>/links")
@blueprint.get("/a/<short:key>/links/<int:number>")
def links(key: str, number: int = 1) -> Response:
    """Answer with all links of a page; what has none of its own has its usual page."""
    url = known_address(key)
    opened = services().reader.read(url, edition().code, admit)
    if isinstance(opened, UnavailableStory):
        return unavailable_page(url, opened)
    found = opened.cached.content
    if not isinstance(found, Article | Listing):
        return opened_page(opened, 1, lambda url: image_page(url, ""))
    return page_response(_links_page(opened, found, number), modified=opened.cached.modified)


@blueprint.get("/a/<short:key>/print")
def printed(key: str) -> Response:
    """Answer with an article without links."""
    return _article_response(key, services().pages.articles.printed)


@blueprint.get("/a/<short:key>.txt")
def plain(key: str) -> Response:
    """Answer with an article as plain text."""
    return _article_response(key, services().pages.articles.plain)


@blueprint.get("/a/<short:key>/flowing.txt")
def flowing(key: str) -> Response:
    """Answer with an article as plain text whose lines a word processor makes."""
    return _article_response(key, services().pages.articles.flowing)


@blueprint.get("/a/<short:key>.rtf")
def rich(key: str) -> Response:
    """Answer with an article as RTF."""
    return _article_response(key, services().pages.articles.rich)


@blueprint.get("/a/<short:key>.pdb")
def palm(key: str) -> Response:
    """Answer with an article as a Palm Doc."""
    return _article_response(key, lambda around, view: services().pages.articles.palm(around, view, time.time()))


@blueprint.get("/a/<short:key>/files")
def files(key: str) -> Response:
    """Answer with the files that an article can be saved as."""
    return _article_response(key, services().pages.articles.files)


@blueprint.get("/g/<short:key>")
def submitted(key: str) -> Response:
    """Answer with what a form of another site leads to: its address, and behind it what was filled in."""
    action = known_address(key).partition("?")[0]
    query = urlencode(query_fields(request.query_string, form_charset()))
    g.asked = canonical(f"{action}?{query}" if query else action)
    return reading_page(g.asked)


@blueprint.get("/a/<short:key>/archive")
def archived(key: str) -> Response:
    """Answer with the newest copy of a page in the Wayback Machine."""
    url = g.original = known_address(key)
    return opened_page(services().reader.archived(url, admit), 1, lambda url: image_page(url, ""))


@blueprint.get("/o/<short:key>")
def out(key: str) -> Response:
    """Send the browser to an original."""
    url = checked(known_address(key))
    target = secured(url) if SITE in request.environ else url
    return redirect_response(services().pages.site.moved(frame([target]), target), target)


def known_address(key: str) -> str:
    """Return the address that a short id stands for. Raises `UnknownId`."""
    url = services().links.url_of(key)
    if url is None:
        raise UnknownId(
            Sentence("This short address is no longer known here; please type the address of the page again.")
        )
    return url


def reading_page(url: str, number: int = 1, alone: ImageResponse = lambda url: image_page(url, "")) -> Response:
    """Return page `number` of what the canonical address `url` holds, or who else has its story.

    `alone` returns the response for a picture that stands alone.
    """
    g.original = url
    opened = services().reader.read(url, edition().code, admit)
    return unavailable_page(url, opened) if isinstance(opened, UnavailableStory) else opened_page(opened, number, alone)


def posted_page(url: str, cached: CachedContent) -> Response:
    """Return what a form was answered with that was posted to `url`; an article on one page, for it is not kept."""
    opened = OpenedPage(url, cached)
    match cached.content:
        case Article() as found:
            view = replace(view_of_article(opened, found), into=None)
            return page_response(services().pages.articles.whole(around_article(opened, found), view))
        case Listing() as listing:
            needs = listing_needs(url, listing)
            around = frame(needs.urls, needs.family)
            return page_response(services().pages.stories.listing(around, listing, url, "", 1))
    return opened_page(opened, 1, lambda url: image_page(url, ""))


def _article_response(key: str, render: Render) -> Response:
    """Return an article as `render` makes a page of it; what is no article has its usual page."""
    url = g.original = known_address(key)
    opened = services().reader.read(url, edition().code, admit)
    if isinstance(opened, UnavailableStory):
        return unavailable_page(url, opened)
    found = opened.cached.content
    if not isinstance(found, Article):
        return opened_page(opened, 1, lambda url: image_page(url, ""))
    view = view_of_article(opened, found)
    return page_response(render(around_article(opened, found), view), modified=when_modified(opened, view))


def opened_page(opened: OpenedPage, number: int, alone: ImageResponse) -> Response:
    """Return page `number` of what was opened; `alone` returns the response for a picture that stands alone."""
    match opened.cached.content:
        case Article() as found:
            return _article_page(opened, found, number)
        case Listing() as listing:
            return page_response(_listing_page(opened, listing, number), modified=opened.cached.modified)
        case SourceImage():
            return alone(opened.url)
        case Download() as download:
            content_type = safe_type(download.content_type, download.body)
            return download_response(download, content_type, opened.cached.fetched_at)
    raise TypeError(f"{type(opened.cached.content).__name__} is not what an address holds")


def unavailable_page(url: str, story: UnavailableStory) -> Response:
    """Return the page of a headline that does not open."""
    asked, others = story.found.asked, story.found.others
    way = way_around(story.error, url)
    around = frame([url, way, *(each.url for each in others)])
    page = services().pages.stories.missed(around, asked, story.error.sentence, others, archives(), way)
    return page_response(page, story.error.status)


def _note(opened: OpenedPage) -> str:
    """Return what is to be said of where a page came from, and how old a copy is whose original does not answer."""
    return Sentence.joined(identity_note(opened.url), opened.note, how_old(opened.cached))


def how_old(cached: CachedContent) -> str:
    """Return how old a copy is whose original does not answer; nothing of one that is fresh."""
    return OLD.of(cached.age) if cached.age else ""


def _article_page(opened: OpenedPage, found: Article, number: int) -> Response:
    """Return the page of an article, which names the sizes of its pictures as far as they are known by now."""
    changes = services().image_service.changes
    view = view_of_article(opened, found)
    sizes = tuple(sorted((url, size.size) for url, size in view.sizes.items()))

    def render() -> Page:
        return services().pages.articles.page(around_article(opened, found), view, number)

    page = cached_page(("article", opened.url, opened.note, number, sizes), opened.cached, render)
    keep_answer(opened.cached, changes if found.images else None)
    return page_response(page, modified=when_modified(opened, view))


def _listing_page(opened: OpenedPage, listing: Listing, number: int) -> Page:
    def render() -> Page:
        needs = listing_needs(opened.url, listing)
        return services().pages.stories.listing(
            frame(needs.urls, needs.family), listing, opened.url, _note(opened), number
        )

    page = cached_page(("listing", opened.url, opened.note, number), opened.cached, render)
    keep_answer(opened.cached)
    return page


def _links_page(opened: OpenedPage, found: Article | Listing, number: int) -> Page:
    def render() -> Page:
        needs = links_needs(opened.url, found)
        return services().pages.stories.links(frame(needs.urls, needs.family), found, opened.url, number)

    return cached_page(("links", opened.url, number), opened.cached, render)


def around_article(opened: OpenedPage, found: Article) -> Frame:
    """Return the frame of the page of an article."""
    needs = article_needs(opened.url, found)
    return frame(needs.urls, needs.family)


def view_of_article(opened: OpenedPage, found: Article) -> ArticleView:
    """Return an article as a page shows it, with what is known of its pictures."""
    sizes = services().image_service.sizes((image.url for image in found.images), usual_screen(profile()))
    return ArticleView(found, opened.url, _note(opened), sizes, archives() and bool(found.cut), offered(found))


def when_modified(opened: OpenedPage, view: ArticleView) -> float:
    """Return when a page last changed, in seconds since the epoch: the sizes of its pictures are part of it."""
    return max(opened.cached.modified, *(size.since for size in view.sizes.values()), 0)
