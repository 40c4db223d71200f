"""Pages of what a search of the web found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.images import format_named
from app.models import Entry, Headline, Page
from app.net.urls import host_of
from app.render.html.thumbnails import HEIGHT, WIDTH
from app.render.pages.reference import PATHS
from app.render.template import Frame, TemplateRenderer

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_ADDRESS, LONGEST_WORDS = 80, 150, 60, 80
MOST_HEADLINES = 3


@dataclass(frozen=True, slots=True)
class ResultsView:
    """A page of results: of which engine by its `title`; `missed` is that of one that did not answer, or empty."""

    results: tuple[Entry, ...]
    title: str
    missed: str = ""
    has_more: bool = False


class SearchPages:
    """Renders results."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def results(
        self,
        frame: Frame,
        typed: str,
        address: str,
        number: int,
        found: ResultsView,
        suggestion: tuple[str, str] = ("", ""),
        headlines: Sequence[Headline] = (),
        pictures: str = "",
    ) -> Page:
        """Page `number` of what was found for what was `typed`.

        `address` is that of the search among ours, by its engine; `suggestion` the address of another, and its words;
        `pictures` is where pictures of them are, or empty.
        """
        short = frame.charset.shortened
        news = [replace(each, title=short(each.title, LONGEST_TITLE)) for each in headlines[:MOST_HEADLINES]]
        words = short(typed, LONGEST_WORDS)
        return self._renderer.page(
            "web_search.html",
            frame,
            words=words,
            address=words,
            found=found,
            results=[_line(frame, each) for each in found.results],
            following=frame.links.searched(address, number + 1) if found.has_more else "",
            suggestion=suggestion[0],
            suggested=short(suggestion[1], LONGEST_WORDS),
            headlines=news,
            news=frame.links.found(typed, 1),
            pictures=pictures,
            entries=[(name, frame.links.look_up(PATHS[name], typed)) for name in frame.works],
            weather=frame.links.weather(typed) if "weather" in frame.almanac else "",
        )

    def pictures(self, frame: Frame, typed: str, address: str, number: int, found: ResultsView) -> Page:
        """Page `number` of the pictures that were found for what was `typed`, by the search with this address."""
        words = frame.charset.shortened(typed, LONGEST_WORDS)
        return self._renderer.page(
            "web_pictures.html",
            frame,
            words=words,
            address=words,
            found=found,
            results=[_picture(frame, each) for each in found.results],
            suffix=format_named(frame.profile.image).suffix,
            size=f"{WIDTH}x{HEIGHT}",
            width=WIDTH,
            height=HEIGHT,
            pages=frame.links.searched(address),
            following=frame.links.pictures(address, number + 1) if found.has_more else "",
            pictured=frame.profile.inline,
        )


def _picture(frame: Frame, result: Entry) -> tuple[Entry, str, str, str]:
    """Return a picture with a title that is not too long, its small one, its page, and the host of that."""
    small, page = (file.url for file in result.enclosures)
    title = frame.charset.shortened(result.title, LONGEST_TITLE)
    return replace(result, title=title), small, page, _cut(host_of(page))


def _line(frame: Frame, result: Entry) -> tuple[Entry, str]:
    """Return a result with a title and a summary that are not too long, and its address as it is shown."""
    short = frame.charset.shortened
    shown = result.url.partition("://")[2]
    title, summary = short(result.title, LONGEST_TITLE), short(result.summary, LONGEST_SUMMARY)
    return replace(result, title=title, summary=summary), _cut(shown)


def _cut(address: str) -> str:
    return address if len(address) <= LONGEST_ADDRESS else f"{address[:LONGEST_ADDRESS]}..."
