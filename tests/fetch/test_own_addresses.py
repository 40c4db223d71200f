"""The addresses of this machine: those that its interfaces have, and those that its names stand for."""

import socket
import threading
from collections.abc import Sequence
from ipaddress import ip_address

import pytest

from app.fetch import own_addresses
from app.fetch.own_addresses import KNOWN_SECONDS, UNKNOWN_SECONDS, OwnAddresses, is_on_interface
from app.net.ip_ranges import Address
from tests.clock import Clock


class Names:
    """Knows the addresses of names, as a test changes them; `looked_up` is set after each answer."""

    def __init__(self, **known: Sequence[str]) -> None:
        self.known = known
        self.asked = 0
        self.answered = threading.Semaphore(0)

    def __call__(self, host: str, port: int) -> Sequence[tuple[str, int]]:
        self.asked += 1
        self.answered.release()
        if host not in self.known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return [(address, port) for address in self.known[host]]


def ours(own: OwnAddresses, text: str) -> bool:
    return ip_address(text) in own


@pytest.mark.parametrize("text", ["127.0.0.1", "::ffff:127.0.0.1"])
def test_what_an_interface_has_is_ours(text: str) -> None:
    assert ours(OwnAddresses(), text)


@pytest.mark.parametrize("text", ["1.1.1.1", "192.0.2.1", "2606:4700:4700::1111", "2001:db8::2"])
def test_what_no_interface_has_is_not(text: str) -> None:
    assert not ours(OwnAddresses(), text)


def test_every_address_of_an_interface_counts_and_not_only_the_first() -> None:
    assert is_on_interface(ip_address("127.9.8.7"))


def test_where_anything_can_be_bound_to_the_way_there_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    # As `net.ipv4.ip_nonlocal_bind` has it, which a test may not set.
    monkeypatch.setattr(own_addresses, "_can_bind", lambda address: True)
    assert is_on_interface(ip_address("127.0.0.1"))
    assert not is_on_interface(ip_address("1.1.1.1"))


def nowhere(address: Address) -> bool:
    return False


def test_addresses_are_ours_that_our_names_stand_for() -> None:
    names = Names(**{"news.example": ["9.9.9.9", "2620:fe::fe"]})
    own = OwnAddresses(["news.example", "8.8.4.4"], names, nowhere)
    assert [ours(own, text) for text in ("9.9.9.9", "::ffff:9.9.9.9", "2620:fe::fe", "8.8.4.4")] == [True] * 4
    assert not ours(own, "8.8.8.8")
    assert names.asked == 1


def test_names_are_looked_up_again_after_a_while() -> None:
    clock, names = Clock(), Names(**{"news.example": ["9.9.9.9"]})
    own = OwnAddresses(["news.example"], names, nowhere, clock)
    assert ours(own, "9.9.9.9")
    names.known = {"news.example": ["9.9.9.10"]}
    clock.now += KNOWN_SECONDS - 1
    assert not ours(own, "9.9.9.10")
    clock.now += 2
    ours(own, "9.9.9.10")  # sees to it
    for _ in range(2):
        assert names.answered.acquire(timeout=10)
    _wait_for(own, "9.9.9.10")
    assert not ours(own, "9.9.9.9")


def test_a_name_that_is_not_known_now_is_asked_for_again_and_the_others_count() -> None:
    clock, names = Clock(), Names(**{"news.example": ["9.9.9.9"]})
    own = OwnAddresses(["news.example", "later.example"], names, nowhere, clock)
    assert ours(own, "9.9.9.9")
    names.known = {"later.example": ["9.9.9.10"]}
    clock.now += UNKNOWN_SECONDS + 1
    ours(own, "9.9.9.10")
    _wait_for(own, "9.9.9.10")
    assert ours(own, "9.9.9.9")  # known from before


def test_without_names_nobody_is_asked() -> None:
    names = Names()
    assert not ours(OwnAddresses((), names, nowhere), "9.9.9.9")
    assert names.asked == 0


def test_a_look_up_that_hangs_holds_nobody_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_addresses, "PATIENCE", 0.01)
    freed = threading.Event()

    def hang(host: str, port: int) -> Sequence[tuple[str, int]]:
        freed.wait(20)
        return [("9.9.9.9", port)]

    own = OwnAddresses(["news.example"], hang, nowhere)
    assert not ours(own, "9.9.9.9")
    freed.set()
    _wait_for(own, "9.9.9.9")


def _wait_for(own: OwnAddresses, text: str) -> None:
    """Return once `text` is known to be ours; fail after a generous while."""
    pause = threading.Event()
    for _ in range(500):
        if ours(own, text):
            return
        pause.wait(0.02)
    pytest.fail(f"{text} did not become ours")
