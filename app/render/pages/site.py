"""The pages about the site itself, and those that say that something did not work."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.models import Page
from app.net.slugs import FEWEST_WORDS, headline_in
from app.render.html.links import is_direct
from app.render.template import Frame, Paginated, TemplateRenderer

# Of an address that is only shown, the beginning that is sure to have room; MicroWeb cuts an attribute there, too.
LONGEST_ADDRESS = 1000
LONGEST_SENTENCE = 600


@dataclass(frozen=True, slots=True)
class Left:
    """What is left where the page at `url` does not open: its original, and a copy of it if it may be `archived`."""

    url: str
    archived: bool


class SitePages:
    """Renders the pages about the site."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def about(self, frame: Frame) -> Page:
        """What this site is, and how it is used."""
        return self._renderer.page("about.html", frame)

    def ask(self, frame: Frame) -> Page:
        """The form for an address, on a page of its own for browsers that have no forms."""
        return self._renderer.page("ask.html", frame)

    def editions(self, frame: Frame, editions: Sequence[tuple[str, str]], number: int) -> Page:
        """Page `number` of the list of editions, each as its code and name."""
        lines = [self._renderer.line("_edition.html", frame, code=code, name=name) for code, name in editions]
        return self._renderer.paginated("editions.html", frame, Paginated.of(lines, frame.links.editions), number)

    def error(
        self, frame: Frame, heading: str, sentence: str, address: str, way: str = "", left: Left | None = None
    ) -> Page:
        """What went wrong, in one sentence, what is left, and the read form with what was asked for still in it.

        `way` is the address at which it can be read all the same, or empty.
        """
        short = frame.charset.shortened(frame.said(sentence), LONGEST_SENTENCE)
        return self._renderer.page(
            "error.html",
            frame,
            heading=heading,
            sentence=short,
            way=way,
            address=frame.charset.shortened(address.replace('"', "%22"), LONGEST_ADDRESS),
            left=left,
            found=_search_of(frame, headline_in(left.url)) if left else "",
        )

    def moved(self, frame: Frame, url: str, title: str = "") -> Page:
        """The body of a redirect to an original, or to a page of ours with a `title`, for browsers that follow none."""
        return self._renderer.page(
            "moved.html", frame, url=url[:LONGEST_ADDRESS], direct=is_direct(url), title=frame.said(title)
        )


def _search_of(frame: Frame, headline: str) -> str:
    """Return the link that searches for a headline, or for as many of its words as a link has room for."""
    words = headline.split()
    links = (frame.links.found(" ".join(words[:most]), 1) for most in range(len(words), FEWEST_WORDS - 1, -1))
    return next(filter(None, links), "")
