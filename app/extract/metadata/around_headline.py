"""What stands around the headline of a page, where its authors and its date mostly are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.extract.boilerplate_words import BESIDE_ARTICLE, Parts, parts_named
from app.extract.metadata.evidence import Evidence
from app.extract.metadata.visible_lines import Line, lines_between
from app.extract.places import Boxes

LONG = 250  # characters of a line that is text, and no byline
PROSE = 120  # characters of a line behind which what readers say, and other stories, have names and days of their own
_WHOLE = frozenset({"article", "body", "html", "main"})
_TALK: Parts = frozenset({"comment-list", "comments", "new-stories", "other-stories"})
_MOST_LONG = 2  # a deck may be as long, but the second such line is the article
_ABOVE, _BELOW = 25, 100  # elements


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The lines above and below a headline, as far as the text, and which places lie beside the article.

    Of either the nearest line is the first. `language` is the tag by which names and figures are read, in lower case
    or empty.
    """

    above: Sequence[Line]
    below: Sequence[Line]
    boxes: Boxes
    language: str


def look_around(evidence: Evidence, place: int, language: str) -> Surroundings:
    """Return what stands around the headline at `place`, which is -1 where the page has none."""
    if place < 0:
        return Surroundings((), (), Boxes(BESIDE_ARTICLE, every_footer=False), language)
    elements = evidence.elements
    headline = elements[place]
    above = list(lines_between(elements, max(0, place - _ABOVE), place))
    below = list(_up_to_text(lines_between(elements, place + 1, place + 1 + _BELOW)))
    boxes = Boxes(BESIDE_ARTICLE, (headline, *headline.iterancestors()), every_footer=False)
    return Surroundings(above[::-1], below, boxes, language)


def _up_to_text(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines that come before the second long one."""
    long = 0
    for each in lines:
        long += len(each.text) > LONG
        if long == _MOST_LONG:
            return
        yield each


def is_talk(element: HtmlElement) -> bool:
    """Say whether an element lies in a box that is named for what readers say, or for other stories."""
    around = (each for each in (element, *element.iterancestors()) if each.tag not in _WHOLE)
    return any(not _TALK.isdisjoint(parts_named(each.get("class")) | parts_named(each.get("id"))) for each in around)
