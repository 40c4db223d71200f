"""Tabs and accordions without a script: a style sheet shows what stands behind a radio button or check box that is on.

The label of the button is what opens it. Here it says so as WAI-ARIA would, for `openers` to open all of them.
"""

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

# Classes of Sphinx, whose labels stand before what they open, and of MkDocs, whose labels stand in a row before it.
_TAB_LABEL, _TAB_ROW = "sd-tab-label", "tabbed-labels"
_MOST = 500  # buttons
_KINDS = frozenset({"checkbox", "radio"})
_BOXES = frozenset({"article", "blockquote", "div", "dl", "figure", "ol", "p", "pre", "section", "table", "ul"})


def name_tabs(root: HtmlElement) -> None:
    """Say of the labels of buttons that they open what a style sheet shows, in place."""
    for label in [each for each in root.iter("label") if (each.get("class") or "").startswith(_TAB_LABEL)]:
        label.set("aria-expanded", "false")
    for row in [each for each in root.iter("div") if (each.get("class") or "").startswith(_TAB_ROW)]:
        blocks = row.getnext()
        if blocks is not None and len(blocks) == len(row):
            row.set("role", "tablist")
            for tab, block in zip(row, blocks, strict=True):
                tab.set("role", "tab")
                block.set("role", "tabpanel")
    _name_labels(root)


def _name_labels(root: HtmlElement) -> None:
    """Name what each label opens that stands right behind its own button."""
    rows: dict[HtmlElement, list[HtmlElement]] = {}
    for button in islice(root.iter("input"), _MOST):
        label = button.getnext()
        is_own = label is not None and label.tag == "label" and label.get("for") == button.get("id", "")
        if is_own and (button.get("type") or "").lower() in _KINDS:
            rows.setdefault(button.getparent(), []).append(label)
    for labels in rows.values():
        for number, (label, part) in enumerate(zip(labels, _parts(labels), strict=False)):
            if part.get("id") is None:
                part.set("id", f"part-{number}-of-{label.get('for')}")
            label.set("aria-controls", part.get("id"))
            if label.getnext() is not part:
                label.set("role", "tab")


def _parts(labels: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Return what labels of one row open: the box behind each, or the boxes behind all of them, or those in one."""
    behind = [label.getnext() for label in labels]
    if all(each is not None and each.tag in _BOXES for each in behind):
        return behind
    boxes = [each for each in labels[-1].itersiblings() if each.tag in _BOXES]
    if len(boxes) == 1 and len(labels) > 1:
        boxes = list(boxes[0])
    return boxes if len(boxes) == len(labels) else []
