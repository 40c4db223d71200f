"""Front pages of one's own: begun, changed, read and exported, by addresses alone."""

from flask import Blueprint, Response, request
from werkzeug.http import http_date

from app.errors import ReaderError, UnknownPlace
from app.feeds.subscription_list import write_opml
from app.models import Page
from app.news.sources import SECTIONS
from app.sentences import Sentence
from app.services.own_front_pages import OwnFrontPages
from app.storage.own_pages import OwnPage
from app.storage.own_records import key_of
from app.web.context import admit, edition, form_charset, frame, services
from app.web.page_cache import cached_page
from app.web.responses import asked_address, page_response, query_fields, query_text
from app.web.views.news import addresses_of, family_of_front, view_of

blueprint = Blueprint("own", __name__)

OFF = Sentence("This site keeps no front pages of its readers' own.")
OPML_TYPE = "text/x-opml"


@blueprint.before_request
def refuse() -> None:
    """Raise `UnknownPlace` where the operator wants none of it."""
    if services().settings.OWN_PAGES != "on":
        raise UnknownPlace(OFF)


@blueprint.get("/my")
def start() -> Response:
    """Answer with the form, or with the page that changes a new one, which has the name that was typed."""
    if not request.query_string:
        return page_response(services().pages.own.start(frame()))
    admit.count()
    secret = _own().make(query_text(request.query_string, "name", form_charset()), edition().language)
    return _edit_page(secret, _own().of_secret(secret), Sentence("Your page is there; now give it sources."))


@blueprint.get("/my/<own:key>")
@blueprint.get("/my/<own:key>/<int:number>")
def front(key: str, number: int = 1) -> Response:
    """Answer with a front page of somebody's own."""
    cached = _own().front(key, admit)

    def render() -> Page:
        around = frame(addresses_of(cached), family_of_front(cached))
        return services().pages.stories.own(around, key, view_of(cached, ""), number)

    return page_response(cached_page(("own", key, number), cached, render), modified=cached.modified)


@blueprint.get("/my/<short:key>.opml")
def opml(key: str) -> Response:
    """Answer with the feeds of a page, for other programs."""
    page = _own().of_id(key)
    feeds = [(name, url) for name, url, _ in _own().feeds(page)]
    return page_response(Page(write_opml(page.name, feeds), OPML_TYPE))


@blueprint.get("/my/e/<short:secret>")
def edit(secret: str) -> Response:
    """Answer with what a page is made of, after what the query asks for was done."""
    page, fields = _own().of_secret(secret), dict(query_fields(request.query_string, form_charset()))
    if "name" in fields:
        renamed = _own().rename(secret, fields["name"])
        return _edit_page(secret, renamed, Sentence("It has another name.") if renamed != page else "")
    asked = asked_address(request.query_string, "add", charset=form_charset())
    if not asked:
        return _edit_page(secret, page, "")
    try:
        page = _own().add(secret, asked, admit)
    except ReaderError as error:
        return _edit_page(secret, _own().of_secret(secret), error.sentence, asked, error.status)
    return _edit_page(secret, page, Sentence("It was added."))


@blueprint.get("/my/e/<short:secret>/page/<int:number>")
def sources(secret: str, number: int) -> Response:
    """Answer with a further page of what a page is made of."""
    return _edit_page(secret, _own().of_secret(secret), "", number=number)


@blueprint.get("/my/e/<short:secret>/drop/<short:key>")
def drop(secret: str, key: str) -> Response:
    """Take a source out."""
    return _edit_page(secret, _own().drop(secret, key), Sentence("It was taken out."))


@blueprint.get("/my/e/<short:secret>/first/<short:key>")
def first(secret: str, key: str) -> Response:
    """Let a source stand first."""
    return _edit_page(secret, _own().first(secret, key), Sentence("It is the first now."))


@blueprint.get("/my/e/<short:secret>/order/<order>")
def reorder(secret: str, order: str) -> Response:
    """Let the stories stand in another order."""
    return _edit_page(secret, _own().reorder(secret, order), Sentence("The stories stand in another order now."))


@blueprint.get("/my/e/<short:secret>/editions")
@blueprint.get("/my/e/<short:secret>/editions/<int:number>")
def editions(secret: str, number: int = 1) -> Response:
    """Answer with the editions out of which something can be added."""
    _own().of_secret(secret)
    found = sorted(services().front_pages.editions.values(), key=lambda each: each.name)
    choices = [(each.name, ("of", each.code)) for each in found]
    return page_response(
        services().pages.own.choice(frame(), secret, Sentence("Add from an edition"), ("editions",), choices, number)
    )


@blueprint.get("/my/e/<short:secret>/of/<edition:code>")
@blueprint.get("/my/e/<short:secret>/of/<edition:code>/<int:number>")
def papers(secret: str, code: str, number: int = 1) -> Response:
    """Answer with the sections and papers of an edition."""
    _own().of_secret(secret)
    name = services().front_pages.edition(code).name
    choices: list[tuple[str, tuple[str, ...]]] = [
        (Sentence("Section %(title)s", title=title), ("of", code, section)) for section, title in SECTIONS
    ]
    choices += [(paper, ("of", code, key_of(url))) for paper, url in _own().papers(code)]
    step = ("of", code)
    return page_response(
        services().pages.own.choice(frame(), secret, Sentence("Add from %(name)s", name=name), step, choices, number)
    )


@blueprint.get("/my/e/<short:secret>/of/<edition:code>/<section:section>")
def add_section(secret: str, code: str, section: str) -> Response:
    """Add a section of an edition."""
    return _edit_page(secret, _own().add(secret, f"{code}/{section}", admit), Sentence("It was added."))


@blueprint.get("/my/e/<short:secret>/of/<edition:code>/<short:key>")
def add_paper(secret: str, code: str, key: str) -> Response:
    """Add a paper of an edition."""
    return _edit_page(secret, _own().add_paper(secret, code, key), Sentence("It was added."))


def _own() -> OwnFrontPages:
    return services().own_pages


def _edit_page(secret: str, page: OwnPage, said: str, asked: str = "", status: int = 200, number: int = 1) -> Response:
    shown = services().pages.own.edit(frame(), page, secret, said, asked, number)
    response = page_response(shown, status)
    response.headers["Expires"] = http_date(0)
    return response
