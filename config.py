"""The settings: validated objects, each field overridable by a variable of the environment.

Those of the program are `NEWS68K_<NAME>`, those of the server that runs it have no prefix. As with Flask's
`from_prefixed_env`, a value is JSON where it parses as JSON and text otherwise. The file that NEWS68K_CONFIG names, in
TOML, has them by their names without prefix, those of the server in a table `[server]`; the environment goes before it.
A value of the wrong kind or out of range, and a name that is no setting's, stop the start with one line that names it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.net.moments import moment
from app.settings.kinds import ADAPTER_NAMES, MIB, Rules
from app.settings.read import (
    CONFIG,
    PREFIX,
    SERVER_TABLE,
    SettingsError,
    check,
    check_names,
    fields_of,
    file_of,
    in_table,
    table_values,
    values_in,
)  # fmt: skip
from app.settings.rules import MOST_SHARED, RULES, SERVER_RULES

ROOT = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the operator can choose. Times are seconds, sizes bytes."""

    ADAPTERS: tuple[str, ...] = ADAPTER_NAMES
    ARTICLE_FRESH_SECONDS: float = 900
    ARTICLE_STALE_SECONDS: float = 86400
    BASE_URL: str = ""
    BING_NEWS: str = "on"
    BING_NEWS_URL: str = "https://www.bing.com"
    BRAVE_KEY: str = field(default="", repr=False)
    DEFAULT_EDITION: str = "us"
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
    INTERFACE_LANGUAGE: str = ""
    LIMIT_CONVERSIONS_PER_MINUTE: int = 60
    LIMIT_EXEMPT_NETWORKS: tuple[str, ...] = ("127.0.0.0/8", "::1/128")
    LIMIT_GUESSES_PER_MINUTE: int = 10
    LIMIT_READS_AT_ONCE: int = 4
    LIMIT_READS_PER_MINUTE: int = 30
    LIMIT_SEARCHES_PER_MINUTE: int = 15
    LOG_CLIENTS: str = "short"
    LOG_FORMAT: str = "logfmt"
    LOG_REQUESTS: str = "on"
    MARGINALIA_KEY: str = field(default="public", repr=False)
    MEMORY_CACHE_BYTES: int = 16 * MIB
    METRICS_NETWORKS: tuple[str, ...] = ()
    METRICS_TOKEN: str = field(default="", repr=False)
    NEWS_FRESH_SECONDS: float = 300
    NEWS_KEEP_FRESH_DAYS: float = 2
    NEWS_PATIENCE_SECONDS: float = 6
    NEWS_STALE_SECONDS: float = 86400
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
    SITES_FILE: str = ""
    SITE_NAME: str = "68k.news"
    SOURCES_FILE: str = ""
    STORE_LINKS_PERCENT: int = 10
    STORE_MAX_BYTES: int = 512 * MIB
    STORE_PAGES_PERCENT: int = 40
    STORE_PICTURES_PERCENT: int = 45
    STORE_URL: str = field(default=f"sqlite:///{ROOT}/instance/68k.sqlite3", repr=False)
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
        check_names(cls, PREFIX, given)
        table = in_table(file_of(environment), environment)
        table.pop(SERVER_TABLE.upper(), None)
        return cls(**table_values(cls, environment, table) | values_in(cls, PREFIX, environment))

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
        check(fields_of(self), RULES, PREFIX)
        shares = self.STORE_LINKS_PERCENT + self.STORE_PAGES_PERCENT + self.STORE_PICTURES_PERCENT
        if shares > MOST_SHARED:
            raise SettingsError(
                f"{PREFIX}STORE_LINKS_PERCENT, _PAGES_PERCENT and _PICTURES_PERCENT must be {MOST_SHARED} together "
                f"at most, not {shares}."
            )
        if len(self.wayback_ports) < len(self.WAYBACK_PORTS):
            raise SettingsError(f"{PREFIX}WAYBACK_PORTS names a port twice.")
        if not self.BRAVE_KEY and any(each.partition("=")[0] == "brave" for each in self.SEARCH_ENGINES):
            raise SettingsError(f"{PREFIX}SEARCH_ENGINES names brave, which needs {PREFIX}BRAVE_KEY.")

    @staticmethod
    def rules() -> Rules:
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
        table = in_table(file_of(environment), environment).get(SERVER_TABLE.upper(), {})
        if not isinstance(table, dict):
            raise SettingsError(f"{environment[CONFIG]}: {SERVER_TABLE} must be a table, [{SERVER_TABLE}].")
        return cls(**table_values(cls, environment, in_table(table, environment)) | values_in(cls, "", environment))

    def __post_init__(self) -> None:
        check(fields_of(self), SERVER_RULES, "")

    @staticmethod
    def rules() -> Rules:
        """Return what each setting must be."""
        return SERVER_RULES

    @property
    def bind(self) -> str:
        """The address as gunicorn wants it: `127.0.0.1:8080`, `[::]:8080` or `unix:/run/news68k/socket`."""
        return self.HOST if self.HOST.startswith("unix:") else self._at(self.PORT)

    def binds(self, ports: Iterable[int]) -> list[str]:
        """Return `bind`, and the same host at other ports. Raises `SettingsError` where it has none, or one twice."""
        others = list(ports)
        if others and self.HOST.startswith("unix:"):
            raise SettingsError(f"HOST is a socket, so it has no ports for {PREFIX}WAYBACK_PORTS.")
        if self.PORT in others:
            raise SettingsError(f"{PREFIX}WAYBACK_PORTS names the port {self.PORT}, which is PORT.")
        return [self.bind, *map(self._at, others)]

    def _at(self, port: int) -> str:
        host = self.HOST.strip("[]")
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
