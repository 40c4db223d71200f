"""Addresses that only lead on, such as a search engine's results: where they lead, without asking. No I/O."""

import base64
import re
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import parse_qs, unquote, urlsplit

from app.errors import BadAddress
from app.net.urls import canonical

# One may lead to another: that of a newsletter to a search engine's.
MOST_STEPS = 3

# Hosts, without what stands before their names, and paths; and the fields in which the target stands, the best first.
# Sorted.
FIELDS: Sequence[tuple[str, Sequence[str]]] = (
    (r"bing\.com/ck/a", ("u",)),
    (r"bing\.com/news/apiclick\.aspx", ("url",)),
    (r"duckduckgo\.com/l/?", ("uddg",)),
    (r"facebook\.com/(?:l\.php|flx/warn/?)", ("u",)),
    (r"google\.(?:com?\.)?[a-z]{2,3}/(?:imgres|url)", ("q", "url", "imgrefurl")),
    (r"l\.(?:instagram|threads)\.(?:com|net)/", ("u",)),
    (r"linkedin\.com/(?:redir/redirect|safety/go)/?", ("url",)),
    (r"out\.reddit\.com/.*", ("url",)),
    (r"safelinks\.protection\.outlook\.com/.*", ("url",)),
    (r"slack-redir\.net/link/?", ("url",)),
    (r"steamcommunity\.com/linkfilter/?", ("u", "url")),
    (r"t\.umblr\.com/redirect/?", ("z",)),
    (r"vk\.com/away(?:\.php)?", ("to",)),
    (r"youtube\.com/redirect/?", ("q",)),
)
# The same where the target is a part of the path; without a scheme, `secure` says that it is https. Sorted.
PATHS: Sequence[str] = (
    r"cdn\.ampproject\.org/[cv]/(?P<secure>s/)?(?P<target>.+)",
    r"google\.(?:com?\.)?[a-z]{2,3}/amp/(?P<secure>s/)?(?P<target>.+)",
    r"search\.yahoo\.com/(?:[^/]{1,200}/){1,6}RU=(?P<target>https?%3[Aa][^/]{1,3000})/(?:[^/]{1,200}/?){0,3}",
)

_ANY_HOST = r"(?:[a-z0-9-]+\.)*"
_FIELDS = [(re.compile(_ANY_HOST + pattern), names) for pattern, names in FIELDS]
_PATHS = [re.compile(_ANY_HOST + pattern) for pattern in PATHS]
_AMP_FIELD = re.compile(r"(?:amp_\w+|aoh|referrer|usqp)=")
# Bing writes an address in base64, behind two characters that say so.
_BASE64 = re.compile(r"a1([A-Za-z0-9_-]+)=*")


def target_of(url: str) -> str:
    """Return the canonical address to which the canonical address `url` leads by itself; `url` for all others."""
    for _ in range(MOST_STEPS):
        found = _step(url)
        if not found:
            break
        url = found
    return url


def _step(url: str) -> str:
    """Return where an address of one of the tables leads, or an empty string."""
    parts = urlsplit(url)
    place = f"{parts.hostname}{parts.path}"
    names = next((names for pattern, names in _FIELDS if pattern.fullmatch(place)), ())
    fields = parse_qs(parts.query)
    targets = [_decoded(fields[name][0]) for name in names if name in fields]
    targets += [_in_path(found, parts.query) for pattern in _PATHS if (found := pattern.fullmatch(place))]
    with suppress(BadAddress):
        return next((canonical(each) for each in targets if each.startswith(("http://", "https://"))), "")
    return ""


def _decoded(text: str) -> str:
    found = _BASE64.fullmatch(text)
    if not found:
        return text
    with suppress(ValueError):
        return base64.urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4)).decode()
    return ""


def _in_path(found: re.Match[str], query: str) -> str:
    """Return the target in a path; what stands in its query beside that of the page is the redirector's."""
    target = unquote(found["target"])
    if target.startswith(("http://", "https://")):
        return target
    scheme = "https" if found.groupdict().get("secure") else "http"
    own = "&".join(pair for pair in query.split("&") if pair and not _AMP_FIELD.match(pair))
    return f"{scheme}://{found['target']}{'?' if own else ''}{own}"
