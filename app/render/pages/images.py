"""The pages of a picture: at the usual size, larger and smaller, and at full size in parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.models import Page
from app.render.profiles.spec import with_piece
from app.render.template import Frame, TemplateRenderer
from app.sentences import Sentence

LONGEST_WORDS = 600
# Of a picture in many parts, the map shows so many around the one that is shown, in each direction.
MAP_REACH = 4
# The ways in which each palette of few colours can be mixed, by their pieces of an address.
_ATKINSON = ("atkinson", Sentence("Atkinson's"))
_FLOYD = ("floyd", Sentence("Floyd and Steinberg's"))
_ORDERED = ("ordered", Sentence("in a pattern"))
DOTS: Mapping[str, Sequence[tuple[str, str]]] = {
    "colour16": (_ATKINSON, _FLOYD, _ORDERED),
    "grey4": (_ATKINSON, _FLOYD, _ORDERED),
    "mono": (_ATKINSON, _FLOYD, _ORDERED),
}


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture of an article as its page shows it; `previous` and `following` are its neighbours' addresses.

    `note` is a sentence above it, or empty.
    """

    url: str
    article: str
    number: int
    count: int
    words: str
    previous: str
    following: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShownImage:
    """The picture on its page: `size` is its piece of the address (`w320`, `t2x3`, empty for the usual), then the
    pixels and the bytes; `sizes` are the pieces of other sizes, each with its name."""

    suffix: str
    title: str
    size: str
    width: int
    height: int
    count: int
    sizes: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Where a part of a picture stands: its column and row, counted from 1, among how many."""

    column: int
    row: int
    columns: int
    rows: int

    def piece(self, right: int = 0, down: int = 0) -> str:
        """Return the piece of the address of a neighbour, or an empty string where there is none."""
        column, row = self.column + right, self.row + down
        return f"t{column}x{row}" if 1 <= column <= self.columns and 1 <= row <= self.rows else ""

    @property
    def neighbours(self) -> list[tuple[str, str]]:
        """The names and pieces of the neighbours that there are."""
        around = (
            (Sentence("left"), -1, 0),
            (Sentence("right"), 1, 0),
            (Sentence("up"), 0, -1),
            (Sentence("down"), 0, 1),
        )
        named = ((name, self.piece(right, down)) for name, right, down in around)
        return [(name, piece) for name, piece in named if piece]

    @property
    def map(self) -> list[list[tuple[str, bool]]]:
        """The parts around this one, row by row: the piece of each, and whether it is this one."""
        columns = range(max(1, self.column - MAP_REACH), min(self.columns, self.column + MAP_REACH) + 1)
        rows = range(max(1, self.row - MAP_REACH), min(self.rows, self.row + MAP_REACH) + 1)
        return [[(f"t{column}x{row}", (column, row) == (self.column, self.row)) for column in columns] for row in rows]


class ImagePages:
    """Renders the pages of pictures."""

    def __init__(self, renderer: TemplateRenderer) -> None:
        """Take what fills in templates."""
        self._renderer = renderer

    def page(self, frame: Frame, view: ImageView, shown: ShownImage, files: Sequence[tuple[str, str]]) -> Page:
        """The page of a picture; `files` are the other formats it can be had in, each its suffix and title."""
        values = {"shown": shown, "files": files, "dots": _dots(frame, view, shown)}
        return self._renderer.page("picture.html", frame, view=view, words=_words(frame, view), pictured=True, **values)

    def part(self, frame: Frame, view: ImageView, shown: ShownImage, part: Part) -> Page:
        """The page of a part of a picture at full size."""
        return self._renderer.page(
            "part.html", frame, view=view, words=_words(frame, view), shown=shown, part=part, pictured=True
        )

    def lost(self, frame: Frame, view: ImageView, reason: str, way: str = "") -> Page:
        """The page of a picture that cannot be had, which says why; `way` is the address at which it can, or empty."""
        return self._renderer.page("lost.html", frame, view=view, words=_words(frame, view), reason=reason, way=way)


def _dots(frame: Frame, view: ImageView, shown: ShownImage) -> list[tuple[str, str]]:
    """Return the other ways to mix the dots of a picture, each its name and address."""
    profile, links = frame.profile, frame.links
    if profile.image == "JPEG":
        return []
    path = links.image(view.url, view.article, shown.size).removeprefix(links.prefix)
    ways = [way for way in DOTS.get(profile.palette, ()) if way[0] != profile.dither]
    return [(name, links.in_profile(with_piece(profile.name, piece), path)) for piece, name in ways]


def _words(frame: Frame, view: ImageView) -> str:
    return frame.charset.shortened(view.words, LONGEST_WORDS)
