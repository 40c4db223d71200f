"""The pictures of a page: which are real, where they stand, and what is written under them.

Each is replaced in the tree by its mark, an empty `<figure data-n="number">`, before the text is looked for,
so that neither it nor its caption takes part in scoring.
"""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.boilerplate_words import IMAGE_BOX, IMAGE_NAME, OTHER_STORY_BOX, Parts, parts_named
from app.extract.media.srcset import best_source, pixels_of
from app.extract.parse import parse_fragment
from app.models import ArticleImage
from app.net.urls import host_of, resolve
from app.text.normalize import line

MIN_SIDE = 60  # smaller in either direction is an icon, a face or a counter
MAX_CAPTION = 600
MAX_IMAGES = 300

_JUNK_TAGS = frozenset({"nav", "footer"})
_RATIOS = frozenset({(16, 9), (16, 10), (4, 3), (3, 2)})  # some sites give these for width and height
_CAPTION_CLASS = re.compile(r"caption|credit|legend|bildunterschrift", re.IGNORECASE)
_IMAGE_LINK = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)|attachment|/photo|/image|/foto|/file:", re.IGNORECASE
)
_RESIZED = re.compile(
    r"\d{2,4}x\d{2,4}|scaled|\d{2,4}w|w\d{2,4}|large|medium|small|master|thumb|default", re.IGNORECASE
)
_GENERIC = re.compile(r"default|placeholder|fallback|opengraph|og-image|\.svg", re.IGNORECASE)  # of a page without one
_KEEP_FIGURE = ".//pre | .//table | .//blockquote | .//p[string-length(.) > 600]"


@dataclass(frozen=True, slots=True)
class MarkedImage:
    """A picture whose mark stands in the tree under its number."""

    number: int
    image: ArticleImage


def mark_images(root: HtmlElement, base: str) -> list[MarkedImage]:
    """Replace the real pictures of the tree by their marks, and drop all others.

    Returns the pictures in reading order, numbered from 1; one file may occur more than once.
    """
    _open_noscripts(root)
    for element in root.xpath("//*[@data-n]"):
        del element.attrib["data-n"]  # the page's own, which would be taken for a mark
    marked: list[MarkedImage] = []
    for image in root.xpath("//img | //amp-img"):
        url = "" if len(marked) >= MAX_IMAGES else best_source(image, base)
        if url and not _is_junk(image, url, base):
            caption = _take_caption(image)
            picture = ArticleImage(url, caption[:MAX_CAPTION], line(image.get("alt") or image.get("title") or "")[:200])
            marked.append(MarkedImage(len(marked) + 1, picture))
            _put_mark(image, len(marked))
        else:
            image.drop_tree()
    return marked


def identity(url: str) -> str:
    """Return what the addresses of one picture in different sizes have in common.

    Sizes stand in the query, at the end of the name, or in a folder above it; a name of six letters or less
    (`1.jpg`, `main.jpg`) is told apart by its folders.
    """
    path = url.partition("?")[0].partition("//")[2].partition("/")[2]
    folders, _, name = path.rpartition("/")
    stem, dot, _ = name.rpartition(".")
    if not dot:
        return url
    stem = _without_sizes(stem).lower()
    return stem if len(stem) > 6 else f"{folders}/{stem}"


def _without_sizes(stem: str) -> str:
    """Return the name of a file without what says its size at the end: `tower-large_640x480` is tower."""
    while (end := max(stem.rfind("-"), stem.rfind("_"))) >= 0 and _RESIZED.fullmatch(stem, end + 1):
        stem = stem[:end]
    return stem


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
    """Take the picture out of a `noscript` that holds the twin of a lazy one; drop every other."""
    for element in root.xpath("//noscript"):
        if not len(element) and "<img" in (element.text or ""):
            _parse_inside(element)
        if element.find(".//img") is not None and len(line(element.text_content())) < MAX_CAPTION:
            element.drop_tag()
        else:
            element.drop_tree()


def _parse_inside(element: HtmlElement) -> None:
    """Turn markup that the parser took for text into elements."""
    inner = parse_fragment(element.text or "")
    element.text = None
    element.append(inner)


