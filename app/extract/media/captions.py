"""What is written under a picture: found in the boxes around it, and taken out of the text."""

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from app.extract.parse import parse_fragment
from app.text.normalize import letters, line

MAX_CAPTION = 600  # characters
_SHORTEST = 10  # characters of what is no mere sign
_CLASS = re.compile(r"caption|credit|legend|bildunterschrift", re.IGNORECASE)
# Boxes that are named for the one picture that they hold, and what else they hold at most, in characters.
_PICTURE_BOX = re.compile(r"(?:^|\s)(?:image|photo|picture|foto|bild|imagen)(?:$|[\s_-])", re.IGNORECASE)
_LONGEST_IN_BOX = 300
_NO_CAPTION = ".//h1 | .//h2 | .//h3 | .//h4 | .//li | .//table | .//input | .//button | .//p[2] | .//a[p]"
_KEEP_FIGURE = ".//pre | .//table | .//blockquote | .//p[string-length(.) > 600]"
_OF_LINK = ("data-caption", "data-title", "data-sub-html", "data-pswp-caption")  # of scripts that enlarge pictures
_OF_IMAGE = ("data-caption", "data-image-caption")
_SENTENCE_ENDS, _FEWEST_WORDS = frozenset('.!?…"”)'), 5
_TO_DO = re.compile(r"\b(?:click|cliquez|enlarge|haga clic|klicken|larger|vergrößern|zoom)\b", re.IGNORECASE)
# What folds a caption or opens its picture, and stands among its words; and a credit that is said twice.
_BUTTONS = re.compile(
    r"\b(?:(?:close|expand|hide|show|toggle) caption|"
    r"(?:open|view|see) (?:image|photo|picture) in (?:fullscreen|full screen|gallery)|"
    r"(?:press enter or )?(?:click|tap) to (?:enlarge|expand|view image in full size|zoom)|"
    r"enlarge this image|bild vergrößern)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(r"\b(.{4,80}) \1$")
_BOXES = ("dd", "div", "p", "small", "span")
_MAY_HOLD_WORDS = (*_BOXES, "figcaption", "cite", "em")
# What is around a file alone is no step from it to its caption.
_AROUND_FILE = frozenset({"noscript", "picture", "source"})
_STEPS, _MOST_AROUND = 3, 8


def take_caption(image: HtmlElement) -> str:
    """Remove the words under a picture from the tree, and return them."""
    box = next(image.iterancestors("figure"), None)
    if box is None or not box.xpath("boolean(.//text()[normalize-space()])"):
        box = _box_of(image)
    if box is None or box.xpath(_KEEP_FIGURE):
        return ""
    words = [each for each in box.iter(*_MAY_HOLD_WORDS) if _is_caption(each)] or _all_words(box)
    outermost = _outermost(words)
    texts = list(filter(None, map(_caption_of, outermost)))
    for each in outermost:
        if each.find(".//img") is None:
            each.drop_tree()
    return " ".join(text for at, text in enumerate(texts) if not any(text in before for before in texts[:at]))


def _caption_of(element: HtmlElement) -> str:
    return _TWICE.sub(r"\1", line(_BUTTONS.sub("", spaced_text(element))))


def caption_of_link(image: HtmlElement) -> str:
    """Return the caption that a script shows under a picture, or under the large file to which it leads."""
    link = next(image.iterancestors("a"), None)
    of_link = () if link is None else map(link.get, _OF_LINK)
    said = next(filter(None, (*map(image.get, _OF_IMAGE), *of_link)), "")
    return line(parse_fragment(said).text_content()) if said.strip() else ""


def said_on_hover(image: HtmlElement) -> str:
    """Return the sentence that a browser of today shows over a picture under the mouse: the joke of many a comic."""
    said = line(image.get("title") or "")
    is_sentence = said[-1:] in _SENTENCE_ENDS and len(said.split()) >= _FEWEST_WORDS and not _TO_DO.search(said)
    return said if is_sentence and letters(said) != letters(image.get("alt") or "") else ""


def has_caption(image: HtmlElement) -> bool:
    """Say whether a picture stands in a figure with words under it."""
    figure = next(image.iterancestors("figure"), None)
    captions = () if figure is None else figure.iterfind(".//figcaption")
    return any(len(line(each.text_content())) > _SHORTEST for each in captions)


def spaced_text(element: HtmlElement) -> str:
    """Return the text of a caption or a post; its parts are often set apart by style sheets alone."""
    text = ""
    for part in element.xpath("descendant::text()"):
        is_raised = part.getparent().tag in ("sub", "sup")  # or stands behind what is
        glued = (text[-1:].isalnum() and not is_raised) or text.endswith((".", "!", "?", ")"))
        begins = part[:1].isalnum() or (part[:1] == "(" and text.endswith((".", "!", "?")))
        text += (" " if glued and begins else "") + part
    return line(text)


def _is_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or _CLASS.search(element.get("class") or "") is not None


def _box_of(image: HtmlElement) -> HtmlElement | None:
    """Return the nearest box around an image that holds a caption and no other picture, at most three up."""
    around = (each for each in islice(image.iterancestors(), _MOST_AROUND) if each.tag not in _AROUND_FILE)
    for box in islice(around, _STEPS):
        if box.tag in ("article", "main", "body") or len(box.findall(".//img")) > 1:
            return None
        if any(_CLASS.search(each.get("class") or "") for each in box.iter(*_BOXES)):
            return box
        if _all_words(box):
            return box
    return None


def _all_words(box: HtmlElement) -> Sequence[HtmlElement]:
    """Return what stands under the picture in a box that is named for it and holds no more than a caption would be."""
    if not _PICTURE_BOX.search(box.get("class") or ""):
        return ()
    said = line(box.text_content())
    if not _SHORTEST < len(said) <= _LONGEST_IN_BOX or box.xpath(_NO_CAPTION):
        return ()
    words = [each for each in box.iter("p", "div", "span", "small") if each is not box and each.find(".//img") is None]
    return words if said == line(" ".join(each.text_content() for each in _outermost(words))) else ()


def _outermost(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return those of some elements that lie in no other one of them."""
    own = set(elements)
    return [each for each in elements if own.isdisjoint(each.iterancestors())]
