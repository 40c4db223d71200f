"""The settings: validated objects, each field overridable by a variable of the environment.

Those of the program are `NEWS68K_<NAME>`, those of the server that runs it have no prefix. As with Flask's
`from_prefixed_env`, a value is JSON where it parses as JSON and text otherwise. The file that NEWS68K_CONFIG names, in
TOML, has them by their names without prefix, those of the server in a table `[server]`; the environment goes before it.
A value of the wrong kind or out of range, and a name that is no setting's, stop the start with one line that names it.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.errors import BadAddress
from app.net.hosts import host_name
from app.net.moments import moment

PREFIX = "NEWS68K_"
CONFIG = f"{PREFIX}CONFIG"
SERVER_TABLE = "server"
ROOT = Path(__file__).resolve().parent
KIB, MIB = 1024, 1024 * 1024
LONGEST_SHOWN = 100  # characters of a wrong value
# Whose values stand in no log.
SECRETS = frozenset({"BRAVE_KEY", "MARGINALIA_KEY", "METRICS_TOKEN", "PASSWORD", "SECRET", "TRANSLATE_KEY"})
# Percent of the store; the rest is for counters and whatever else is small.
MOST_SHARED = 95


# The names in `app.adapters.table`, which a test compares; this file is read before all that those need.
_ADAPTERS = (
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


class SettingsError(Exception):
    """A setting is wrong; the message is one line that names it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the operator can choose. Times are seconds, sizes bytes."""

    SITE_NAME: str = "68k.news"
    DEFAULT_EDITION: str = "us"
    INTERFACE_LANGUAGE: str = ""
    STORE_URL: str = field(default=f"sqlite:///{ROOT}/instance/68k.sqlite3", repr=False)
    STORE_MAX_BYTES: int = 512 * MIB
    LOG_CLIENTS: str = "short"
    LOG_FORMAT: str = "logfmt"
    LOG_REQUESTS: str = "on"
    MARGINALIA_KEY: str = field(default="public", repr=False)
    MEMORY_CACHE_BYTES: int = 16 * MIB
    ADAPTERS: tuple[str, ...] = _ADAPTERS
    ARTICLE_FRESH_SECONDS: float = 900
    ARTICLE_STALE_SECONDS: float = 86400
    BASE_URL: str = ""
    BING_NEWS: str = "on"
    BING_NEWS_URL: str = "https://www.bing.com"
    BRAVE_KEY: str = field(default="", repr=False)
    METRICS_NETWORKS: tuple[str, ...] = ()
    METRICS_TOKEN: str = field(default="", repr=False)
    NEWS_FRESH_SECONDS: float = 300
    NEWS_KEEP_FRESH_DAYS: float = 2
    NEWS_PATIENCE_SECONDS: float = 6
    NEWS_STALE_SECONDS: float = 86400
    SITES_FILE: str = ""
    SOURCES_FILE: str = ""
    DOORS_HOST: str = ""
    FAILURE_SECONDS: float = 60
    FETCH_ALLOWED_NETWORKS: tuple[str, ...] = ()
    FETCH_ALLOWED_PORTS: tuple[int, ...] = (80, 443, 8080, 8443)
    FETCH_ALLOW_HOSTS: tuple[str, ...] = ()
    FETCH_CONNECT_SECONDS: float = 3
    FETCH_DEADLINE: float = 12
    FETCH_DENY_HOSTS: tuple[str, ...] = ()
    FETCH_MAX_FILE_BYTES: int = 8 * MIB
    FETCH_MAX_HTML_BYTES: int = 4 * MIB
    FETCH_MAX_IMAGE_BYTES: int = 8 * MIB
    FETCH_MAX_REDIRECTS: int = 10
    FETCH_USER_AGENT: str = "Mozilla/5.0 (compatible; 68k.news; reader for vintage browsers)"
    FINGER_PORT: int = 79
    GEMINI_CERTIFICATE: str = ""
    GEMINI_KEY: str = ""
    GEMINI_NAME: str = ""
    GEMINI_PORT: int = 1965
    GOOGLE_LINKS_PER_DAY: int = 200
    GOOGLE_NEWS: str = "on"
    GOOGLE_NEWS_URL: str = "https://news.google.com"
    GOPHER_NAME: str = ""
    GOPHER_PORT: int = 70
    HOST_CONCURRENCY: int = 2
    HOST_PER_SECOND: float = 1
    IMAGE_CONVERSIONS: int = 2
    IMAGE_MAX_PIXELS: int = 25_000_000
    IMAGE_QUEUE: int = 8
    INLINE_PICTURES: str = "on"
    LIMIT_CONVERSIONS_PER_MINUTE: int = 60
    LIMIT_EXEMPT_NETWORKS: tuple[str, ...] = ("127.0.0.0/8", "::1/128")
    LIMIT_GUESSES_PER_MINUTE: int = 10
    LIMIT_READS_AT_ONCE: int = 4
    LIMIT_READS_PER_MINUTE: int = 30
    LIMIT_SEARCHES_PER_MINUTE: int = 15
    OWN_HOSTS: tuple[str, ...] = ()
    OWN_PAGES: str = "on"
    PASSTHROUGH_HOSTS: tuple[str, ...] = ()
    PASSWORD: str = field(default="", repr=False)
    PROXY: str = "off"
    PROXY_HOPS: int = 0
    PROXY_SITE: str = "68k.news"
    RATES_URL: str = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"
    READ_CONCURRENCY: int = 24
    SEARCHES_PER_DAY: int = 1000
    SEARCH_ENGINES: tuple[str, ...] = ("duckduckgo", "duckduckgo-lite", "mojeek", "marginalia", "wiby", "wikipedia")
    SEARCH_PICTURES: str = "on"
    SEARCH_SAFE: str = "moderate"
    SEARCH_SECONDS: float = 4
    SECRET: str = field(default="", repr=False)
    STORE_LINKS_PERCENT: int = 10
    STORE_PAGES_PERCENT: int = 40
    STORE_PICTURES_PERCENT: int = 45
    TASK_MEMORY_BYTES: int = 400 * MIB
    TASK_PROCESSES: int = 2
    TASK_SECONDS: float = 5
    TELNET_PORT: int = 23
    TLS_ALLOW_BAD: bool = False
    TODAY_FILES: str = "on"
    TRANSLATE_KEY: str = field(default="", repr=False)
    TRANSLATE_SECONDS: float = 30
    TRANSLATE_URL: str = ""
    TRANSLATIONS_PER_DAY: int = 300
    WAYBACK: str = "on-click"
    WAYBACK_PORTS: tuple[str, ...] = ()
    WAYBACK_URL: str = "https://archive.org"
    WEATHER_PLACES_URL: str = "https://geocoding-api.open-meteo.com"
    WEATHER_URL: str = "https://api.open-meteo.com"
    WIKIPEDIA_URL: str = "https://{language}.wikipedia.org"
    WIKTIONARY_URL: str = "https://{language}.wiktionary.org"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Return the settings that `environment` and its file ask for. Raises `SettingsError`."""
        given = {name.removeprefix(PREFIX) for name in environment if name.startswith(PREFIX) and name != CONFIG}
        _check_names(cls, PREFIX, given)
        table = {name: value for name, value in _file(environment).items() if name.lower() != SERVER_TABLE}
        return cls(**_table_values(cls, environment, table) | _values(cls, PREFIX, environment))

    @property
    def wayback_ports(self) -> dict[int, str]:
        """The moments of the past (`app.net.moments`) in which all is answered that arrives at these ports."""
        rows = [each.partition("=") for each in self.WAYBACK_PORTS]
        return {int(port): moment(day) for port, _, day in rows}

    @property
    def store_shares(self) -> dict[str, float]:
        """The parts of the store by what they are for."""
        percents = {
            "links": self.STORE_LINKS_PERCENT,
            "pages": self.STORE_PAGES_PERCENT,
            "pictures": self.STORE_PICTURES_PERCENT,
        }
        return {name: percent / 100 for name, percent in percents.items()}

    def __post_init__(self) -> None:
        _check(_fields_of(self), RULES, PREFIX)
        shares = self.STORE_LINKS_PERCENT + self.STORE_PAGES_PERCENT + self.STORE_PICTURES_PERCENT
        if shares > MOST_SHARED:
            raise SettingsError(
                f"{PREFIX}STORE_LINKS_PERCENT, _PAGES_PERCENT and _PICTURES_PERCENT must be {MOST_SHARED} together "
                f"at most, not {shares}."
            )
        if not self.BRAVE_KEY and any(each.partition("=")[0] == "brave" for each in self.SEARCH_ENGINES):
            raise SettingsError(f"{PREFIX}SEARCH_ENGINES names brave, which needs {PREFIX}BRAVE_KEY.")

    @staticmethod
    def rules() -> "Rules":
        """Return what each setting must be."""
        return RULES


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where gunicorn listens, and with how many processes; by the names that hosts of containers set."""

    HOST: str = "0.0.0.0"  # noqa: S104  # a server's purpose
    PORT: int = 8080
    WEB_CONCURRENCY: int = 2

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "ServerSettings":
        """Return what `environment` and its file ask for. Raises `SettingsError`."""
        table = _file(environment).get(SERVER_TABLE, {})
        if not isinstance(table, dict):
            raise SettingsError(f"{environment[CONFIG]}: {SERVER_TABLE} must be a table, [{SERVER_TABLE}].")
        return cls(**_table_values(cls, environment, table) | _values(cls, "", environment))

    def __post_init__(self) -> None:
        _check(_fields_of(self), SERVER_RULES, "")

    @staticmethod
    def rules() -> "Rules":
        """Return what each setting must be."""
        return SERVER_RULES

    @property
    def bind(self) -> str:
        """The address as gunicorn wants it: `127.0.0.1:8080`, `[::]:8080` or `unix:/run/news68k/socket`."""
        return self.HOST if self.HOST.startswith("unix:") else self._at(self.PORT)

    def binds(self, ports: Iterable[int]) -> list[str]:
        """Return `bind`, and the same host at other ports. Raises `SettingsError` where it is no host."""
        others = list(ports)
        if others and self.HOST.startswith("unix:"):
            raise SettingsError(f"HOST is a socket, so it has no ports for {PREFIX}WAYBACK_PORTS.")
        return [self.bind, *map(self._at, others)]

    def _at(self, port: int) -> str:
        host = self.HOST.strip("[]")
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _file(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return what the file of settings says, as TOML has it; nothing where none is named. Raises `SettingsError`."""
    path = environment.get(CONFIG, "")
    try:
        return tomllib.loads(Path(path).read_text("utf-8")) if path else {}
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise SettingsError(f"{CONFIG} names {_shown(path)}, which cannot be read: {reason}.") from error


