"""The pictures of a page: which are real, where they stand, and what is written under them.

Each is replaced in the tree by its mark, an empty `<figure data-n="number">`, before the text is looked for,
so that neither it nor its caption takes part in scoring.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.boilerplate_words import IMAGE_BOX, IMAGE_NAME, LARGE_IMAGE_NAME, OTHER_STORY_BOX, Parts, parts_named
from app.extract.meaning.replacing import replace_by_text
from app.extract.media.ads import is_alone_in_hidden_box
from app.extract.media.alternatives import words_for
from app.extract.media.banners import is_banner
from app.extract.media.captions import MAX_CAPTION, caption_of_link, has_caption, said_on_hover, take_caption
from app.extract.media.dark_twins import pictures_for_dark
from app.extract.media.embedded import MAX_BYTES_OF_ALL, address_of, embedded_file
from app.extract.media.galleries import full_file, gallery_links
from app.extract.media.image_maps import areas_of
from app.extract.media.lone_asides import open_picture_asides
from app.extract.media.narrow_twins import pictures_for_telephones
from app.extract.media.scripted_galleries import put_gallery_images
from app.extract.media.srcset import TWIN_SRC, TWIN_SRCSET, best_source, pixels_of
from app.extract.media.stand_ins import put_images
from app.extract.media.unfilled import fill_boxes
from app.extract.parse import parse_fragment
from app.models import ArticleImage, Run
from app.net.urls import host_of, resolve
from app.text.normalize import line

MIN_SIDE = 60  # smaller in either direction is an icon, a face or a counter
MAX_IMAGES = 300
LARGE = (300, 150)  # pixels; a picture of that size is no button and no face
MIN_CHART, MIN_CHART_WORDS = 200, 2  # pixels of a drawing, or words of its ALT, that is more than a sign of the page

FILE_BOX = IMAGE_BOX - {"thumbnail"}  # of a picture that leads to its file
_JUNK_TAGS = frozenset({"nav", "footer"})
_RATIOS = frozenset({(16, 9), (16, 10), (4, 3), (3, 2)})  # some sites give these for width and height
_IMAGE_LINK = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)|attachment|/photo|/image|/foto|/file:", re.IGNORECASE
)
_PIXEL = re.compile(r"\w?\.gif", re.IGNORECASE)  # names of what counts readers
_DRAWING = re.compile(r"\.svg(?:[?#]|$)", re.IGNORECASE)
_GENERIC = re.compile(r"default|placeholder|fallback|opengraph|og-image|\.svg", re.IGNORECASE)  # of a page without one
_UNSEEN = re.compile(r"display\s*:\s*none|(?:^|[;\s])(?:width|height)\s*:\s*[01]px", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarkedImage:
    """A picture whose mark stands in the tree under its number.

    `body` is its file where that stands in the page; `areas` are the links of its image map.
    """

    number: int
    image: ArticleImage
    body: bytes = b""
    areas: tuple[Run, ...] = ()


def mark_images(root: HtmlElement, base: str, page: str = "") -> list[MarkedImage]:
    """Replace the real pictures of the tree by their marks, and drop all others.

    Returns the pictures in reading order, numbered from 1; one file may occur more than once. `page` is the address
    of the page itself, for pictures whose file stands in it; without one there are none of these.
    """
    _open_noscripts(root)
    fill_boxes(root)
    put_images(root)
    put_gallery_images(root, base)
    marked: list[MarkedImage] = []
    room = MAX_BYTES_OF_ALL if page else 0
    galleries = gallery_links(root)
    twins = pictures_for_dark(root) | pictures_for_telephones(root)
    for image in list(root.iter("img", "amp-img")):
        is_looked_at = len(marked) < MAX_IMAGES and not (_is_small(image) or image in twins)
        url, body = _file_of(image, base, page, room) if is_looked_at else ("", b"")
        if url and not _is_junk(image, url, base, galleries):
            room -= len(body)
            caption = take_caption(image) or caption_of_link(image) or said_on_hover(image)
            picture = ArticleImage(url, caption[:MAX_CAPTION], words_for(image)[:200])
            marked.append(MarkedImage(len(marked) + 1, picture, body, areas_of(image, base)))
            _put_mark(image, len(marked))
        else:
            _drop(image)
    open_picture_asides(root, {str(each.number) for each in marked if each.image.caption})
    return marked


def _drop(image: HtmlElement) -> None:
    """Take a picture out of the tree; what it says as all of the head of a column stays."""
    head = next(image.iterancestors("th"), None)
    if head is not None and not line(head.text_content()):
        replace_by_text(image, words_for(image))
    else:
        image.drop_tree()


def _file_of(image: HtmlElement, base: str, page: str, room: int) -> tuple[str, bytes]:
    """Return the address of a picture's file, and the file itself where it stands in the page."""
    url = full_file(image, base) or best_source(image, base)
    if url or not room:
        return url, b""
    body = embedded_file(image)
    return (address_of(body, page), body) if body and len(body) <= room else ("", b"")


def lead_image(claim: str, base: str) -> ArticleImage | None:
    """Return the picture that the page's head names, or None where it is a logo or no address."""
    try:
        url = resolve(base, claim) if claim else ""
    except BadAddress:
        return None
    name = url.rsplit("/", 1)[-1]
    generic = not IMAGE_NAME.isdisjoint(parts_named(name)) or _GENERIC.search(name)
    return ArticleImage(url) if url and not generic else None


