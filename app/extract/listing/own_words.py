"""What a page says of itself: that it is one thing to read, or a list of many."""

from lxml.html import HtmlElement

from app.extract.metadata.evidence import is_jsonld
from app.extract.metadata.jsonld import ARTICLE_TYPES, WRITTEN_TYPE

# The types of schema.org, in lower case, that say what a page is; all others stand on pages of either kind.
_ONE_THING = ARTICLE_TYPES | set("discussionforumposting faqpage howto product qapage question recipe".split())
_MANY_THINGS = frozenset("blog collection collectionpage itemlist profilepage searchresultspage".split())


def says(root: HtmlElement) -> str:
    """Return `one` where the page says of itself that it is an article, `many` for a list, else an empty string."""
    types: list[str] = []
    claimed = False
    for element in root.iter("meta", "script"):
        if element.tag == "meta":
            claimed = claimed or _is_claim(element)
        elif is_jsonld(element):
            types += map(str.lower, WRITTEN_TYPE.findall(element.text or ""))
    first = next((kind for kind in types if kind in _ONE_THING or kind in _MANY_THINGS), "")
    if first in _ONE_THING:
        return "one" if first == "liveblogposting" or types.count(first) < 3 else "many"
    if first:
        return "many"
    return "one" if claimed else ""


def _is_claim(meta: HtmlElement) -> bool:
    """Say whether a meta tag is one that articles have (Open Graph protocol)."""
    name, content = meta.get("property") or "", meta.get("content") or ""
    return (name == "og:type" and content.strip().lower() == "article") or (
        name == "article:published_time" and content[:1].isdigit()
    )
