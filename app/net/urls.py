"""Addresses: what a person pastes, what a page links to, and their short ids. Floor 0: no I/O.

The parser follows the WHATWG URL standard where browsers and `urllib` disagree in a way that matters
for safety (backslashes, control characters, user names), so that the host that is checked is the host
that is connected to. The result is always pure ASCII.
"""

import base64
import hashlib
import re
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

import idna

from app.errors import BadAddress
from app.net.pasted import address_in

MAX_LENGTH = 4000
ID_LENGTH = 10
ID_PATTERN = re.compile(r"[a-z2-7]{8,52}")

DEFAULT_PORTS = {"http": 80, "https": 443}

# Parameters that name where a click came from and never change what is shown.
TRACKING = re.compile(
    r"utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|at_medium|at_campaign", re.I
)

# What most addresses look like, which then need no further work; no name of a host is longer.
_CANONICAL = re.compile(r"https?://(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+/[A-Za-z0-9._~/-]*\Z")
_SHORT_URL = 253

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_ABSOLUTE = re.compile(r"https?://", re.I)
_HOST_AND_PORT = re.compile(r"[^/?#@\s]+:\d{1,5}(?=[/?#]|$)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_DOTS = str.maketrans("。．｡", "...")
# RFC 3986: what may stand bare in a path or query, less the quotation mark that some parsers end a value at.
_PATH_SAFE = "!$&()+*,-./:;=@_~%"
_QUERY_SAFE = _PATH_SAFE + "?"
_PERCENT_CODE = re.compile(r"%[0-9A-Fa-f]{2}")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def parse(text: str) -> str:
    """Return the canonical address that a person means by `text`; the scheme may be missing.

    Raises `BadAddress` with a sentence that quotes what was wrong.
    """
    text = address_in(text)
    if not text:
        raise BadAddress("Please type the address of a page into the form.")
    if _HOST_AND_PORT.match(text) or not _SCHEME.match(text):
        text = "http://" + text.lstrip("/")
    return canonical(text)


def resolve(base: str, reference: str) -> str:
    """Return the canonical form of a link found on the page at `base`. Raises `BadAddress`."""
    reference = _CONTROLS.sub("", reference.strip()).replace("\\", "/")
    try:
        return canonical(reference if _ABSOLUTE.match(reference) else urljoin(base, reference))
    except ValueError as error:
        raise BadAddress(f'"{_short(reference)}" is not a web address.') from error


def canonical(url: str) -> str:
    """Return `url` in the one form under which we fetch, cache and hash it.

    Lower-case scheme and host (IDNA), no user name, no default port, no fragment, no tracking
    parameters, everything unusual percent-encoded as UTF-8. Raises `BadAddress`.
    """
    if len(url) <= _SHORT_URL and _CANONICAL.match(url) and "/." not in url and "//" not in url[8:]:
        return url
    if len(url) > MAX_LENGTH:
        raise BadAddress(f"That address is longer than {MAX_LENGTH} characters.")
    try:
        parts = urlsplit(_CONTROLS.sub("", url.strip()).replace("\\", "/"))
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise BadAddress(f'"{_short(url)}" is not a web address.') from error
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS:
        raise BadAddress(f'Only http and https addresses can be read, not "{_short(url)}".')
    netloc = _ascii_host(host, url)
    if port is not None and port != DEFAULT_PORTS[scheme]:
        netloc += f":{port}"
    return urlunsplit((scheme, netloc, _path(parts.path), _query(parts.query), ""))


def host_of(url: str) -> str:
    """Return the host of a canonical address, without `www.`: `example.org`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def secured(url: str) -> str:
    """Return the canonical address `url` as https has it; one with a port of its own, and one of https, as it is."""
    parts = urlsplit(url)
    return f"https{url[4:]}" if parts.scheme == "http" and parts.port is None else url


def short_id(url: str, length: int = ID_LENGTH) -> str:
    """Return the short id of a canonical address: `length` characters of `a-z2-7`, alike everywhere."""
    digest = hashlib.blake2b(url.encode("ascii"), digest_size=32).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:length]


def _ascii_host(host: str, url: str) -> str:
    """Return the host as DNS knows it (UTS 46); brackets back on for IPv6."""
    host = host.translate(_DOTS)
    if ":" in host:
        if re.fullmatch(r"[0-9a-f:.]+", host):
            return f"[{host}]"
        raise BadAddress(f'"{_short(url)}" is not a web address.')
    if not host.isascii():
        host = _from_unicode(unquote(host), url)
    if not re.fullmatch(r"(?!-)[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?", host) or len(host) > 253:
        raise BadAddress(f'"{_short(url)}" is not a web address.')
    return host.rstrip(".")


def _from_unicode(host: str, url: str) -> str:
    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except idna.IDNAError as error:
        raise BadAddress(f'"{_short(url)}" is not a web address.') from error


def _path(path: str) -> str:
    """Return the path without dot segments (RFC 3986, section 5.2.4), encoded, never empty."""
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if path.endswith(("/.", "/..")):
        kept.append("")
    return "/" + _encode("/".join(kept), _PATH_SAFE)


def _query(query: str) -> str:
    pairs = [pair for pair in query.split("&") if pair and not TRACKING.fullmatch(pair.partition("=")[0])]
    return _encode("&".join(pairs), _QUERY_SAFE)


def _encode(text: str, safe: str) -> str:
    encoded = quote(_STRAY_PERCENT.sub("%25", text), safe=safe, errors="replace")
    return _PERCENT_CODE.sub(lambda code: code[0].upper(), encoded)  # RFC 3986, section 6.2.2.1


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
