"""The lines of text around a place on a page, as a reader sees them: what no block-level tag interrupts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

# Tags that do not end a line; all others do.
_INLINE = frozenset(
    "a abbr address b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup svg time tt u var".split()
)
_SILENT = frozenset("button canvas iframe noscript object option script select style svg template textarea".split())
_LONGEST = 2000  # characters of a line


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the elements that it stands in: the first of them at `place`, the last before `end`."""

    text: str
    place: int
    end: int


def lines_between(elements: Sequence[HtmlElement], start: int, end: int) -> Iterator[Line]:
    """Yield the lines in `elements[start:end]`, all elements of a page being given in their order."""
    parts: list[str] = []
    open_elements: list[HtmlElement] = []
    begun, hidden = start, 0
    for place in range(start, min(end, len(elements))):
        element = elements[place]
        above = element.getparent()
        while open_elements and open_elements[-1] is not above:
            closed = open_elements.pop()
            hidden -= closed.tag in _SILENT
            if closed.tag not in _INLINE and parts:
                yield from _line(parts, begun, place)
                parts, begun = [], place
            if closed.tail and not hidden:
                parts.append(closed.tail)
        if element.tag not in _INLINE and parts:
            yield from _line(parts, begun, place)
            parts = []
        if not parts:
            begun = place
        open_elements.append(element)
        hidden += element.tag in _SILENT
        if element.text and not hidden:
            parts.append(element.text)
    yield from _line(parts, begun, min(end, len(elements)))


def _line(parts: Sequence[str], place: int, end: int) -> Iterator[Line]:
    text = parts[0] if parts else ""
    for part in parts[1:]:
        text += f" {part}" if _run_on(text, part) else part
    text = " ".join(text[:_LONGEST].split())
    if text:
        yield Line(text, place, end)


def _run_on(text: str, following: str) -> bool:
    """Say whether only a style sheet parts two texts: `By Ada Brightwater26 November`."""
    last, first = text[-1:], following[:1]
    return (last.isalpha() and (first.isdigit() or (first.isupper() and last.islower()))) or (
        last.isdigit() and first.isupper()
    )
