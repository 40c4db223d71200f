"""The page of how the site fares, and its plots."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from app.images import plot, plot_size
from app.models import ConvertedImage, Page
from app.render.profiles.profile import Profile
from app.render.template import Frame, Paginated, TemplateRenderer

LONGEST_ADDRESS = 1000
#: The sums of the day that each plot shows, by its name; the first stands at the bottom.
PLOTS: Mapping[str, tuple[str, ...]] = {
    "fetches": ("fetched", "lost"),
    "requests": ("well", "badly"),
    "times": ("quick", "slowly", "slowest"),
}
ORDER = ("requests", "times", "fetches")
MOST_WIDTH = 320
ENDS = ("-24 h", "0 h")


class DayShown(Protocol):
    """The figures of a day."""

    def total(self, name: str) -> int:
        """Return the sum of the day."""

    def columns(self, names: tuple[str, ...]) -> list[tuple[int, ...]]:
        """Return numbers slot by slot."""

    def peak(self, names: tuple[str, ...]) -> tuple[int, float]:
        """Return the most in one slot, and when that began, in seconds since the epoch."""


class Counted(Protocol):
    """How a source has fared."""

    @property
    def failing_since(self) -> float:
        """When the first failure after the last answer was, in seconds since the epoch, or 0."""


@dataclass(frozen=True, slots=True)
class ShownPlot:
    """A plot: its name, its size in pixels, the most of it in ten minutes, and when that was."""

    name: str
    width: int
    height: int
    most: int
    at: str


@dataclass(frozen=True, slots=True)
class SiteState:
    """How the site fares: why its store fails and since when (empty and 0 where it works), whom it asks and since when
    these are left alone (0 where they are not), and its day."""

    trouble: str
    failing_since: float
    hosts: Sequence[tuple[str, float]]
    day: DayShown


class StatusPages:
    """Renders the page."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def status(
        self,
        frame: Frame,
        state: SiteState,
        counts: Mapping[str, Counted],
        dropped: Collection[str],
        google: str,
        number: int,
    ) -> Page:
        """Page `number` of how each source, by its address, has fared; on the first, how the site does.

        `google` is a sentence on its links; `dropped` are those that are left off the pages.
        """
        lines = [
            self._renderer.line(
                "_source.html",
                frame,
                url=url,
                name=url[:LONGEST_ADDRESS],
                count=count,
                since=moment(count.failing_since),
                dropped=url in dropped,
            )
            for url, count in sorted(counts.items())
        ]
        paginated = Paginated.of(lines, frame.links.status, pictured=True)
        shown = _shown(state, frame.profile)
        return self._renderer.paginated("status.html", frame, paginated, number, google=google, state=shown)


def status_plot(day: DayShown, name: str, profile: Profile) -> ConvertedImage:
    """Return one of `PLOTS` for a profile."""
    return plot(day.columns(PLOTS[name]), min(MOST_WIDTH, profile.width), profile.palette, ENDS)


def moment(seconds: float) -> str:
    """Return a moment in seconds since the epoch as it is shown, in UTC; nothing for 0."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC" if seconds else ""


def _shown(state: SiteState, profile: Profile) -> Mapping[str, object]:
    sums = {name: state.day.total(name) for names in PLOTS.values() for name in names}
    return {
        **sums,
        "trouble": state.trouble,
        "failing_since": moment(state.failing_since),
        "hosts": [(name, moment(since)) for name, since in state.hosts],
        "plots": [_plot(state.day, name, profile) for name in ORDER],
    }


def _plot(day: DayShown, name: str, profile: Profile) -> ShownPlot:
    width, height = plot_size(len(day.columns(PLOTS[name])), min(MOST_WIDTH, profile.width))
    most, at = day.peak(PLOTS[name])
    return ShownPlot(name, width, height, most, moment(at))
