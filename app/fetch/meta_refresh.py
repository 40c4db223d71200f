"""Pages that send a browser on: by `<meta http-equiv="refresh">`, by a header, or by nothing but a script."""

import html
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from app.errors import BadAddress
from app.net.urls import resolve

# Where such an element is looked for, and the longest delay, in seconds, that means "go on" and not "look again".
HEAD_BYTES = 64 * 1024
LONGEST_DELAY = 5
# A page that says more than this to a browser without scripts is the page to read.
MOST_TEXT = 200
# Scripts that only send a browser on are short; in longer ones, such a line is one of many that may never be run.
MOST_SCRIPT = 2000

# Each of these takes an element that never ends up to the end of the page, so none looks at a byte twice.
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_SILENT = re.compile(r"<(script|style|title|template)\b.*?(?:</\1|\Z)", re.S | re.I)
_NOSCRIPT = re.compile(r"<noscript\b.*?(?:</noscript|\Z)", re.S | re.I)
# A script may stand in a comment, and have one around what it says, for browsers of 1995.
_SCRIPT = re.compile(
    r"<!--.*?(?:-->|\Z)|<script\b([^<>]*)>(.*?)(?:</script|\Z)|\sonload\s*=\s*([\"'])(.*?)(?:\3|\Z)", re.S | re.I
)
_IS_DATA = re.compile(r"type\s*=\s*[\"']?(?!text/javascript|application/javascript|module)[\w/+-]", re.I)
_TAG = re.compile(r"<[^<>]*>?")
_META = re.compile(r"<meta\s[^<>]*", re.I)
_IS_REFRESH = re.compile(r"\shttp-equiv\s*=\s*[\"']?refresh\b", re.I)
_CONTENT = re.compile(r"\scontent\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'<>]+))", re.I)
_DELAY_AND_URL = re.compile(
    r"\s*(\d{1,4})(?:\.\d*)?\s{0,20}(?:\Z|[;,\s]\s{0,20}(?:url\s{0,20}=\s{0,20})?[\"']?([^\"']+))", re.I
)
# `location = "…"`, `window.location.href = "…"`, `location.replace("…")`: one text, and nothing put to it.
_TEXT = r"(?:\"([^\"\n]*)\"|'([^'\n]*)'|`([^`$\n]*)`)\s*"
_SENDS = re.compile(
    rf"\blocation(?:\.href)?\s*=\s*{_TEXT}(?=[;,\n}})<\"']|\Z)|\blocation\.(?:assign|replace)\(\s*{_TEXT}\)"
)
# Other spellings of these, which come to the same: `window["location"]`, `$(location).attr("href", "…")`,
# `window.open("…", "_self")`, and a text that is decoded first.
_BY_BRACKETS = re.compile(r"\[\s*[\"'](location|href|assign|replace)[\"']\s*\]")
_BY_JQUERY = re.compile(r"\$\(\s*(?:window\.|document\.)?location\s*\)\.(?:attr|prop)\(\s*[\"']href[\"']\s*,")
_BY_OPENING = re.compile(rf"\bwindow\.open\(\s*({_TEXT}),\s*[\"']_(?:self|top|parent)[\"']\s*\)")
_DECODED = re.compile(rf"\b(?:decodeURI|decodeURIComponent|unescape)\(\s*({_TEXT})\)")
# The same with the name of a variable, and what a variable is set to.
_SENDS_BY_NAME = re.compile(
    r"\blocation(?:\.href)?\s*=\s*([\w$]{1,60})\s*(?=[;,\n}<\"']|\Z)|\blocation\.(?:assign|replace)\(\s*([\w$]{1,60})\s*\)"
)
_SET = re.compile(rf"(?<![\w$.])([A-Za-z_$][\w$]{{0,60}})\s*[-+*/|&?]*=(?!=)\s*(?:{_TEXT}(?=[;,\n}}<]|\Z))?")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))")


def refresh_target(body: bytes, url: str) -> str:
    """Return the canonical address that the HTML page at `url` sends us on to, or an empty string.

    It is `url` itself where the page sends us back to where we are, as some do that have just set a cookie.
    A refresh within `noscript` is how pages send browsers without scripts on; it counts only where the page
    has practically no text without it. So does what a short script says, if it names one address.
    """
    head = body[:HEAD_BYTES].lower()
    if not any(word in head for word in (b"refresh", b"location", b"window.open")):
        return ""
    whole = body[:HEAD_BYTES].decode("utf-8", "replace")
    page = _SILENT.sub("", _COMMENT.sub("", whole))
    without = _NOSCRIPT.sub("", page)
    target = _target(without, url)
    if target not in ("", url) or len("".join(_TAG.sub("", without).split())) > MOST_TEXT:
        return target
    return _foremost([target, _target(page, url), _scripted(whole, url)], url)


def refresh_in(header: str, url: str) -> str:
    """Return where a Refresh header, which browsers take like the element, sends us on to, as `refresh_target` does."""
    found = _DELAY_AND_URL.match(header[:HEAD_BYTES])
    return _resolved(url, found[2] or "") if found and int(found[1]) <= LONGEST_DELAY else ""


def _target(page: str, url: str) -> str:
    contents = (_CONTENT.search(meta) for meta in _META.findall(page) if _IS_REFRESH.search(meta))
    said = (html.unescape(found[1] or found[2] or found[3] or "") for found in contents if found)
    return _foremost([refresh_in(each, url) for each in said], url)


def _foremost(targets: Collection[str], url: str) -> str:
    """Return the first of the addresses that leads elsewhere, or `url` where only that is among them."""
    return next((each for each in targets if each not in ("", url)), url if url in targets else "")


def _scripted(page: str, url: str) -> str:
    """Return the one address that the scripts of a page without text send us on to, or an empty string."""
    scripts = [
        script or loaded for attributes, script, _, loaded in _SCRIPT.findall(page) if not _IS_DATA.search(attributes)
    ]
    if sum(map(len, scripts)) > MOST_SCRIPT:
        return ""
    targets = {target for script in scripts for target in _sent_to(script, url)}
    return _foremost(targets, url) if len(targets - {url}) <= 1 else ""


def _sent_to(script: str, url: str) -> Iterator[str]:
    """Yield the addresses in a script to which it sends a browser on."""
    script = _plainly(script)
    said = (next(filter(None, found.groups()), "") for found in _SENDS.finditer(script))
    for text in (*said, *_by_name(script)):
        target = _resolved(url, _ESCAPE.sub(_unescaped, text)) if text else ""
        if target:
            yield target


def _plainly(script: str) -> str:
    """Return a script with the other ways of sending a browser on written as the usual one."""
    script = _BY_BRACKETS.sub(r".\1", _DECODED.sub(lambda found: unquote(found[1]), script))
    return _BY_OPENING.sub(r"location.assign(\1)", _BY_JQUERY.sub("location.assign(", script))


def _by_name(script: str) -> Iterator[str]:
    """Yield what the variables are set to by which a script sends a browser on; one set twice may be anything."""
    names = {next(filter(None, found.groups())) for found in _SENDS_BY_NAME.finditer(script)}
    values = [(each, "".join(groups)) for each, *groups in _SET.findall(script)] if names else []
    for name in names:
        texts = [text for each, text in values if each == name]
        if len(texts) == 1:
            yield texts[0]


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1] or found[2], 16)) if found[1] or found[2] else found[3]


def _resolved(url: str, reference: str) -> str:
    """Return where `reference` leads, or an empty string where we cannot go."""
    try:
        return resolve(url, reference)
    except BadAddress:
        return ""
