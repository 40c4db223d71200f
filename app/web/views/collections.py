"""Collections of articles: begun, added to and shown, by addresses alone."""

import hashlib
from functools import partial

from flask import Blueprint, Response
from werkzeug.http import http_date

from app.errors import UnknownPlace
from app.models import Article, Headline, Listing
from app.net.urls import host_of
from app.sentences import Sentence
from app.services.collections import GONE, ReaderCollections
from app.services.page_reader import UnavailableStory
from app.storage.collections import Collection
from app.web.context import admit, collection_secret, edition, frame, services
from app.web.digest_files import SUFFIXES, Source, file_response
from app.web.responses import page_response, redirect_response
from app.web.views.article import known_address

blueprint = Blueprint("collections", __name__)

TITLE = Sentence("A collection of articles")
OFF = Sentence("This site keeps no collections of its readers' own.")
ADDED, TAKEN_OUT = Sentence("It was added."), Sentence("It was taken out.")


@blueprint.before_request
def refuse() -> None:
    """Raise `UnknownPlace` where the operator wants nothing of readers' own."""
    if services().settings.OWN_PAGES != "on":
        raise UnknownPlace(OFF)


@blueprint.get("/c")
def own() -> Response:
    """Answer with the collection that the reader adds to, or with how one is begun."""
    secret = collection_secret()
    if not secret:
        return page_response(services().pages.collections.start(frame()))
    return _own_page(secret, _collections().of_secret(secret), "")


@blueprint.get("/c/page/<int:number>")
def more(number: int) -> Response:
    """Answer with a further page of the collection that the reader adds to."""
    secret = _secret()
    return _own_page(secret, _collections().of_secret(secret), "", number)


@blueprint.get("/c/new")
@blueprint.get("/c/new/<short:key>")
def new(key: str = "") -> Response:
    """Begin a collection, with the article that a short address stands for, and send the reader there."""
    url = known_address(key) if key else ""
    title = _title(url) if url else ""
    admit.count()
    secret = _collections().begin()
    if url:
        _collections().add(secret, title, url)
    place = frame().links.in_collection(secret)
    return redirect_response(services().pages.site.moved(frame(), place, TITLE), place)


@blueprint.get("/c/add/<short:key>")
def add(key: str) -> Response:
    """Add the article that a short address stands for."""
    secret, url = _secret(), known_address(key)
    return _own_page(secret, _collections().add(secret, _title(url), url), ADDED)


@blueprint.get("/c/drop/<short:key>")
def drop(key: str) -> Response:
    """Take an article out."""
    secret = _secret()
    return _own_page(secret, _collections().drop(secret, key), TAKEN_OUT)


@blueprint.get("/c/<short:own_id>")
@blueprint.get("/c/<short:own_id>/<int:number>")
def shared(own_id: str, number: int = 1) -> Response:
    """Answer with somebody's collection."""
    found = _collections().of_id(own_id)
    around = frame(url for _, url in found.articles)
    return page_response(services().pages.collections.shared(around, found, own_id, number))


@blueprint.get(f"/c/<short:own_id>.<any({SUFFIXES}):suffix>")
@blueprint.get(f"/c/<short:own_id>-<disk:size>.<any({SUFFIXES}):suffix>")
def file(own_id: str, suffix: str, size: str = "") -> Response:
    """Answer with the texts of somebody's collection in one file, or with how far they are."""
    stories = [Headline(title, url, host_of(url), "", 0) for title, url in _collections().of_id(own_id).articles]
    contents = hashlib.blake2b(repr(stories).encode(), digest_size=8).hexdigest()
    around, name = frame(), f"collection {own_id} {contents}"
    source = Source(
        name,
        around.said(TITLE),
        TITLE,
        partial(around.links.collection_file, own_id),
        lambda: services().digests.of_stories(name, stories, admit),
    )
    return file_response(source, suffix, size)


def _secret() -> str:
    """Return the secret in the path. Raises `UnknownPlace` where there is none."""
    secret = collection_secret()
    if not secret:
        raise UnknownPlace(GONE)
    return secret


def _title(url: str) -> str:
    """Return what the page at an address is called. Raises what reading it raises."""
    opened = services().reader.read(url, edition().code, admit)
    if isinstance(opened, UnavailableStory):
        raise opened.error
    found = opened.cached.content
    return found.title if isinstance(found, Article | Listing) else ""


def _collections() -> ReaderCollections:
    return services().collections


def _own_page(secret: str, collection: Collection, said: str, number: int = 1) -> Response:
    around = frame(url for _, url in collection.articles)
    response = page_response(services().pages.collections.own(around, collection, secret, said, number))
    response.headers["Expires"] = http_date(0)
    return response
