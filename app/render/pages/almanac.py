"""The pages of the weather and of exchange rates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.images import DrawnDay, week, week_size
from app.models import ConvertedImage, DayWeather, Forecast, Page, Place, Rate, Run, Runs, Table
from app.render import measures
from app.render.html.blocks import BlockContext, HtmlWriter
from app.render.pagination.article_chunks import Chunker
from app.render.profiles.profile import Profile
from app.render.template import Frame, Paginated, TemplateRenderer
from app.sentences import Sentence
from app.text.conditions import CONDITIONS

LONGEST_NAME = 60
MOST_WIDTH = 320
HEADER = (
    Sentence("Day"),
    Sentence("Weather"),
    Sentence("Temperature"),
    Sentence("Precipitation"),
    Sentence("Wind"),
)
NOW = Sentence("At %(time)s there: %(weather)s")
RATES_OF = Sentence("Reference rates of the European Central Bank of %(day)s:")


@dataclass(frozen=True, slots=True)
class WeatherView:
    """The weather of a place, as its page shows it: `note` is a sentence above it or empty.

    `others` are other places of the name; `imperial` says that it is told in degrees Fahrenheit, miles and inches.
    """

    place: Place
    forecast: Forecast
    others: tuple[Place, ...] = ()
    note: str = ""
    imperial: bool = False


@dataclass(frozen=True, slots=True)
class RatesView:
    """What one of a currency is in others on a day (`YYYY-MM-DD`); `note` is a sentence above it or empty."""

    currency: str
    rates: tuple[Rate, ...]
    day: str
    note: str = ""


class AlmanacPages:
    """Renders both."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def ask(self, frame: Frame) -> Page:
        """The form for a place."""
        return self._renderer.page("weather_ask.html", frame, words="", missing="")

    def missing(self, frame: Frame, words: str) -> Page:
        """The page that says that there is no place of this name."""
        shown = frame.charset.shortened(words, LONGEST_NAME)
        return self._renderer.page("weather_ask.html", frame, words=shown, missing=shown)

    def weather(self, frame: Frame, view: WeatherView) -> Page:
        """The weather of a place."""
        place, links, forecast = view.place, frame.links, view.forecast
        return self._renderer.page(
            "weather.html",
            frame,
            title=_name_of(frame, place),
            note=frame.said(view.note),
            now=_now(frame, view),
            body=HtmlWriter(_context(frame)).blocks((_week(frame, view),)),
            drawing=links.week(place.latitude, place.longitude) if forecast.hours else "",
            size=week_size(len(forecast.days), drawn_width(frame.profile)),
            pictured=bool(forecast.hours),
            others=[(links.weather_at(each.number), _name_of(frame, each)) for each in view.others],
            words="",
        )

    def rates(self, frame: Frame, view: RatesView, number: int) -> Page:
        """Page `number` of the rates of a day. Raises `UnknownPlace` where there is none."""
        table = Table(tuple(_rate(frame, each) for each in view.rates))
        chunker = Chunker(self._renderer, frame, _context(frame), (table,))
        values = {
            "amount": f"1 {view.currency}",
            "day": frame.said(RATES_OF.of(day=date.fromisoformat(view.day))),
            "note": frame.said(view.note),
        }
        return self._renderer.paginated("rates.html", frame, Paginated(chunker, frame.links.rates), number, **values)


def drawn_week(forecast: Forecast, profile: Profile, imperial: bool) -> ConvertedImage:
    """Return the drawing of a week whose hours are known, for a profile."""
    days = [DrawnDay(CONDITIONS[each.code].parts, each.day[-2:]) for each in forecast.days]
    hours = [measures.degrees(each, imperial) for each in forecast.hours]
    return week(days, hours, drawn_width(profile))


def drawn_width(profile: Profile) -> int:
    """Return how wide a drawing may be, in pixels."""
    return min(MOST_WIDTH, profile.width)


def _context(frame: Frame) -> BlockContext:
    return BlockContext(frame.links, frame.profile, frame.charset, language=frame.language)


def _name_of(frame: Frame, place: Place) -> str:
    return frame.charset.shortened(", ".join((place.name, *place.around)), LONGEST_NAME)


def _now(frame: Frame, view: WeatherView) -> str:
    """Return what the weather is now, or nothing where that is not known."""
    forecast, locale = view.forecast, frame.language.locale
    if not forecast.time:
        return ""
    told = [frame.said(CONDITIONS[forecast.code].words), measures.warmth(forecast.temperature, locale, view.imperial)]
    told += [measures.speed(forecast.wind, locale, view.imperial)] if forecast.wind >= 0 else []
    return frame.said(NOW.of(time=forecast.time, weather="; ".join(told)))


def _week(frame: Frame, view: WeatherView) -> Table:
    """Return a row for each day; on a narrow screen, where they are lines, their units say what is what."""
    rows = tuple(_row(_told(frame, day, view.imperial)) for day in view.forecast.days)
    return Table(rows) if frame.profile.is_narrow else Table((_row(map(frame.said, HEADER)), *rows), header=True)


def _told(frame: Frame, day: DayWeather, imperial: bool) -> Iterator[str]:
    """Yield the cells of a day; what nobody knows is empty."""
    locale = frame.language.locale
    yield measures.weekday(date.fromisoformat(day.day), locale)
    yield frame.said(CONDITIONS[day.code].words)
    yield f"{measures.degrees(day.low, imperial)} / {measures.warmth(day.high, locale, imperial)}"
    yield measures.depth(day.rain, locale, imperial) if day.rain >= 0 else ""
    yield measures.speed(day.wind, locale, imperial) if day.wind >= 0 else ""


def _rate(frame: Frame, rate: Rate) -> tuple[Runs, ...]:
    locale = frame.language.locale
    return _row((measures.amount(rate.value, locale), rate.currency, measures.currency_name(rate.currency, locale)))


def _row(cells: Iterable[str]) -> tuple[Runs, ...]:
    return tuple((Run(cell),) if cell else () for cell in cells)