def _table_values(kind: Any, environment: Mapping[str, str], table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of `kind` that a table of the file sets, each held to its rule. Raises `SettingsError`."""
    given = {name.upper(): tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    try:
        _check_names(kind, "", set(given))
        _check(given, kind.rules(), "")
    except SettingsError as error:
        raise SettingsError(f"{environment[CONFIG]}: {error}") from error
    return given


def _check_names(kind: Any, prefix: str, given: set[str]) -> None:
    """Raise `SettingsError` if one of the names that are `given` is no field of `kind`."""
    names = {each.name for each in fields(kind)}
    for unknown in sorted(given - names):
        nearest = get_close_matches(unknown.upper(), sorted(names), 1, 0)[0]
        raise SettingsError(f"{prefix}{ascii(unknown)[1:-1]} is no setting; the nearest is {prefix}{nearest}.")


def _values(kind: Any, prefix: str, environment: Mapping[str, str]) -> dict[str, Any]:
    """Return what `environment` says of the fields of `kind`."""
    given = {each: environment[prefix + each.name] for each in fields(kind) if prefix + each.name in environment}
    for each, text in given.items():
        # What the system hands us and is not UTF-8 comes with lone surrogates, which no page could hold.
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise SettingsError(f"{prefix}{each.name} must be UTF-8{_instead(each.name, text)}.")
    return {each.name: _parsed(text, each.default) for each, text in given.items()}


def _check(values: Mapping[str, Any], rules: "Rules", prefix: str) -> None:
    """Raise `SettingsError` if a value does not follow the rule of its name."""
    for name, value in sorted(values.items()):
        holds, wanted = rules[name]
        if not holds(value):
            raise SettingsError(f"{prefix}{name} must be {wanted}{_instead(name, value)}.")


def _fields_of(settings: Any) -> dict[str, Any]:
    return {each.name: getattr(settings, each.name) for each in fields(settings)}


def _parsed(text: str, default: Any) -> Any:
    """Return `text` as a value of the kind that `default` has."""
    value = _json(text)
    if isinstance(default, str):
        return value if isinstance(value, str) else text
    if isinstance(default, tuple):
        return tuple(value) if isinstance(value, list) else value
    return value


def _json(text: str) -> Any:
    """Return the value of `text` as JSON; what is none stands for itself."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _instead(name: str, value: Any) -> str:
    """Return what the end of a sentence says of a wrong value; of a secret, nothing."""
    return "" if name in SECRETS else f", not {_shown(value)}"


def _shown(value: Any) -> str:
    # The address of a store may hold a password.
    text = re.sub(r"(?<=://).*@", "...@", repr(value))
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "..."


def _whole(low: int, high: int) -> tuple[Callable[[Any], bool], str]:
    return (lambda value: type(value) is int and low <= value <= high), f"a whole number from {low} to {high}"


def _number(low: float, high: float) -> tuple[Callable[[Any], bool], str]:
    return (lambda value: type(value) in (int, float) and low <= value <= high), f"a number from {low} to {high}"


def _matching(pattern: str, wanted: str) -> tuple[Callable[[Any], bool], str]:
    return (lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None), wanted


def _address(pattern: str, wanted: str) -> tuple[Callable[[Any], bool], str]:
    matches = _matching(pattern, wanted)[0]
    return (lambda value: matches(value) and (not value or _has_host(value))), wanted


def _each(holds: Callable[[Any], bool], wanted: str) -> tuple[Callable[[Any], bool], str]:
    return (lambda value: isinstance(value, tuple) and all(map(holds, value))), wanted


def _is_network(value: Any) -> bool:
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


def _is_listener(value: Any) -> bool:
    """Tell whether gunicorn can be told to listen there: an address of IPv4 or IPv6, a name, a socket's path."""
    if not isinstance(value, str):
        return False
    try:
        return "%" not in value and ip_address(re.sub(r"^\[(.*:.*)\]$", r"\1", value)) is not None
    except ValueError:
        return re.fullmatch(r"unix:.*[^/]", value) is not None or _is_host(value.lower())


def _is_host(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(_HOST, value) is not None


def _names_host(value: Any) -> bool:
    """Tell whether `value` names a host in any of the ways that `net.hosts` reads."""
    try:
        return isinstance(value, str) and bool(host_name(value))
    except BadAddress:
        return False


def _is_password(value: Any) -> bool:
    """Tell whether `value` is nothing, a password, or one behind a user name or nothing and a colon."""
    if not isinstance(value, str) or re.search(r"[\x00-\x1f\x7f]", value):
        return False
    return not value or bool(value.partition(":")[2] if ":" in value else value)


def _is_store(value: Any) -> bool:
    """Tell whether `value` is the address of a store that can be opened, as far as its form tells."""
    if not isinstance(value, str) or re.fullmatch(_STORE, value) is None:
        return False
    return not value.startswith("redis") or _has_host(value)


def _is_port(value: Any) -> bool:
    return type(value) is int and 1 <= value <= 65535


def _is_port_of_past(value: Any) -> bool:
    """Tell whether `value` is a port, `=`, and a day of the past as the read form takes one."""
    port, _, day = value.partition("=") if isinstance(value, str) else ("", "", "")
    try:
        return re.fullmatch(r"[0-9]{1,5}", port) is not None and _is_port(int(port)) and bool(moment(day))
    except BadAddress:
        return False


def _is_language(value: Any) -> bool:
    if value in ("", "en"):
        return True
    return isinstance(value, str) and value.isidentifier() and (ROOT / "app" / "locale" / value).is_dir()


def _is_adapter(value: Any) -> bool:
    """Tell whether `value` names an adapter, alone or with `=` and where its interface is asked."""
    name, _, base = value.partition("=") if isinstance(value, str) else ("", "", "")
    is_address = re.fullmatch(r"https?://[A-Za-z0-9.:{}\[\]-]+(/[^\s?#]*)?", base) is not None and _has_host(base)
    return name in _ADAPTERS and (is_address if base else True)


def _is_engine(value: Any) -> bool:
    """Tell whether `value` names an engine, alone or with `=` and where it is asked, which SearXNG must have."""
    name, _, base = value.partition("=") if isinstance(value, str) else ("", "", "")
    is_address = re.fullmatch(r"https?://[A-Za-z0-9.:{}\[\]-]+(/[^\s?#]*)?", base) is not None and _has_host(base)
    return name in _ENGINES and (is_address if base or name == "searxng" else True)


# The names in `app.search.table`, which a test compares; this file is read before all that those need.
_ENGINES = (
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
_KEY = _matching(r"[\x21-\x7e]{0,200}", "at most 200 ASCII characters without spaces")
_HOST = r"[a-z0-9-]+(\.[a-z0-9-]+)*"
# The options are those of the client for the authority and the certificate of TLS; `db` is the number of the database.
_OPTIONS = (
    r"(\?(db=[0-9]+|ssl_(ca_certs|certfile|keyfile)=[^&]+)(&(db=[0-9]+|ssl_(ca_certs|certfile|keyfile)=[^&]+))*)?"
)
_STORE = rf"sqlite:///.+|rediss?://([^/?#]*@)?[^@/?#\s]+(/[0-9]*)?{_OPTIONS}|unix://([^/?#]*@)?/[^?#]+{_OPTIONS}"
Rules = Mapping[str, tuple[Callable[[Any], bool], str]]
_WEB = r"https?://[A-Za-z0-9.:\[\]-]+(/[^\s?#]*)?"
_WEB_OR_NOTHING = f"({_WEB})?"
_WIKI = r"(https?://([A-Za-z0-9.:\[\]-]|\{language\})+(/([^\s?#{}]|\{language\})*)?)?"

# What each setting must be, sorted by name; a test holds that every field has its rule.
RULES: Rules = {
    "ADAPTERS": _each(_is_adapter, f"a JSON list of {', '.join(_ADAPTERS)}, or name=address"),
    "ARTICLE_FRESH_SECONDS": _number(0, 86400),
    "ARTICLE_STALE_SECONDS": _number(0, 30 * 86400),
    "BASE_URL": _address(r"(http://[A-Za-z0-9.:\[\]-]+)?", "nothing, or an address such as http://news.lan:8080"),
    "BING_NEWS": _matching(r"on|off", "on or off"),
    "BING_NEWS_URL": _address(_WEB, "an http or https address"),
    "BRAVE_KEY": _KEY,
    "DEFAULT_EDITION": _matching(r"[a-z]{2}(-[a-z]{2})?", "the code of an edition, such as us or ch-fr"),
    "DOORS_HOST": _matching(r"[0-9A-Za-z.:-]{0,255}", "the address of one of this machine's interfaces, or nothing"),
    "FAILURE_SECONDS": _number(0, 3600),
    "FETCH_ALLOWED_NETWORKS": _each(_is_network, 'a JSON list of networks, such as ["192.168.1.0/24"]'),
    "FETCH_ALLOWED_PORTS": _each(_is_port, "a JSON list of port numbers, such as [80, 443]"),
    "FETCH_ALLOW_HOSTS": _each(_names_host, 'a JSON list of names of hosts, such as ["example.org", "*.example.net"]'),
    "FETCH_CONNECT_SECONDS": _number(0.1, 60),
    "FETCH_DEADLINE": _number(0.1, 120),
    "FETCH_DENY_HOSTS": _each(_names_host, 'a JSON list of names of hosts, such as ["example.org", "*.example.net"]'),
    "FETCH_MAX_FILE_BYTES": _whole(KIB, 256 * MIB),
    "FETCH_MAX_HTML_BYTES": _whole(KIB, 64 * MIB),
    "FETCH_MAX_IMAGE_BYTES": _whole(KIB, 64 * MIB),
    "FETCH_MAX_REDIRECTS": _whole(0, 20),
    "FETCH_USER_AGENT": _matching(r"[\x20-\x7e]{1,200}", "1 to 200 ASCII characters"),
    "FINGER_PORT": _whole(1, 65535),
    "GEMINI_CERTIFICATE": _matching(r".*", "the path of a file, or nothing"),
    "GEMINI_KEY": _matching(r".*", "the path of a file, or nothing"),
    "GEMINI_NAME": _matching(rf"({_HOST})?", "the name of a host in small letters, or nothing"),
    "GEMINI_PORT": _whole(1, 65535),
    "GOOGLE_LINKS_PER_DAY": _whole(0, 1_000_000),
    "GOOGLE_NEWS": _matching(r"on|off", "on or off"),
    "GOOGLE_NEWS_URL": _address(_WEB, "an http or https address"),
    "GOPHER_NAME": _matching(rf"({_HOST})?", "the name of a host in small letters, or nothing"),
    "GOPHER_PORT": _whole(1, 65535),
    "HOST_CONCURRENCY": _whole(1, 100),
    "HOST_PER_SECOND": _number(0.01, 1000),
    "IMAGE_CONVERSIONS": _whole(1, 64),
    "IMAGE_MAX_PIXELS": _whole(1, 200_000_000),
    "IMAGE_QUEUE": _whole(1, 1000),
    "INLINE_PICTURES": _matching(r"on|off", "on or off"),
    "INTERFACE_LANGUAGE": (_is_language, "nothing, or the code of a language in app/locale, such as en, de or zh_Hant"),
    "LIMIT_CONVERSIONS_PER_MINUTE": _whole(1, 100_000),
    "LIMIT_EXEMPT_NETWORKS": _each(_is_network, 'a JSON list of networks, such as ["127.0.0.0/8"]'),
    "LIMIT_GUESSES_PER_MINUTE": _whole(1, 100_000),
    "LIMIT_READS_AT_ONCE": _whole(1, 1000),
    "LIMIT_READS_PER_MINUTE": _whole(1, 100_000),
    "LIMIT_SEARCHES_PER_MINUTE": _whole(1, 100_000),
    "LOG_CLIENTS": _matching(r"full|short|off", "full, short or off"),
    "LOG_FORMAT": _matching(r"logfmt|json", "logfmt or json"),
    "LOG_REQUESTS": _matching(r"on|off", "on or off"),
    "MARGINALIA_KEY": _KEY,
    "MEMORY_CACHE_BYTES": _whole(0, 16 * 1024 * MIB),
    "METRICS_NETWORKS": _each(_is_network, 'a JSON list of networks, such as ["127.0.0.0/8"]'),
    "METRICS_TOKEN": _matching(r"[\x21-\x7e]{0,200}", "at most 200 ASCII characters without spaces"),
    "NEWS_FRESH_SECONDS": _number(0, 86400),
    "NEWS_KEEP_FRESH_DAYS": _number(0, 30),
    "NEWS_PATIENCE_SECONDS": _number(0.1, 60),
    "NEWS_STALE_SECONDS": _number(0, 30 * 86400),
    "OWN_HOSTS": _each(_names_host, 'a JSON list of names or addresses, such as ["news.example.org", "192.0.2.1"]'),
    "OWN_PAGES": _matching(r"on|off", "on or off"),
    "PASSTHROUGH_HOSTS": _each(_is_host, 'a JSON list of names of hosts in small letters, such as ["example.org"]'),
    "PASSWORD": (_is_password, "a password, or user:password, without control characters"),
    "PROXY": _matching(r"on|off", "on or off"),
    "PROXY_HOPS": _whole(0, 5),
    "PROXY_SITE": _matching(rf"(?=.{{1,30}}\Z){_HOST}", "the name of a host in small letters, 30 at most"),
    "RATES_URL": _address(_WEB_OR_NOTHING, "nothing, or an http or https address"),
    "READ_CONCURRENCY": _whole(1, 1000),
    "SEARCHES_PER_DAY": _whole(0, 1_000_000),
    "SEARCH_ENGINES": _each(_is_engine, f"a JSON list of {', '.join(_ENGINES)}, or name=address"),
    "SEARCH_PICTURES": _matching(r"on|off", "on or off"),
    "SEARCH_SAFE": _matching(r"off|moderate|strict", "off, moderate or strict"),
    "SEARCH_SECONDS": _number(0.1, 60),
    "SECRET": _matching(r"([\x20-\x7e]{16,200})?", "nothing, or 16 to 200 ASCII characters"),
    "SITES_FILE": _matching(r".*", "the path of a folder or a file, or nothing"),
    "SITE_NAME": _matching(r"[^\x00-\x1f<>&\"]{1,60}", "1 to 60 characters, none of < > & and quotation marks"),
    "SOURCES_FILE": _matching(r".*", "the path of a file, or nothing"),
    "STORE_LINKS_PERCENT": _whole(1, MOST_SHARED),
    "STORE_MAX_BYTES": _whole(MIB, 1024 * 1024 * MIB),
    "STORE_PAGES_PERCENT": _whole(1, MOST_SHARED),
    "STORE_PICTURES_PERCENT": _whole(1, MOST_SHARED),
    "STORE_URL": (_is_store, "sqlite:/// and the path of a file, redis:// and a host, or unix:// and a path"),
    "TASK_MEMORY_BYTES": _whole(128 * MIB, 16 * 1024 * MIB),
    "TASK_PROCESSES": _whole(0, 64),
    "TASK_SECONDS": _number(0.1, 60),
    "TELNET_PORT": _whole(1, 65535),
    "TLS_ALLOW_BAD": (lambda value: type(value) is bool, "true or false"),
    "TODAY_FILES": _matching(r"on|off", "on or off"),
    "TRANSLATE_KEY": _KEY,
    "TRANSLATE_SECONDS": _number(0.1, 50),
    "TRANSLATE_URL": _address(rf"({_WEB})?", "nothing, or an http or https address"),
    "TRANSLATIONS_PER_DAY": _whole(0, 1_000_000),
    "WAYBACK": _matching(r"at-once|off|on-click", "at-once, on-click or off"),
    "WAYBACK_PORTS": _each(_is_port_of_past, 'a JSON list of ports and days, such as ["8099=1999", "8096=1996-12"]'),
    "WAYBACK_URL": _address(_WEB, "an http or https address"),
    "WEATHER_PLACES_URL": _address(_WEB_OR_NOTHING, "nothing, or an http or https address"),
    "WEATHER_URL": _address(_WEB_OR_NOTHING, "nothing, or an http or https address"),
    "WIKIPEDIA_URL": _address(_WIKI, "nothing, or an http or https address, in which {language} may stand"),
    "WIKTIONARY_URL": _address(_WIKI, "nothing, or an http or https address, in which {language} may stand"),
}
SERVER_RULES: Rules = {
    "HOST": (_is_listener, "an address such as 127.0.0.1 or ::, a name, or unix: and the path of a socket"),
    "PORT": (_whole(0, 65535)[0], "a port from 1 to 65535, or 0 for any that is free"),
    "WEB_CONCURRENCY": _whole(1, 256),
}
