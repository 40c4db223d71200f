"""The read form's answer, an address or words; and what a search of the web found."""

from flask import Blueprint, Response, g, request

from app.errors import UnknownId
from app.models import Headline
from app.net.moments import moment
from app.net.pasted import is_address
from app.net.urls import parse
from app.render.pages.search import ResultsView
from app.search.engine import Question
from app.search.queries import NEWS, Query, query_at, query_in
from app.sentences import Sentence
from app.services.web_search import Found
from app.web.context import admit_search, edition, form_charset, frame, living_in, raw_behind, services
from app.web.page_links import titles_family
from app.web.responses import asked_address, page_response, query_fields, query_text
from app.web.views.article import known_address, reading_page
from app.web.views.moments import page_then
from app.web.views.news import search_page

# The field for a day of the past.
DAY = frozenset({"on"})
blueprint = Blueprint("search", __name__)


@blueprint.get("/read")
@blueprint.get("/web")
@blueprint.get("/web/<when>")
def read(when: str = "") -> Response:
    """Answer with what the pasted address holds, or with what is found for words, or with the form.

    With `when` in the path the address is read as of that day, unless a field says another.
    """
    then = moment(when) if when else living_in()
    if not request.query_string:
        g.when = then
        return page_response(services().pages.site.ask(frame()))
    text = asked_address(request.query_string, "url", DAY, form_charset())
    day = dict(query_fields(request.query_string, form_charset())).get("on", "").strip()
    if text.strip() and (day or (then and is_address(text))):
        return page_then(parse(text), moment(day) if day else then)
    if not text.strip() or is_address(text) or not services().web_search.is_on:
        return reading_page(parse(text))
    return _typed(text)


@blueprint.get("/<address:address>")
def behind_ours(address: str) -> Response:
    """Answer with what the address holds that was written behind ours: `/http://example.org/page?number=1`."""
    begin = address[:5]
    behind = raw_behind(f"/{begin}")
    return reading_page(parse(f"{begin}{behind}" if behind else address))


@blueprint.get("/find")
def find() -> Response:
    """Answer with what is found on the web for the words in the field `q`, or in a bare query, as ISINDEX sends it."""
    return _typed(query_text(request.query_string, "q", form_charset()))


@blueprint.get("/find/<short:key>")
@blueprint.get("/find/<short:key>/<int:number>")
def found(key: str, number: int = 1) -> Response:
    """Answer with a page of what was found by the search that a short id stands for, or by new words for ISINDEX."""
    if request.query_string:
        return _typed(query_text(request.query_string, "q", form_charset()))
    query = query_at(known_address(key))
    if query is None:
        raise UnknownId(Sentence("There is no search at this address."))
    return _results(query, number)


@blueprint.get("/pictures/<short:key>")
@blueprint.get("/pictures/<short:key>/<int:number>")
def pictures(key: str, number: int = 1) -> Response:
    """Answer with a page of the pictures that are found by the search that a short id stands for."""
    query = query_at(known_address(key))
    if query is None:
        raise UnknownId(Sentence("There is no search at this address."))
    found = services().picture_search.search(query, _question(query), number, admit_search)
    files = (file.url for each in found.results for file in each.enclosures)
    urls = [query.address, *(each.url for each in found.results), *files]
    around = frame(urls, titles_family([query.words, *(each.title for each in found.results)]))
    view = ResultsView(found.results, found.title, found.missed, found.has_more)
    return page_response(services().pages.search.pictures(around, query.words, query.address, number, view))


def _typed(text: str) -> Response:
    """Return the response to what was typed: the web's results, the news', or the form where there are no words."""
    query = query_in(text)
    if query.engine == NEWS:
        return search_page(query.words, 1)
    return _results(query, 1) if query.words else page_response(services().pages.site.ask(frame()))


def _results(query: Query, number: int) -> Response:
    g.asked = query.words
    found = services().web_search.search(query, _question(query), number, admit_search)
    headlines = services().news_search.known(edition().code, query.words)[:3] if number == 1 else []
    return _page(query, number, found, headlines)


def _question(query: Query) -> Question:
    return Question(query.words, edition().language_code, edition().country, services().settings.SEARCH_SAFE)


def _page(query: Query, number: int, found: Found, headlines: list[Headline]) -> Response:
    same, other = Query(query.words, found.name).address, Query(found.suggestion, query.engine).address
    urls = [same, *([other] if found.suggestion else [])]
    urls += [each.url for each in found.results] + [each.url for each in headlines]
    around = frame(urls, titles_family([query.words, *(each.title for each in found.results)]), looks_up=True)
    view = ResultsView(found.results, found.title, found.missed, found.has_more)
    suggestion = (other, found.suggestion) if found.suggestion else ("", "")
    pictures = around.links.pictures(same) if services().picture_search.is_on else ""
    page = services().pages.search.results(around, query.words, same, number, view, suggestion, headlines, pictures)
    return page_response(page)
