"""The encyclopedia and the dictionary: entries by their words, and by short ids for links."""

from flask import Blueprint, Response, g, request

from app.errors import UnknownPlace
from app.models import Page, ReferencePage
from app.render.pages.reference import EntryView, blocks_of
from app.sentences import Sentence
from app.services.page_reader import OpenedPage
from app.services.reference import OFF, LookedUp, NotFound
from app.web.context import admit, edition, form_charset, frame, profile, services, title_in_path
from app.web.image_sizes import usual_screen
from app.web.page_cache import cached_page
from app.web.page_links import entry_needs, titles_family
from app.web.responses import page_response, query_text
from app.web.views.article import how_old, known_address, opened_page
from app.web.views.images import image_page

blueprint = Blueprint("reference", __name__)

WIKIPEDIA, WIKTIONARY = "Wikipedia", "Wiktionary"
OWN_PAGE = Sentence("This is the page as it stands there, because the work does not answer otherwise now.")
NO_SECTION = Sentence("There is no such section; there are no more than those before it.")


@blueprint.get("/wiki")
def ask_encyclopedia() -> Response:
    """Answer with the entry for the words in the field `q`, or in a bare query (ISINDEX), or with the form."""
    return _asked(WIKIPEDIA)


@blueprint.get("/word")
def ask_dictionary() -> Response:
    """Answer as `ask_encyclopedia` does, from the dictionary."""
    return _asked(WIKTIONARY)


@blueprint.get("/wiki/<path:words>")
def encyclopedia(words: str) -> Response:
    """Answer with the entry of the encyclopedia that has this title, in the language of the edition."""
    return _typed(WIKIPEDIA, title_in_path(words))


@blueprint.get("/word/<path:words>")
def dictionary(words: str) -> Response:
    """Answer with the meanings of a word, in the language of the edition."""
    return _typed(WIKTIONARY, title_in_path(words))


@blueprint.get("/w/<short:key>")
@blueprint.get("/w/<short:key>/<int:section>")
@blueprint.get("/w/<short:key>/<int:section>/<int:number>")
def entry(key: str, section: int = 0, number: int = 1) -> Response:
    """Answer with the entry that a short id stands for, a section of it, or a further page of that."""
    return _entry(known_address(key), section, number)


@blueprint.get("/w/<short:key>/languages")
@blueprint.get("/w/<short:key>/languages/<int:number>")
def languages(key: str, number: int = 1) -> Response:
    """Answer with the languages in which there is an entry."""
    url = g.original = known_address(key)
    found = services().reference.look_up(url, admit)
    if not isinstance(found, LookedUp) or not isinstance(found.cached.content, ReferencePage):
        return _page(found, 0, 1)
    around = frame([url, *(each.url for each in found.cached.content.languages)], looks_up=True)
    page = services().pages.reference.languages(around, EntryView(found.cached.content, url), number)
    return page_response(page, modified=found.cached.modified)


def _asked(work: str) -> Response:
    words = query_text(request.query_string, "q", form_charset())
    if words.strip():
        return _typed(work, words)
    if not services().reference.names:
        raise UnknownPlace(OFF)
    return page_response(services().pages.reference.ask(frame()))


def _typed(work: str, words: str) -> Response:
    return _entry(services().reference.address(work, edition().language_code, words), 0, 1)


def _entry(url: str, section: int, number: int) -> Response:
    g.original = url
    return _page(services().reference.look_up(url, admit), section, number)


def _page(found: LookedUp | NotFound, section: int, number: int) -> Response:
    """Return page `number` of a section of what a word has led to."""
    if isinstance(found, NotFound):
        family = titles_family([found.title, *(each.title for each in found.suggestions)])
        around = frame([each.url for each in found.suggestions], family, looks_up=True)
        page = services().pages.reference.missing(around, found.title, found.work, found.suggestions)
        return page_response(page, 404)
    content = found.cached.content
    if isinstance(content, ReferencePage):
        return _entry_page(found, content, section, number)
    return opened_page(OpenedPage(found.url, found.cached, OWN_PAGE), number, lambda url: image_page(url, ""))


def _entry_page(found: LookedUp, content: ReferencePage, section: int, number: int) -> Response:
    if section > len(content.sections):
        raise UnknownPlace(NO_SECTION)
    sizes = services().image_service.sizes((image.url for image in content.images), usual_screen(profile()))
    known = tuple(sorted((url, size.size) for url, size in sizes.items()))

    def render() -> Page:
        needs = entry_needs(found.url, content, blocks_of(content, section))
        view = EntryView(content, found.url, how_old(found.cached), sizes)
        around = frame(needs.urls, needs.family, looks_up=True)
        return services().pages.reference.entry(around, view, section, number)

    page = cached_page(("entry", found.url, section, number, known), found.cached, render)
    since = max([found.cached.modified, *(size.since for size in sizes.values())])
    return page_response(page, modified=since)
