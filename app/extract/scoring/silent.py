"""What of a page is never text of an article: taken out of the tree before the walk."""

import re

import lxml.etree
from lxml.html import HtmlElement

from app.extract.scoring.button_words import is_button
from app.extract.scoring.sign_ups import mark_sign_ups
from app.text.normalize import line

# Elements whose content is never text of the article.
SILENT_TAGS = (
    "applet area audio base button canvas datalist frame frameset iframe input link meta meter noframes "
    "noscript object option param progress script select style svg template textarea title video"
).split()
# A button is silent unless it is what opens a part of the text: around and within one that does.
_AROUND_OPENERS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_WITHIN_OPENERS = ("h2", "h3", "h4")

# What is written for those who listen to the page, and not shown.
_SPOKEN = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|screen-?readers?(?:-?(?:text|only))?|a11y-?(?:hidden|text)|"
    r"accessibility-label|assistive-text|off-?screen)(?:$|\s)",
    re.IGNORECASE,
)
# What opens over a word that one points at; the word itself stands in another element.
_POPUP = re.compile(
    r"(?:tool-?tip|pop-?over|hover-?card|rollover)[a-z_-]{0,20}(?:block|body|box|content|inner|text)(?:$|\s)",
    re.IGNORECASE,
)
_LONGEST_SPOKEN = 80  # characters; a longer text is not taken for a label

# What holds no text itself, but marks, or whatever follows it, since the parser lets it nest.
_OPEN_TAGS = ("embed", "image", "map", "picture", "source", "track")
# Elements that are never text of the article, but swallow it where they are left open.
_SWALLOWERS = ("audio", "button", "canvas", "object", "video")
_EMBEDDING = frozenset({"classid", "codetype", "data", "type"})  # an object without any is a box
_MOST_OF_ONE = 500  # characters that one of them has at most for those who cannot see it


def take_out_silent(root: HtmlElement) -> None:
    """Take elements that hold no text of an article out of a tree, but what opens or was never closed."""
    mark_sign_ups(root)
    for button in list(root.iter("button")):  # `iter` is several times as fast as a path
        if _opens(button) and not is_button(line(button.text_content())):
            button.tag = "span"
    _open_swallowers(root)
    for span in list(root.iter("span")):
        if _is_out_of_line(span):
            span.drop_tree()
    lxml.etree.strip_tags(root, *_OPEN_TAGS)
    lxml.etree.strip_elements(root, *SILENT_TAGS, with_tail=False)


def _opens(button: HtmlElement) -> bool:
    """Say whether a button is in a heading or a term, or has a heading or the mark of a picture in it."""
    return (
        next(button.iterancestors(*_AROUND_OPENERS), None) is not None
        or next(button.iter(*_WITHIN_OPENERS), None) is not None
        or button.find(".//figure[@data-n]") is not None
    )


def _is_out_of_line(span: HtmlElement) -> bool:
    """Say whether a part of a line is not shown in it: a label for those who listen, a box that opens over the text."""
    names = span.get("class", "")
    return bool(_POPUP.search(names)) or (bool(_SPOKEN.search(names)) and len(span.text_content()) <= _LONGEST_SPOKEN)


def _open_swallowers(root: HtmlElement) -> None:
    """Make boxes of the elements that hold more text than their kind ever does, since they were never closed, and of
    objects that are none.
    """
    for element in list(root.iter(*_SWALLOWERS)):
        if len(element.text_content()) > _MOST_OF_ONE or _is_box(element):
            element.tag = "div"


def _is_box(element: HtmlElement) -> bool:
    """Say whether an object embeds nothing and holds paragraphs; others are there to have a link within a link."""
    if element.tag != "object" or not _EMBEDDING.isdisjoint(element.keys()):
        return False
    return element.find(".//p") is not None
