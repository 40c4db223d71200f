"""The addresses of this machine, under which strangers may not have it ask itself.

Behind a public address of ours stand this site, which would ask itself without an end, and services that trust whoever
comes from here, or that a firewall keeps from everybody else (CWE-918).
"""

import socket
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address

from app.fetch.resolver import Resolver, system_resolver
from app.net.ip_ranges import Address, unmapped
from app.text.humanize import MINUTE

# Names move rarely, and one that was not found may be found soon; seconds.
KNOWN_SECONDS, UNKNOWN_SECONDS = 10 * MINUTE, MINUTE
# For so long the first fetch waits for the addresses of our names; seconds.
PATIENCE = 3.0
# Addresses that nobody has (RFC 5737, RFC 3849).
NOBODYS = (IPv4Address("192.0.2.1"), IPv6Address("2001:db8::1"))
ANY_PORT, DISCARD = 0, 9


class OwnAddresses:
    """Tells addresses of ours: those of the machine's interfaces, and those that our names stand for.

    The latter are for a machine behind a translator of addresses, which does not know by which the world reaches it.
    """

    def __init__(
        self,
        names: Iterable[str] = (),
        resolve: Resolver = system_resolver,
        is_here: Callable[[Address], bool] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the names or addresses under which the machine is reached, and who knows more of them."""
        self._names = tuple(names)
        self._resolve = resolve
        self._is_here = is_here or is_on_interface
        self._clock = clock
        self._addresses: frozenset[Address] = frozenset()
        self._due = clock()
        self._lock = threading.Lock()
        self._found = threading.Event()

    def __contains__(self, address: Address) -> bool:
        """Tell whether `address` is ours; the first who asks waits a moment for the addresses of our names."""
        plain = unmapped(address)
        return self._is_here(plain) or plain in self._named()

    def _named(self) -> frozenset[Address]:
        """Return the addresses of our names as far as they are known, and have them looked up where that is due."""
        if not self._names:
            return frozenset()
        with self._lock:
            is_due = self._clock() >= self._due
            if is_due:
                self._due = self._clock() + UNKNOWN_SECONDS
        if is_due:
            threading.Thread(target=self._look_up, daemon=True, name="own-names").start()
        self._found.wait(PATIENCE)
        return self._addresses

    def _look_up(self) -> None:
        """Find out our addresses; where a name is not known now, those that are known stay."""
        found: set[Address] = set()
        is_whole = True
        for name in self._names:
            try:
                found.update(_addresses(name, self._resolve))
            except (OSError, UnicodeError):
                is_whole = False
        with self._lock:
            self._addresses = frozenset(found) if is_whole else self._addresses | found
            self._due = self._clock() + (KNOWN_SECONDS if is_whole else UNKNOWN_SECONDS)
        self._found.set()


def is_on_interface(address: Address) -> bool:
    """Return whether an interface of this machine has `address`, now and without sending anything.

    Only what is ours can be bound to, but where the system is told to bind to anything (`ip_nonlocal_bind`, for
    machines that stand in for one another). There what we would send to `address` would come from it.
    """
    if not _can_bind(address):
        return False
    nobodys = next(each for each in NOBODYS if each.version == address.version)
    return not _can_bind(nobodys) or _source_for(address) == address


def _can_bind(address: Address) -> bool:
    with suppress(OSError), _socket(address) as probe:
        probe.bind((str(address), ANY_PORT))
        return True
    return False


def _source_for(address: Address) -> Address | None:
    """Return which address of ours the system would send from; connecting UDP sends nothing."""
    with suppress(OSError), _socket(address) as probe:
        probe.connect((str(address), DISCARD))
        return ip_address(str(probe.getsockname()[0]))
    return None


def _socket(address: Address) -> socket.socket:
    return socket.socket(socket.AF_INET6 if address.version == 6 else socket.AF_INET, socket.SOCK_DGRAM)


def _addresses(name: str, resolve: Resolver) -> Sequence[Address]:
    """Return the addresses of a name of ours, or the one that it is. Raises `OSError` and `UnicodeError`."""
    with suppress(ValueError):
        return [unmapped(ip_address(name))]
    return [unmapped(ip_address(text.partition("%")[0])) for text, _ in resolve(name, 80)]
