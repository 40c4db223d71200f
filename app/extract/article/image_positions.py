"""The places of pictures, counted in paragraphs.

Readability drops boxes without text, and a picture mostly stands in one. So the marks of the pictures are
taken out before it looks, and put back between those paragraphs that it kept.
"""

from dataclasses import dataclass

from lxml.html import HtmlElement

from app.text.normalize import line

NUMBER = "data-p"
_MIN_TEXT = 25  # characters; readability does not count shorter paragraphs
_LONGEST_LEAD = 12  # paragraphs between the headline and the text: bylines, decks, key points
_SHORT_LEAD = 2  # the same where no headline is near
_TEXT_BLOCKS = frozenset({"blockquote", "div", "li", "p", "section", "td"})
_BLOCKS = _TEXT_BLOCKS | {"article", "h1", "h2", "h3", "h4", "main", "ol", "table", "ul"}


@dataclass(frozen=True, slots=True)
class ImagePosition:
    """Where a picture stood: behind paragraph `behind` (0 is before the first), and whether in the same box."""

    image: int
    behind: int
    same_box: bool


@dataclass(frozen=True, slots=True)
class ImagePositions:
    """The places of all pictures, and of the headline (-1 where there is none)."""

    images: tuple[ImagePosition, ...]
    headline: int


def remove_marks(root: HtmlElement) -> ImagePositions:
    """Take the marks out of the tree, number its paragraphs from 1, and return where each mark stood."""
    places: list[ImagePosition] = []
    count, headline, box = 0, -1, None
    for element in list(root.iter()):
        mark = element.get("data-n")
        if mark:
            places.append(ImagePosition(int(mark), count, box is not None and box in element.iterancestors()))
            element.drop_tree()
        elif element.tag == "h1" and headline < 0:
            headline = count
        elif _is_paragraph(element):
            count += 1
            element.set(NUMBER, str(count))
            box = element.getparent()
    return ImagePositions(tuple(places), headline)


def insert_marks(article: HtmlElement, places: ImagePositions, lead: int) -> None:
    """Put the marks that belong to the chosen part back into it, in reading order.

    Those are the ones that stood between two paragraphs of it, between the headline and its first, or in
    one box with its last; and the picture of the number `lead`, wherever it stood.
    """
    kept = {int(element.get(NUMBER)): element for element in article.iter() if element.get(NUMBER)}
    if not kept:
        article.extend(_mark(article, place) for place in places.images)  # a page of pictures
        return
    first, last = min(kept), max(kept)
    for place in places.images:
        if place.behind >= last:
            if place.behind == last and place.same_box:
                _last_of_run(kept[last]).addnext(_mark(article, place))
        elif place.behind >= first or place.image == lead or _leads(place, places.headline, first):
            following = min(number for number in kept if number > place.behind)
            kept[following].addprevious(_mark(article, place))


def _leads(place: ImagePosition, headline: int, first: int) -> bool:
    """Say whether a picture stands between the headline and the text."""
    if headline < 0 or first - headline > _LONGEST_LEAD:
        headline = first - _SHORT_LEAD
    return headline <= place.behind < first


def _is_paragraph(element: HtmlElement) -> bool:
    """Say whether an element is a block of text that holds no other block."""
    if element.tag not in _TEXT_BLOCKS or any(child.tag in _BLOCKS for child in element):
        return False
    return len(line(element.text_content())) >= _MIN_TEXT


def _mark(article: HtmlElement, place: ImagePosition) -> HtmlElement:
    return article.makeelement("figure", {"data-n": str(place.image)})


def _last_of_run(element: HtmlElement) -> HtmlElement:
    """Return the last of the marks that follow `element` directly, or `element` itself."""
    while (following := element.getnext()) is not None and following.get("data-n") and not (element.tail or "").strip():
        element = following
    return element
