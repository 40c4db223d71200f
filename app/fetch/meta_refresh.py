"""Pages that send a browser on by `<meta http-equiv="refresh">`."""

import html
import re

from app.errors import BadAddress
from app.net.urls import resolve

# Where such an element is looked for, and the longest delay, in seconds, that means "go on" and not "look again".
HEAD_BYTES = 64 * 1024
LONGEST_DELAY = 5
# A page that says more than this to a browser without scripts is the page to read.
MOST_TEXT = 200

# Each of these takes an element that never ends up to the end of the page, so none looks at a byte twice.
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_SILENT = re.compile(r"<(script|style|title|template)\b.*?(?:</\1|\Z)", re.S | re.I)
_NOSCRIPT = re.compile(r"<noscript\b.*?(?:</noscript|\Z)", re.S | re.I)
_TAG = re.compile(r"<[^<>]*>?")
_META = re.compile(r"<meta\s[^<>]*", re.I)
_IS_REFRESH = re.compile(r"\shttp-equiv\s*=\s*[\"']?refresh\b", re.I)
_CONTENT = re.compile(r"\scontent\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'<>]+))", re.I)
_DELAY_AND_URL = re.compile(
    r"\s*(\d{1,4})(?:\.\d*)?\s{0,20}[;,\s]\s{0,20}(?:url\s{0,20}=\s{0,20})?[\"']?([^\"']+)", re.I
)


def refresh_target(body: bytes, url: str) -> str:
    """Return the canonical address that the HTML page at `url` sends us on to, or an empty string.

    A refresh within `noscript` is how pages send browsers without scripts on; it counts only where the page
    has practically no text without it.
    """
    if b"refresh" not in body[:HEAD_BYTES].lower():
        return ""
    page = _SILENT.sub("", _COMMENT.sub("", body[:HEAD_BYTES].decode("utf-8", "replace")))
    without = _NOSCRIPT.sub("", page)
    target = _target(without, url)
    if target or len("".join(_TAG.sub("", without).split())) > MOST_TEXT:
        return target
    return _target(page, url)


def _target(page: str, url: str) -> str:
    for meta in _META.findall(page):
        content = _CONTENT.search(meta)
        if not content or not _IS_REFRESH.search(meta):
            continue
        found = _DELAY_AND_URL.match(html.unescape(content[1] or content[2] or content[3] or ""))
        if found and int(found[1]) <= LONGEST_DELAY:
            return _resolved(url, found[2])
    return ""


def _resolved(url: str, reference: str) -> str:
    """Return where `reference` leads, or an empty string where we cannot go or already are."""
    try:
        target = resolve(url, reference)
    except BadAddress:
        return ""
    return "" if target == url else target
