"""What is certainly not the article, taken out before the text is looked for.

Scoring by readability is better, and twice as fast, on a tree without menus, newsletter boxes, related
stories and comments. Neither a tag nor a name makes a box of what holds a good part of the page's prose: menus are
left open, layouts are called after their sidebar, and scripts open what is hidden.
"""

import re
from functools import lru_cache

import lxml.etree
from lxml.html import HtmlElement

from app.extract.article.hidden import hidden_elements, is_hidden, told_apart
from app.extract.article.prose import Prose

# Elements that hold no text of the article, or do so by mistake, sorted.
_NEVER = (
    "applet area audio base button canvas dialog embed frame frameset iframe input label link map meta nav "
    "noframes object option param script select style svg template textarea track video"
).split()
_BOX_ROLES = frozenset(
    {
        "alert",
        "alertdialog",
        "banner",
        "complementary",
        "contentinfo",
        "dialog",
        "menu",
        "navigation",
        "search",
    }
)
_NO_BOXES = frozenset({"article", "body", "code", "figure", "h1", "html", "main", "pre"})
_BOX_TAGS = frozenset({"aside", "footer", "form", "menu"})
# No repeat runs over a separator, or many words in a row would take a square of time.
_BOX_NAMES = re.compile(
    r"(?:^|[\s_-])(?:ads?|adsbygoogle|adslot|advert[^\W_]*|authors?-?(?:bio|box|card|info)|bio-?box|breadcrumbs?|comments?(?:-?(?:area|list|section|thread))?|"
    r"consent|cookie[^\W_]*|disqus[^\W_]*|donate|donation|follow-?us|gdpr|latest-?news|more-?(?:from|news|on|stories)|most-?(?:popular|read|viewed)|"
    r"navbar|newsletters?[^\W_]*|outbrain[^\W_]*|paywall-?prompt|popular|popup|post-?(?:meta|tags)|promo[^\W_]*|read-?(?:more|next|also)|recirc[^\W_]*|"
    r"recommend(?:ed|ations?)?[^\W_]*|related[^\W_]*|shares?|sharing|shar(?:e|ing)-?(?:bar|box|buttons?|links|tools)|sidebar|signup|sign-?up|social[^\W_]*|"
    r"sponsored|subscri(?:be|ption)[^\W_]*|tag-?(?:list|cloud)|taboola[^\W_]*|teasers?|toolbar|topics?-?list|trending|widget-?area|you-?may-?(?:also-?)?like)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})  # their ids are made of their words
# A picture that opens larger when it is pressed, and the heading of a part that opens.
_SHOWING_BUTTONS = "//button[.//figure[@data-n] or parent::h2 or parent::h3 or parent::h4 or parent::h5 or parent::h6]"
# What readability looks at, and what later stages need; everything else only costs time.
_KEPT_ATTRIBUTES = frozenset({"class", "data-n", "href", "id", "itemprop", "reversed", "start", "value"})


def remove_boilerplate(root: HtmlElement, prose: Prose) -> None:
    """Take out of the tree all that is certainly not the article, and every attribute that nobody needs.

    `prose` is that of the tree as it is.
    """
    for button in root.xpath(_SHOWING_BUTTONS):
        button.tag = "span"
    for element in list(root.iter(*_NEVER)):
        if prose.is_large(element):
            element.tag = "div"
    lxml.etree.strip_elements(root, *_NEVER, with_tail=False)
    lxml.etree.strip_tags(root, "picture", "source")
    hidden = [element for element in hidden_elements(root) if not _is_box(element)]
    shown, copies = told_apart(hidden, prose)
    for element in root.xpath(
        "//body//*[@class or @id or @role or @hidden or @style or self::aside or self::footer or self::form]"
    ):
        if element.getparent() is None or element.tag in _NO_BOXES or element in shown:
            continue
        if element in copies or ((_is_box(element) or is_hidden(element)) and not _holds_article(element, prose)):
            element.drop_tree()
    for element in root.iter():
        for name in element.attrib.keys():  # noqa: SIM118  # a copy, since the loop takes from it
            if name not in _KEPT_ATTRIBUTES:
                del element.attrib[name]


def _is_box(element: HtmlElement) -> bool:
    if element.tag in _BOX_TAGS or element.get("role") in _BOX_ROLES:
        return True
    by_id = element.tag not in _HEADINGS and _names_box(element.get("id"))
    return by_id or _names_box(element.get("class"))


@lru_cache(4096)
def _names_box(names: str | None) -> bool:
    """Say whether a class or id is that of a box; a page has thousands of them and few different ones."""
    return names is not None and _BOX_NAMES.search(names) is not None


def _holds_article(element: HtmlElement, prose: Prose) -> bool:
    return prose.is_large(element) or element.find(".//h1") is not None
