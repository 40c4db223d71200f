"""Names, addresses and ports: what is connected to is what was checked."""

import socket
from collections.abc import Iterator, Sequence
from ipaddress import ip_network

import pytest

from app.errors import AddressRefused, BadAddress, OriginMissing, OriginUnreachable
from app.fetch.client import Client
from app.fetch.connect import MOST_ADDRESSES, Connector
from app.fetch.deadline import Deadline
from app.fetch.own_addresses import OwnAddresses
from app.models import FetchedPage
from app.net.hosts import HostLists
from app.net.urls import canonical
from tests.origin import Origin, loopback_rules


class FakeResolver:
    """Answers with one list of addresses after the other, the last for ever; remembers what it was asked."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[tuple[str, int]]:
        self.asked.append(host)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [(address, port) for address in answer]


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        server.serve("/page", "<p>Words</p>")
        yield server


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def strict_client(**changes: object) -> Client:
    return Client(loopback_rules(allowed_networks=(), **changes))


@pytest.mark.parametrize(
    "url",
    """http://127.0.0.1/ http://2130706433/ http://127.1/ http://0x7f.1/ http://017700000001/ http://0/ http://localhost/
    http://[::1]/ http://[::]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://10.1.2.3/ http://169.254.169.254/
    http://[64:ff9b::7f00:1]/ http://[2002:7f00:1::]/ https://192.168.0.1/ http://127.0.0.1.:80/ http://１２７.1/
    http://127。0。0。1/ http://user:pass@127.0.0.1/ http://127.0.0.1\\@example.org/ http://168.63.129.16/
    http://%31%32%37.0.0.1/ http:///127.0.0.1/ http:127.0.0.1""".split(),
)
def test_every_way_to_write_a_private_address_is_refused(url: str) -> None:
    with pytest.raises(AddressRefused, match=r"The address .+ is .+, and this reader does not go there\."):
        strict_client().fetch(canonical(url))


@pytest.mark.parametrize("url", ["http://[fe80::1%25eth0]/", "http://[::1", "http://1.2.3.4.5/", "http://256.1/"])
def test_what_browsers_do_not_take_for_an_address_is_none(url: str) -> None:
    with pytest.raises(BadAddress):
        canonical(url)


def test_the_host_that_is_checked_is_the_host_that_is_connected_to(origin: Origin) -> None:
    resolver = FakeResolver(["127.0.0.1"])
    client = Client(loopback_rules(), resolve=resolver)
    with pytest.raises(OriginMissing):
        client.fetch(canonical(f"http://a.example:{origin.port}\\@b.example/"))
    assert resolver.asked == ["a.example"]
    assert origin.requests[0].headers["host"] == f"a.example:{origin.port}"


def test_a_name_that_resolves_to_a_private_address_is_refused() -> None:
    resolver = FakeResolver(["10.0.0.1", "192.168.0.1", "fd00::1"])
    with pytest.raises(AddressRefused) as caught:
        Client(loopback_rules(), resolve=resolver).fetch("http://intranet.example/")
    assert (
        caught.value.sentence
        == "The address intranet.example is on a private network, and this reader does not go there."
    )


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind(origin: Origin) -> None:
    resolver = FakeResolver(["127.0.0.1"], ["10.0.0.1"])
    Client(loopback_rules(), resolve=resolver).fetch(origin.url("/page", "rebinding.example"))
    assert resolver.asked == ["rebinding.example"]


def test_a_name_that_changes_its_mind_between_two_hops_is_refused(origin: Origin) -> None:
    resolver = FakeResolver(["127.0.0.1"], ["10.0.0.1"])
    origin.redirect("/old", "/page")
    with pytest.raises(AddressRefused):
        Client(loopback_rules(), resolve=resolver).fetch(origin.url("/old", "rebinding.example"))
    assert origin.hits("/page") == 0


def test_refused_addresses_are_passed_over_where_a_good_one_follows(origin: Origin) -> None:
    resolver = FakeResolver(["64:ff9b::7f00:1", "10.0.0.1", "127.0.0.1"])
    Client(loopback_rules(), resolve=resolver).fetch(origin.url("/page", "mixed.example"))


def test_of_mixed_addresses_only_the_good_ones_are_ever_tried() -> None:
    mixed = ["10.0.0.1", "9.9.9.9", "::1", "169.254.169.254", "2620:fe::fe", "::ffff:127.0.0.1"]
    connector = Connector((), (80,), 1, FakeResolver(mixed))
    with Deadline(5) as deadline:
        assert connector.addresses("mixed.example", 80, deadline) == [("9.9.9.9", 80), ("2620:fe::fe", 80)]


