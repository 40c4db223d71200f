"""The text of an article as pictures of its lines, for machines that have no letters for its script."""

from dataclasses import replace

from flask import Blueprint, Response, g

from app.errors import ReaderError, UnknownPlace
from app.images.text.setting import TextPage, TextScreen
from app.images.text.typefaces import can_set
from app.models import Article
from app.render.html.thumbnails import MOST_A_PAGE
from app.render.pages.articles import ArticleView, ended
from app.render.pages.front_page import FrontView
from app.render.template import Frame
from app.render.text.paragraphs import paragraphs_of
from app.sentences import Sentence
from app.services.page_reader import OpenedPage, UnavailableStory
from app.web.context import admit, edition, frame, profile, services, turn
from app.web.page_links import article_needs
from app.web.responses import image_response, page_response, until_later
from app.web.views.article import known_address, reading_page
from app.web.views.images import placeholder_image
from app.web.views.news import view_of

blueprint = Blueprint("text-pictures", __name__)

# Pixels: a page is two screens high, which is a page of paper on most machines and no more than ten seconds of a modem.
LOWEST, HIGHEST = 320, 720
# Headlines on a page, which take two or three pictures on the narrowest screen.
HEADLINES = 9
NO_LETTERS = Sentence("This site has no letters in which the page could be set.")


@blueprint.get("/a/<short:key>/drawn")
@blueprint.get("/a/<short:key>/drawn/<int:number>")
def page(key: str, number: int = 1) -> Response:
    """Answer with a page that holds a picture of a page of the text; what is no article has its usual page."""
    found = _opened(key)
    if found is None:
        return reading_page(known_address(key))
    opened, article, around = found
    pages = _pages(opened, article, around)
    if not 1 <= number <= len(pages):
        raise UnknownPlace(Sentence("There is no such page; there are no more than those before it."))
    shown = pages[number - 1]
    view = ArticleView(article, opened.url, opened.note)
    size = (shown.picture.width, shown.picture.height)
    return page_response(services().pages.articles.drawn(around, view, number, len(pages), size, shown.text))


@blueprint.get("/a/<short:key>/drawn-<int:number>.gif")
def file(key: str, number: int) -> Response:
    """Answer with the picture of a page of the text, or with one that says why there is none (`views.images.file`)."""
    try:
        found = _opened(key)
        pages = _pages(*found) if found else ()
        if not 1 <= number <= len(pages):
            raise UnknownPlace(Sentence("There is no such page of this text."))
        return image_response(pages[number - 1].picture.body, "image/gif")
    except ReaderError as error:
        return until_later(placeholder_image(error.sentence), error)


@blueprint.get("/<section:section>/drawn")
def front(section: str) -> Response:
    """Answer with the first headlines of a section as pictures, and a link to the text of each, as pictures too."""
    view, around = _front(section)
    sizes = [(each.picture.width, each.picture.height) for each in _headlines(view, around)]
    return page_response(services().pages.stories.drawn(around, view, sizes))


@blueprint.get("/<section:section>/drawn-<int:number>.gif")
def front_file(section: str, number: int) -> Response:
    """Answer with a picture of headlines, or with one that says why there is none (`views.images.file`)."""
    try:
        pages = _headlines(*_front(section))
        if not 1 <= number <= len(pages):
            raise UnknownPlace(Sentence("There is no such page of this text."))
        return image_response(pages[number - 1].picture.body, "image/gif")
    except ReaderError as error:
        return until_later(placeholder_image(error.sentence), error)


def _front(section: str) -> tuple[FrontView, Frame]:
    """Return the first headlines of a section, and the frame of their page."""
    cached = services().front_pages.front(edition().code, section, admit)
    view = view_of(cached, section)
    view = replace(view, stories=view.stories[:HEADLINES])
    return view, frame(story.lead.url for story in view.stories)


def _headlines(view: FrontView, around: Frame) -> tuple[TextPage, ...]:
    """Return headlines as pages, each with its number. Raises `ReaderError`."""
    if not can_set(around.family):
        raise UnknownPlace(NO_LETTERS)
    lines = [f"{number}. {story.lead.title}" for number, story in enumerate(view.stories, 1)]
    name = f"{edition().code}/{view.section}"
    return services().text_pictures.pages(name, view.now - view.age, lines, _screen(around, HIGHEST), turn)[
        :MOST_A_PAGE
    ]


def _screen(around: Frame, height: int) -> TextScreen:
    return TextScreen(profile().width, min(HIGHEST, height), around.family)


def _opened(key: str) -> tuple[OpenedPage, Article, Frame] | None:
    """Return an article, and the frame of its page; None where the address holds something else, or nothing now."""
    url = g.original = known_address(key)
    opened = services().reader.read(url, edition().code, admit)
    if isinstance(opened, UnavailableStory) or not isinstance(opened.cached.content, Article):
        return None
    needs = article_needs(opened.url, opened.cached.content)
    return opened, opened.cached.content, frame(needs.urls, needs.family)


def _pages(opened: OpenedPage, article: Article, around: Frame) -> tuple[TextPage, ...]:
    """Return all pages of a text, set for the screen of the profile. Raises `ReaderError`."""
    if not can_set(around.family):
        raise UnknownPlace(NO_LETTERS)
    text = [article.title, article.deck, *paragraphs_of(article, ended(article))]
    paragraphs = [each for each in text if each.strip()]
    return services().text_pictures.pages(
        opened.url, opened.cached.fetched_at, paragraphs, _screen(around, max(LOWEST, 2 * profile().height)), turn
    )
