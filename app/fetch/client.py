"""Fetching: what is asked, how long it may take, how large it may be. The front of this part."""

import math
import ssl
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, ip_address
from typing import overload
from urllib.parse import urlsplit

from app.errors import AddressRefused, ReaderError
from app.fetch.connect import Connector
from app.fetch.deadline import Deadline
from app.fetch.observed import observed
from app.fetch.own_addresses import OwnAddresses
from app.fetch.redirects import Posted, RedirectChain, SiteHeaders, no_headers
from app.fetch.resolver import Resolver, system_resolver
from app.fetch.response import Limits
from app.fetch.throttle import ALONE, HostThrottle, SharedTurns
from app.fetch.transport import Transport, unchecked_context
from app.models import FetchedPage, NotModified
from app.net.hosts import NO_LISTS, HostLists
from app.net.ip_ranges import Network, is_within
from app.net.urls import checked, is_unchecked
from app.sentences import Sentence

PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

ONLY_CHECKED = Sentence("This reader is set up to read no page of a server that cannot prove who it is.")

LOOPBACK = IPv4Address("127.0.0.1")


@dataclass(frozen=True, slots=True)
class FetchRules:
    """What the operator decides about fetching. Times are seconds, sizes decoded bytes.

    `via` is the pseudonym under which we pass requests on (RFC 9110, section 7.6.3). In
    `allowed_networks` neither the ports nor the limits for one host count. `own_hosts` are the names or addresses under
    which the world reaches this machine, beside those of its interfaces. `tls_allow_bad` says that unchecked addresses
    (`app.net.urls`) are read. From the hosts `singly`, and those below their names, one page at a time is fetched.
    With `takes_turns` the limits for one host count in `allowed_networks` too.
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
    hosts: HostLists = NO_LISTS
    own_hosts: tuple[str, ...] = ()
    tls_allow_bad: bool = False
    singly: tuple[str, ...] = ()
    takes_turns: bool = False


class Client:
    """Fetches from the public web, for any number of threads."""

    def __init__(
        self,
        rules: FetchRules,
        resolve: Resolver = system_resolver,
        context: ssl.SSLContext | None = None,
        site_headers: SiteHeaders = no_headers,
        turns: SharedTurns = ALONE,
    ) -> None:
        """Take the rules, who knows the addresses of names, whose certificates count (the usual ones), what only
        the site of an address is sent, and the turns at hosts that all processes have together.
        """
        self._site_headers = site_headers
        self._rules = rules
        own = OwnAddresses(rules.own_hosts, resolve)
        connector = Connector(
            rules.allowed_networks, rules.allowed_ports, rules.connect_seconds, resolve, rules.hosts, own
        )
        self._transport = Transport(connector, context)
        self._unchecked = Transport(connector, unchecked_context()) if rules.tls_allow_bad else None
        self._throttle = HostThrottle(rules.host_concurrency, rules.host_per_second, shared=turns, singly=rules.singly)
        self._limits = Limits(rules.max_html_bytes, rules.max_image_bytes, rules.max_file_bytes)

    def check(self, url: str) -> None:
        """Raise `AddressRefused` where the operator does not have the canonical or unchecked address `url` read."""
        self._transport_for(url)
        self._rules.hosts.check(urlsplit(url).hostname or "")

    @overload
    def fetch(
        self,
        url: str,
        *,
        accept: str = PAGE,
        form: Posted | None = None,
        follow: bool = True,
        cookie: str = "",
        seconds: float = math.inf,
    ) -> FetchedPage: ...

    @overload
    def fetch(self, url: str, *, etag: str, last_modified: str) -> FetchedPage | NotModified: ...

    def fetch(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        accept: str = PAGE,
        form: Posted | None = None,
        follow: bool = True,
        cookie: str = "",
        seconds: float = math.inf,
    ) -> FetchedPage | NotModified:
        """Return what is at the canonical or unchecked address `url`, redirects followed; a failure is logged.

        With `form` its fields are posted to this one address (application/x-www-form-urlencoded), or JSON. With it, or
        without `follow`, a redirect is raised as `Redirected`. `NotModified` comes only where `etag` or
        `last_modified` of an earlier answer were given. `cookie` is sent as the field `Cookie` where no redirect is
        followed. It may take `seconds`, where those are fewer than the rules have. Raises `AddressRefused`,
        `TooManyReads` and every `OriginError`.
        """
        transport, url = self._transport_for(url), checked(url)
        with observed(url), Deadline(min(self._rules.deadline, seconds)) as deadline:

            def slot(hop: str) -> AbstractContextManager[None]:
                return self._slot(hop, deadline)

            chain = RedirectChain(transport, slot, self._limits, self._rules.max_redirects, self._site_headers)
            follows = follow and form is None
            headers = self._headers(accept, etag, last_modified, "" if follows else cookie)
            try:
                answer = chain.run(url, headers, deadline) if follows else chain.once(url, headers, form, deadline)
            except ReaderError as error:
                error.granted = tuple(sorted(chain.granted))
                raise
            return replace(answer, granted=tuple(sorted(chain.granted)))

    def permits(self, granted: Iterable[str]) -> bool:
        """Return whether every address in `granted`, as an earlier answer has it, lies in a network allowed today."""
        return all(is_within(ip_address(each), self._rules.allowed_networks) for each in granted)

    def _transport_for(self, url: str) -> Transport:
        """Return what asks for `url`. Raises `AddressRefused` where an unchecked address is not to be read."""
        if not is_unchecked(url):
            return self._transport
        if self._unchecked is None:
            raise AddressRefused(ONLY_CHECKED)
        return self._unchecked

    def _headers(self, accept: str, etag: str, last_modified: str, cookie: str) -> dict[str, str]:
        """Return every header of a request but Host; none of them is our own client's."""
        headers = {
            "User-Agent": self._rules.user_agent,
            "Accept": accept,
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "*",
            "Via": f"1.1 {self._rules.via}",
            "Connection": "close",
            "If-None-Match": etag,
            "If-Modified-Since": last_modified,
            "Cookie": cookie,
        }
        return {name: value for name, value in headers.items() if value}

    def _slot(self, url: str, deadline: Deadline) -> AbstractContextManager[None]:
        """Return a turn at the host of `url`."""
        host = urlsplit(url).hostname or ""
        return nullcontext() if self._is_exempt(host) else self._throttle.slot(host, deadline.left)

    def _is_exempt(self, host: str) -> bool:
        """Return whether `host` is the operator's own, as far as that can be said without resolving it."""
        if self._rules.takes_turns:
            return False
        try:
            address = LOOPBACK if host == "localhost" else ip_address(host)
        except ValueError:
            return False
        return is_within(address, self._rules.allowed_networks)
