"""The page of a picture, and the picture itself."""

from collections.abc import Sequence

from flask import Blueprint, Response

from app.errors import ReaderError, TooManyReads, UnknownId
from app.http import page_response, picture_response
from app.models import Article, ArticlePicture, Picture, Screen
from app.pictures import notice
from app.typeset.charsets import CHARSETS
from app.typeset.pages import PictureView, picture_words
from app.typeset.profiles import UNIVERSAL
from app.views.services import admit, frame, services

blueprint = Blueprint("pictures", __name__)

# The forms in which a picture can be had, the one shown on its page first: inline JPEG is unknown to Mac
# Mosaic 1, XMosaic 1 and MicroWeb, and GIF is known to all.
FORMATS = (("gif", "GIF"), ("jpg", "JPEG"))


@blueprint.get("/i/<short:key>")
@blueprint.get("/i/<short:key>/<short:article_key>")
def page(key: str, article_key: str = "") -> Response:
    """Answer with the page of a picture, within the article it was found in."""
    return picture_page(_address(key), services().links.url_of(article_key) or "" if article_key else "")


@blueprint.get("/i/<short:key>.<any(gif, jpg):suffix>")
def file(key: str, suffix: str) -> Response:
    """Answer with the picture, or with one that says why there is none.

    A browser that asks for an inline picture must get one: MicroWeb asks ten times a second where it is
    refused.
    """
    try:
        picture = _converted(_address(key), dict(FORMATS)[suffix])
    except ReaderError as error:
        picture = notice(CHARSETS["ascii"].say(error.sentence), UNIVERSAL.picture_width // 2)
    return picture_response(picture.body, picture.format, modified=picture.fetched_at)


def picture_page(url: str, article_url: str) -> Response:
    """Return the page of the picture at `url`; `article_url` is empty for one that stands alone."""
    view = _view(url, article_url)
    place = frame([each for each in (url, article_url, view.previous, view.following) if each])
    try:
        versions = [(suffix, _converted(url, picture_format)) for suffix, picture_format in FORMATS]
    except ReaderError as error:
        return page_response(services().pages.lost_picture(place, view, error.sentence), error.status)
    return page_response(services().pages.picture(place, view, versions))


def _address(key: str) -> str:
    url = services().links.url_of(key)
    if url is None:
        raise UnknownId("This short address is no longer known here; please read the article again.")
    return url


def _converted(url: str, picture_format: str) -> Picture:
    return services().darkroom.picture(url, Screen(UNIVERSAL.picture_width, 0, picture_format), admit)


def _view(url: str, article_url: str) -> PictureView:
    """Return what is known of a picture: its place among its article's, and what it shows."""
    pictures = _pictures_of(article_url)
    urls = [picture.url for picture in pictures]
    if url not in urls:
        return PictureView(url, article_url, 0, 0, "", "", "")
    place = urls.index(url)
    previous = urls[place - 1] if place else ""
    following = urls[place + 1] if place + 1 < len(urls) else ""
    return PictureView(url, article_url, place + 1, len(urls), picture_words(pictures[place]), previous, following)


def _pictures_of(article_url: str) -> Sequence[ArticlePicture]:
    """Return the pictures of an article; none where it cannot be read any more, for the picture may stand alone."""
    if not article_url:
        return ()
    try:
        reading = services().reader.read(article_url, admit).reading
    except TooManyReads:
        raise
    except ReaderError:
        return ()
    return reading.pictures if isinstance(reading, Article) else ()