def _is_junk(image: HtmlElement, url: str, base: str) -> bool:
    """Say whether a picture belongs to the page and not to the article."""
    if _is_small(image):
        return True
    if next(image.iterancestors("figcaption"), None) is not None or not _has_caption(image):
        return _named_junk(image, url) or _in_box(image, IMAGE_BOX) or _is_thumbnail(image, base)
    return _in_box(image, OTHER_STORY_BOX)


def _is_small(image: HtmlElement) -> bool:
    width, height = pixels_of(image.get("width")), pixels_of(image.get("height"))
    return (width, height) not in _RATIOS and any(0 < side < MIN_SIDE for side in (width, height))


def _has_caption(image: HtmlElement) -> bool:
    figure = next(image.iterancestors("figure"), None)
    return figure is not None and any(len(line(each.text_content())) > 10 for each in figure.iterfind(".//figcaption"))


def _named_junk(image: HtmlElement, url: str) -> bool:
    name = url.partition("?")[0].rsplit("/", 1)[-1]
    own = " ".join(image.get(key) or "" for key in ("class", "id", "role"))
    parent = image.getparent()
    around = parent.get("class") or "" if parent is not None and parent.tag in ("a", "span", "div") else ""
    said = parts_named(name) | parts_named(f"{own} {around}") | parts_named(host_of(url))
    return not IMAGE_NAME.isdisjoint(said)


def _in_box(image: HtmlElement, boxes: Parts) -> bool:
    for box in image.iterancestors():
        if box.tag in ("article", "main", "body"):
            return False
        said = parts_named(box.get("class")) | parts_named(box.get("id"))
        if box.tag in _JUNK_TAGS or (not boxes.isdisjoint(said) and box.find(".//h1") is None):
            return True
    return False


def _is_thumbnail(image: HtmlElement, base: str) -> bool:
    """Say whether the picture leads to another page of the same site: a teaser, unless it is a larger copy."""
    link = next(image.iterancestors("a"), None)
    if link is None or _IMAGE_LINK.search(link.get("href") or ""):
        return False
    try:
        target = resolve(base, link.get("href") or "")
    except BadAddress:
        return False
    return host_of(target) == host_of(base) and target != base


def _take_caption(image: HtmlElement) -> str:
    """Remove the words under a picture from the tree, and return them."""
    box = next(image.iterancestors("figure"), None)
    if box is None:
        box = _caption_box(image)
    if box is None or box.xpath(_KEEP_FIGURE):
        return ""
    words = [each for each in box.iter("figcaption", "p", "div", "span", "small", "cite", "em") if _is_caption(each)]
    outermost = [each for each in words if not any(other in words for other in each.iterancestors())]
    texts = dict.fromkeys(text for text in map(spaced_text, outermost) if text)
    for each in outermost:
        if each.find(".//img") is None:
            each.drop_tree()
    return " ".join(texts)


def spaced_text(element: HtmlElement) -> str:
    """Return the text of a caption or a post; its parts are often set apart by style sheets alone."""
    text = ""
    for part in element.xpath("descendant::text()"):
        is_raised = part.getparent().tag in ("sub", "sup")  # or stands behind what is
        glued = (text[-1:].isalnum() and not is_raised) or text.endswith((".", "!", "?", ")"))
        text += (" " if glued and part[:1].isalnum() else "") + part
    return line(text)


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or _CAPTION_CLASS.search(element.get("class") or "") is not None


def _caption_box(image: HtmlElement) -> HtmlElement | None:
    """Return the nearest box around an image that holds a caption and no other picture, at most three up."""
    for box in list(image.iterancestors())[:3]:
        if box.tag in ("article", "main", "body") or len(box.findall(".//img")) > 1:
            return None
        if any(_CAPTION_CLASS.search(each.get("class") or "") for each in box.iter("p", "div", "span", "small")):
            return box
    return None


def _put_mark(image: HtmlElement, number: int) -> None:
    image.addprevious(image.makeelement("figure", {"data-n": str(number)}))
    image.drop_tree()
