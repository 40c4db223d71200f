"""The page of a picture, and the picture itself."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response

from app.errors import ReaderError, TooManyReads, UnknownId, UnknownPlace
from app.images import FORMATS, format_named, notice, tiles
from app.models import Article, ArticlePicture, Page, Picture, Screen
from app.render.charsets.charsets import CHARSETS
from app.render.pages.images import PictureView, Shown
from app.render.template import Frame
from app.text.charset_family import family_of
from app.web.context import admit, frame, profile, services
from app.web.image_sizes import larger_and_smaller, part_of, screen_of, usual_screen
from app.web.responses import page_response, picture_response

blueprint = Blueprint("pictures", __name__)

BY_SUFFIX = {each.suffix: each for each in FORMATS}


@blueprint.get("/i/<short:key>")
@blueprint.get("/i/<short:key>/<size:size>")
@blueprint.get("/i/<short:key>/<short:article_key>")
@blueprint.get("/i/<short:key>/<short:article_key>/<size:size>")
def page(key: str, article_key: str = "", size: str = "") -> Response:
    """Answer with the page of a picture, within the article it was found in."""
    article_url = services().links.url_of(article_key) or "" if article_key else ""
    return picture_page(_address(key), article_url, size)


@blueprint.get("/i/<short:key>.<suffix:suffix>")
@blueprint.get("/i/<short:key>-<size:size>.<suffix:suffix>")
def file(key: str, suffix: str, size: str = "") -> Response:
    """Answer with the picture, or with one that says why there is none.

    A browser that asks for an inline picture must get one: MicroWeb asks ten times a second where it is
    refused.
    """
    try:
        screen = replace(screen_of(profile(), size), format=BY_SUFFIX[suffix].name)
        return _response(services().darkroom.picture(_address(key), screen, admit))
    except ReaderError as error:
        return lost_picture(error.sentence, size)


def picture_itself(url: str) -> Response:
    """Return the picture at `url` as the browser's screen shows it. Raises `ReaderError`."""
    return _response(services().darkroom.picture(url, usual_screen(profile()), admit))


def lost_picture(sentence: str, size: str = "") -> Response:
    """Return a small picture that says `sentence`, as large as was promised where a size was."""
    said = CHARSETS["ascii"].say(sentence)
    width, _, height = size.partition("x")
    if width.isdigit() and height.isdigit():
        return _response(notice(said, int(width), int(height)))
    return _response(notice(said, profile().width // 2))


def picture_page(url: str, article_url: str, size: str = "") -> Response:
    """Return the page of the picture at `url`; `article_url` is empty for one that stands alone."""
    screen = screen_of(profile(), size)
    view = _view(url, article_url)
    urls = [each for each in (url, article_url, view.previous, view.following) if each]
    place = frame(urls, family_of("", view.words))
    try:
        return page_response(_typeset(place, view, screen, size))
    except UnknownPlace:
        raise
    except ReaderError as error:
        return page_response(services().pages.pictures.lost(place, view, error.sentence), error.status)


def _typeset(place: Frame, view: PictureView, screen: Screen, size: str) -> Page:
    width, height = services().darkroom.measure(view.url, admit)
    parts = tiles((width, height), screen.width, screen.height or profile().height)
    part = part_of(screen, *parts) if screen.column else None
    picture = services().darkroom.picture(view.url, screen, admit)
    shown = _shown(picture, size, width, parts != (1, 1))
    if part:
        return services().pages.pictures.part(place, view, shown, part)
    files = [(each.suffix, each.title) for each in FORMATS]
    return services().pages.pictures.page(place, view, shown, files)


def _shown(picture: Picture, size: str, original: int, has_parts: bool) -> Shown:
    larger, smaller = larger_and_smaller(picture.width, original)
    sizes = [(larger, "Bigger"), (smaller, "Smaller"), ("t1x1" if has_parts else "", "Full size in parts")]
    usual = [("", "Usual size")] if size else []
    made = format_named(picture.format)
    others = [(piece, name) for piece, name in sizes if piece]
    return Shown(made.suffix, made.name, size, picture.width, picture.height, len(picture.body), (*usual, *others))


def _response(picture: Picture) -> Response:
    return picture_response(picture.body, format_named(picture.format).media_type, picture.fetched_at)


def _address(key: str) -> str:
    url = services().links.url_of(key)
    if url is None:
        raise UnknownId("This short address is no longer known here; please read the article again.")
    return url


def _view(url: str, article_url: str) -> PictureView:
    """Return what is known of a picture: its place among its article's, and what it shows."""
    pictures = _pictures_of(article_url)
    urls = [picture.url for picture in pictures]
    if url not in urls:
        return PictureView(url, article_url, 0, 0, "", "", "")
    place = urls.index(url)
    previous = urls[place - 1] if place else ""
    following = urls[place + 1] if place + 1 < len(urls) else ""
    words = pictures[place].caption or pictures[place].alt
    return PictureView(url, article_url, place + 1, len(urls), words, previous, following)


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
