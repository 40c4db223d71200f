"""Which addresses are refused, and which the operator may open."""

from ipaddress import ip_address, ip_network

import pytest

from app.net.ip_ranges import (
    PRIVATE,
    REFUSED_IPV4,
    REFUSED_IPV6,
    THIS_MACHINE,
    TUNNEL,
    client_address,
    is_within,
    refusal,
)

REFUSED = """
    0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 168.63.129.16 169.254.169.254
    172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.1.1 192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.7
    203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b:1::1 100::1
    2001::1 2001:0:53aa:64c::1 2001:10::1 2001:db8::1 2002:7f00:1:: 2002:a00:1::1 2620:4f:8000::1 3fff::1 3fff:fff::1
    4000::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1
    2606:4700::5efe:10.0.0.1 2606:4700::200:5efe:7f00:1 2606:4700::1%eth0
""".split()
OPEN = """
    1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15 168.63.129.17
    172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255 198.20.0.0 223.255.255.255
    ::ffff:1.1.1.1 2001:200::1 2001:4860:4860::8888 2003::1 2400:cb00::1 2606:4700::1111 2a00:1450:4001::1 3ffe::1
""".split()


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_the_public_internet_is_refused(text: str) -> None:
    assert refusal(ip_address(text))


@pytest.mark.parametrize("text", OPEN)
def test_what_is_beside_a_refused_range_is_open(text: str) -> None:
    assert refusal(ip_address(text)) == ""


def test_the_first_and_last_address_of_every_range_is_refused() -> None:
    for place in (0, -1):
        assert all(refusal(network[place]) for network, _ in REFUSED_IPV4)
        assert all(refusal(network[place]) for network, _ in REFUSED_IPV6)


def test_the_table_of_ipv4_is_sorted() -> None:
    networks = [network for network, _ in REFUSED_IPV4]
    assert networks == sorted(networks)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("10.0.0.1", PRIVATE),
        ("127.0.0.1", THIS_MACHINE),
        ("::1", THIS_MACHINE),
        ("2002:7f00:1::", TUNNEL),
        ("fd00::1", PRIVATE),
    ],
)
def test_a_refusal_says_what_the_address_is(text: str, what: str) -> None:
    assert refusal(ip_address(text)) == what


def test_the_operator_opens_a_network_and_no_more() -> None:
    allowed = (ip_network("192.168.1.0/24"), ip_network("fd00::/8"))
    assert refusal(ip_address("192.168.1.7"), allowed) == ""
    assert refusal(ip_address("::ffff:192.168.1.7"), allowed) == ""
    assert refusal(ip_address("fd12::1"), allowed) == ""
    assert refusal(ip_address("192.168.2.7"), allowed) == PRIVATE
    assert refusal(ip_address("127.0.0.1"), allowed) == THIS_MACHINE


def test_an_address_with_a_zone_lies_in_no_network() -> None:
    everything = (ip_network("::/0"),)
    assert not is_within(ip_address("fe80::1%eth0"), everything)
    assert refusal(ip_address("fe80::1%eth0"), everything)
    assert is_within(ip_address("fe80::1"), everything)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:5123", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("[::ffff:192.0.2.7]:5123", "192.0.2.7"),
        ("2001:db8::1", "2001:db8::1"),
        ("[2001:db8::1]", "2001:db8::1"),
        ("[2001:db8::1]:5123", "2001:db8::1"),
    ],
)
def test_the_address_of_a_client_is_read_as_proxies_write_it(text: str, address: str) -> None:
    assert client_address(text) == ip_address(address)


@pytest.mark.parametrize("text", ["", "unknown", "_hidden", "192.0.2.7:", "[]:80", "192.0.2.7:x", "a\n192.0.2.7"])
def test_what_is_no_address_of_a_client_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"address|port"):
        client_address(text)
