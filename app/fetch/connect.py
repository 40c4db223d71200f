"""From a name to an open connection: the one place that opens sockets.

The name is resolved once, what came of it is checked, and the very address that was checked is connected
to. A name that resolves to something else a moment later (DNS rebinding) gains nothing.
"""

import socket
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread

from app.errors import AddressRefused, OriginTimeout, OriginUnreachable
from app.fetch.deadline import Deadline
from app.fetch.own_addresses import OwnAddresses
from app.fetch.resolver import Resolver, SocketAddress, system_resolver
from app.net.hosts import DENIED, NO_LISTS, HostLists
from app.net.ip_ranges import PRIVATE, RESERVED, THIS_MACHINE, TUNNEL, Address, Network, is_within, refusal
from app.sentences import Sentence
from app.text.humanize import Span

# A name with hundreds of addresses would turn one read into a scan of a network.
MOST_ADDRESSES = 6
# The watchdog comes first; a socket's own timeout is for systems where a shutdown does not wake a reader.
GRACE_SECONDS = 1.0
SLOW = Span(
    Sentence.plural(
        "%(host)s did not answer within %(num)s day.", "%(host)s did not answer within %(num)s days.", num=0, host=""
    ),
    Sentence.plural(
        "%(host)s did not answer within %(num)s hour.", "%(host)s did not answer within %(num)s hours.", num=0, host=""
    ),
    Sentence.plural(
        "%(host)s did not answer within %(num)s minute.",
        "%(host)s did not answer within %(num)s minutes.",
        num=0,
        host="",
    ),
    Sentence.plural(
        "%(host)s did not answer within %(num)s second.",
        "%(host)s did not answer within %(num)s seconds.",
        num=0,
        host="",
    ),
)
NOBODY = Sentence("%(host)s cannot be reached; nobody answers there.")
NO_SITE = Sentence("No site is known by the name %(host)s.")
NO_PORT = Sentence("Port %(port)s of %(host)s is not one of the web, and this reader does not go there.")
# What is said of an address that we must not connect to, by what it is.
REFUSALS = {
    PRIVATE: Sentence("The address %(host)s is on a private network, and this reader does not go there."),
    RESERVED: Sentence("The address %(host)s is not one of the public internet, and this reader does not go there."),
    THIS_MACHINE: Sentence(
        "The address %(host)s is the machine of this reader itself, and this reader does not go there."
    ),
    TUNNEL: Sentence("The address %(host)s is one that stands for another address, and this reader does not go there."),
}


def timeout(host: str, deadline: Deadline) -> OriginTimeout:
    """Return the error that says that `host` took too long."""
    return OriginTimeout(SLOW.of(deadline.seconds, host=shown(host)))


def shown(host: str) -> str:
    """Return a host as readers know it."""
    return host.removeprefix("www.")


@dataclass(frozen=True, slots=True)
class Connector:
    """Connects to public addresses on the allowed ports, and to any port of the allowed networks.

    Not to hosts that `hosts` does not have read, nor to `own` addresses, behind which stand this site, and services
    that trust this machine.
    """

    allowed_networks: Sequence[Network]
    allowed_ports: Sequence[int]
    connect_seconds: float
    resolve: Resolver = system_resolver
    hosts: HostLists = NO_LISTS
    own: OwnAddresses = field(default_factory=OwnAddresses)

    def connect(self, host: str, port: int, deadline: Deadline, granted: set[str]) -> socket.socket:
        """Return a connection to `host`, under the watch of `deadline`.

        An address in one of the allowed networks is added to `granted`, since what comes from there is for readers only
        as long as the network is allowed.

        Raises `AddressRefused` where every address of the host is refused, `OriginUnreachable`, and
        `OriginTimeout`.
        """
        host = host.strip("[]")
        for address in self.addresses(host, port, deadline):
            with suppress(OSError):  # the next address may answer
                connection = self._connected(address, deadline)
                if is_within(ip_address(address[0]), self.allowed_networks):
                    granted.add(address[0])
                return connection
        if deadline.is_over:
            raise timeout(host, deadline)
        raise OriginUnreachable(NOBODY.of(host=shown(host)))

    def addresses(self, host: str, port: int, deadline: Deadline) -> list[SocketAddress]:
        """Return the addresses of `host` that may be connected to, best first. Raises as `connect` does."""
        host = host.strip("[]")
        self.hosts.check(host)
        return self._checked(host, port, self._found(host, port, deadline))

    def _found(self, host: str, port: int, deadline: Deadline) -> Sequence[SocketAddress]:
        """Return the addresses of `host` as they come.

        getaddrinfo knows no timeout, so it runs in a thread that is left behind when the time is over; it
        ends by itself when the system's own patience does.
        """
        with suppress(ValueError):
            return [(str(ip_address(host)), port)]
        answers: SimpleQueue[Sequence[SocketAddress] | Exception] = SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(self.resolve(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        Thread(target=look_up, daemon=True, name="resolver").start()
        try:
            found = answers.get(timeout=deadline.left)
        except Empty as error:
            raise timeout(host, deadline) from error
        if isinstance(found, Exception):
            raise OriginUnreachable(NO_SITE.of(host=shown(host))) from found
        return found

    def _checked(self, host: str, port: int, found: Sequence[SocketAddress]) -> list[SocketAddress]:
        """Return those of the addresses that may be connected to; raise `AddressRefused` if none may."""
        refusals = [self._refusal(ip_address(text), host, port) for text, _ in found]
        kept = [address for address, reason in zip(found, refusals, strict=True) if not reason]
        if found and not kept:
            raise AddressRefused(refusals[0])
        return kept[:MOST_ADDRESSES]

    def _refusal(self, address: Address, host: str, port: int) -> str:
        """Return the sentence that says why we do not connect, or an empty string.

        A denied address is denied under every name. Ports do not matter in a network that the operator opened by
        name: an intranet's servers, and the stand-ins of tests, listen anywhere.
        """
        if self.hosts.denies(address):
            return DENIED.of(host=shown(host))
        what = refusal(address, self.allowed_networks) or self._own(address)
        if what:
            return REFUSALS[what].of(host=host)
        if port in self.allowed_ports or is_within(address, self.allowed_networks):
            return ""
        return NO_PORT.of(port=port, host=shown(host))

    def _own(self, address: Address) -> str:
        """Return what `address` is, if it is our own and not in a network that the operator opened by name."""
        return THIS_MACHINE if not is_within(address, self.allowed_networks) and address in self.own else ""

    def _connected(self, address: SocketAddress, deadline: Deadline) -> socket.socket:
        family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(max(0.001, min(self.connect_seconds, deadline.left)))  # 0 would mean "do not wait"
            connection.connect(address)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.settimeout(deadline.left + GRACE_SECONDS)
            deadline.watch(connection)
        except OSError:
            connection.close()
            raise
        return connection
