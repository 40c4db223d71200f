"""Parts of a text that a script opens: accordions, tabs, "read more". Here they are open, under what opens them.

An element opens another if it names it, as WAI-ARIA (`aria-controls`) and Bootstrap (`data-bs-target`) do, or if it
says that something is not open (`aria-expanded`) and stands right before it; tabs open the panels at the same places.
Menus are of links, and stay as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from app.extract.meaning.unsaid_openers import OPENING, name_openers
from app.text.normalize import letters, line

MOST = 500  # openers of a page
LONGEST = 200  # characters of what opens something
_NAMING = ("aria-controls", "data-bs-target", "data-target", "href")
_MAY_OPEN = OPENING | {"role"}
_TABS = frozenset({"tab", "pill"})
_PANELS_NEAR = 2  # elements around a row of tabs that may hold its panels
_LINKED = 0.4  # the share of it in links up to which something is a text
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Bootstrap's names for what opens over a page.
_OVERLAYS = frozenset({"dropdown", "modal", "offcanvas", "popover", "tooltip"})
_BESIDE = frozenset({"dialog", "footer", "nav"})
_BESIDE_ROLES = frozenset({"alertdialog", "banner", "contentinfo", "dialog", "menu", "menubar", "navigation", "search"})
_LABELS = frozenset({"button", "a", "div", "label", "p", "span", "summary"})
_WHOLE = frozenset({"article", "body", "html", "main"})
_CLOSING = ("aria-hidden", "aria-labelledby", "class", "hidden", "role", "style")
_FIELDS = ".//input[not(@type='hidden')] | .//select | .//textarea"
# What opens the rest of a text says nothing of it.
_MORE = frozenset(
    "more readmore showmore seemore viewmore expand continuereading readfullarticle readfullstory showall readless "
    "mehr mehranzeigen weiterlesen mehrlesen lireplus lirelasuite voirplus leermás vermás lermais leggitutto "
    "leesmeer läsmer lesmer læsmere więcej daha".split()
)


def open_parts(root: HtmlElement, words: frozenset[str]) -> None:
    """Open what scripts would open in the texts of a page, and make headings of what opens it, in place.

    `words` are those of the classes of the tree.
    """
    name_openers(root, words)
    openers = list(islice(_openers(root), MOST))
    if not openers:
        return
    by_name = {each.get("id"): each for each in root.iter()}
    by_place = _panels(openers)
    said: dict[HtmlElement, str] = {}
    for opener in openers:
        part = _part_of(opener, by_name)
        part = by_place.get(opener) if part is None else part
        if part is None or _is_beside(opener, part):
            continue
        label = line(opener.text_content())
        if not 0 < len(label) <= LONGEST or not _is_text(part):
            continue
        if part in said and said[part] == letters(label):
            opener.drop_tree()
            continue
        said[part] = letters(label)
        _open(opener, part, label)


def _openers(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what says that it opens something; XPath takes three times as long to look for several attributes."""
    for element in [each for each in root.iter() if not _MAY_OPEN.isdisjoint(each.keys())]:
        if element.get("role") == "tab" or not OPENING.isdisjoint(element.keys()):
            yield element


def _part_of(opener: HtmlElement, by_name: Mapping[str | None, HtmlElement]) -> HtmlElement | None:
    """Return what an element opens, which stands behind it or, for one of several tabs, anywhere."""
    names = [opener.get(name, "").lstrip("#") for name in _NAMING]
    part = next((by_name[name] for name in names if name and name in by_name), None)
    if part is None and opener.get("aria-expanded") is not None:
        part = opener.getnext()
        above = opener.getparent()
        if part is None and above is not None and above.tag in _HEADINGS:
            part = above.getnext()
    if part is None or part is opener or part in opener.iterancestors() or opener in part.iterancestors():
        return None
    return part


