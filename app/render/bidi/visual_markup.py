"""Markup of ours, with text from the right in the order in which it is seen, line by line.

A browser that writes from the left only would show such a text backwards, so it gets each line reversed, as sites of
1996 sent it, and breaks none itself: a line of ours ends where the profile's columns end. What has no letter from the
right stays as it is, byte for byte.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from app.render.bidi.joining import has_arabic, joined
from app.render.bidi.levels import has_from_right, levels, mirrored, runs_from_right, seen
from app.render.charsets.charsets import escape, escape_attribute

_TOKEN = re.compile("<[^<>]*>|[^<]+|<")
_TAG = re.compile(r"</?([a-z0-9]+)")
_ALT = re.compile(' alt="([^"]*)"')
_NAME = re.compile(r' name="[^"]*"')
_CLUSTER = re.compile(r"\s+|.", re.DOTALL)
# Tags within a line; all others end it.
_INLINE = frozenset({"a", "code", "em", "font", "img", "strong", "sub", "sup"})
# The share of the columns that a line has in each element: letters of headings are larger, and quotations set in.
_SHARES: Mapping[str, float] = {
    "blockquote": 0.85,
    "h1": 0.5,
    "h2": 0.65,
    "h3": 0.8,
    "li": 0.9,
    "td": 0.3,
    "th": 0.3,
}
_WHOLE = frozenset({"pre", "title"})  # whose lines are not broken
_NARROWEST = 12
_IMAGE = "\ufffc"  # what a picture counts as (UAX 9: neutral)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A letter with its marks, or a picture's tag; `tags` are those that are open around it."""

    text: str
    tags: tuple[str, ...]

    @property
    def letter(self) -> str:
        return _IMAGE if self.text.startswith("<img ") else self.text[:1]


def visual_text(text: str, has: Callable[[str], bool]) -> str:
    """Return plain text, whose lines are broken already, in the order in which it is seen.

    `has` says whether a set has a character: letters are joined where it has the forms for that.
    """
    return "\n".join(_line(line, has) for line in text.split("\n"))


def visual_markup(markup: str, width: int, line_end: str, has: Callable[[str], bool]) -> str:
    """Return markup in the order in which it is seen, in lines of at most `width` columns that end with `line_end`."""
    return "".join(_Writer(width, line_end, has).written(markup)) if has_from_right(markup) else markup


class _Writer:
    """Goes through the markup tag by tag, and rewrites what stands between two tags that end a line."""

    def __init__(self, width: int, line_end: str, has: Callable[[str], bool]) -> None:
        self._width = width
        self._line_end = line_end
        self._has = has
        self._around: list[str] = []  # the elements of `_SHARES` and `_WHOLE` that are open
        self._raw: list[str] = []
        self._cells: list[_Cell] = []
        self._open: list[str] = []

    def written(self, markup: str) -> Iterator[str]:
        for token in _TOKEN.findall(markup):
            found = _TAG.match(token)
            if found is None and token[0] != "<":
                self._add_text(token)
            elif found and found[1] in _INLINE:
                self._add_tag(token, found[1])
            else:
                yield from self._lines()
                yield token
                self._enter_or_leave(token, found[1] if found else "")
        yield from self._lines()

    def _add_text(self, text: str) -> None:
        self._raw.append(text)
        for part in _CLUSTER.findall(unescape(text)):
            space = part.isspace() and "pre" not in self._around
            if self._cells and not part.isspace() and unicodedata.category(part) == "Mn":
                last = self._cells[-1]
                self._cells[-1] = _Cell(last.text + part, last.tags)
            else:
                self._cells += [_Cell(each, tuple(self._open)) for each in (" " if space else part)]

    def _add_tag(self, token: str, name: str) -> None:
        self._raw.append(token)
        if name == "img":
            shown = _ALT.sub(lambda alt: f' alt="{escape_attribute(_line(unescape(alt[1]), self._has))}"', token)
            self._cells.append(_Cell(shown, tuple(self._open)))
        elif token[1] != "/":
            self._open.append(token)
        elif self._open:
            self._open.pop()

    def _enter_or_leave(self, token: str, name: str) -> None:
        if name in _SHARES or name in _WHOLE:
            if token[1] != "/":
                self._around.append(name)
            elif name in self._around:
                self._around.remove(name)

    def _lines(self) -> Iterator[str]:
        """Yield what was collected, and begin anew."""
        raw, cells = "".join(self._raw), self._cells
        self._raw, self._cells, self._open = [], [], []
        if not any(has_from_right(cell.text) for cell in cells):
            yield raw
            return
        named: set[str] = set()
        paragraphs = _split(cells) if "pre" in self._around else [cells]
        for place, paragraph in enumerate(paragraphs):
            yield "\n" * bool(place)
            lines = [_marked_up(line, named) for line in self._seen(paragraph)]
            yield f"{self._line_end}\n".join(lines)

    def _seen(self, cells: list[_Cell]) -> Iterator[list[_Cell]]:
        """Yield the lines of a paragraph as they are seen, which are broken as they are read."""
        letters = "".join(cell.letter or " " for cell in cells)
        from_right = runs_from_right(letters)
        all_levels = levels(letters, from_right)
        texts = _joined([cell.text for cell in cells], self._has)
        cells = [_Cell(text, cell.tags) for text, cell in zip(texts, cells, strict=True)]
        for begin, end in _broken(letters, self._columns()):
            of = all_levels[begin:end]
            line = [
                _Cell(mirrored(cell.text), cell.tags) if level % 2 and len(cell.text) == 1 else cell
                for cell, level in zip(cells[begin:end], of, strict=True)
            ]
            yield seen(line, of)

    def _columns(self) -> int:
        if not _WHOLE.isdisjoint(self._around):
            return 1 << 30
        width = float(self._width)
        for name in self._around:
            width *= _SHARES[name]
        return max(_NARROWEST, int(width))


