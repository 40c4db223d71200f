"""Pages within the budget of a profile: what stands on which, and how one leads to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

# For the measure of a page's frame before the number of pages is known.
WIDEST = 999
# So many subheads are taken along to the next page; where there are more, they are no subheads.
MOST_LEADERS = 3
_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a page that is not cut: its markup, and how many bytes it takes on the wire.

    `leads` says that it must not stand last on a page (a subhead). `figure` is the number of the picture of which
    this is the markup with the picture in it, 0 for all else, and `plain` the markup without.
    """

    markup: Markup
    size: int
    leads: bool = False
    plain: Markup = _NOTHING
    figure: int = 0


@dataclass(frozen=True, slots=True)
class Nav:
    """Where a page stands among its like: the addresses are empty where there is nothing; `size` is that of the whole
    text in words."""

    number: int = 1
    count: int = 1
    previous: str = ""
    following: str = ""
    whole: str = ""
    size: str = ""


def allotted(chunks: Sequence[Chunk], first: int, rest: int, most: int = 0) -> list[list[Chunk]]:
    """Return the chunks by pages: those that have room in `first` bytes, and in `rest` bytes on each other page.

    A page has `most` chunks, where that is not 0. There is always at least one page.
    """
    pages: list[list[Chunk]] = [[]]
    room = first
    for chunk in chunks:
        if pages[-1] and (chunk.size > room or len(pages[-1]) == most):
            pages.append(_leaders(pages[-1], rest - chunk.size))
            room = rest - sum(each.size for each in pages[-1])
        pages[-1].append(chunk)
        room -= chunk.size
    return pages


def _leaders(page: list[Chunk], room: int) -> list[Chunk]:
    """Take the subheads off the end of a page, and return them; not the only chunk, nor what has no `room` bytes."""
    taken: list[Chunk] = []
    while len(page) > 1 and page[-1].leads and page[-1].size <= room and len(taken) < MOST_LEADERS:
        room -= page[-1].size
        taken.insert(0, page.pop())
    return taken


def plainer(chunks: Sequence[Chunk], inline: int) -> list[Chunk]:
    """Return the chunks of one page with at most `inline` pictures in the text."""
    found = []
    for chunk in chunks:
        inline -= bool(chunk.figure)
        found.append(replace(chunk, markup=chunk.plain) if chunk.figure and inline < 0 else chunk)
    return found
