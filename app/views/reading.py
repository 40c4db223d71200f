"""The read form's answer, articles, and the way out to an original."""

from collections.abc import Iterator

from flask import Blueprint, Response, request

from app.errors import ReaderError, TooManyReads, UnknownId
from app.fetch.kinds import safe_type
from app.http import asked_address, download_response, page_response, redirect_response
from app.models import (
    Article,
    Blocks,
    Download,
    Embed,
    Heading,
    ItemList,
    Listing,
    Page,
    Paragraph,
    Quote,
    Runs,
    SourcePicture,
    Table,
)
from app.reader import Copy
from app.units import seconds_in_words
from app.urls import parse
from app.views.pictures import picture_page
from app.views.services import admit, edition, frame, services

blueprint = Blueprint("reading", __name__)


@blueprint.get("/read")
def read() -> Response:
    """Answer with what the pasted address holds."""
    return reading_page(parse(asked_address(request.query_string, "url")))


@blueprint.get("/a/<short:key>")
def article(key: str) -> Response:
    """Answer with what a short address stands for."""
    return reading_page(known_address(key))


@blueprint.get("/a/<short:key>.txt")
def plain(key: str) -> Response:
    """Answer with an article as plain text."""
    url = services().newsstand.direct(known_address(key), admit)
    copy = services().reader.read(url, admit)
    if isinstance(copy.reading, Article):
        return page_response(services().pages.plain(frame(), copy.reading), modified=copy.fetched_at)
    return reading_page(url)


@blueprint.get("/o/<short:key>")
def out(key: str) -> Response:
    """Send the browser to an original."""
    url = known_address(key)
    return redirect_response(services().pages.moved(frame([url]), url), url)


def known_address(key: str) -> str:
    """Return the address that a short id stands for. Raises `UnknownId`."""
    url = services().links.url_of(key)
    if url is None:
        raise UnknownId("This short address is no longer known here; please type the address of the page again.")
    return url


def reading_page(url: str) -> Response:
    """Return the response that shows what the canonical address `url` holds, or who else has its story."""
    try:
        return _opened(services().newsstand.direct(url, admit))
    except TooManyReads:
        raise
    except ReaderError as error:
        missed = _missed(url, error)
        if missed is None:
            raise
        return missed


def _opened(url: str) -> Response:
    copy = services().reader.read(url, admit)
    match copy.reading:
        case Article() | Listing():
            return page_response(_typeset(url, copy), modified=copy.modified)
        case SourcePicture():
            return picture_page(url, "")
        case Download() as download:
            return download_response(download, safe_type(download.content_type), modified=copy.fetched_at)
    raise TypeError(f"{type(copy.reading).__name__} is no reading of an address")


def _missed(url: str, error: ReaderError) -> Response | None:
    """Return the page of a headline that does not open, where it stands on one of our front pages."""
    story = services().newsstand.story(edition().code, url)
    if story is None:
        return None
    asked = next(each for each in (story.lead, *story.others) if each.url == url)
    others = services().newsstand.elsewhere(edition().code, story, asked)
    place = frame([url, *(each.url for each in others)])
    page = services().pages.missed(place, story, asked, error.sentence, others)
    return page_response(page, error.status)


def _typeset(url: str, copy: Copy) -> Page:
    """Return the page of an article or a listing, from memory where it was typeset before."""
    place = frame()
    key = ("page", place.links.prefix, place.profile.name, url, copy.fetched_at)
    kept = None if copy.age else services().cache.get_page(key)
    if isinstance(kept, Page):
        return kept
    page = _typeset_anew(url, copy)
    if not copy.age:
        services().cache.put_page(key, page, len(page.body))
    return page


def _typeset_anew(url: str, copy: Copy) -> Page:
    age = seconds_in_words(copy.age)
    note = f"This copy is {age} old, because the site does not answer now." if copy.age else ""
    match copy.reading:
        case Article() as article:
            return services().pages.article(frame(article_addresses(url, article)), article, url, note)
        case Listing() as listing:
            urls = [url, listing.url, *(entry.url for entry in (*listing.entries, *listing.feeds))]
            return services().pages.listing(frame(urls), listing, note)
    raise TypeError(f"{type(copy.reading).__name__} is not typeset")


def article_addresses(url: str, article: Article) -> Iterator[str]:
    """Yield every address that the page of an article needs a short id for."""
    yield url
    yield article.url
    yield from (picture.url for picture in article.pictures)
    yield from _hrefs(article.blocks)


def _hrefs(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield from _followed(runs)
            case Embed(_, _, url):
                yield url
            case Quote(inner):
                yield from _hrefs(inner)
            case ItemList(_, items):
                for item in items:
                    yield from _hrefs(item)
            case Table(rows, _, caption):
                for cell in (caption, *(cell for row in rows for cell in row)):
                    yield from _followed(cell)


def _followed(runs: Runs) -> Iterator[str]:
    return (run.href for run in runs if run.href and not run.href.startswith("mailto:"))
