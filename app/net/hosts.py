"""Which sites the operator has read, by the names of their hosts. No I/O."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Self
from urllib.parse import urlsplit

from app.errors import AddressRefused, BadAddress
from app.net.ip_ranges import Address, unmapped
from app.net.urls import canonical
from app.sentences import Sentence

DENIED = Sentence("This reader is set up not to read %(host)s.")
NOT_ALLOWED = Sentence("This reader is set up to read a few sites only, and %(host)s is none of them.")


def host_name(text: str) -> str:
    """Return the host that an entry of a list names, as canonical addresses have it. Raises `BadAddress`.

    `Example.ORG.`, `*.example.org` and `.example.org` are all `example.org`; a name in other letters is given as DNS
    has it (RFC 5891); an address may be written in any way, IPv6 with brackets or without, and is the IPv4 address
    where it maps one.
    """
    name = text.strip().removeprefix("*").removeprefix(".")
    if name.count(":") > 1 and not name.startswith("["):
        name = f"[{name}]"
    parts = urlsplit(canonical(f"http://{name}/"))
    if not parts.hostname or parts.path != "/" or parts.query or parts.port or any(sign in name for sign in "/\\?#@"):
        raise BadAddress(Sentence('"%(text)s" is not the name of a host.', text=text))
    return _plain(parts.hostname)


@dataclass(frozen=True, slots=True)
class HostLists:
    """Hosts that are not read, and those that alone are, where there are any; each name stands for its subdomains."""

    denied: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, denied: Iterable[str], allowed: Iterable[str]) -> Self:
        """Return the lists with these entries. Raises `BadAddress`."""
        return cls(frozenset(map(host_name, denied)), frozenset(map(host_name, allowed)))

    @property
    def digest(self) -> str:
        """What tells these lists from others, for what was made under them; empty where there are none."""
        if not (self.denied or self.allowed):
            return ""
        text = f"{sorted(self.denied)} {sorted(self.allowed)}"
        return hashlib.blake2b(text.encode(), digest_size=10).hexdigest()

    def check(self, host: str) -> None:
        """Raise `AddressRefused` where `host`, the name or address of a canonical address, is not to be read."""
        name = _plain(host.strip("[]").rstrip(".").lower())
        if _is_in(self.denied, name):
            raise AddressRefused(DENIED.of(host=name))
        if self.allowed and not _is_in(self.allowed, name):
            raise AddressRefused(NOT_ALLOWED.of(host=name))

    def denies(self, address: Address) -> bool:
        """Return whether an address that some name has led to is denied itself."""
        return str(unmapped(address)) in self.denied


#: Every host is read.
NO_LISTS = HostLists()


def _plain(host: str) -> str:
    """Return a host as it is; an address in its one short form."""
    with suppress(ValueError):
        return str(unmapped(ip_address(host)))
    return host


def _is_in(names: frozenset[str], host: str) -> bool:
    return host in names or any(parent in names for parent in _parents(host))


def _parents(host: str) -> Iterator[str]:
    """Yield the domains that a name lies in; the parts of an address are none, and no list has a number for a name."""
    while host := host.partition(".")[2]:
        yield host
