"""Charts that a script draws, as what they say to those who do not see them (WAI-ARIA, `img` and `aria-label`)."""

from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.text.normalize import line

_SHORTEST, _LONGEST = 20, 1_000  # characters of a label; a shorter one is a name and tells nothing
_MOST = 200
_TAGS = ("canvas", "div")
# What is looked at itself; a drawing that the file holds is a picture of the article.
_SEEN = ("iframe", "img", "svg", "video")


def tell_drawings(root: HtmlElement, words: frozenset[str]) -> None:
    """Put what a drawing says in place of it, as a paragraph; `words` are those of the roles of the tree.

    What holds a picture, or text, is none.
    """
    for canvas in list(islice(root.iter("canvas"), _MOST)):
        if canvas.find(".//table") is not None:
            canvas.tag = "div"  # the figures that it draws, for those who do not see it
    if "img" not in words:
        return
    drawings = (each for each in root.iter(*_TAGS) if each.get("role") == "img")
    for drawing in list(islice(drawings, _MOST)):
        label = line(drawing.get("aria-label") or "")
        if _SHORTEST <= len(label) <= _LONGEST and _is_drawn(drawing):
            replace_by_text(drawing, label)
            drawing.tag = "p"


def _is_drawn(drawing: HtmlElement) -> bool:
    """Say whether nothing but a script draws it: it holds no picture and no text."""
    if "url(" in (drawing.get("style") or ""):
        return False
    return next(drawing.iterdescendants(*_SEEN), None) is None and not line(drawing.text_content())
