"""The read form's answer, articles, and the way out to an original."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, request

from app.errors import ReaderError, TooManyReads, UnknownId
from app.fetch.sniff import safe_type
from app.models import Article, Download, Listing, Page, SourceImage
from app.net.urls import parse, secured
from app.render.pages.articles import ArticleView
from app.render.template import Frame
from app.services.page_reader import CachedContent
from app.text.humanize import seconds_in_words
from app.web.context import admit, edition, form_charset, frame, profile, services
from app.web.image_sizes import usual_screen
from app.web.page_cache import cached_page
from app.web.page_links import article_needs, listing_needs
from app.web.responses import asked_address, download_response, page_response, redirect_response
from app.web.views.images import image_page

blueprint = Blueprint("reading", __name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """What an address holds, and what was asked for."""

    url: str
    cached: CachedContent

    @property
    def note(self) -> str:
        """How old the copy is, where the original does not answer."""
        age = self.cached.age
        return f"This copy is {seconds_in_words(age)} old, because the site does not answer now." if age else ""


Typeset = Callable[[Frame, ArticleView], Page]
ImageResponse = Callable[[str], Response]


@blueprint.get("/read")
def read() -> Response:
    """Answer with what the pasted address holds, or with the form where nothing was asked."""
    if not request.query_string:
        return page_response(services().pages.site.ask(frame()))
    return reading_page(parse(asked_address(request.query_string, "url", charset=form_charset())))


@blueprint.get("/a/<short:key>")
@blueprint.get("/a/<short:key>/<int:number>")
def article(key: str, number: int = 1) -> Response:
    """Answer with what a short address stands for, or a further page of it."""
    return reading_page(known_address(key), number)


@blueprint.get("/a/<short:key>/all")
def whole(key: str) -> Response:
    """Answer with an article on one page."""
    return _article_response(key, services().pages.articles.whole)


@blueprint.get("/a/<short:key>/print")
def printed(key: str) -> Response:
    """Answer with an article without links."""
    return _article_response(key, services().pages.articles.printed)


@blueprint.get("/a/<short:key>.txt")
def plain(key: str) -> Response:
    """Answer with an article as plain text."""
    return _article_response(key, lambda around, view: services().pages.articles.plain(around, view.article))


@blueprint.get("/o/<short:key>")
def out(key: str) -> Response:
    """Send the browser to an original."""
    url = known_address(key)
    return redirect_response(services().pages.site.moved(frame([url]), url), url)


def known_address(key: str) -> str:
    """Return the address that a short id stands for. Raises `UnknownId`."""
    url = services().links.url_of(key)
    if url is None:
        raise UnknownId("This short address is no longer known here; please type the address of the page again.")
    return url


def reading_page(url: str, number: int = 1, alone: ImageResponse = lambda url: image_page(url, "")) -> Response:
    """Return page `number` of what the canonical address `url` holds, or who else has its story.

    `alone` returns the response for a picture that stands alone.
    """
    try:
        return _response(services().front_pages.direct(url, admit), number, alone)
    except TooManyReads:
        raise
    except ReaderError as error:
        missed = _missed(url, error)
        if missed is None:
            raise
        return missed


def _article_response(key: str, typeset: Typeset) -> Response:
    """Return an article as `typeset` makes a page of it; what is no article has its usual page."""
    url = services().front_pages.direct(known_address(key), admit)
    cached = services().reader.read(url, admit)
    if not isinstance(cached.content, Article):
        return reading_page(url)
    opened = Opened(url, cached)
    view = _view(opened, cached.content)
    return page_response(typeset(_around(opened, cached.content), view), modified=_modified(opened, view))


def _response(url: str, number: int, alone: ImageResponse) -> Response:
    opened = Opened(url, services().reader.read(url, admit))
    match opened.cached.content:
        case Article() as found:
            return _article_page(opened, found, number)
        case Listing() as listing:
            return page_response(_listing_page(opened, listing, number), modified=opened.cached.modified)
        case SourceImage():
            return alone(url)
        case Download() as download:
            return download_response(download, safe_type(download.content_type), opened.cached.fetched_at)
    raise TypeError(f"{type(opened.cached.content).__name__} is no reading of an address")


def _missed(url: str, error: ReaderError) -> Response | None:
    """Return the page of a headline that does not open, where it stands on one of our front pages."""
    # A browser whose proxy this is asks for a headline's address without the `s` of https.
    story = next(
        filter(None, (services().front_pages.story(edition().code, each) for each in (url, secured(url)))), None
    )
    if story is None:
        return None
    asked = next(each for each in (story.lead, *story.others) if each.url in (url, secured(url)))
    others = services().front_pages.elsewhere(edition().code, story, asked)
    around = frame([url, *(each.url for each in others)])
    return page_response(services().pages.stories.missed(around, asked, error.sentence, others), error.status)


def _article_page(opened: Opened, found: Article, number: int) -> Response:
    """Return the page of an article, which names the sizes of its pictures as far as they are known by now."""
    view = _view(opened, found)
    sizes = tuple(sorted((url, size.size) for url, size in view.sizes.items()))

    def render() -> Page:
        return services().pages.articles.page(_around(opened, found), view, number)

    page = cached_page(("article", opened.url, number, sizes), opened.cached, render)
    return page_response(page, modified=_modified(opened, view))


def _listing_page(opened: Opened, listing: Listing, number: int) -> Page:
    def render() -> Page:
        needs = listing_needs(opened.url, listing)
        return services().pages.stories.listing(
            frame(needs.urls, needs.family), listing, opened.url, opened.note, number
        )

    return cached_page(("listing", opened.url, number), opened.cached, render)


def _around(opened: Opened, found: Article) -> Frame:
    needs = article_needs(opened.url, found)
    return frame(needs.urls, needs.family)


def _view(opened: Opened, found: Article) -> ArticleView:
    """Return an article as a page shows it, with what is known of its pictures."""
    sizes = services().image_service.sizes((image.url for image in found.images), usual_screen(profile()))
    return ArticleView(found, opened.url, opened.note, sizes)


def _modified(opened: Opened, view: ArticleView) -> float:
    """Return when a page was last another one: the sizes of its pictures are part of it."""
    return max(opened.cached.modified, *(size.since for size in view.sizes.values()), 0)
