"""URLs: what a person pastes, what a page links to, and their short ids. No I/O.

They are parsed as browsers do it, by ada (the WHATWG URL standard), so that a link leads where it leads in a
browser, and the host that is checked is the host that is connected to. On top of it stands our policy: http and https
alone, names that DNS can have, no user name, no fragment, no parameters that only say where a click came from. The
result is always pure ASCII.
"""

import base64
import hashlib
import hmac
import re
from urllib.parse import quote, urlsplit

import ada_url

from app.errors import BadAddress
from app.net.pasted import address_in
from app.sentences import Sentence

MAX_LENGTH = 4000
# What stands behind the address of a page, or of a picture on it, that is read though its server cannot prove who it
# is. A canonical address has no fragment, so nobody can type one; and what is read so has a short id and copies of its
# own, which no other read finds.
UNCHECKED = "#unchecked"
# What follows the address of a page in that of a picture whose file stands in it.
PICTURE = "#picture-"
NO_ADDRESS = Sentence('"%(text)s" is not a web address.')
ID_LENGTH = 10
ID_PATTERN = re.compile(r"[a-z2-7]{8,52}")

DEFAULT_PORTS = {"http": 80, "https": 443}
LONGEST_HOST = 253  # characters (RFC 1035, section 2.3.4)

# Parameters that name where a click came from and never change what is shown.
TRACKING = re.compile(
    r"utm_[a-z_]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|at_medium|at_campaign", re.I
)

# What most addresses look like, which then need no further work: a name, which ends in letters and so is no number of a
# host, and a plain path. No name of a host is longer.
_ORIGIN = re.compile(r"https?://[a-z0-9.-]{1,253}(?=[/?#]|\Z)")
_CANONICAL = re.compile(r"https?://(?!-)(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}/[A-Za-z0-9._~/-]*\Z")
_SHORT_URL = 253

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_HOST_AND_PORT = re.compile(r"[^/?#@\s]+:\d{1,5}(?=[/?#]|$)")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
# An address as the parser writes it, with a path always and whatever has a meaning elsewhere percent-encoded.
_PARSED = re.compile(
    r"(?P<scheme>https?)://(?:[^/?#@]*@)?(?P<host>[^/?#@:\[\]]*|\[[^/?#@]*\])(?P<port>:\d+)?"
    r"(?P<path>/[^?#]*)(?:\?(?P<query>[^#]*))?"
)
_SCHEMES = tuple(f"{scheme}:" for scheme in DEFAULT_PORTS)
_NAME = re.compile(r"(?!-)[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\]")
# RFC 3986: what may stand bare in a path or query, less the quotation mark that some parsers end a value at.
_PATH_SAFE = "!$&()+*,-./:;=@_~%"
_QUERY_SAFE = _PATH_SAFE + "?"
_PERCENT_CODE = re.compile(r"%[0-9A-Fa-f]{2}")
# Where a whole address was put behind `http://`: into the field of a form, or of a program for pages.
_TWICE = re.compile(r"\A\s{0,9}https?:/{0,2}(?=https?://)", re.I)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def parse(text: str) -> str:
    """Return the canonical address that a person means by `text`; the scheme may be missing.

    Raises `BadAddress` with a sentence that quotes what was wrong.
    """
    text = address_in(text)
    if not text:
        raise BadAddress(Sentence("Please type the address of a page into the form."))
    if _HOST_AND_PORT.match(text) or not _SCHEME.match(text):
        text = "http://" + text.lstrip("/")
    return canonical(text)


def resolve(base: str, reference: str) -> str:
    """Return the canonical form of a link found on the page at `base`. Raises `BadAddress`."""
    if _is_plain(reference):
        return reference
    origin = _ORIGIN.match(base)
    if origin and reference.startswith("/") and _is_plain(absolute := f"{origin[0]}{reference}"):
        return absolute
    return _checked(reference, base)


