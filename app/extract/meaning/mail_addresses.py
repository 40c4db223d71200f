"""Mail addresses that Cloudflare hides from machines, as its script shows them to people.

The first byte of a row of hexadecimal figures is the key, with which each other byte is combined (exclusive or).
"""

import re

from lxml.html import HtmlElement

from app.extract.meaning.replacing import replace_by_text
from app.text.normalize import line

_LINK = re.compile(r"/cdn-cgi/l/email-protection(?:#([0-9a-f]+))?\Z", re.IGNORECASE)
_HEX = re.compile(r"(?:[0-9a-f]{2}){5,200}", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+%-]{1,64}@[\w.-]{1,100}\Z", re.ASCII)
_WORDS = re.compile(r"\[\s*e-?mail\s*protected\s*\]", re.IGNORECASE)


def show_mail_addresses(root: HtmlElement) -> None:
    """Put the addresses into the tree, in the text and as links."""
    for element in root.xpath(".//*[@data-cfemail]"):
        address = decoded(element.get("data-cfemail") or "")
        if not address:
            continue
        link = next(element.iterancestors("a"), None)
        if link is not None and _LINK.search(link.get("href") or ""):
            link.set("href", f"mailto:{address}")
        is_link = element.tag == "a"
        replace_by_text(element, address)
        if is_link:
            element.tag = "a"
            element.set("href", f"mailto:{address}")
    for link in root.xpath(".//a[contains(@href, '/cdn-cgi/l/email-protection')]"):
        _show(link)


def _show(link: HtmlElement) -> None:
    found = _LINK.search(link.get("href") or "")
    address = decoded(found[1] or "") if found else ""
    if not address:
        return
    if _WORDS.fullmatch(line(link.text_content())):
        replace_by_text(link, address)
        link.tag = "a"
    link.set("href", f"mailto:{address}")


def decoded(figures: str) -> str:
    """Return the address that a row of hexadecimal figures hides, or nothing where it hides none."""
    if not _HEX.fullmatch(figures):
        return ""
    key, *hidden = bytes.fromhex(figures)
    said = bytes(each ^ key for each in hidden).decode("utf-8", "replace").partition("?")[0]
    return said if _ADDRESS.match(said) else ""
