"""The lines of text around a place on a page, as a reader sees them: what no block-level tag interrupts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from lxml.html import HtmlElement

# Tags that do not end a line; all others do.
_INLINE = frozenset(
    "a abbr address b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup svg time tt u var".split()
)
_SILENT = frozenset("button canvas iframe noscript object option script select style svg template textarea".split())
_LONGEST = 2000  # characters of a line
# Hebrew, Arabic, the scripts of India, and Korean.
_WITHOUT_CASE = re.compile("[\u0590-\u06ff\u0900-\u0dff\uac00-\ud7a3]{2}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the elements that it stands in: the first of them at `place`, the last before `end`."""

    text: str
    place: int
    end: int


def lines_between(elements: Sequence[HtmlElement], start: int, end: int) -> Iterator[Line]:
    """Yield the lines in `elements[start:end]`, all elements of a page being given in their order."""
    end = min(end, len(elements))
    place, parts = start, []
    for at, text in chain(_texts(elements, start, end), ((end, None),)):
        if text is not None:
            parts.append(text)
            continue
        if joined := _joined(parts):
            begun = min(place, end - 1)
            yield Line(joined, begun, max(at, begun + 1))
        place, parts = at, []


def short_text(element: HtmlElement, most: int) -> str:
    """Return the text in an element on one line, or nothing where it is longer than `most` characters."""
    parts: list[str] = []
    room = 4 * most  # white space is not counted
    for part in element.itertext():
        parts.append(part)
        room -= len(part)
        if room < 0:
            return ""
    text = _joined(parts)
    return text if len(text) <= most else ""


def _texts(elements: Sequence[HtmlElement], start: int, end: int) -> Iterator[tuple[int, str | None]]:
    """Yield the texts of elements in reading order, each with its place, and None where a line ends."""
    around: list[HtmlElement] = []
    hidden = 0
    for place in range(start, end + 1):
        element = elements[place] if place < len(elements) else None
        above = element.getparent() if element is not None else None
        while around and around[-1] is not above:
            closed = around.pop()
            hidden -= closed.tag in _SILENT
            if closed.tag not in _INLINE:
                yield place, None
            if closed.tail and not hidden:
                yield place, closed.tail
        if element is None or place == end:
            return
        around.append(element)
        hidden += element.tag in _SILENT
        if element.tag not in _INLINE:
            yield place, None
        if element.text and not hidden:
            yield place, element.text


def _joined(parts: Sequence[str]) -> str:
    """Return texts as one line; what only a style sheet parts, a space does here: `By Ada Brightwater26 November`.

    Two texts in a script without capitals are parted always, unless it writes words without spaces.
    """
    text = ""
    for part in parts:
        text += f" {part}" if _runs_on(text, part) else part
        if len(text) > _LONGEST:
            break
    return " ".join(text[:_LONGEST].split())


def _runs_on(text: str, following: str) -> bool:
    last, first = text[-1:], following[:1]
    if not last.isalpha():
        return last.isdigit() and first.isupper()
    if first.isdigit() or (first.isupper() and last.islower()):
        return True
    return not last.isascii() and _WITHOUT_CASE.fullmatch(last + first) is not None
