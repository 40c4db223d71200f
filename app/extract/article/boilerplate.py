"""What is certainly not the article, taken out before the text is looked for.

Scoring by readability is better, and twice as fast, on a tree without menus, newsletter boxes, related
stories and comments. A box is only taken out while it does not hold a good part of the page's prose.
"""

import re
from functools import lru_cache

import lxml.etree
from lxml.html import HtmlElement

from app.text.normalize import line

# Elements that never hold text of the article, sorted.
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
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LARGE_PART = 0.4  # of the page's prose: a box with more is kept, whatever its name
# What readability looks at, and what later stages need; everything else only costs time.
_KEPT_ATTRIBUTES = frozenset({"class", "data-n", "href", "id", "itemprop"})


def remove_boilerplate(root: HtmlElement) -> None:
    """Take out of the tree all that is certainly not the article, and every attribute that nobody needs."""
    for button in root.xpath("//button[.//figure[@data-n]]"):
        button.tag = "span"  # a picture that opens larger when it is pressed
    lxml.etree.strip_elements(root, *_NEVER, with_tail=False)
    lxml.etree.strip_tags(root, "picture", "source")
    prose = _prose_length(root)
    for element in root.xpath(
        "//body//*[@class or @id or @role or @hidden or @style or self::aside or self::footer or self::form]"
    ):
        if element.getparent() is not None and _is_box(element) and not _holds_article(element, prose):
            element.drop_tree()
    for element in root.iter():
        for name in element.attrib.keys():  # noqa: SIM118  # a copy, since the loop takes from it
            if name not in _KEPT_ATTRIBUTES:
                del element.attrib[name]


def _prose_length(element: HtmlElement) -> int:
    """Return the number of characters in the paragraphs of `element`, or in all of it where it has none."""
    paragraphs = sum(len(line(each.text_content())) for each in element.iter("p"))
    return paragraphs or len(line(element.text_content()))


def _is_box(element: HtmlElement) -> bool:
    if element.tag in ("article", "body", "code", "figure", "h1", "html", "main", "pre"):
        return False
    if element.tag in _BOX_TAGS or element.get("role") in _BOX_ROLES:
        return True
    return _names_box(element.get("class")) or _names_box(element.get("id")) or _is_hidden(element)


@lru_cache(4096)
def _names_box(names: str | None) -> bool:
    """Say whether a class or id is that of a box; a page has thousands of them and few different ones."""
    return names is not None and _BOX_NAMES.search(names) is not None


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _holds_article(element: HtmlElement, prose: int) -> bool:
    """Say whether a box holds the headline, or so much prose that its name must mislead."""
    if element.find(".//h1") is not None:
        return True
    return prose > 0 and _prose_length(element) > _LARGE_PART * prose
