"""Galleries of which a script draws all pictures but the first: their list stands in an attribute, or in JSON-LD."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.media.identity import identity
from app.extract.metadata.jsonld import documents_in
from app.extract.parse import parse_fragment
from app.net.urls import resolve
from app.text.normalize import line

FEWEST, MOST = 2, 100  # pictures
_LONGEST = 300_000  # characters of a list
_DEEPEST = 4  # levels above the list
_MOST_BOXES = 20
_GALLERY = re.compile(
    r"(?:^|[\s_-])(?:bilderstrecke|diaporama|diashow|fotogaler\w{1,3}|galer(?:ie|ia|ía)|gallery|lightbox|"
    r"(?:image|photo)-?(?:gallery|slider)|slider|slideshow)(?:$|[\s_-])",
    re.IGNORECASE,
)
# One of these is in each of those names; most pages have none of them in any.
_SIGNS = ("bilderstrecke", "diaporama", "diashow", "galer", "gallery", "lightbox", "slide")
_TAGS = frozenset({"aside", "div", "figure", "section", "ul"})
_TYPE = re.compile(r'"@type"\s{0,9}:\s{0,9}"ImageGallery"')
_NAMES_FILE = re.compile(r"\.(?:avif|gif|jpe?g|png|webp)\b", re.IGNORECASE)
_ENDS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
_NO_ADDRESS = re.compile(r"[\s\"'<>]")
_LONGEST_ADDRESS = 4000  # characters
# What lists call the file of a picture, the largest first, the words under it, and where else it leads.
_FILES = (
    *("original", "full", "fullsize", "large", "contentUrl", "src", "url", "image", "imageUrl", "img", "photo"),
    *("href", "file", "path", "thumbnail", "thumb"),
)
_WORDS = ("caption", "description", "desc", "legend", "title", "alt", "text", "name")
_LEADS = ("href", "link", "permalink", "target", "url", "uri")
_LISTS = ("image", "associatedMedia", "hasPart", "itemListElement")


@dataclass(frozen=True, slots=True)
class _Slide:
    """A picture of a list, and the words under it."""

    file: str
    words: str


def put_gallery_images(root: HtmlElement, base: str) -> None:
    """Put the pictures that a script would draw into the boxes of their galleries, behind those that stand there.

    A list of which the pictures lead on to pages is one of teasers, and left alone. `base` is the address that
    links are relative to.
    """
    described: list[_Slide] | None = None
    for box in _boxes(root)[:_MOST_BOXES]:
        slides = next(filter(None, map(_slides, _listed(box))), [])
        if not slides and not len(box) and not line(box.text_content()):
            described = _described(root) if described is None else described
            slides, described = described, []
        _put(box, slides, base)


def _boxes(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements that are named as galleries, those of scripts last."""
    elements = list(root.iter())
    boxes = [each for each in elements if each.tag in _TAGS] + [each for each in elements if "-" in each.tag]
    names = [f"{box.tag} {box.get('class', '')} {box.get('id', '')}" for box in boxes]
    said = "\n".join(names).lower()
    if not any(sign in said for sign in _SIGNS):
        return []
    galleries = set(filter(_GALLERY.search, set(names)))
    return [box for box, name in zip(boxes, names, strict=True) if name in galleries]


def _listed(box: HtmlElement) -> Iterator[object]:
    """Yield the values in the attributes of a box that are written as JSON and name files of pictures."""
    for value in map(str.strip, box.values()):
        if value[:1] in ("[", "{") and len(value) <= _LONGEST and _NAMES_FILE.search(value):
            try:
                yield json.loads(value)
            except (ValueError, RecursionError):
                continue


def _described(root: HtmlElement) -> list[_Slide]:
    """Return the pictures of the gallery that a page says in JSON-LD that it is."""
    for script in root.iter("script"):
        said = script.text or ""
        if len(said) <= _LONGEST and _TYPE.search(said):
            found = filter(None, (_slides(each) for document in documents_in(said) for each in _galleries(document)))
            return next(found, [])
    return []


def _galleries(document: object) -> Iterator[object]:
    nodes = document if isinstance(document, list) else [document]
    nodes = [each for node in nodes if isinstance(node, dict) for each in (node.get("@graph"), [node]) if each]
    for node in (node for each in nodes if isinstance(each, list) for node in each if isinstance(node, dict)):
        if node.get("@type") == "ImageGallery":
            yield from (node[name] for name in _LISTS if name in node)


def _slides(value: object, depth: int = 0) -> list[_Slide]:
    """Return the pictures of the first list in a value that is one of pictures."""
    if isinstance(value, list):
        found = [_slide(each) for each in value[:MOST]]
        return [each for each in found if each] if len(found) >= FEWEST and all(found) else []
    if isinstance(value, dict) and depth < _DEEPEST:
        return next(filter(None, (_slides(each, depth + 1) for each in value.values())), [])
    return []


def _slide(value: object) -> _Slide | None:
    if not isinstance(value, dict) or _leads_on(value):
        return None
    file = next(filter(None, (_file(value.get(name)) for name in _FILES)), "")
    words = next((said for name in _WORDS if isinstance(said := value.get(name), str) and said.strip()), "")
    return _Slide(file, line(parse_fragment(words).text_content()) if words else "") if file else None


def _leads_on(item: Mapping[str, object]) -> bool:
    said = (item.get(name) for name in _LEADS)
    return any(isinstance(each, str) and each.strip("# ") and not _is_file(each.strip()) for each in said)


def _is_file(text: str) -> bool:
    """Say whether a text is the address of a picture's file, whatever is asked of that."""
    is_address = len(text) <= _LONGEST_ADDRESS and not _NO_ADDRESS.search(text)
    return is_address and text.partition("?")[0].lower().endswith(_ENDS)


def _file(value: object) -> str:
    """Return the address of a file in a value, which may be of several sizes."""
    if isinstance(value, str):
        return value.strip() if _is_file(value.strip()) else ""
    if isinstance(value, dict):
        return next((file for name in _FILES if isinstance(value.get(name), str) and (file := _file(value[name]))), "")
    return ""


def _put(box: HtmlElement, slides: Sequence[_Slide], base: str) -> None:
    shown = {identity(_resolved(each.get("src") or "", base)) for each in islice(box.iter("img"), MOST)}
    for slide in slides:
        address = _resolved(slide.file, base)
        if address and identity(address) not in shown:
            figure = box.makeelement("figure")
            figure.append(box.makeelement("img", {"src": address}))
            caption = box.makeelement("figcaption")
            caption.text = slide.words
            figure.append(caption)
            box.append(figure)


def _resolved(address: str, base: str) -> str:
    try:
        return resolve(base, address) if address else ""
    except BadAddress:
        return ""
