"""The pages by which a person finds the profile that fits."""

from dataclasses import replace

from flask import Blueprint, Response, request

from app.images import format_named
from app.models import ConvertedImage
from app.web.context import frame, profile, services, turn
from app.web.image_sizes import usual_screen
from app.web.responses import image_response, page_response
from app.web.views.images import BY_SUFFIX

blueprint = Blueprint("setup", __name__)

# A browser's name for itself is shown up to here; some are a paragraph.
LONGEST_AGENT = 200


@blueprint.get("/setup")
@blueprint.get("/setup/<int:number>")
def profiles(number: int = 1) -> Response:
    """Answer with the list of profiles."""
    agent = request.headers.get("User-Agent", "")[:LONGEST_AGENT]
    return page_response(services().pages.setup.profiles(frame(family="western"), agent, number))


@blueprint.get("/setup/test")
@blueprint.get("/setup/test/<int:number>")
def questions(number: int = 1) -> Response:
    """Answer with the test page."""
    return page_response(services().pages.setup.tests(frame(family="western"), number))


@blueprint.get("/setup/<any(characters, order, table, card):sample>")
def sample(sample: str) -> Response:
    """Answer with a page of samples for the profile in the path."""
    pages = services().pages.setup
    if sample == "order":
        return page_response(pages.order(frame(family="hebrew")))
    around = frame(family="western")
    if sample != "card":
        return page_response(pages.sample(around, sample))
    suffix = format_named(profile().image).suffix
    shown = _card(suffix)
    return page_response(pages.card(around, suffix, shown.width, shown.height))


@blueprint.get("/setup/card.<suffix:suffix>")
def card_file(suffix: str) -> Response:
    """Answer with the test card as a picture for the profile in the path."""
    image = _card(suffix)
    return image_response(image.body, format_named(image.format).media_type)


def _card(suffix: str) -> ConvertedImage:
    """Return the test card in the format of a suffix."""
    return services().image_service.card(replace(usual_screen(profile()), format=BY_SUFFIX[suffix].name), turn)
