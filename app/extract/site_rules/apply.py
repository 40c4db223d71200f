"""Rules applied to a page.

XPath has no bound of its own in time: what it may cost is bounded by the task in which the page is read.
"""

from collections.abc import Sequence
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from app.errors import BadAddress
from app.extract.site_rules.rules import SiteRules
from app.net.urls import resolve
from app.text.normalize import line

# What one expression may find at most, and how long a text from it is.
MOST_FOUND, LONGEST_TEXT, MOST_AUTHORS = 1000, 300, 5
# What is no text wherever it stands in a body that is pruned.
PRUNED = ("aside", "button", "footer", "form", "nav")


def replaced(text: str, rules: SiteRules) -> str:
    """Return the markup of a page with its replacements made."""
    for old, new in rules.replacements:
        text = text.replace(old, new)
    return text


def strip(root: HtmlElement, rules: SiteRules) -> None:
    """Take out of a page what is no part of its text."""
    for path in rules.strip:
        for element in _found(root, (path,)):
            _drop(element)
    if rules.strip_id_or_class:
        for element in list(root.iter()):
            names = f"{element.get('id') or ''} {element.get('class') or ''}" if isinstance(element.tag, str) else ""
            if any(part in names for part in rules.strip_id_or_class):
                _drop(element)
    for image in list(root.iter("img")) if rules.strip_image_src else ():
        if any(part in (image.get("src") or "") for part in rules.strip_image_src):
            _drop(image)


def body_of(root: HtmlElement, rules: SiteRules) -> HtmlElement | None:
    """Return the element that holds the text, made of all that a rule finds; None where none finds anything.

    It stays in the page. What stands in another element that was found is not there twice.
    """
    for path in rules.body:
        found = [each for each in _found(root, (path,)) if each.tag not in ("html", "body")] or _found(root, (path,))
        tops = [each for each in found if not any(other is above for above in each.iterancestors() for other in found)]
        if not tops:
            continue
        if tops[0].tag in ("html", "body"):
            return tops[0]
        box: HtmlElement = root.makeelement("div")
        tops[0].addprevious(box)
        for element in tops:
            _move(element, box)
        for element in list(box.iter(*PRUNED)) if rules.prune else ():
            _drop(element)
        return box
    return None


def text_at(root: HtmlElement, paths: Sequence[str]) -> str:
    """Return the text that the first of `paths` finds which finds one, on one line."""
    return next(iter(texts_at(root, paths)), "")


def texts_at(root: HtmlElement, paths: Sequence[str]) -> list[str]:
    """Return the texts that the first of `paths` finds which finds any."""
    for path in paths:
        texts = [line(_text(each))[:LONGEST_TEXT] for each in _results(root, path)]
        if any(texts):
            return [text for text in dict.fromkeys(texts) if text][:MOST_AUTHORS]
    return []


def link_at(root: HtmlElement, paths: Sequence[str], base: str) -> str:
    """Return the canonical address that the first of `paths` finds which finds one: of a link, or as text."""
    for path in paths:
        for each in _results(root, path):
            href = each if isinstance(each, str) else each.get("href") or ""
            try:
                if href.strip():
                    return resolve(base, href.strip())
            except BadAddress:
                continue
    return ""


@lru_cache(maxsize=500)
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, smart_strings=False)


def _results(root: HtmlElement, path: str) -> list[HtmlElement | str]:
    try:
        found = _compiled(path)(root)
    except etree.XPathError:  # it was tried on a small page; a large one may be too deep for it
        return []
    if isinstance(found, str):
        return [found]
    # Numbers and comparisons were refused when the rules were read.
    return (
        [each for each in found[:MOST_FOUND] if isinstance(each, HtmlElement | str)] if isinstance(found, list) else []
    )


def _found(root: HtmlElement, paths: Sequence[str]) -> list[HtmlElement]:
    return [each for path in paths for each in _results(root, path) if not isinstance(each, str) and each is not root]


def _text(found: HtmlElement | str) -> str:
    return found if isinstance(found, str) else str(found.text_content())


def _drop(element: HtmlElement) -> None:
    """Take an element out, and leave what stands behind it."""
    if element.getparent() is not None and element.tag not in ("html", "body"):
        element.drop_tree()


def _move(element: HtmlElement, box: HtmlElement) -> None:
    """Put an element into a box, and leave what stands behind it."""
    tail, element.tail = element.tail, None
    if tail and tail.strip():
        box.tail = (box.tail or "") + tail
    box.append(element)
