"""Which network addresses we connect to. Tables and their one reader, no I/O.

`ipaddress.is_global` is no help: it says True for multicast, 6to4 and site-local addresses, among others.
What a network translates behind a prefix of its own choice (NAT64, 6rd) cannot be known here; a machine in
such a network needs a firewall of its own.
"""

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

PRIVATE = "on a private network"
RESERVED = "not one of the public internet"
THIS_MACHINE = "the machine of this reader itself"
TUNNEL = "one that stands for another address"

# The IANA special-purpose registries, multicast, and what clouds put beside them; sorted. What an address
# is, in the words of a reader, and who says so.
REFUSED_IPV4 = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", THIS_MACHINE),  # RFC 791; Linux connects 0.0.0.0 to the loopback
        ("10.0.0.0/8", PRIVATE),  # RFC 1918
        ("100.64.0.0/10", PRIVATE),  # RFC 6598, carriers' NAT; Alibaba's metadata service
        ("127.0.0.0/8", THIS_MACHINE),  # RFC 1122
        ("168.63.129.16/32", PRIVATE),  # Azure's host agent, on a public number
        ("169.254.0.0/16", PRIVATE),  # RFC 3927; the metadata service of most clouds
        ("172.16.0.0/12", PRIVATE),  # RFC 1918
        ("192.0.0.0/24", RESERVED),  # RFC 6890; Oracle's metadata service
        ("192.0.2.0/24", RESERVED),  # RFC 5737, documentation
        ("192.31.196.0/24", RESERVED),  # RFC 7535, AS112
        ("192.52.193.0/24", RESERVED),  # RFC 7450, AMT
        ("192.88.99.0/24", TUNNEL),  # RFC 7526, 6to4 relays
        ("192.168.0.0/16", PRIVATE),  # RFC 1918
        ("192.175.48.0/24", RESERVED),  # RFC 7534, AS112
        ("198.18.0.0/15", PRIVATE),  # RFC 2544, benchmarks
        ("198.51.100.0/24", RESERVED),  # RFC 5737, documentation
        ("203.0.113.0/24", RESERVED),  # RFC 5737, documentation
        ("224.0.0.0/4", RESERVED),  # RFC 5771, multicast
        ("240.0.0.0/4", RESERVED),  # RFC 1112, reserved; RFC 8190, broadcast
    )
)

# RFC 4291, section 2.4: all that IANA has given out as global unicast. Outside lie the loopback, fc00::/7
# (RFC 4193), fe80::/10, fec0::/10 (RFC 3879), ff00::/8, 64:ff9b::/96 (RFC 6052), 64:ff9b:1::/48 (RFC 8215),
# 100::/64 (RFC 6666), 5f00::/16 (RFC 9602) and the IPv4-compatible addresses.
GLOBAL_IPV6 = IPv6Network("2000::/3")

# What is special within `GLOBAL_IPV6`; sorted.
REFUSED_IPV6 = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("2001::/32", TUNNEL),  # RFC 4380, Teredo
        ("2001::/23", RESERVED),  # RFC 2928, protocol assignments
        ("2001:db8::/32", RESERVED),  # RFC 3849, documentation
        ("2002::/16", TUNNEL),  # RFC 3056, 6to4
        ("2620:4f:8000::/48", RESERVED),  # RFC 7534, AS112
        ("3fff::/20", RESERVED),  # RFC 9637, documentation
    )
)

# RFC 5214, section 6.1: ::5efe:10.0.0.1 behind any prefix tunnels to 10.0.0.1; the one bit says "universal".
ISATAP = 0x00005EFE
UNIVERSAL_BIT = 0x02000000
_WITH_PORT = re.compile(r"\[([^\]]+)\](?::[0-9]{1,5})?|([0-9.]+):[0-9]{1,5}")


def refusal(address: Address, allowed: Iterable[Network] = ()) -> str:
    """Return what `address` is, for the sentence `The address is ...`, if we must not connect to it.

    An empty string means that we may. The networks in `allowed`, which the operator has opened by name, are
    always open; an IPv4 address mapped into IPv6 (RFC 4291, section 2.5.5.2) is judged as the IPv4 address.
    """
    address = unmapped(address)
    if is_within(address, allowed):
        return ""
    if isinstance(address, IPv4Address):
        return next((what for network, what in REFUSED_IPV4 if address in network), "")
    return _refusal_ipv6(address)


def is_within(address: Address, networks: Iterable[Network]) -> bool:
    """Return whether `address`, or the IPv4 address mapped into it, lies in one of `networks`.

    An address with a zone (RFC 4007) lies in none: the same number means another machine in every zone.
    """
    address = unmapped(address)
    if isinstance(address, IPv6Address) and address.scope_id is not None:
        return False
    return any(address in network for network in networks)


def unmapped(address: Address) -> Address:
    """Return the IPv4 address within ::ffff:0:0/96, and any other address as it is."""
    if isinstance(address, IPv6Address) and address.scope_id is None:
        return address.ipv4_mapped or address
    return address


def client_address(text: str) -> Address:
    """Return the address that `text` names as servers and proxies write that of a client. Raises `ValueError`.

    Some proxies put the port behind it in `X-Forwarded-For`, and IPv6 in brackets then; who listens on `::` is told of
    IPv4 within IPv6.
    """
    found = _WITH_PORT.fullmatch(text)
    return unmapped(ip_address(found[1] or found[2] if found else text))


def _refusal_ipv6(address: IPv6Address) -> str:
    if address.scope_id is not None:
        return PRIVATE
    if address.is_loopback or address.is_unspecified:
        return THIS_MACHINE
    if address not in GLOBAL_IPV6:
        return RESERVED if address.is_multicast else PRIVATE
    if int(address) >> 32 & 0xFFFFFFFF & ~UNIVERSAL_BIT == ISATAP:
        return TUNNEL
    return next((what for network, what in REFUSED_IPV6 if address in network), "")
