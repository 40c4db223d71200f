"""The weather of places by their names, and the exchange rates of the day."""

from flask import Blueprint, Response, request

from app.almanac import places
from app.almanac.rates import against
from app.errors import OriginFailed, ReaderError, UnknownPlace
from app.images import format_named
from app.models import Place
from app.render.measures import IMPERIAL, currency_of
from app.render.pages.almanac import RatesView, WeatherView, drawn_week, drawn_width
from app.sentences import Sentence
from app.services.admission import CountedOnce
from app.services.almanac import NO_WEATHER, SILENT, WEATHER
from app.web.context import admit, edition, form_charset, frame, profile, services, title_in_path
from app.web.page_cache import cached_drawing
from app.web.responses import image_response, page_response, query_text, until_later
from app.web.views.article import how_old
from app.web.views.images import placeholder_image

blueprint = Blueprint("almanac", __name__)

NOWHERE = Sentence("There is no such place.")


@blueprint.get("/weather")
def ask() -> Response:
    """Answer with the weather of the place in the field `q`, or in a bare query (ISINDEX), or with the form."""
    words = query_text(request.query_string, "q", form_charset())
    if words.strip():
        return _named(words)
    if WEATHER not in services().almanac.names:
        raise UnknownPlace(NO_WEATHER)
    return page_response(services().pages.almanac.ask(frame()))


@blueprint.get("/weather/<path:words>")
def of_name(words: str) -> Response:
    """Answer with the weather of the best known place of a name, and with links to the others."""
    return _named(title_in_path(words))


def _named(words: str) -> Response:
    once = CountedOnce(admit)
    found = services().almanac.places(words, edition().language_code, once)
    if not found:
        return page_response(services().pages.almanac.missing(frame(), words), 404)
    return _weather(found[0], found[1:], once)


@blueprint.get("/weather/place/<int:number>")
def of_place(number: int) -> Response:
    """Answer with the weather of the place that has this number at GeoNames."""
    once = CountedOnce(admit)
    found = services().almanac.place(number, edition().language_code, once)
    if found is None:
        raise UnknownPlace(NOWHERE)
    return _weather(found, (), once)


@blueprint.get("/weather/<float(signed=True):north>,<float(signed=True):east>.gif")
def drawing(north: float, east: float) -> Response:
    """Answer with the drawing of a week, or with one that says why there is none (`views.images.file`)."""
    try:
        if not (-90 <= north <= 90 and -180 <= east <= 180):
            raise UnknownPlace(NOWHERE)
        forecast, cached = services().almanac.weather(Place(0, "", (), north, east), admit)
        if not forecast.hours:
            raise OriginFailed(SILENT.of(work=places.NAME))
    except ReaderError as error:
        return until_later(placeholder_image(error.sentence), error)
    key = ("week", forecast.url, drawn_width(profile()), _is_imperial(), cached.fetched_at)
    made = cached_drawing(key, lambda: drawn_week(forecast, profile(), _is_imperial()))
    return image_response(made.body, format_named(made.format).media_type, cached.modified)


@blueprint.get("/rates")
@blueprint.get("/rates/<int:number>")
def rates(number: int = 1) -> Response:
    """Answer with what one of the edition's currency is in all others, or a further page of that."""
    found, cached = services().almanac.rates(admit)
    currency, others = against(found, currency_of(edition().country))
    view = RatesView(currency, others, found.day, how_old(cached))
    return page_response(services().pages.almanac.rates(frame(), view, number), modified=cached.modified)


def _weather(place: Place, others: tuple[Place, ...], once: CountedOnce) -> Response:
    forecast, cached = services().almanac.weather(place, once)
    view = WeatherView(place, forecast, others, how_old(cached), _is_imperial())
    return page_response(services().pages.almanac.weather(frame(), view), modified=cached.modified)


def _is_imperial() -> bool:
    return edition().country in IMPERIAL
