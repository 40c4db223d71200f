"""Bold and italic words that only a style or a class makes so, or plain, as editors and frameworks write them."""

import re

from lxml.html import HtmlElement

LONGEST = 300  # characters; what is longer is a text in another type

_BOLD = re.compile(r"(?:^|;)\s*font(?:-weight)?\s*:\s*(?:[^;]{0,80}\s)?(?:bold|bolder|[6-9]00)\s*(?:$|[;!\s])", re.I)
_ITALIC = re.compile(r"(?:^|;)\s*font(?:-style)?\s*:\s*(?:[^;]{0,80}\s)?(?:italic|oblique)\s*(?:$|[;!\s])", re.I)
_BOLD_NAMES = frozenset(
    {"bold", "font-bold", "font-semibold", "font-weight-bold", "fw-bold", "fw-semibold", "text-bold"}
)
_ITALIC_NAMES = frozenset({"font-italic", "fst-italic", "italic", "text-italic"})
_INLINE = frozenset("a abbr b br cite code em font i small span strong sub sup u".split())
_AROUND = ("b", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "strong", "th")  # which are bold anyway, or never


# What takes the look of its element away: editors of documents wrap all that is copied in such a `b`.
_PLAIN = {
    "b": re.compile(r"(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)\s*(?:$|[;!\s])", re.I),
    "i": re.compile(r"(?:^|;)\s*font-style\s*:\s*normal\s*(?:$|[;!\s])", re.I),
}
_PLAIN |= {"em": _PLAIN["i"], "strong": _PLAIN["b"]}
OF_WORDS = frozenset({"font", "span", *_PLAIN})  # the tags of which the look may tell another thing


def tag_by_look(element: HtmlElement) -> str:
    """Return the tag that says what an element looks like: `b`, `i`, or `span` for words like those around them."""
    tag = str(element.tag)
    plain = _PLAIN.get(tag)
    if plain is not None and plain.search(element.get("style") or ""):
        return _emphasis(element) or "span"
    return _emphasis(element) or tag if tag in ("font", "span") else tag


def _emphasis(element: HtmlElement) -> str:
    style, names = element.get("style") or "", set((element.get("class") or "").split())
    if not style and not names:
        return ""
    if _BOLD.search(style) or names & _BOLD_NAMES:
        tag = "b"
    elif _ITALIC.search(style) or names & _ITALIC_NAMES:
        tag = "i"
    else:
        return ""
    return tag if _is_words(element) and next(element.iterancestors(*_AROUND), None) is None else ""


def _is_words(element: HtmlElement) -> bool:
    """Say whether an element holds a few words of a line, and no block."""
    if any(each.tag not in _INLINE for each in element.iterdescendants()):
        return False
    return 0 < len(element.text_content().strip()) <= LONGEST
