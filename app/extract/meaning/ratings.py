"""Ratings that are drawn as a row of stars, as what they say: 3.5/5.

A star is a sign of a font of icons, a drawing or a picture; whether it is full stands in its class or in the name of
its file.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.text.normalize import line

_FEWEST, _MOST = 3, 10  # stars in a row
_MOST_LOOKED_AT = 2_000
_MOST_AROUND = 3  # boxes around one star alone
_NEAR, _MOST_TEXTS = 300, 100  # characters and texts around the stars, where their number may stand anyway
_ROUNDED = 0.3  # by so much stars may differ from the figures beside them
_SCALES = frozenset((5, 10))  # so many stars are all that there can be

_STAR = re.compile(r"(?:^|[\s_/-])stars?(?=$|[\s_.-])", re.IGNORECASE)
_HALF = re.compile(r"half(?![a-z])", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:^|[\s_-])(?:blank|border|disabled|empty|fal|far|gr[ae]y|hollow|inactive|light|none|o|off|outlined?|regular|"
    r"unfilled)(?=$|[\s_.-])",
    re.IGNORECASE,
)
# Where some have such a name, those without are empty.
_FULL = re.compile(
    r"(?:^|[\s_-])(?:active|checked|fas|fill(?:ed)?|full|gold|highlighted|on|selected|solid|yellow)(?=$|[\s_.-])",
    re.IGNORECASE,
)
_BOX_OF_STARS = re.compile(r"(?:^|[\s_-])(?:rat(?:ed|ings?)|stars?)(?=$|[\s_-])", re.IGNORECASE)
_LONGEST_LABEL, _MOST_BOXES = 60, 50_000  # characters, elements
_CLICKED = frozenset({"button", "radio"})
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_NUMBER = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?")
_TAGS = ("b", "em", "i", "img", "span", "svg")
_CONTROLS = ("a", "button", "form", "label")


class _Star(NamedTuple):
    """A star, and the box that holds it and nothing else."""

    element: HtmlElement
    box: HtmlElement


def spell_ratings(root: HtmlElement, words: frozenset[str]) -> None:
    """Put what each row of stars says in place of it; `words` are those of the classes of the tree."""
    tags = _TAGS if any("star" in word and _STAR.search(word) for word in words) else ("img",)
    said = [(row, figures) for row in _rows(root, tags) if (figures := _said(row))]
    for row, figures in said:
        *others, last = [star.box for star in row]
        is_before_point = (last.tail or "").startswith(tuple(",.;:!?)"))
        replace_by_text(last, f" {figures}" if is_before_point else f" {figures} ")
        for box in others:
            box.tail = None
            box.drop_tree()
    if any(("star" in word or "rat" in word) and _BOX_OF_STARS.search(word) for word in words):
        _spell_labelled(root)


def _spell_labelled(root: HtmlElement) -> None:
    """Put the label of each box of stars that is no row of them in place of it: `Rated 4.5 out of 5`."""
    for box in list(islice(root.iter("div", "p", "span"), _MOST_BOXES)):
        names = box.get("class")
        if not names or not _BOX_OF_STARS.search(names):
            continue
        label = line(box.get("aria-label") or box.get("title") or "")
        if _is_rating(box, label) and next(box.iterancestors(*_CONTROLS), None) is None:
            tag = box.tag
            replace_by_text(box, label)
            box.tag = "p" if tag == "div" else "span"


def _is_rating(box: HtmlElement, label: str) -> bool:
    """Say whether a label has a number that neither its box nor what stands around that says."""
    figures = _FIGURES.search(label[: _LONGEST_LABEL + 1])
    if figures is None or len(label) > _LONGEST_LABEL or line(box.text_content()) or _is_choice(box):
        return False
    around = "".join(islice(box.getparent().itertext(), _MOST_TEXTS))[:_NEAR]
    return figures[0] not in _FIGURES.findall(around)


def _is_choice(box: HtmlElement) -> bool:
    """Say whether a box is one of several, by which readers are to say how many stars they give."""
    beside = (box.getprevious(), box.getnext())
    return box.get("role") in _CLICKED or any(each is not None and each.get("aria-label") for each in beside)


def _rows(root: HtmlElement, tags: Sequence[str]) -> Iterator[list[_Star]]:
    """Yield the stars that stand beside each other with nothing between, and are not there to be clicked."""
    row: list[_Star] = []
    for element in islice(filter(_is_star, root.iter(*tags)), _MOST_LOOKED_AT):
        star = _Star(element, _outermost(element))
        if row and not _follows(star.box, row[-1].box):
            yield from _whole(row)
            row = []
        row.append(star)
    yield from _whole(row)


def _follows(box: HtmlElement, before: HtmlElement) -> bool:
    return before.getnext() is box and not (before.tail or "").strip()


def _whole(row: list[_Star]) -> Iterator[list[_Star]]:
    if _FEWEST <= len(row) <= _MOST and next(row[0].element.iterancestors(*_CONTROLS), None) is None:
        yield row


def _is_star(element: HtmlElement) -> bool:
    """Say whether an element is one star: it is called so, and holds nothing but its drawing."""
    is_one = element.tag == "svg" or not len(element) or (len(element) == 1 and element[0].tag == "svg")
    if not is_one or not _STAR.search(_name(element)):
        return False
    is_drawn_in_one = len(element) == 0 and element.getparent().tag == "svg"
    return not is_drawn_in_one and (element.tag == "svg" or not line(element.text_content()))


def _name(star: HtmlElement) -> str:
    """Return the class of a star and the name of its file."""
    file = (star.get("src") or "").partition("?")[0].rpartition("/")[2]
    return f"{star.get('class') or ''} {file}"


def _outermost(star: HtmlElement) -> HtmlElement:
    """Return the box that holds a star and nothing else."""
    for _ in range(_MOST_AROUND):
        around = star.getparent()
        if len(around) > 1 or around.tag in ("body", "td", "th") or line(around.text_content()):
            break
        star = around
    return star


def _count(names: Sequence[str]) -> float:
    """Return how many stars of these names are full; one that is half full is half of one."""
    halves = [bool(_HALF.search(name)) for name in names]
    is_told = any(map(_FULL.search, names))
    fulls = [bool(_FULL.search(name)) if is_told else not _EMPTY.search(name) for name in names]
    return sum(full and not half for full, half in zip(fulls, halves, strict=True)) + sum(halves) / 2


def _said(row: Sequence[_Star]) -> str:
    """Return what a row of stars says; where none is empty, and there are no five, it is not drawn of how many."""
    count, most = _count([_name(star.element) for star in row]), len(row)
    if not count or _is_said_already(row[0].box.getparent(), count, most):
        return ""
    return "\u2605" * most if count == most and most not in _SCALES else f"{count:g}/{most}"


def _is_said_already(around: HtmlElement, count: float, most: int) -> bool:
    """Say whether the words around a row of stars have its number in figures, as `4 out of 5` or `4.3`."""
    said = "".join(islice(around.itertext(), _MOST_TEXTS))[:_NEAR]
    numbers = [float(each.replace(",", ".")) for each in _FIGURES.findall(said) if _NUMBER.fullmatch(each)]
    is_near = [abs(number - count) <= _ROUNDED for number in numbers]
    return any(is_near) and (most in numbers or any(number % 1 for number in numbers))
