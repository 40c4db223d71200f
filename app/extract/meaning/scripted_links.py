"""Links that only scripts follow: a card that is clicked, a row of a table with an address, a window that opens.

Each becomes a link as markup has it, so that it leads on without scripts too (HTML standard, section 4.6.1).
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

MOST = 400  # are looked at
LONGEST = 300  # characters of the text of a card without a heading that becomes a link
_MOST_PARTS = 60  # of a card are looked at
_QUOTED = r"""\s*(?P<quote>['"])(?P<address>[^'"\s\\<>]{1,1000})(?P=quote)"""
_LEADS = tuple(
    re.compile(before + _QUOTED + behind, re.IGNORECASE)
    for before, behind in (
        (r"\blocation(?:\.href)?\s*=(?!=)", r"\s*(?:[;,)}]|\Z)"),
        (r"\blocation\.(?:assign|replace)\(", ""),
        (r"\bwindow\.open\(", ""),
        (r"^\s*javascript:\s*(?:void\s)?\w{0,30}(?:open|pop|win)\w{0,30}\(", ""),
    )
)
# What pages do beside leading on, in windows of their own.
_NO_PAGE = re.compile(
    r"\b(?:intent|mailto|print|shar(?:e|er|ing)|tweet)\b|facebook|javascript:|log-?in|pinterest", re.IGNORECASE
)
_SCRIPTED = frozenset({"data-href", "onclick"})
_BOXES = frozenset({"article", "div", "li", "section", "span", "td", "tr"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOWHERE = ("", "#", "javascript:")


def open_scripted_links(root: HtmlElement) -> None:
    """Give each link that a script would follow its address, and make one of each card that is clicked, in place."""
    for element in [each for each in root.iter() if _may_lead(each)][:MOST]:
        if element.tag == "a":
            _name_address(element)
        elif element.tag in _BOXES and not _holds_links(element) and (address := _address(element)):
            _make_link(_title_in(element), address)


def _may_lead(element: HtmlElement) -> bool:
    is_of_script = element.tag == "a" and (element.get("href") or "").startswith("javascript:")
    return is_of_script or not _SCRIPTED.isdisjoint(element.keys())


def _name_address(link: HtmlElement) -> None:
    href = (link.get("href") or "").strip()
    if not href.lower().startswith("javascript:") and href not in _NOWHERE:
        return
    address = _leads_to(href) or _leads_to(link.get("onclick") or "")
    if address:
        link.set("href", address)


def _address(box: HtmlElement) -> str:
    """Return where a click on an element leads, or an empty string where that is not said."""
    named = (box.get("data-href") or "").strip() if box.tag == "tr" or box.get("role") == "link" else ""
    return _leads_to(box.get("onclick") or "") or ("" if _NO_PAGE.search(named) else named)


def _leads_to(script: str) -> str:
    found = next(filter(None, (leads.search(script) for leads in _LEADS)), None)
    address = found["address"] if found is not None else ""
    return "" if _NO_PAGE.search(address) or address.startswith("#") else address


def _holds_links(box: HtmlElement) -> bool:
    is_inside = next(box.iterancestors("a"), None) is not None
    return is_inside or any(link.get("href") for link in islice(box.iterdescendants("a"), _MOST_PARTS))


def _title_in(box: HtmlElement) -> HtmlElement | None:
    """Return what stands for a card: its heading, its first cell that is no number, or all of it if short."""
    heading = next(box.iterdescendants(*_HEADINGS), None)
    if heading is not None:
        return heading
    if box.tag == "tr":
        cells = [cell for cell in box if "".join(_words(cell)).strip()]
        return next((cell for cell in cells if any(map(str.isalpha, "".join(_words(cell))))), next(iter(cells), None))
    return box if 0 < len("".join(_words(box)).strip()) <= LONGEST and len(box) <= _MOST_PARTS else None


def _words(element: HtmlElement) -> Iterator[str]:
    return islice(element.itertext(), _MOST_PARTS)


def _make_link(element: HtmlElement | None, address: str) -> None:
    """Put all that is in an element into a link."""
    if element is None:
        return
    link = element.makeelement("a", {"href": address})
    link.text, element.text = element.text, None
    link.extend(list(element))
    element.append(link)
