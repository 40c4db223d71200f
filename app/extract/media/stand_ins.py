"""What shows a picture without being an `img`: backgrounds, drawings in the markup, objects, image maps.

Each is turned into an `img` at its place, so that all that is known of pictures holds for it too. A drawing in the
markup becomes one whose file is in its address (`data:`).
"""

import base64
import re
from itertools import islice

import lxml.etree
from lxml.html import HtmlElement

from app.extract.media.background_sets import best_for_screens, best_of_set
from app.extract.media.drawing_names import ATTRIBUTES, TAGS
from app.extract.media.embedded import DRAWN
from app.extract.media.posters import put_posters
from app.extract.media.srcset import pixels_of
from app.text.normalize import line
from app.text.numbers import measure

MIN_DRAWING = 100  # pixels; what is smaller, and under no caption, is an icon
MOST_DRAWINGS = 20
MOST_MARKUP = 300_000  # characters of a drawing
_MOST_LOOKED_AT = 2000  # elements with a style
_MOST_PIXELS = 99_999.0

_BACKGROUNDS = frozenset({"background", "background-image"})
# Where scripts keep the address of a background.
_LAZY_BACKGROUNDS = ("data-bg", "data-background", "data-background-image", "data-bgset", "data-image-src")
_SHAPES = ("circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "text")
_OUTLINES, _MOST_SHAPES = ("clippath", "defs", "mask"), 20  # shapes in these only cut the rest out
_NO_PLACES = ("button", "label", "nav", "svg")
_MOVING = ("animate", "animatetransform")  # what turns until something else is there
# Where scripts keep the address of a file that they show in an empty box; other things are called so, too.
_LAZY_FILES = ("data-src", "data-img-src", "data-original")
_THUMBNAIL = "data-thumbnail"  # of a box in a link to the whole file
_NAMED_BACKGROUNDS = frozenset({*_LAZY_BACKGROUNDS, *_LAZY_FILES, _THUMBNAIL})
_MAY_HAVE_BACKGROUND = _NAMED_BACKGROUNDS | {"style"}
_BOXES = ("a", "div", "figure", "li", "section", "span")
_OBJECT = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)", re.IGNORECASE)


def put_images(root: HtmlElement) -> None:
    """Put an `img` in the place of all that shows a picture without being one."""
    put_posters(root)
    said = [element for element in root.iter(*_BOXES) if not _MAY_HAVE_BACKGROUND.isdisjoint(element.keys())]
    for element in list(islice(filter(_has_background, said), _MOST_LOOKED_AT)):
        if (address := _background(element)) and _is_bare(element):
            _put(element, address)
    _name_images(root)
    _open_amp(root)
    drawings = [element for element in list(root.iter("embed", "object", "picture", "svg")) if _is_left(element)]
    for element in [each for each in drawings if _is_picture(each)][:MOST_DRAWINGS]:
        if markup := _drawing(element):
            image = _replace(element, f"data:image/svg+xml;base64,{base64.b64encode(markup.encode()).decode()}")
            image.set(DRAWN, "")


def _name_images(root: HtmlElement) -> None:
    """Make an `img` of what browsers read as one, and of elements of scripts that have a picture as their file."""
    for element in [each for each in root.iter("image") if next(each.iterancestors("svg"), None) is None]:
        element.addprevious(element.makeelement("img", dict(element.attrib)))  # HTML standard, section 13.2.6.4.7
        element.drop_tag()  # which the parser takes to hold all that follows
    made_by_scripts = [each for each in root.iter() if "-" in each.tag and not each.tag.startswith("amp-")]
    for element in [each for each in made_by_scripts if each.get("src") is not None]:
        if _OBJECT.search(element.get("src")) and element.find(".//img") is None:
            _replace(element, element.get("src"))


def _open_amp(root: HtmlElement) -> None:
    """Make an `amp-img` of what moves, without what AMP shows before it or in its place."""
    for element in list(root.iter("amp-anim", "amp-img")):
        if (element.get("placeholder") is not None or element.get("fallback") is not None) and _is_within(element):
            element.drop_tree()
        else:
            element.tag = "amp-img"


def _is_within(element: HtmlElement) -> bool:
    """Say whether an element stands in another that AMP fills."""
    above = element.getparent()
    return above is not None and above.tag.startswith("amp-")


def _is_left(element: HtmlElement) -> bool:
    """Say whether an element is a drawing; what only holds a file is replaced by an `img` with its address."""
    if element.tag == "picture":
        if element.find(".//img") is None and element.find(".//source") is not None:
            element.append(element.makeelement("img"))  # which a script would have put there
        return False
    if element.tag == "svg":
        address = _photograph(element)
    else:
        address = element.get("data") or element.get("src") or ""
        if not (element.get("type") or "").startswith("image/") and not _OBJECT.search(address):
            return False
    if address or element.tag != "svg":
        _replace(element, address)
        return False
    return True


def _has_background(element: HtmlElement) -> bool:
    return "url(" in (element.get("style") or "") or not _NAMED_BACKGROUNDS.isdisjoint(element.keys())