def test_the_next_address_is_tried_where_one_does_not_answer(origin: Origin) -> None:
    resolver = FakeResolver(["127.0.0.9", "127.0.0.1"])
    Client(loopback_rules(), resolve=resolver).fetch(origin.url("/page", "two.example"))


def test_a_name_with_very_many_addresses_is_not_a_scan_of_a_network(origin: Origin) -> None:
    resolver = FakeResolver([f"127.0.1.{number}" for number in range(MOST_ADDRESSES)] + ["127.0.0.1"])
    with pytest.raises(OriginUnreachable):
        Client(loopback_rules(), resolve=resolver).fetch(origin.url("/page", "many.example"))
    assert origin.requests == []


@pytest.mark.parametrize("port", [22, 25, 3306, 6379, 8000])
def test_only_the_ports_of_the_web_are_gone_to(port: int) -> None:
    resolver = FakeResolver(["1.1.1.1"])
    client = Client(loopback_rules(), resolve=resolver)
    with pytest.raises(AddressRefused, match=f"Port {port} of example.org is not one of the web"):
        client.fetch(f"http://example.org:{port}/")


def test_nobody_listening_and_nobody_known_are_told_apart() -> None:
    port = closed_port()
    with pytest.raises(OriginUnreachable, match=r"^127\.0\.0\.1 cannot be reached; nobody answers there\.$"):
        Client(loopback_rules()).fetch(f"http://127.0.0.1:{port}/")

    def unknown(host: str, port: int) -> Sequence[tuple[str, int]]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.raises(OriginUnreachable, match=r"^No site is known by the name nowhere\.example\.$"):
        Client(loopback_rules(), resolve=unknown).fetch("http://www.nowhere.example/")


def test_a_name_that_dns_cannot_hold_is_not_known() -> None:
    with pytest.raises(OriginUnreachable, match="No site is known by the name aaaa"):
        strict_client().fetch(f"http://{'a' * 80}.example/")


def test_a_host_that_is_denied_is_not_even_looked_up() -> None:
    resolver = FakeResolver(["1.1.1.1"])
    client = Client(loopback_rules(hosts=HostLists.of(["bad.example"], [])), resolve=resolver)
    with pytest.raises(AddressRefused, match=r"^This reader is set up not to read www\.bad\.example\.$"):
        client.fetch("http://www.bad.example/")
    assert resolver.asked == []


def test_a_host_that_is_not_among_those_allowed_is_not_asked(origin: Origin) -> None:
    lists = HostLists.of([], ["good.example"])
    client = Client(loopback_rules(hosts=lists), resolve=FakeResolver(["127.0.0.1"]))
    assert isinstance(client.fetch(origin.url("/page", "www.good.example")), FetchedPage)
    with pytest.raises(AddressRefused, match=r"other\.example is none of them"):
        client.fetch(origin.url("/page", "other.example"))
    assert origin.hits("/page") == 1


def test_a_redirect_to_a_host_that_is_denied_is_not_followed(origin: Origin) -> None:
    client = Client(loopback_rules(hosts=HostLists.of(["bad.example"], [])), resolve=FakeResolver(["127.0.0.1"]))
    origin.redirect("/old", origin.url("/page", "bad.example"))
    origin.serve("/refresh", f"<meta http-equiv=refresh content='0;url={origin.url('/page', 'bad.example')}'>")
    for path in ("/old", "/refresh"):
        with pytest.raises(AddressRefused, match=r"not to read bad\.example"):
            client.fetch(origin.url(path, "good.example"))
    assert origin.hits("/page") == 0


def test_an_address_that_is_denied_is_so_under_any_name(origin: Origin) -> None:
    rules = loopback_rules(hosts=HostLists.of(["127.0.0.1"], []))
    client = Client(rules, resolve=FakeResolver(["127.0.0.1"]))
    with pytest.raises(AddressRefused, match=r"not to read innocent\.example"):
        client.fetch(origin.url("/page", "innocent.example"))
    assert origin.requests == []


@pytest.mark.parametrize("port", [80, 443, 8080, 8443])
def test_this_machine_is_not_gone_to_by_its_public_address(port: int) -> None:
    connector = Connector((), (80, 443, 8080, 8443), 1, FakeResolver(["9.9.9.9"]), own=OwnAddresses(["9.9.9.9"]))
    with Deadline(5) as deadline, pytest.raises(AddressRefused, match="is the machine of this reader itself, and"):
        connector.addresses("rebound.example", port, deadline)


def test_this_machine_is_gone_to_where_the_operator_opens_its_address() -> None:
    opened = (ip_network("9.9.9.9/32"),)
    connector = Connector(opened, (80,), 1, FakeResolver(["9.9.9.9"]), own=OwnAddresses(["9.9.9.9"]))
    with Deadline(5) as deadline:
        assert connector.addresses("blog.example", 8000, deadline) == [("9.9.9.9", 8000)]
