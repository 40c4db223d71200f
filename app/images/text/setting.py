"""Paragraphs set in lines of a screen's width, as pages of one bit.

Pillow draws, and libraqm joins letters, stacks them and puts lines from the right in order. The text comes from
anywhere and the libraries are C, so this runs where pictures are converted, in a process that can be lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from PIL import Image, ImageDraw, ImageFont, features

from app.images.encoders.save import saved
from app.images.text.breaking import clusters_of, parts_of
from app.images.text.typefaces import FACES, SCRIPTS, file_of
from app.models import ConvertedImage

# The size of letters in pixels: the smallest in which their strokes stay apart in one bit.
SIZE = 16
LEADING = 26
MARGIN = 2
# Of a long text so many characters are set; the pages of more would not be turned over by anybody.
MOST_CHARACTERS = 10_000
FROM_RIGHT = frozenset({"arabic", "hebrew"})
_JOINERS = frozenset("\u200b\u200c\u200d")


@dataclass(frozen=True, slots=True)
class TextScreen:
    """For which screen text is set: pixels of a page, and the family of its script."""

    width: int
    height: int
    family: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page of a text: a GIF of its lines, and what they say."""

    picture: ConvertedImage
    text: str


def set_text(paragraphs: Sequence[str], screen: TextScreen) -> tuple[TextPage, ...]:
    """Return the pages of a text, each as high as its lines; at least one."""
    lines: list[str] = []
    left = MOST_CHARACTERS
    for paragraph in paragraphs:
        lines += [*_lines(paragraph[: max(0, left)], screen), ""]
        left -= len(paragraph)
    rows = max(1, (screen.height - 2 * MARGIN) // LEADING)
    pages = [_stripped(lines[start : start + rows]) for start in range(0, len(lines), rows)]
    return tuple(TextPage(_drawn(page, screen), " ".join(page)) for page in [each for each in pages if each] or [[""]])


def _stripped(lines: list[str]) -> list[str]:
    """Return the lines of a page without empty ones at its beginning and its end."""
    filled = [place for place, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _lines(paragraph: str, screen: TextScreen) -> list[str]:
    """Return a paragraph in lines that have room."""
    room, lines, line, taken = screen.width - 2 * MARGIN, list[str](), "", 0.0
    for part in _fitting(paragraph, screen.family, room):
        width = _width(part, screen.family)
        if line and taken + _width(part.rstrip(), screen.family) > room:
            lines.append(line.rstrip())
            line, taken = "", 0.0
        line += part
        taken += width
    return [*lines, line.rstrip()] if line.strip() else lines


def _fitting(paragraph: str, family: str, room: int) -> Iterator[str]:
    """Yield the parts of a paragraph; of a part that is wider than a line, its letters."""
    for part in parts_of(" ".join(paragraph.split())):
        if _width(part.rstrip(), family) <= room:
            yield part
        else:
            yield from clusters_of(part)


def _drawn(lines: Sequence[str], screen: TextScreen) -> ConvertedImage:
    image = Image.new("1", (screen.width, len(lines) * LEADING + 2 * MARGIN), 1)
    pen = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        top = MARGIN + number * LEADING + LEADING - 8  # of the base line
        if screen.family in FROM_RIGHT:
            pen.text((screen.width - MARGIN, top), line, 0, _font(*FACES[screen.family]), "rs", direction="rtl")
        else:
            left = float(MARGIN)
            for run, font in _runs(line, screen.family):
                pen.text((left, top), run, 0, font, "ls")
                left += font.getlength(run)
    return saved(image, "GIF")


@lru_cache(8192)
def _width(text: str, family: str) -> float:
    if family in FROM_RIGHT:
        return _font(*FACES[family]).getlength(text, direction="rtl")
    return sum(font.getlength(run) for run, font in _runs(text, family))


def _runs(text: str, family: str) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
    """Yield the parts of a text that are set in one typeface each."""
    names, last = list[str](), ""
    for character in text:
        last = last if character in _JOINERS else _script_of(character)
        names.append(last)
    for name, group in groupby(zip(names, text, strict=True), key=lambda pair: pair[0]):
        yield "".join(character for _, character in group), _font(*((name, 0) if name else FACES[family]))


@lru_cache(1024)
def _script_of(character: str) -> str:
    """Return the typeface of the script that a character is of; nothing for that of the family."""
    name = next((name for first, last, name in SCRIPTS if first <= character <= last), "")
    return name if name and file_of(name) else ""


@lru_cache(32)
def _font(name: str, index: int) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
    path = file_of(name)
    if path is None:
        raise FileNotFoundError(name)
    return ImageFont.truetype(path, SIZE, index, layout_engine=engine)
