"""The kinds of rules that settings follow: whether a value holds, and the words for what is wanted."""

import re
from collections.abc import Callable, Mapping
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.errors import BadAddress
from app.net.hosts import host_name
from app.net.moments import moment

Rule = tuple[Callable[[Any], bool], str]
Rules = Mapping[str, Rule]

KIB, MIB = 1024, 1024 * 1024
# The names in `app.adapters.table` and `app.search.table`, which tests compare; this is read before what those need.
ADAPTER_NAMES = (
    "archive-org",
    "arxiv",
    "bluesky",
    "discourse",
    "github",
    "gutenberg",
    "hacker-news",
    "lemmy",
    "mastodon",
    "reddit",
    "stack-exchange",
    "youtube",
)
ENGINE_NAMES = (
    "brave",
    "duckduckgo",
    "duckduckgo-lite",
    "marginalia",
    "mojeek",
    "searxng",
    "wiby",
    "wikipedia",
    "wiktionary",
)
HOST = r"[a-z0-9-]+(\.[a-z0-9-]+)*"
# The options are those of the client for the authority and the certificate of TLS; `db` is the number of the database.
_OPTIONS = (
    r"(\?(db=[0-9]+|ssl_(ca_certs|certfile|keyfile)=[^&]+)(&(db=[0-9]+|ssl_(ca_certs|certfile|keyfile)=[^&]+))*)?"
)
_STORE = rf"sqlite:///.+|rediss?://([^/?#]*@)?[^@/?#\s]+(/[0-9]*)?{_OPTIONS}|unix://([^/?#]*@)?/[^?#]+{_OPTIONS}"
_LANGUAGES = Path(__file__).parent.parent / "locale"


def whole(low: int, high: int) -> Rule:
    """Return the rule of a whole number in a range."""
    return (lambda value: type(value) is int and low <= value <= high), f"a whole number from {low} to {high}"


def number(low: float, high: float) -> Rule:
    """Return the rule of a number in a range."""
    return (lambda value: type(value) in (int, float) and low <= value <= high), f"a number from {low} to {high}"


def matching(pattern: str, wanted: str) -> Rule:
    """Return the rule of a text that matches `pattern` as a whole."""
    return (lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None), wanted


def address(pattern: str, wanted: str) -> Rule:
    """Return the rule of a text that matches `pattern` and is an address with a host, or nothing."""
    matches = matching(pattern, wanted)[0]
    return (lambda value: matches(value) and (not value or _has_host(value))), wanted


def each(holds: Callable[[Any], bool], wanted: str) -> Rule:
    """Return the rule of a list of which each value holds."""
    return (lambda value: isinstance(value, tuple) and all(map(holds, value))), wanted


def is_network(value: Any) -> bool:
    """Tell whether `value` is a network such as `192.168.1.0/24`, or an address."""
    try:
        return isinstance(value, str) and ip_network(value) is not None
    except ValueError:
        return False


def _has_host(url: str) -> bool:
    """Tell whether a browser would find a host in `url`, and a port that there can be."""
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def is_listener(value: Any) -> bool:
    """Tell whether gunicorn can be told to listen there: an address of IPv4 or IPv6, a name, a socket's path."""
    if not isinstance(value, str):
        return False
    try:
        bare = value[1:-1] if value.startswith("[") and value.endswith("]") and ":" in value else value
        return "%" not in value and ip_address(bare) is not None
    except ValueError:
        return re.fullmatch(r"unix:.*[^/]", value) is not None or is_host(value.lower())


def is_host(value: Any) -> bool:
    """Tell whether `value` is the name of a host in small letters."""
    return isinstance(value, str) and re.fullmatch(HOST, value) is not None


def names_host(value: Any) -> bool:
    """Tell whether `value` names a host in any of the ways that `net.hosts` reads."""
    try:
        return isinstance(value, str) and bool(host_name(value))
    except BadAddress:
        return False


def is_password(value: Any) -> bool:
    """Tell whether `value` is nothing, a password, or one behind a user name or nothing and a colon."""
    if not isinstance(value, str) or re.search(r"[\x00-\x1f\x7f]", value):
        return False
    return not value or bool(value.partition(":")[2] if ":" in value else value)


def is_store(value: Any) -> bool:
    """Tell whether `value` is the address of a store that can be opened, as far as its form tells."""
    if not isinstance(value, str) or re.fullmatch(_STORE, value) is None:
        return False
    return not value.startswith("redis") or _has_host(value)


def is_port(value: Any) -> bool:
    """Tell whether `value` is the number of a port (RFC 6335, section 6)."""
    return type(value) is int and 1 <= value <= 65535


def is_port_of_past(value: Any) -> bool:
    """Tell whether `value` is a port, `=`, and a day of the past as the read form takes one."""
    port, _, day = value.partition("=") if isinstance(value, str) else ("", "", "")
    try:
        return re.fullmatch(r"[0-9]{1,5}", port) is not None and is_port(int(port)) and bool(moment(day))
    except BadAddress:
        return False


def is_language(value: Any) -> bool:
    """Tell whether `value` is nothing, or the code of a language that the interface speaks."""
    if value in ("", "en"):
        return True
    return isinstance(value, str) and value.isidentifier() and (_LANGUAGES / value).is_dir()


def is_adapter(value: Any) -> bool:
    """Tell whether `value` names an adapter, alone or with `=` and where its interface is asked."""
    name, base = _named(value)
    return name in ADAPTER_NAMES and (not base or _is_base(base))


def is_engine(value: Any) -> bool:
    """Tell whether `value` names an engine, alone or with `=` and where it is asked, which SearXNG must have."""
    name, base = _named(value)
    return name in ENGINE_NAMES and (_is_base(base) if base or name == "searxng" else True)


def _named(value: Any) -> tuple[str, str]:
    name, _, base = value.partition("=") if isinstance(value, str) else ("", "", "")
    return name, base


def _is_base(url: str) -> bool:
    return re.fullmatch(r"https?://[A-Za-z0-9.:{}\[\]-]+(/[^\s?#]*)?", url) is not None and _has_host(url)
