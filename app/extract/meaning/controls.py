"""Controls that nobody operates, as text: gauges, bars of progress, and the boxes of a list of tasks."""

import re

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.text.normalize import line

_TASK = re.compile(r"(?:^|[\s_-])(?:task|todo|check-?list)", re.IGNORECASE)
_BARS = frozenset({"meter", "progressbar"})
_LONGEST = 60  # characters of what a bar says
_HIGHEST = 3  # elements between a box and its item
MOST = 2_000


def spell_controls(root: HtmlElement) -> None:
    """Put what gauges and boxes of tasks show into the text of a tree, in place; those of forms are left."""
    for gauge in list(root.iter("meter", "progress"))[:MOST]:
        replace_by_text(gauge, line(gauge.text_content()) or _of_most(gauge))
    for box in list(root.iter("input"))[:MOST]:
        if (box.get("type") or "").lower() == "checkbox" and _is_task(box):
            replace_by_text(box, "[x] " if box.get("checked") is not None else "[ ] ")


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


def _of_most(gauge: HtmlElement) -> str:
    value, most = gauge.get("value") or "", gauge.get("max") or ""
    return f"{value} of {most}" if value and most not in ("", "1") else value


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
