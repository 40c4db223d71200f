"""The page of a picture, and the picture itself."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response

from app.errors import ReaderError, TooManyReads, UnknownId, UnknownPlace
from app.images import FORMATS, format_named, logo, notice, tiles
from app.images.formats import GREYS
from app.models import Article, ArticleImage, ConvertedImage, Page, Screen
from app.render.charsets.charsets import CHARSETS
from app.render.pages.images import ImageView, ShownImage
from app.render.template import Frame
from app.sentences import Sentence
from app.text.charset_family import family_of
from app.web.context import admit, frame, interface_language, profile, services, turn
from app.web.image_sizes import larger_and_smaller, part_of, screen_of, usual_screen
from app.web.responses import image_response, page_response, until_later
from app.web.unchecked import identity_note, way_around

blueprint = Blueprint("pictures", __name__)

# When the sign of the site was drawn, so that a browser keeps it; seconds since the epoch.
DRAWN = 1_795_737_600
BY_SUFFIX = {each.suffix: each for each in FORMATS}


@blueprint.get("/i/<short:key>")
@blueprint.get("/i/<short:key>/<size:size>")
@blueprint.get("/i/<short:key>/<short:article_key>")
@blueprint.get("/i/<short:key>/<short:article_key>/<size:size>")
def page(key: str, article_key: str = "", size: str = "") -> Response:
    """Answer with the page of a picture, within the article it was found in."""
    article_url = services().links.url_of(article_key) or "" if article_key else ""
    return image_page(_address(key), article_url, size)


@blueprint.get("/i/<short:key>.<suffix:suffix>")
@blueprint.get("/i/<short:key>-<size:size>.<suffix:suffix>")
def file(key: str, suffix: str, size: str = "") -> Response:
    """Answer with the picture, or with one that says why there is none.

    A browser that asks for an inline picture must get one: MicroWeb asks ten times a second where it is
    refused. So a refusal for now is told to machines by Retry-After and Expires alone.
    """
    try:
        screen = replace(screen_of(profile(), size), format=BY_SUFFIX[suffix].name)
        return _response(services().image_service.image(_address(key), screen, admit, turn))
    except ReaderError as error:
        return until_later(placeholder_image(error.sentence, size), error)


@blueprint.get("/logo.gif")
def sign() -> Response:
    """Answer with the sign of the site, of one bit or in colour."""
    made = logo(profile().palette in GREYS)
    return image_response(made.body, "image/gif", DRAWN)


def image_itself(url: str) -> Response:
    """Return the picture at `url` as the browser's screen shows it. Raises `ReaderError`."""
    return _response(services().image_service.image(url, usual_screen(profile()), admit, turn))


def placeholder_image(sentence: str, size: str = "") -> Response:
    """Return a small picture that says `sentence`, as large as was promised where a size was."""
    said = CHARSETS["ascii"].transliterate(interface_language(CHARSETS["ascii"]).said(sentence))
    width, _, height = size.partition("x")
    if width.isdigit() and height.isdigit():
        return _response(notice(said, int(width), int(height)))
    return _response(notice(said, profile().width // 2))


def image_page(url: str, article_url: str, size: str = "") -> Response:
    """Return the page of the picture at `url`; `article_url` is empty for one that stands alone."""
    screen = screen_of(profile(), size)
    view = _view(url, article_url)
    urls = [each for each in (url, article_url, view.previous, view.following) if each]
    looks_up = bool(article_url) and services().reference.known(article_url) is not None
    place = frame(urls, family_of("", view.words), looks_up)
    try:
        return page_response(_rendered(place, view, screen, size))
    except UnknownPlace:
        raise
    except ReaderError as error:
        way = way_around(error, url)
        place = frame([*urls, way], family_of("", view.words), looks_up)
        lost = page_response(services().pages.images.lost(place, view, error.sentence, way), error.status)
        return until_later(lost, error)


def _rendered(place: Frame, view: ImageView, screen: Screen, size: str) -> Page:
    width, height = services().image_service.measure(view.url, admit)
    parts = tiles((width, height), screen.width, screen.height or profile().height)
    part = part_of(screen, *parts) if screen.column else None
    image = services().image_service.image(view.url, screen, admit, turn)
    shown = _shown(image, size, width, parts != (1, 1))
    if part:
        return services().pages.images.part(place, view, shown, part)
    files = [(each.suffix, each.title) for each in FORMATS]
    return services().pages.images.page(place, view, shown, files)


def _shown(image: ConvertedImage, size: str, original: int, has_parts: bool) -> ShownImage:
    larger, smaller = larger_and_smaller(image.width, original)
    sizes = [
        (larger, Sentence("Bigger")),
        (smaller, Sentence("Smaller")),
        ("t1x1" if has_parts else "", Sentence("Full size in parts")),
    ]
    usual = [("", Sentence("Usual size"))] if size else []
    made = format_named(image.format)
    others = [(piece, name) for piece, name in sizes if piece]
    return ShownImage(made.suffix, made.name, size, image.width, image.height, len(image.body), (*usual, *others))


def _response(image: ConvertedImage) -> Response:
    return image_response(image.body, format_named(image.format).media_type, image.fetched_at)


def _address(key: str) -> str:
    url = services().links.url_of(key)
    if url is None:
        raise UnknownId(Sentence("This short address is no longer known here; please read the article again."))
    return url


def _view(url: str, article_url: str) -> ImageView:
    """Return what is known of a picture: its place among its article's, and what it shows."""
    images = _images_of(article_url)
    urls = [image.url for image in images]
    if url not in urls:
        return ImageView(url, article_url, 0, 0, "", "", "", identity_note(url))
    place = urls.index(url)
    previous = urls[place - 1] if place else ""
    following = urls[place + 1] if place + 1 < len(urls) else ""
    words = images[place].caption or images[place].alt
    return ImageView(url, article_url, place + 1, len(urls), words, previous, following, identity_note(url))


def _images_of(article_url: str) -> Sequence[ArticleImage]:
    """Return the pictures of an article; none where it cannot be read any more, for the picture may stand alone."""
    if not article_url:
        return ()
    entry = services().reference.known(article_url)
    if entry is not None:
        return entry.images
    try:
        content = services().contents.read(article_url, admit).content
    except TooManyReads:
        raise
    except ReaderError:
        return ()
    return content.images if isinstance(content, Article) else ()
