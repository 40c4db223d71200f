"""The addresses of the old site, which are in people's bookmarks, and of front pages as people type them."""

from flask import Blueprint, Response, g, request

from app.net.urls import parse
from app.news.feed_urls import TOP
from app.news.sources import SECTIONS
from app.web.context import known_edition, services
from app.web.responses import asked_address, query_fields
from app.web.views.article import reading_page
from app.web.views.images import image_page
from app.web.views.news import front, section_page
from app.web.views.own_pages import refuse, start
from app.web.views.site import editions

blueprint = Blueprint("bookmarks", __name__)
_FIELDS = frozenset({"loc", "section"})


@blueprint.before_request
def choose_edition() -> None:
    """Take the edition from the field `loc`."""
    fields = dict(query_fields(request.query_string))
    if "loc" in fields:
        g.edition = known_edition(fields["loc"])


@blueprint.get("/index.htm")
@blueprint.get("/index.html")
@blueprint.get("/index.php")
def index() -> Response:
    """Answer with the front page, or with the section in the field `section`."""
    wanted = dict(query_fields(request.query_string)).get("section", "").lower()
    return section_page(wanted if wanted in dict(SECTIONS) else TOP, 1)


@blueprint.get("/article.php")
def article() -> Response:
    """Answer with the article in the field `a`."""
    return reading_page(parse(asked_address(request.query_string, "a", _FIELDS)))


@blueprint.get("/image.php")
def image() -> Response:
    """Answer with the page of the picture in the field `i`."""
    return image_page(parse(asked_address(request.query_string, "i", _FIELDS)), "")


@blueprint.get("/choose_edition.php")
def choose() -> Response:
    """Answer with the list of editions."""
    return editions()


@blueprint.get("/my/", strict_slashes=True)
def malaysia() -> Response:
    """Answer with the front page of Malaysia, whose code is the name of a page, too; where there is none, with that."""
    if "my" in services().front_pages.editions:
        g.edition = known_edition("my")
        return front()
    refuse()
    return start()
