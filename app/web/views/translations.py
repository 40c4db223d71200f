"""Articles in another language than they were written in, by the engine of the host's."""

import time
from dataclasses import replace

from babel import Locale, UnknownLocaleError
from flask import Blueprint, Response, g

from app.errors import ReaderError, UnknownPlace
from app.models import Article, Page
from app.render.language import Language, language_of_tag
from app.render.template import Frame
from app.sentences import Sentence
from app.services.admission import CountedOnce
from app.services.page_reader import OpenedPage, UnavailableStory
from app.services.translations import Translation
from app.telemetry.request_fields import note
from app.web.context import admit, edition, services
from app.web.page_cache import cached_page
from app.web.responses import page_response, until_later
from app.web.views.article import (
    Render,
    around_article,
    known_address,
    opened_page,
    unavailable_page,
    view_of_article,
    when_modified,
)
from app.web.views.images import image_page

blueprint = Blueprint("translations", __name__)

FROM = Sentence("Translated by a machine. Language of the original: %(language)s.")
FROM_SOMEWHERE = Sentence("Translated by a machine.")


@blueprint.get("/a/<short:key>/in/<language:tag>")
@blueprint.get("/a/<short:key>/in/<language:tag>/<int:number>")
def article(key: str, tag: str, number: int = 1) -> Response:
    """Answer with a page of a translated article."""
    return _response(key, tag, lambda around, view: services().pages.articles.page(around, view, number), str(number))


@blueprint.get("/a/<short:key>/in/<language:tag>/all")
def whole(key: str, tag: str) -> Response:
    """Answer with a translated article on one page."""
    return _response(key, tag, services().pages.articles.whole)


@blueprint.get("/a/<short:key>/in/<language:tag>/print")
def printed(key: str, tag: str) -> Response:
    """Answer with a translated article without links."""
    return _response(key, tag, services().pages.articles.printed)


@blueprint.get("/a/<short:key>/in/<language:tag>.txt")
def plain(key: str, tag: str) -> Response:
    """Answer with a translated article as plain text."""
    return _response(key, tag, services().pages.articles.plain)


@blueprint.get("/a/<short:key>/in/<language:tag>/flowing.txt")
def flowing(key: str, tag: str) -> Response:
    """Answer with a translated article as plain text whose lines a word processor makes."""
    return _response(key, tag, services().pages.articles.flowing)


@blueprint.get("/a/<short:key>/in/<language:tag>.rtf")
def rich(key: str, tag: str) -> Response:
    """Answer with a translated article as RTF."""
    return _response(key, tag, services().pages.articles.rich)


@blueprint.get("/a/<short:key>/in/<language:tag>.pdb")
def palm(key: str, tag: str) -> Response:
    """Answer with a translated article as a Palm Doc."""
    return _response(key, tag, lambda around, view: services().pages.articles.palm(around, view, time.time()))


@blueprint.get("/a/<short:key>/in/<language:tag>/files")
def files(key: str, tag: str) -> Response:
    """Answer with the files that a translated article can be saved as."""
    return _response(key, tag, services().pages.articles.files)


def _response(key: str, tag: str, render: Render, kept_as: str = "") -> Response:
    """Return an article in the language `tag` as `render` makes a page of it, which is kept under a name if it has one.

    What is no article has its usual page; where there is no translation, the answer says why, and leads back.
    """
    into = language_of_tag(tag)
    if into is None or not services().translations.is_on:
        raise UnknownPlace("")
    url = g.original = known_address(key)
    once = CountedOnce(admit)
    opened = services().reader.read(url, edition().code, once)
    if isinstance(opened, UnavailableStory):
        return unavailable_page(url, opened)
    found = opened.cached.content
    if not isinstance(found, Article):
        return opened_page(opened, 1, lambda url: image_page(url, ""))
    try:
        translation = services().translations.translated(opened.cached, tag, once)
    except ReaderError as error:
        return _untranslated(opened, found, error)
    return _translated(opened, translation, tag, render, kept_as)


def _untranslated(opened: OpenedPage, found: Article, error: ReaderError) -> Response:
    note(error=type(error).__name__)
    view = view_of_article(opened, found)
    page = services().pages.articles.untranslated(around_article(opened, found), view, error.sentence)
    return until_later(page_response(page, error.status), error)


def _translated(opened: OpenedPage, translation: Translation, tag: str, render: Render, kept_as: str) -> Response:
    """Return a translated article as `render` makes a page of it."""
    shown = replace(opened, cached=translation.cached)
    view = view_of_article(shown, translation.article)
    sizes = tuple(sorted((url, size.size) for url, size in view.sizes.items()))

    def page() -> Page:
        around = _around(shown, translation.article, tag)
        said = Sentence.joined(_note(translation, around.language), view.note)
        return render(around, replace(view, note=said))

    name = ("translation", opened.url, opened.note, tag, kept_as, translation.made, sizes)
    made = cached_page(name, translation.cached, page) if kept_as else page()
    return page_response(made, modified=max(when_modified(shown, view), translation.made))


def _around(shown: OpenedPage, article: Article, tag: str) -> Frame:
    """Return the frame of a translated article, whose own links stay in its language."""
    around = around_article(shown, article)
    return replace(around, links=replace(around.links, translation=f"/in/{tag}"))


def _note(translation: Translation, said_in: Language) -> str:
    """Return what is said of where a translation is from, in the words of a language."""
    name = name_of(translation.source, said_in)
    return FROM.of(language=name) if name else FROM_SOMEWHERE


def name_of(tag: str, said_in: Language) -> str:
    """Return what a language calls the one with a tag, or nothing where it has no name for it."""
    try:
        return Locale.parse(tag, sep="-").get_language_name(said_in.locale) or "" if tag else ""
    except (UnknownLocaleError, ValueError):
        return ""