def _panels(openers: Sequence[HtmlElement]) -> dict[HtmlElement, HtmlElement]:
    """Return the panel of each tab that stands at its place, where there are as many of them as of tabs."""
    found: dict[HtmlElement, HtmlElement] = {}
    inside: dict[HtmlElement, list[HtmlElement]] = {}
    rows = dict.fromkeys(row for each in openers if (row := next(_rows(each), None)) is not None)
    for row in rows:
        if _of_role(row, "tabpanel"):
            continue  # an accordion
        tabs = _of_role(row, "tab")
        for above in islice(row.iterancestors(), _PANELS_NEAR):
            if above not in inside:
                inside[above] = _of_role(above, "tabpanel")
            if panels := inside[above]:
                found |= dict(zip(tabs, panels, strict=True)) if len(tabs) == len(panels) else {}
                break
    return found


def _of_role(box: HtmlElement, role: str) -> list[HtmlElement]:
    return [each for each in box.iterdescendants() if each.get("role") == role]


def _rows(tab: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in tab.iterancestors() if tab.get("role") == "tab" and each.get("role") == "tablist")


def _is_text(part: HtmlElement) -> bool:
    """Say whether a part holds words, no fields, and is not mostly of links."""
    size = len(line(part.text_content()))
    links = sum(len(line(link.text_content())) for link in part.iter("a"))
    return size > 0 and links <= _LINKED * size and not part.xpath(_FIELDS)


def _is_beside(opener: HtmlElement, part: HtmlElement) -> bool:
    """Say whether a part stands over the page or beside its text."""
    if opener.get("aria-haspopup") or _toggles(opener) & _OVERLAYS:
        return True
    around = (part, *opener.iterancestors())
    return any(each.tag in _BESIDE or each.get("role") in _BESIDE_ROLES for each in around)


def _toggles(opener: HtmlElement) -> set[str | None]:
    return {opener.get("data-toggle"), opener.get("data-bs-toggle")}


def _open(opener: HtmlElement, part: HtmlElement, label: str) -> None:
    item, is_tab = _item_of(opener, part), _is_tab(opener)
    for element in (*_shells(part), *_between(opener, item), *_own_item(item, label, part)):
        for name in _CLOSING:
            element.attrib.pop(name, None)
    if letters(label) in _MORE:
        opener.drop_tree()
    elif is_tab:
        _put_heading(part, label)
        opener.drop_tree()
    elif not any(each.tag in _HEADINGS for each in (opener, *opener.iterancestors(), *opener)):
        _make_heading(opener)
    elif opener.tag == "button":
        opener.tag = "span"


def _is_tab(opener: HtmlElement) -> bool:
    return opener.get("role") == "tab" or bool(_toggles(opener) & _TABS)


def _put_heading(part: HtmlElement, label: str) -> None:
    """Put what a tab says over its part, unless it begins so."""
    if not letters(line(part.text_content())).startswith(letters(label)):
        heading = part.makeelement("h4")
        heading.text, heading.tail, part.text = label, part.text, None
        part.insert(0, heading)


def _make_heading(opener: HtmlElement) -> None:
    """Make a heading of an element that is alone on its line."""
    above = opener.getparent()
    is_alone = not (above.text or "").strip() and not (opener.tail or "").strip()
    if is_alone and opener.tag in _LABELS and above.tag != "p":
        opener.tag = "h4"
        for link in opener.xpath(".//a[not(@href) or starts-with(@href, '#') or starts-with(@href, 'javascript:')]"):
            link.drop_tag()
    elif opener.tag == "button":
        opener.tag = "span"


def _item_of(opener: HtmlElement, part: HtmlElement) -> HtmlElement:
    """Return the smallest element around both."""
    around = set(part.iterancestors())
    return next(each for each in opener.iterancestors() if each in around)


def _shells(part: HtmlElement) -> Iterator[HtmlElement]:
    """Yield a part and what it holds as long as that is nothing but one element."""
    yield part
    while len(part) == 1 and not (part.text or "").strip() and not (part[0].tail or "").strip():
        part = part[0]
        yield part


def _between(opener: HtmlElement, item: HtmlElement) -> Iterator[HtmlElement]:
    yield opener
    for each in opener.iterancestors():
        if each is item:
            return
        yield each


def _own_item(item: HtmlElement, label: str, part: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the element around both if it holds nothing else."""
    if item.tag not in _WHOLE and letters(item.text_content()) == letters(label) + letters(part.text_content()):
        yield item
