"""What a page hides until a script shows it, or never shows."""

import re

from lxml.html import HtmlElement

from app.extract.article.prose import Prose

_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Hidden elements that together hold so much of the page's prose are parts of it, each that holds at least the least.
_LARGE_PART, _LEAST_PART = 0.2, 0.02
_PLACE = re.compile(r"[BP](:?\w{1,40})")


def is_hidden(element: HtmlElement) -> bool:
    """Say whether an element says of itself that it is not to be seen."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def hidden_elements(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements in the body that are hidden, in their order."""
    return [element for element in root.xpath("//body//*[@hidden or @style]") if is_hidden(element)]


def place_streamed(root: HtmlElement) -> None:
    """Put what React sends later, hidden under an id of `S`, where a template with an id of `B` or `P` waits for it."""
    templates = root.xpath("//template[@id]")
    parts = {part.get("id"): part for part in root.xpath("//*[@hidden][@id]")} if templates else {}
    for template in templates:
        place = _PLACE.fullmatch(template.get("id"))
        part = parts.pop(f"S{place[1]}", None) if place else None
        if part is not None and part not in template.iterancestors():
            del part.attrib["hidden"]
            tail, part.tail = part.tail, None
            template.addprevious(part)
            part.tail = tail


def told_apart(hidden: list[HtmlElement], prose: Prose) -> tuple[set[HtmlElement], set[HtmlElement]]:
    """Return those of the hidden elements that are parts of the text, and those that are copies of others.

    Tabs, what a button opens and what is behind a wall are parts, where they hold a good part of the prose together;
    what says once more what the page says, as the text for another screen does, is a copy.
    """
    parts = [element for element in hidden if prose.share(element) >= _LEAST_PART]
    new = set(prose.new_in(parts))
    outermost = (element for element in new if new.isdisjoint(element.iterancestors()))
    shown = new if sum(map(prose.share, outermost)) > _LARGE_PART else set()
    return shown, set(parts) - new
