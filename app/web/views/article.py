"""The read form's answer, articles, and the way out to an original."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, request

from app.errors import ReaderError, TooManyReads, UnknownId
from app.fetch.sniff import safe_type
from app.models import Article, Download, Listing, Page, SourcePicture
from app.net.urls import parse, secured
from app.render.pages.articles import ArticleView
from app.render.template import Frame
from app.services.page_reader import Copy
from app.text.humanize import seconds_in_words
from app.web.context import admit, edition, form_charset, frame, place, profile, services
from app.web.image_sizes import usual_screen
from app.web.page_links import article_addresses, article_family, listing_addresses, listing_family
from app.web.responses import asked_address, download_response, page_response, redirect_response
from app.web.views.images import picture_page

blueprint = Blueprint("reading", __name__)


@dataclass(frozen=True, slots=True)
class Opened:
    """What an address holds, and what was asked for."""

    url: str
    copy: Copy

    @property
    def note(self) -> str:
        """How old the copy is, where the original does not answer."""
        age = self.copy.age
        return f"This copy is {seconds_in_words(age)} old, because the site does not answer now." if age else ""


Typeset = Callable[[Frame, ArticleView], Page]
Shown = Callable[[str], Response]


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


def reading_page(url: str, number: int = 1, alone: Shown = lambda url: picture_page(url, "")) -> Response:
    """Return page `number` of what the canonical address `url` holds, or who else has its story.

    `alone` returns the response for a picture that stands alone.
    """
    try:
        return _response(services().newsstand.direct(url, admit), number, alone)
    except TooManyReads:
        raise
    except ReaderError as error:
        missed = _missed(url, error)
        if missed is None:
            raise
        return missed


def _article_response(key: str, typeset: Typeset) -> Response:
    """Return an article as `typeset` makes a page of it; what is no article has its usual page."""
    url = services().newsstand.direct(known_address(key), admit)
    copy = services().reader.read(url, admit)
    if not isinstance(copy.reading, Article):
        return reading_page(url)
    opened = Opened(url, copy)
    view = _view(opened, copy.reading)
    return page_response(typeset(_around(opened, copy.reading), view), modified=_modified(opened, view))


def _response(url: str, number: int, alone: Shown) -> Response:
    opened = Opened(url, services().reader.read(url, admit))
    match opened.copy.reading:
        case Article() as found:
            return _article_page(opened, found, number)
        case Listing() as listing:
            return page_response(_listing_page(opened, listing, number), modified=opened.copy.modified)
        case SourcePicture():
            return alone(url)
        case Download() as download:
            return download_response(download, safe_type(download.content_type), opened.copy.fetched_at)
    raise TypeError(f"{type(opened.copy.reading).__name__} is no reading of an address")


def _missed(url: str, error: ReaderError) -> Response | None:
    """Return the page of a headline that does not open, where it stands on one of our front pages."""
    # A browser whose proxy this is asks for a headline's address without the `s` of https.
    story = next(filter(None, (services().newsstand.story(edition().code, each) for each in (url, secured(url)))), None)
    if story is None:
        return None
    asked = next(each for each in (story.lead, *story.others) if each.url in (url, secured(url)))
    others = services().newsstand.elsewhere(edition().code, story, asked)
    around = frame([url, *(each.url for each in others)])
    return page_response(services().pages.stories.missed(around, asked, error.sentence, others), error.status)


def _article_page(opened: Opened, found: Article, number: int) -> Response:
    """Return the page of an article, from memory where it was typeset before with the same sizes of pictures."""
    view = _view(opened, found)
    sizes = tuple(sorted((url, size.size) for url, size in view.known.items()))
    page = _kept(
        ("article", opened.url, number, sizes),
        opened.copy,
        lambda: services().pages.articles.page(_around(opened, found), view, number),
    )
    return page_response(page, modified=_modified(opened, view))


def _listing_page(opened: Opened, listing: Listing, number: int) -> Page:
    def typeset() -> Page:
        around = frame(listing_addresses(opened.url, listing), listing_family(listing))
        return services().pages.stories.listing(around, listing, opened.url, opened.note, number)

    return _kept(("listing", opened.url, number), opened.copy, typeset)


def _around(opened: Opened, found: Article) -> Frame:
    return frame(article_addresses(opened.url, found), article_family(found))


def _view(opened: Opened, found: Article) -> ArticleView:
    """Return an article as a page shows it, with what is known of its pictures."""
    known = services().darkroom.known((picture.url for picture in found.pictures), usual_screen(profile()))
    return ArticleView(found, opened.url, opened.note, known)


def _modified(opened: Opened, view: ArticleView) -> float:
    """Return when a page was last another one: the sizes of its pictures are part of it."""
    return max(opened.copy.modified, *(size.since for size in view.known.values()), 0)


def _kept(key: tuple[object, ...], copy: Copy, typeset: Callable[[], Page]) -> Page:
    """Return what memory has of this copy for this profile and edition, else what `typeset` makes.

    A copy of an original that does not answer says how old it is, and is typeset each time.
    """
    if copy.age:
        return typeset()
    whole_key = (key, place(), profile().name, copy.fetched_at)
    kept = services().cache.get_page(whole_key)
    if isinstance(kept, Page):
        return kept
    page = typeset()
    services().cache.put_page(whole_key, page, len(page.body))
    return page