def canonical(url: str) -> str:
    """Return `url` in the one form under which we fetch, cache and hash it.

    Lower-case scheme and host (IDNA), no user name, no default port, no fragment, no tracking
    parameters, everything unusual percent-encoded as UTF-8. Raises `BadAddress`.
    """
    return url if _is_plain(url) else _checked(url, None)


def _is_plain(url: str) -> bool:
    """Say whether an address needs no further work, as most do not."""
    return len(url) <= _SHORT_URL and _CANONICAL.match(url) is not None and "/." not in url and "//" not in url[8:]


def _checked(url: str, base: str | None) -> str:
    url = _TWICE.sub("", url)
    if len(url) > MAX_LENGTH:
        raise BadAddress(Sentence("That address is longer than %(most)s characters.", most=MAX_LENGTH))
    try:
        # The parser takes UTF-8, in which half of a pair of surrogates cannot be written.
        parsed = ada_url.URL(_SURROGATES.sub("\ufffd", url), base).href
    except ValueError as error:
        raise BadAddress(NO_ADDRESS.of(text=_short(url))) from error
    if not parsed.startswith(_SCHEMES):
        raise BadAddress(Sentence('Only http and https addresses can be read, not "%(text)s".', text=_short(url)))
    parts = _PARSED.match(parsed)
    if parts is None or not _NAME.fullmatch(parts["host"]) or len(parts["host"]) > LONGEST_HOST:
        raise BadAddress(NO_ADDRESS.of(text=_short(url)))
    if parts["port"] == ":0":  # nobody listens there, and requests would leave it out
        raise BadAddress(NO_ADDRESS.of(text=_short(url)))
    host = f"{parts['scheme']}://{parts['host'].rstrip('.')}{parts['port'] or ''}"
    return f"{host}{_path(parts['path'])}{_query(parts['query'] or '')}"


def host_of(url: str) -> str:
    """Return the host of a canonical address, without `www.`: `example.org`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def secured(url: str) -> str:
    """Return the canonical address `url` as https has it; one with a port of its own, and one of https, as it is."""
    parts = urlsplit(url)
    return f"https{url[4:]}" if parts.scheme == "http" and parts.port is None else url


def unchecked(url: str) -> str:
    """Return the canonical address `url` as one that is read whoever answers there."""
    return checked(url) + UNCHECKED


def is_unchecked(url: str) -> bool:
    """Return whether what is at `url` is read whoever answers there."""
    return url.endswith(UNCHECKED)


def checked(url: str) -> str:
    """Return the canonical address itself."""
    return url.removesuffix(UNCHECKED)


def short_id(url: str, length: int = ID_LENGTH) -> str:
    """Return a short id of a canonical address: `length` characters of `a-z2-7`, alike everywhere."""
    return _letters(hashlib.blake2b(url.encode("ascii"), digest_size=32).digest(), length)


def keyed_id(secret: bytes, url: str, length: int = ID_LENGTH) -> str:
    """Return a short id of a canonical address that nobody can tell without `secret` (HMAC-SHA-256, RFC 2104)."""
    return _letters(hmac.digest(secret, url.encode("ascii"), "sha256"), length)


def _letters(digest: bytes, length: int) -> str:
    return base64.b32encode(digest).decode("ascii").lower()[:length]


def _path(path: str) -> str:
    return _encode(path, _PATH_SAFE)


def _query(query: str) -> str:
    """Return a query with its question mark, without the parameters of trackers; nothing where none is left."""
    pairs = [pair for pair in query.split("&") if pair and not TRACKING.fullmatch(pair.partition("=")[0])]
    return "?" + _encode("&".join(pairs), _QUERY_SAFE) if pairs else ""


def _encode(text: str, safe: str) -> str:
    encoded = quote(_STRAY_PERCENT.sub("%25", text) if "%" in text else text, safe=safe, errors="replace")
    if "%" not in encoded:
        return encoded
    return _PERCENT_CODE.sub(lambda code: code[0].upper(), encoded)  # RFC 3986, section 6.2.2.1


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
