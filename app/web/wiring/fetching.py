"""What fetching needs of the settings."""

from ipaddress import ip_network
from urllib.parse import urlsplit

from app.fetch.client import FetchRules
from app.fetch.throttle import BURST
from app.net.hosts import HostLists, host_name
from app.storage import Store
from app.storage.claims import Claims
from app.storage.counters import StoreCounters
from app.storage.host_turns import HostTurns
from app.web.hooks import pseudonym
from config import Settings


def fetch_rules(settings: Settings) -> FetchRules:
    """Return the settings that fetching needs."""
    return FetchRules(
        user_agent=settings.FETCH_USER_AGENT,
        via=pseudonym(settings),
        allowed_networks=tuple(ip_network(each) for each in settings.FETCH_ALLOWED_NETWORKS),
        allowed_ports=settings.FETCH_ALLOWED_PORTS,
        connect_seconds=settings.FETCH_CONNECT_SECONDS,
        deadline=settings.FETCH_DEADLINE,
        max_html_bytes=settings.FETCH_MAX_HTML_BYTES,
        max_image_bytes=settings.FETCH_MAX_IMAGE_BYTES,
        max_file_bytes=settings.FETCH_MAX_FILE_BYTES,
        max_redirects=settings.FETCH_MAX_REDIRECTS,
        host_concurrency=settings.HOST_CONCURRENCY,
        host_per_second=settings.HOST_PER_SECOND,
        hosts=host_lists(settings),
        own_hosts=own_hosts(settings),
        tls_allow_bad=settings.TLS_ALLOW_BAD,
        singly=(urlsplit(settings.WAYBACK_URL).hostname or "",),
    )


def host_turns(settings: Settings, claims: Claims, store: Store) -> HostTurns:
    """Return the turns at hosts that all processes have together."""
    counters = StoreCounters(store)
    return HostTurns(claims, counters, settings.HOST_CONCURRENCY, settings.HOST_PER_SECOND, BURST)


def host_lists(settings: Settings) -> HostLists:
    """Return which hosts are read."""
    return HostLists.of(settings.FETCH_DENY_HOSTS, settings.FETCH_ALLOW_HOSTS)


def own_hosts(settings: Settings) -> tuple[str, ...]:
    """Return the names and addresses under which the operator says that this machine is reached."""
    base = urlsplit(settings.BASE_URL).hostname
    return tuple(map(host_name, (*settings.OWN_HOSTS, *([base] if base else []))))