def _open_noscripts(root: HtmlElement) -> None:
    """Take the picture out of a `noscript` that holds the twin of a lazy one; drop others, and what asks for scripts.

    Where the lazy one stands before it, it learns where its file is.
    """
    for element in list(root.iter("noscript")):
        if not len(element) and "<img" in (element.text or ""):
            _parse_inside(element)
        inside = element.findall(".//img")
        said = line(element.text_content())
        if not inside or len(said) >= MAX_CAPTION or "javascript" in said.lower():
            element.drop_tree()
            continue
        twin = _twin_before(element)
        if twin is None or len(inside) > 1:
            element.drop_tag()
        elif _is_small(inside[0]) or _named_junk(inside[0], inside[0].get("src") or ""):
            element.drop_tree()
        else:
            twin.set(TWIN_SRC, inside[0].get("src") or "")
            twin.set(TWIN_SRCSET, inside[0].get("srcset") or "")
            element.drop_tree()


def _twin_before(noscript: HtmlElement) -> HtmlElement | None:
    """Return the one picture that stands right before a `noscript`: with scripts, it is what this is without."""
    before = noscript.getprevious()
    if before is None or (before.tail or "").strip():
        return None
    found = [before] if before.tag == "img" else before.findall(".//img")
    if len(found) != 1 or line(before.xpath("string()")[:MAX_CAPTION]):
        return None
    return found[0]


def _parse_inside(element: HtmlElement) -> None:
    """Turn markup that the parser took for text into elements."""
    inner = parse_fragment(element.text or "")
    element.text = None
    element.append(inner)


def _is_junk(image: HtmlElement, url: str, base: str, galleries: Collection[HtmlElement]) -> bool:
    """Say whether a picture belongs to the page and not to the article."""
    if _is_icon(image, url) or is_banner(image, base):
        return True
    if image.get("usemap"):
        return False
    if next(image.iterancestors("figcaption"), None) is not None or not has_caption(image):
        link = next(image.iterancestors("a"), None)
        leads_to_file = link is not None and _IMAGE_LINK.search(link.get("href") or "")
        boxes = FILE_BOX if leads_to_file else IMAGE_BOX
        return _named_junk(image, url) or _in_box(image, boxes) or _is_thumbnail(image, base, galleries)
    return among_other_stories(image)


def among_other_stories(element: HtmlElement) -> bool:
    """Say whether an element stands in a box that is named for what leads on."""
    return _in_box(element, OTHER_STORY_BOX)


def _is_icon(image: HtmlElement, url: str) -> bool:
    """Say whether a drawing is one of the page's signs: those have no size, or are not all of a figure."""
    if not _DRAWING.search(url) or pixels_of(image.get("width")) >= MIN_CHART:
        return False
    figure = next(image.iterancestors("figure"), None)
    if figure is not None:
        return len(figure.findall(".//img")) > 1 or figure.find(".//figure[@data-n]") is not None
    is_control = next(image.iterancestors("a", "button", "label"), None) is not None
    is_sized = bool(image.get("width") or image.get("height"))
    return is_control or is_sized or len((image.get("alt") or "").split()) < MIN_CHART_WORDS


def _is_small(image: HtmlElement) -> bool:
    if any((image.get(name) or "").strip() == "0" for name in ("width", "height")) or _is_unseen(image):
        return True
    width, height = _size(image)
    return (width, height) not in _RATIOS and any(0 < side < MIN_SIDE for side in (width, height))


def _is_unseen(image: HtmlElement) -> bool:
    """Say whether a picture is there to be fetched and not to be seen; one that a script will show says where it is."""
    waits = any(name.startswith("data-") or name in ("loading", "srcset") for name, _ in image.items())
    if waits:
        return False
    return _UNSEEN.search(image.get("style") or "") is not None or is_alone_in_hidden_box(image)


def _named_junk(image: HtmlElement, url: str) -> bool:
    name = url.partition("?")[0].rsplit("/", 1)[-1]
    own = " ".join(image.get(key) or "" for key in ("class", "id", "role"))
    parent = image.getparent()
    around = parent.get("class") or "" if parent is not None and parent.tag in ("a", "span", "div") else ""
    junk = LARGE_IMAGE_NAME if _is_large(image) else IMAGE_NAME
    counts = _PIXEL.fullmatch(name) is not None and min(_size(image)) < MIN_SIDE
    is_named = counts or not IMAGE_NAME.isdisjoint(parts_named(name) | parts_named(host_of(url)))
    return is_named or not junk.isdisjoint(parts_named(f"{own} {around}"))


def _is_large(image: HtmlElement) -> bool:
    width, height = _size(image)
    return width >= LARGE[0] and height >= LARGE[1]


def _size(image: HtmlElement) -> tuple[int, int]:
    return pixels_of(image.get("width")), pixels_of(image.get("height"))


def _in_box(image: HtmlElement, boxes: Parts) -> bool:
    for box in image.iterancestors():
        if box.tag in ("article", "main", "body"):
            return False
        said = parts_named(box.get("class")) | parts_named(box.get("id"))
        if box.tag in _JUNK_TAGS or (not boxes.isdisjoint(said) and box.find(".//h1") is None):
            return True
    return False


def _is_thumbnail(image: HtmlElement, base: str, galleries: Collection[HtmlElement]) -> bool:
    """Say whether the picture leads to another page of the same site: a teaser, unless it is a larger copy."""
    link = next(image.iterancestors("a"), None)
    if link is None or link in galleries or _IMAGE_LINK.search(link.get("href") or ""):
        return False
    try:
        target = resolve(base, link.get("href") or "")
    except BadAddress:
        return False
    return host_of(target) == host_of(base) and target != base


def _put_mark(image: HtmlElement, number: int) -> None:
    image.addprevious(image.makeelement("figure", {"data-n": str(number)}))
    image.drop_tree()
