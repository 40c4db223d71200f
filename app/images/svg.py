"""Drawings in SVG: cleaned here of all that points outside them, then rendered by a process that can be lost.

resvg has no code that opens a connection. That it opens no file either is seen to here, by leaving nothing in
the drawing that names one; the process has little memory and little time.
"""

import re
import subprocess
import sys
from pathlib import Path

from lxml import etree

from app.errors import BadImage
from app.images.open import check_size
from app.sentences import Sentence
from app.text.numbers import measure

Size = tuple[int, int]

RENDERER = Path(__file__).with_name("svg_worker.py")
SECONDS = 3.0  # from its start to its end
MOST_BYTES = 2 << 20
# So that cleaning takes no longer than rendering may: the time to reach an attribute grows with their number.
MOST_ELEMENTS, MOST_ATTRIBUTES = 50_000, 100

TOO_LARGE = Sentence("This drawing is larger than those that are converted.")
TOO_INTRICATE = Sentence("This drawing takes too long to convert.")
DAMAGED = Sentence("This drawing is damaged or incomplete.")

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What runs, holds other documents, or only moves.
DROPPED = frozenset(
    f"{SVG}{name}"
    for name in """animate animateColor animateMotion animateTransform audio canvas foreignObject handler iframe
    listener script set video""".split()
)
_HEAD_BYTES = 4096
_BEGINNINGS = (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg")
_ROOT = re.compile(rb"<(?:svg:)?svg[\s>]")
REFERENCES = frozenset({"href", "src", f"{XLINK}href"})
_INSIDE = re.compile(r"\s*(?:#|data:image/(?:gif|jpeg|jpg|png|webp)[;,])", re.I)
_OUTSIDE = re.compile(r"url\(\s*(?![\"']?\s{0,9}#)[^)]*\)?", re.I)
_AT_RULES = re.compile(r"@import[^;]*;?|@font-face\s*\{[^}]*\}?", re.I)

# CSS 2.1, section 4.3.2: in pixels at 96 to the inch; `em` by the initial size of type.
UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "em": 16.0}
_LARGEST = 1e300  # pixels or units, far beyond what is converted; more is no size
UNSIZED = (300.0, 150.0)  # what browsers give a drawing without a size (CSS 2.1, section 10.3.2)


def is_drawing(body: bytes) -> bool:
    """Return whether `body` begins like an SVG document."""
    start = body[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(_BEGINNINGS) and _ROOT.search(start) is not None


def size_of(body: bytes, max_pixels: int) -> Size:
    """Return the size of a drawing in pixels. Raises `BadImage`."""
    return _checked(_natural(_parsed(body))[0], max_pixels)


def rendered(body: bytes, box: Size | None, max_pixels: int) -> bytes:
    """Return the drawing as a PNG, fitted into `box`, or at its full size without one.

    It is enlarged only if it has no size of its own, and then as large as the box. Raises `BadImage`.
    """
    root = _parsed(body)
    (width, height), has_size = _natural(root)
    _checked((width, height), max_pixels)
    scale = min(box[0] / width, box[1] / height) if box else 1.0
    if has_size:
        scale = min(scale, 1.0)
    size = _checked((width * scale, height * scale), max_pixels)
    _clean(root)
    if "viewBox" not in root.attrib:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    root.set("width", str(size[0]))
    root.set("height", str(size[1]))
    return _run(etree.tostring(root, encoding="utf-8"))


def _parsed(body: bytes) -> etree._Element:
    """Return the root of the tree; entities are replaced by the parser within its limits, and never fetched."""
    if len(body) > MOST_BYTES:
        raise BadImage(TOO_LARGE)
    parser = etree.XMLParser(no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise BadImage(DAMAGED) from error
    if root.tag != f"{SVG}svg":
        raise BadImage(DAMAGED)
    for number, element in enumerate(root.iter()):
        if number >= MOST_ELEMENTS or len(element.attrib) > MOST_ATTRIBUTES:
            raise BadImage(TOO_INTRICATE)
    return root


def _natural(root: etree._Element) -> tuple[tuple[float, float], bool]:
    """Return the size that the drawing says it has, and whether it says so or only its proportions are known."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    wide, high = _view_box(root.get("viewBox", "")) or (0.0, 0.0)
    if width and height:
        return (width, height), True
    if wide and high and (width or height):
        return (width or height * wide / high, height or width * high / wide), True
    if wide and high:
        return (wide, high), False
    return (width or UNSIZED[0], height or UNSIZED[1]), bool(width or height)


def _length(text: str) -> float:
    """Return a length in pixels; 0 for none, a percentage, or a unit that depends on where the drawing is."""
    said = measure(text, 0, _LARGEST)
    return said[0] * UNITS.get(said[1].lower(), 0.0) if said else 0.0


def _view_box(text: str) -> tuple[float, float] | None:
    """Return the width and height of a view box, None for one that is none."""
    sides = [measure(part, -_LARGEST, _LARGEST) for part in text.replace(",", " ").split()]
    if len(sides) != 4 or not all(sides):
        return None
    width, height = (side[0] if side and not side[1] else 0.0 for side in sides[2:])
    return (width, height) if width > 0 and height > 0 else None


def _checked(size: tuple[float, float], max_pixels: int) -> Size:
    if max(size) > max_pixels:  # before it is a whole number, which has no bounds
        raise BadImage(TOO_LARGE)
    whole = max(1, round(size[0])), max(1, round(size[1]))
    check_size(whole, max_pixels)
    return whole


def _clean(root: etree._Element) -> None:
    """Take out of the tree what runs, moves or points outside of it."""
    for element in list(root.iter()):
        if element is not root and (element.tag in DROPPED or not str(element.tag).startswith(SVG)):
            _drop(element)
            continue
        for name, value in element.attrib.items():
            _clean_attribute(element.attrib, str(name), str(value))
        if element.tag == f"{SVG}style":
            element.text = _clean_style(_AT_RULES.sub("", "".join(str(text) for text in element.itertext())))


def _drop(element: etree._Element) -> None:
    """Take an element out, and leave the text behind it where it is."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    before = element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _clean_attribute(attributes: etree._Attrib, name: str, value: str) -> None:
    if name in REFERENCES:
        if not _INSIDE.match(value):
            del attributes[name]
    elif name.startswith("{") and name != SPACE:
        del attributes[name]
    else:
        attributes[name] = _clean_style(value)


def _clean_style(text: str) -> str:
    """Return a style whose addresses lead nowhere; none at all where a backslash may hide one."""
    return "" if "\\" in text else _OUTSIDE.sub("url(#nothing)", text)


def _run(markup: bytes) -> bytes:
    command = [sys.executable, "-I", str(RENDERER)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the drawing is only its input
            command, input=markup, capture_output=True, timeout=SECONDS, env={}, cwd="/", check=False
        )
    except subprocess.TimeoutExpired as error:
        raise BadImage(TOO_INTRICATE) from error
    if done.returncode:  # below zero is the signal that ended it, as the limits do
        raise BadImage(TOO_INTRICATE if done.returncode < 0 else DAMAGED)
    return done.stdout
