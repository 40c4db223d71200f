"""Parts of a page that a browser puts in another place than the one where they stand in the file.

Declarative shadow roots (HTML standard, section 13.2.6.4.4, `template` with `shadowrootmode`) take the place of what
their host holds, which is shown in their slots. Streamed parts (React's server rendering) come in a hidden box at the
end of the file, and a script puts each in the place of a `template`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml.etree import iterwalk
from lxml.html import HtmlElement

MOST = 1_000  # of either kind, and slots of one template; further ones stay as they are
_MODES = frozenset({"closed", "open"})
_MOVE = re.compile(r"""\$R[A-Z]\(\s*["']([^"']{1,80})["']\s*,\s*["']([^"']{1,80})["']""")


def place_templates(root: HtmlElement) -> bool:
    """Put streamed parts and the contents of shadow roots where a browser shows them.

    Return whether there is a template at all; then the tree may be deeper than it was.
    """
    templates = list(root.iter("template"))
    if not templates:
        return False
    _place_streamed(root, templates)
    shadow = [each for each in templates if (each.get("shadowrootmode") or "").lower() in _MODES]
    slots = _slots_of(root, shadow[:MOST])
    # The last first: what lies in another template is complete when that one is opened.
    for template in reversed(shadow[:MOST]):
        _open(template, slots[template])
    return True


def _slots_of(root: HtmlElement, shadow: list[HtmlElement]) -> dict[HtmlElement, list[HtmlElement]]:
    """Return the slots of each shadow root: those that lie in it and in no other template within."""
    slots: dict[HtmlElement, list[HtmlElement]] = {template: [] for template in shadow}
    around: list[HtmlElement] = []
    for event, element in iterwalk(root, events=("start", "end"), tag=("slot", "template")):
        if event == "end":
            if element.tag == "template":
                around.pop()
        elif element.tag == "template":
            around.append(element)
        elif around and around[-1] in slots and len(slots[around[-1]]) < MOST:
            slots[around[-1]].append(element)
    return slots


def _open(template: HtmlElement, slots: list[HtmlElement]) -> None:
    """Show a shadow root: the children of its host go to their slots, or are hidden where there is none for them."""
    host = template.getparent()
    if host is None or host.find("template[@shadowrootmode]") != template:
        return
    loose = f"{host.text or ''} {template.tail or ''}".strip()
    host.text, template.tail = None, None
    light: dict[str, list[HtmlElement]] = {}
    for child in host:
        if child is not template:
            light.setdefault(child.get("slot") or "", []).append(child)
    for slot in slots:
        name = slot.get("name") or ""
        _fill(slot, light.pop(name, []), "" if name else loose)
        loose = loose if name else ""
    template.tag = "div"
    template.attrib.clear()
    _hide(host, [child for children in light.values() for child in children])


def _fill(slot: HtmlElement, shown: list[HtmlElement], text: str) -> None:
    """Put what is for a slot in the place of what it holds by default."""
    slot.tag = "span"
    slot.attrib.clear()
    if shown or text:
        slot[:] = shown
        slot.text = text or None


def _hide(host: HtmlElement, unseen: list[HtmlElement]) -> None:
    """Put children that have no slot into a hidden box: no browser shows them, which is no proof against them."""
    if unseen:
        box = host.makeelement("div", {"hidden": "hidden"})
        box.extend(unseen)
        host.append(box)


def _place_streamed(root: HtmlElement, templates: list[HtmlElement]) -> None:
    """Do what the scripts of a streamed page do: one names the place and the part, or the other way round."""
    places = {each.get("id"): each for each in templates[:MOST] if each.get("id")}
    named = {pair for script in root.iter("script") for pair in _MOVE.findall(script.text or "")}
    if not places or not named:
        return
    parts = {each.get("id"): each for each in root.iterfind(".//*[@hidden][@id]")}
    place_of = {part: place for place, part in _moves(sorted(named)[:MOST], places, parts)}
    within: dict[HtmlElement | None, list[HtmlElement]] = {}
    for part, place in place_of.items():
        around = next((each for each in place.iterancestors() if each in place_of), None)
        within.setdefault(around, []).append(part)
    # The outer ones first, so that each is moved once, and alone; those that would hold themselves never come.
    following = within.pop(None, [])
    while following:
        part = following.pop()
        _move(part, place_of[part])
        following += within.pop(part, [])


def _moves(
    pairs: Iterable[tuple[str, str]], places: Mapping[str, HtmlElement], parts: Mapping[str, HtmlElement]
) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Yield each place that a pair of names leads to, and the part for it; every place and every part once."""
    left, unused = dict(places), dict(parts)
    for pair in pairs:
        place = next((name for name in pair if name in left), None)
        part = next((name for name in pair if name in unused), None)
        if place is not None and part is not None:
            yield left.pop(place), unused.pop(part)


def _move(part: HtmlElement, place: HtmlElement) -> None:
    """Put a part into the place of a template, and show it; what follows either of them stays where it is."""
    box = part.makeelement("div")
    box[:] = list(part)
    box.text, part.text = part.text, None
    box.tail, place.tail = place.tail, None
    parent = place.getparent()
    if parent is not None:
        parent.replace(place, box)
