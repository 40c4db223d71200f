"""Controls that nobody operates, as text: gauges, bars of progress, and the boxes of a list of tasks."""

import re
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.extract.right_before import text_before
from app.text.normalize import line

_TASK = re.compile(r"(?:^|[\s_-])(?:task|todo|check-?list)", re.IGNORECASE)
_BARS = frozenset({"meter", "progressbar"})
_LONGEST = 60  # characters of what a bar says
_HIGHEST = 3  # elements between a box and its item
MOST = 2_000
# What is to be filled in, and a rule that is drawn under nothing.
_GAP = "____"
_SHORTEST_RULE = 3  # no-break spaces
_STATES = frozenset({"false", "true"})
_DONE = frozenset({"checked", "on"})
_STATE = re.compile(r"(?:^|\s)checkbox-(checked|off|on|unchecked)(?=$|\s)", re.IGNORECASE)
_MOST_PARTS = 6  # elements at the beginning of an item, one of which may be its box


def spell_controls(root: HtmlElement) -> None:
    """Put what gauges and boxes of tasks show into the text of a tree, in place; those of forms are left."""
    for gauge in list(root.iter("meter", "progress"))[:MOST]:
        replace_by_text(gauge, line(gauge.text_content()) or _of_most(gauge))
    for box in list(root.iter("input"))[:MOST]:
        kind, is_ticked = (box.get("type") or "").lower(), box.get("checked") is not None
        if kind == "checkbox" and (_is_task(box) or _is_cell(box)):
            replace_by_text(box, "[x] " if is_ticked else "[ ] ")
        elif kind == "radio" and is_ticked and box.get("disabled") is not None and _is_task(box):
            replace_by_text(box, "(x) ")  # the answer of several
        elif kind in ("", "text") and _is_gap(box):
            replace_by_text(box, _GAP)
    for rule in [each for each in root.iter("u") if _is_rule(each)]:
        replace_by_text(rule, _GAP)


def spell_bars(root: HtmlElement) -> None:
    """Put what bars show that a style sheet draws (WAI-ARIA, `progressbar` and `meter`) into the text, in place.

    Where one stands at nothing, it is that of a player, or of how far the page has been read.
    """
    bars = [each for each in root.iter("div", "progress", "span") if each.get("role") in _BARS]
    for bar in bars[:MOST]:
        now, most = (line(bar.get(name) or "") for name in ("aria-valuenow", "aria-valuemax"))
        said = line(bar.get("aria-valuetext") or "") or (f"{now}%" if most in ("", "100") else f"{now} of {most}")
        if now not in ("", "0") and len(said) <= _LONGEST and not line(bar.text_content()):
            replace_by_text(bar, f" {said}")


def spell_marked_items(root: HtmlElement) -> None:
    """Put a box, in place, before each item of a list and into each empty cell that is said to be done or not.

    So editors of notes write lists of tasks: `<li data-checked="true">`, `<span role="checkbox" aria-checked="false">`,
    `<div class="checkbox checkbox-on">`.
    """
    places = (each for each in root.iter("li", "td") if each.tag == "li" or not line(each.text_content()))
    for item in list(islice(places, MOST)):
        said, box = _state_of(item)
        if said and next(item.iterancestors("form"), None) is None:
            if box is not None:
                replace_by_text(box, said)
            else:
                item.text = f"{said}{item.text or ''}"


def _state_of(item: HtmlElement) -> tuple[str, HtmlElement | None]:
    """Return what the box of an item shows, or an empty text, and the element that is its box, if there is one."""
    parts = list(islice(item.iter("div", "input", "label", "li", "span"), _MOST_PARTS))
    for each in parts:
        if each is not item and each.tag == "li":
            break
        told = each.get("aria-checked") if each.get("role") == "checkbox" else None
        state = (each.get("data-checked") or told or "").lower()
        named = _STATE.search(each.get("class") or "") if each is not item else None
        if state in _STATES or named:
            is_done = state == "true" or (named is not None and named[1].lower() in _DONE)
            bare = each if each is not item and not line(each.text_content()) else None
            inside = next(item.iter("input"), None) if each is item else None
            return "[x] " if is_done else "[ ] ", bare if inside is None else inside
    return "", None


def _of_most(gauge: HtmlElement) -> str:
    value, most = gauge.get("value") or "", gauge.get("max") or ""
    return f"{value} of {most}" if value and most not in ("", "1") else value


def _is_gap(box: HtmlElement) -> bool:
    """Say whether a field stands in a sentence that is to be filled in, and in no form."""
    around = box.getparent()
    is_within = bool(line(text_before(box))) and line(box.tail or "")[:1].isalnum()
    return around.tag in ("p", "li", "td") and is_within and next(box.iterancestors("form"), None) is None


def _is_rule(underlined: HtmlElement) -> bool:
    """Say whether an underlined element holds nothing but spaces that make a line of it."""
    text = underlined.text or ""
    return not len(underlined) and text.count("\u00a0") >= _SHORTEST_RULE and not line(text)


def _is_cell(box: HtmlElement) -> bool:
    """Say whether a box that nobody can tick is all that the cell of a table says."""
    if box.get("disabled") is None or next(box.iterancestors("form"), None) is not None:
        return False
    cell = next((each for each, _ in zip(box.iterancestors(), range(_HIGHEST), strict=False) if each.tag == "td"), None)
    return cell is not None and not line(cell.text_content())


def _is_task(box: HtmlElement) -> bool:
    """Say whether a box stands at the beginning of an item, and says whether that is done."""
    if next(box.iterancestors("form"), None) is not None:
        return False
    above = [each for each, _ in zip(box.iterancestors(), range(_HIGHEST), strict=False)]
    item = next((each for each in above if each.tag == "li"), None)
    if item is None:
        return False
    names = f"{box.get('class') or ''} {item.get('class') or ''}"
    return box.get("disabled") is not None or _TASK.search(names) is not None