def _background(element: HtmlElement) -> str:
    for rule in (element.get("style") or "").split(";"):
        name, _, value = rule.partition(":")
        # A variable that holds an address is one of a background: nothing else in a style sheet shows a file.
        is_background = name.strip().lower() in _BACKGROUNDS or name.strip().startswith("--")
        if is_background and "image-set(" in value:
            return best_of_set(value.partition("image-set(")[2])
        if is_background and (address := value.partition("url(")[2].partition(")")[0]):
            return address.strip(" \t\n\"'")
    if files_for_screens := element.get("data-bgset"):
        return best_for_screens(files_for_screens)
    named = next(filter(None, (element.get(name) for name in _LAZY_BACKGROUNDS)), "").strip()
    files = ((element.get(name) or "").strip() for name in _LAZY_FILES)
    link = element.getparent()
    if element.get(_THUMBNAIL) and link is not None and _OBJECT.search(link.get("href") or ""):
        return str(link.get("href")).strip()
    return named or next((file for file in files if _OBJECT.search(file)), "")


def _photograph(drawing: HtmlElement) -> str:
    """Return the address of the one file that a drawing shows, and that is all of it, or an empty string."""
    found = drawing.findall(".//image")
    others = islice(drawing.iterdescendants(*(set(_SHAPES) - {"path", "rect"})), _MOST_SHAPES)
    if len(found) != 1 or any(next(each.iterancestors(*_OUTLINES), None) is None for each in others):
        return ""
    address = found[0].get("href") or found[0].get("xlink:href") or ""
    return "" if address.startswith(("#", "data:")) else address


def _is_bare(element: HtmlElement) -> bool:
    """Say whether nothing is in an element but its background, which then is what it shows."""
    return not line(element.xpath("string()")[:200]) and element.find(".//img") is None


def _put(element: HtmlElement, address: str) -> None:
    """Put a picture into an element that has nothing else in it."""
    for child in list(element):
        element.remove(child)
    element.append(_image(element, address))


def _replace(element: HtmlElement, address: str) -> HtmlElement:
    image = _image(element, address)
    element.addprevious(image)
    element.drop_tree()
    return image


def _image(element: HtmlElement, address: str) -> HtmlElement:
    """Return an `img` that has the size, the names and the words of `element`."""
    title = element.find("title") if element.tag == "svg" else None
    names = (element.get(name) or "" for name in ("aria-label", "title", "data-alt", "alt"))
    words = next(filter(None, names), "") or (title.text if title is not None else "") or ""
    if element.tag == "object":
        words = words or line(element.xpath("string()")[:200])
    said = ((name, element.get(name) or element.get(f"data-{name}")) for name in ("class", "id", "width", "height"))
    named = {name: value for name, value in said if value}
    return element.makeelement("img", {"src": address, "alt": line(words), **named})


def _is_picture(drawing: HtmlElement) -> bool:
    """Say whether a drawing is large enough to be one, or all of a figure, and draws anything itself that stays."""
    width, height = _size(drawing)
    if width and min(width, height) < MIN_DRAWING / 2:
        return False  # so are most
    if drawing.get("aria-hidden") == "true" or next(drawing.iterancestors(*_NO_PLACES), None) is not None:
        return False
    if (
        next(drawing.iterdescendants(*_SHAPES), None) is None
        or next(drawing.iterdescendants(*_MOVING), None) is not None
    ):
        return False
    figure = next(drawing.iterancestors("figure"), None)
    if figure is not None and figure.find(".//img") is None:
        return True
    return min(width, height) >= MIN_DRAWING


def _size(drawing: HtmlElement) -> tuple[float, float]:
    """Return the width and height of a drawing, by its attributes or its `viewBox`; 0 where neither says."""
    width, height = pixels_of(drawing.get("width")), pixels_of(drawing.get("height"))
    if width and height:
        return width, height
    box = [measure(each, 0, _MOST_PIXELS) for each in re.split(r"[\s,]+", (drawing.get("viewbox") or "").strip())[:4]]
    if len(box) == 4 and box[2] and box[3]:
        return box[2][0], box[3][0]
    return width, height


def _drawing(element: HtmlElement) -> str:
    """Return a drawing as a document of its own, its names spelt as SVG has them (HTML standard, section 13.2.6.1)."""
    tail, element.tail = element.tail, None
    markup = lxml.etree.tostring(element, encoding="unicode", method="xml")
    element.tail = tail
    if len(markup) > MOST_MARKUP:
        return ""
    parser = lxml.etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    tree = lxml.etree.fromstring(_bare(markup), parser)
    if tree is None:
        return ""
    notes = {each.tag for each in tree.iterdescendants(lxml.etree.Element) if ":" in each.tag}  # those of its editor
    lxml.etree.strip_elements(tree, *notes, with_tail=False)
    for each in tree.iter(lxml.etree.Element):
        _spell(each)
    inner = lxml.etree.tostring(tree, encoding="unicode")
    return inner.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)


def _spell(element: lxml.etree._Element) -> None:
    """Give an element and its attributes their names in SVG; those with a prefix, which is unknown here, go."""
    if element.tag in TAGS:
        element.tag = TAGS[element.tag]
    for name in list(element.attrib):
        if ":" in name:
            del element.attrib[name]
        elif name in ATTRIBUTES:
            element.set(ATTRIBUTES[name], element.attrib.pop(name))


_NAMESPACES = re.compile(r"\sxmlns(?::[\w-]{1,40})?=\"[^\"]*\"")
_PREFIXED = re.compile(r"(?<=\s)(?:xlink|xml):(href|space|lang)(?==\")")


def _bare(markup: str) -> str:
    """Return markup without namespaces, of which HTML knows none; a reference is `href` as in SVG 2."""
    return _PREFIXED.sub(r"\1", _NAMESPACES.sub("", markup))
