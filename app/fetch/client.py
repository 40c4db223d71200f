"""Fetching: what is asked, how long it may take, how large it may be. The front of this part."""

import ssl
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address
from urllib.parse import urlsplit

from app.fetch.connect import Connector, Resolver, system_resolver
from app.fetch.deadline import Deadline
from app.fetch.observed import observed
from app.fetch.redirects import RedirectChain
from app.fetch.response import Limits
from app.fetch.throttle import HostThrottle
from app.fetch.transport import Transport
from app.models import FetchedPage, NotModified
from app.net.ip_ranges import Network, is_within

PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

LOOPBACK = IPv4Address("127.0.0.1")


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What the operator decides about fetching. Times are seconds, sizes decoded bytes.

    `via` is the pseudonym under which we pass requests on (RFC 9110, section 7.6.3). In
    `allowed_networks` neither the ports nor the limits for one host count.
    """

    user_agent: str
    via: str
    allowed_networks: tuple[Network, ...]
    allowed_ports: tuple[int, ...]
    connect_seconds: float
    deadline: float
    max_html_bytes: int
    max_image_bytes: int
    max_file_bytes: int
    max_redirects: int
    host_concurrency: int
    host_per_second: float


class Client:
    """Fetches from the public web, for any number of threads."""

    def __init__(
        self, rules: FetchRules, resolve: Resolver = system_resolver, context: ssl.SSLContext | None = None
    ) -> None:
        """Take the rules, who knows the addresses of names, and whose certificates count (the usual ones)."""
        self._rules = rules
        connector = Connector(rules.allowed_networks, rules.allowed_ports, rules.connect_seconds, resolve)
        self._transport = Transport(connector, context)
        self._throttle = HostThrottle(rules.host_concurrency, rules.host_per_second)
        self._limits = Limits(rules.max_html_bytes, rules.max_image_bytes, rules.max_file_bytes)

    def fetch(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        accept: str = PAGE,
        form: Mapping[str, str] | None = None,
        follow: bool = True,
    ) -> FetchedPage | NotModified:
        """Return what is at the canonical address `url`, redirects followed; a failure is logged.

        With `form` its fields are posted to this one address (application/x-www-form-urlencoded). With it, or
        without `follow`, a redirect is raised as `Redirected`. `NotModified` comes only where `etag` or
        `last_modified` of an earlier answer were given. Raises `AddressRefused`, `TooManyReads` and every
        `OriginError`.
        """
        with observed(url), Deadline(self._rules.deadline) as deadline:

            def slot(hop: str) -> AbstractContextManager[None]:
                return self._slot(hop, deadline)

            chain = RedirectChain(self._transport, slot, self._limits, self._rules.max_redirects)
            headers = self._headers(accept, etag, last_modified)
            if follow and form is None:
                return chain.run(url, headers, deadline)
            return chain.once(url, headers, form, deadline)

    def _headers(self, accept: str, etag: str, last_modified: str) -> dict[str, str]:
        """Return every header of a request but Host and Cookie; none of them is our own client's."""
        headers = {
            "User-Agent": self._rules.user_agent,
            "Accept": accept,
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "*",
            "Via": f"1.1 {self._rules.via}",
            "Connection": "close",
            "If-None-Match": etag,
            "If-Modified-Since": last_modified,
        }
        return {name: value for name, value in headers.items() if value}

    def _slot(self, url: str, deadline: Deadline) -> AbstractContextManager[None]:
        """Return a turn at the host of `url`."""
        host = urlsplit(url).hostname or ""
        return nullcontext() if self._is_exempt(host) else self._throttle.slot(host, deadline.left)

    def _is_exempt(self, host: str) -> bool:
        """Return whether `host` is the operator's own, as far as that can be said without resolving it."""
        try:
            address = LOOPBACK if host == "localhost" else ip_address(host)
        except ValueError:
            return False
        return is_within(address, self._rules.allowed_networks)
