"""What opens something and does not say so: here it says so as WAI-ARIA would, for `openers` to open all of them.

That are the labels of radio buttons and check boxes, behind which a style sheet shows something while they are on, and
what only its class names.
"""

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

# Classes of Sphinx, whose labels stand before what they open, and of MkDocs, whose labels stand in a row before it.
_TAB_LABEL, _TAB_ROW = "sd-tab-label", "tabbed-labels"
# Classes of what opens the element behind it, where nothing else says so: of Beaver Builder, Contao, Divi,
# Essential Blocks, GenerateBlocks, Invision, jQuery UI, Kadence, Materialize, Shortcodes Ultimate, UIkit, WPBakery,
# Webflow, Wikidot, XenForo, and of many.
_TOGGLES = frozenset(
    """accordion-head accordion-header accordion-heading accordion-title accordion-toggle accordion__head
    accordion__header accordion__heading accordion__title accordion__toggle bbcodespoiler-button
    ce_accordion-toggler collapsible collapsible-block-folded collapsible-header eb-accordion-title-wrapper
    et_pb_toggle_title faq-question faq__question fl-accordion-button gb-accordion__toggle ipsspoiler_header
    kt-accordion-header-wrap mk-toggle-title notion-toggle__summary sp-head spoiler-header spoiler-title
    spoiler_title sppb-panel-heading su-spoiler-title toggle-title toggler uagb-faq-questions-button
    ui-accordion-header uk-accordion-title vc_tta-panel-heading w-dropdown-toggle""".split()
)
# How Webflow names its tabs, their panels, by an attribute of both, and what a toggle opens, which is a `nav` there.
_WEBFLOW_TAB, _WEBFLOW_PANEL, _WEBFLOW_NAME = "w-tab-link", "w-tab-pane", "data-w-tab"
_WEBFLOW_LIST = "w-dropdown-list"
#: The attributes by which an element says that it opens another.
OPENING = frozenset("aria-controls aria-expanded data-bs-target data-bs-toggle data-target data-toggle".split())
_MOST = 500  # buttons, toggles
_MOST_IN_TOGGLE = 20  # elements of one that are looked at
_SAYING = ("a", "button", "div", "h1", "h2", "h3", "h4", "h5", "h6", "label", "p", "span", "summary")
_OPENED = frozenset({"dd", "div", "p", "section", "ul"})
_KINDS = frozenset({"checkbox", "radio"})
_BOXES = frozenset({"article", "blockquote", "div", "dl", "figure", "ol", "p", "pre", "section", "table", "ul"})


def name_openers(root: HtmlElement, words: frozenset[str]) -> None:
    """Say of what opens something that it does, in place; `words` are those of the classes of the tree."""
    _name_tabs(root)
    _name_labels(root)
    if not _TOGGLES.isdisjoint(words):
        _name_toggles(root)
    if _WEBFLOW_TAB in words:
        _name_webflow_tabs(root)


def _name_webflow_tabs(root: HtmlElement) -> None:
    """Name what each tab opens: the panel of the same name, in the same box."""
    tabs = [each for each in root.iter("a", "div", "button") if _WEBFLOW_TAB in (each.get("class") or "").split()]
    for number, tab in enumerate(tabs[:_MOST]):
        box = next(islice(tab.iterancestors(), 1, None), None)
        panels = box.iterdescendants("div") if box is not None else ()
        for panel in panels:
            is_panel = _WEBFLOW_PANEL in (panel.get("class") or "").split()
            if is_panel and panel.get(_WEBFLOW_NAME) == tab.get(_WEBFLOW_NAME):
                panel.set("id", panel.get("id") or f"panel-{number}")
                tab.set("role", "tab")
                tab.set("aria-controls", panel.get("id"))
                break


def _name_tabs(root: HtmlElement) -> None:
    """Say it of the labels of tabs, as documentation has them."""
    for label in [each for each in root.iter("label") if (each.get("class") or "").startswith(_TAB_LABEL)]:
        label.set("aria-expanded", "false")
    for row in [each for each in root.iter("div") if (each.get("class") or "").startswith(_TAB_ROW)]:
        blocks = row.getnext()
        if blocks is not None and len(blocks) == len(row):
            row.set("role", "tablist")
            for tab, block in zip(row, blocks, strict=True):
                tab.set("role", "tab")
                block.set("role", "tabpanel")


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


def _name_toggles(root: HtmlElement) -> None:
    """Say of what is named for it that it opens the one element behind it, in a box or before the next such."""
    toggles = [
        each for each in root.iter(*_SAYING) if not _TOGGLES.isdisjoint((each.get("class") or "").lower().split())
    ]
    named = set(toggles)
    for toggle in toggles[:_MOST]:
        part = toggle.getnext()
        if part is not None and part.tag == "nav" and _WEBFLOW_LIST in (part.get("class") or "").split():
            part.tag = "nav" if next(part.iter("a"), None) is not None else "div"
        if part is None or part.tag not in _OPENED or _says_so_itself(toggle):
            continue
        following = part.getnext()
        if following is None or following in named:
            toggle.set("aria-expanded", "false")


def _says_so_itself(toggle: HtmlElement) -> bool:
    return any(not OPENING.isdisjoint(each.keys()) for each in islice(toggle.iter(), _MOST_IN_TOGGLE))