def _line(text: str, has: Callable[[str], bool]) -> str:
    """Return one line of bare text as it is seen."""
    if not has_from_right(text):
        return text
    stripped = text.rstrip()
    clusters: list[str] = []
    for character in stripped:
        if clusters and unicodedata.category(character) == "Mn":
            clusters[-1] += character
        else:
            clusters.append(character)
    letters = "".join(cluster[0] for cluster in clusters)
    of = levels(letters, runs_from_right(letters))
    texts = [mirrored(each) if level % 2 else each for each, level in zip(_joined(clusters, has), of, strict=True)]
    return "".join(seen(texts, of))


def _joined(texts: list[str], has: Callable[[str], bool]) -> list[str]:
    return joined(texts, has) if any(map(has_arabic, texts)) else texts


def _split(cells: list[_Cell]) -> list[list[_Cell]]:
    """Return the lines of preformatted text."""
    lines: list[list[_Cell]] = [[]]
    for cell in cells:
        if cell.text == "\n":
            lines.append([])
        else:
            lines[-1].append(cell)
    return lines


def _broken(letters: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where each line of a paragraph begins and ends, without the spaces around it."""
    begin, end = 0, len(letters)
    while begin < end and letters[begin] == " ":
        begin += 1
    while begin < end:
        stop = end if end - begin <= width else letters.rfind(" ", begin + 1, begin + width + 1)
        if stop < 0:
            following = letters.find(" ", begin + width)
            stop = end if following < 0 else following
        yield begin, begin + len(letters[begin:stop].rstrip(" "))
        begin = stop
        while begin < end and letters[begin] == " ":
            begin += 1


def _marked_up(line: list[_Cell], named: set[str]) -> str:
    """Return a line with its tags; a place that has a name begins once."""
    parts: list[str] = []
    tags: tuple[str, ...] = ()
    for cell in [*line, _Cell("", ())]:
        if cell.tags != tags:
            parts += [f"</{_name_of(tag)}>" for tag in reversed(tags)]
            parts += [_once(tag, named) for tag in cell.tags]
            tags = cell.tags
        parts.append(cell.text if cell.text.startswith("<img ") else escape(cell.text))
    return "".join(parts)


def _once(tag: str, named: set[str]) -> str:
    for name in _NAME.findall(tag):
        if name in named:
            return _NAME.sub("", tag)
        named.add(name)
    return tag


def _name_of(tag: str) -> str:
    found = _TAG.match(tag)
    return found[1] if found else ""
