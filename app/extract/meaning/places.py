"""Links that lead to a place of their own page, and these places: contents, notes, and the way back from them.

Each place that a link leads to gets a number, in the order of the page. It stands at the first text from the place
on, since what is left of the page later on is its text.
"""

from urllib.parse import unquote

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from app.errors import BadAddress
from app.net.urls import resolve

MOST = 2_000  # places of a page
PLACE, LEADS_TO = "data-place", "data-to"  # attributes that hold a number, which pages cannot set: see `parse`
_SILENT = frozenset({"script", "select", "style", "template", "textarea", "title"})

Slot = tuple[HtmlElement, bool]


def mark_places(root: HtmlElement, base: str) -> None:
    """Number the places of the tree that its links lead to, in place; `base` is what links are relative to."""
    hrefs = [(link, href) for link in root.iter("a") if "#" in (href := link.get("href") or "")]
    links = [(link, name) for link, href in hrefs if (name := _name_in(href, base))]
    there = {each.get("id") for each in root.iter()} | {each.get("name") for each in root.iter("a")} if links else set()
    wanted = {name for _, name in links if name in there}
    if not wanted:
        return
    numbers: dict[str, int] = {}
    for number, (slot, names) in enumerate(_slots(root, wanted), 1):
        if number > MOST:
            break
        numbers.update(dict.fromkeys(names, number))
        _put(slot, number)
    for link, name in links:
        if name in numbers:
            link.set(LEADS_TO, str(numbers[name]))


def _name_in(href: str, base: str) -> str:
    """Return the name of the place on this page that a link leads to, or nothing."""
    address, _, name = href.strip().partition("#")
    if address and name:
        try:
            if resolve(base, address) != base.partition("#")[0]:
                return ""
        except BadAddress:
            return ""
    return unquote(name)


def _slots(root: HtmlElement, wanted: set[str]) -> list[tuple[Slot, list[str]]]:
    """Return the text that each of the wanted places begins with, and the names of the places there."""
    found: list[tuple[Slot, list[str]]] = []
    names: list[str] = []
    left = set(wanted)
    silent: HtmlElement | None = None
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            if silent is None and element.tag in _SILENT:
                silent = element
            for name in _names(element):
                if name in left:
                    left.discard(name)
                    names.append(name)
            text = element.text
        else:
            silent = None if silent is element else silent
            text = element.tail
        if names and silent is None and text and text.strip():
            found.append(((element, event == "end"), names))
            names = []
        if not left and not names:
            break
    return found


def _names(element: HtmlElement) -> tuple[str, ...]:
    """Return the names that an element has as a place (HTML standard, section 7.4.6.4)."""
    own, old = element.get("id"), element.get("name") if element.tag == "a" else None
    return tuple(name for name in (own, old) if name)


def _put(slot: Slot, number: int) -> None:
    element, is_tail = slot
    if not is_tail:
        element.set(PLACE, str(number))
        return
    parent = element.getparent()
    if parent is not None:
        text = parent.makeelement("span", {PLACE: str(number)})
        text.text, element.tail = element.tail, None
        element.addnext(text)
