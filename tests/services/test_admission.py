"""Who may wait for an original, and under which name a client is counted."""

from collections.abc import Iterator
from contextlib import ExitStack
from ipaddress import ip_network
from pathlib import Path

import pytest

from app.errors import LimitReached, Overloaded
from app.services.admission import BUSY, READS, SEARCHES, Admissions, ReadSlots, client_of
from app.services.rate_limit import RateLimit
from app.storage import SqliteStore
from app.storage.claims import Claims
from app.storage.counters import StoreCounters

EXEMPT = (ip_network("127.0.0.0/8"), ip_network("2001:db8::/32"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "store.sqlite3", 1 << 24)
    yield opened
    opened.close()


def admissions(store: SqliteStore, at_once: int = 8, for_each: int = 4) -> Admissions:
    """Return what one more process with this store admits."""
    return Admissions(ReadSlots(at_once, for_each, Claims(store)), {}, EXEMPT)


def test_a_client_waits_for_so_many_originals_at_once_and_others_are_not_hindered(store: SqliteStore) -> None:
    gate, other = admissions(store), admissions(store)
    with ExitStack() as held:
        for _ in range(4):
            held.enter_context(gate.of("203.0.113.5").slot())
        with pytest.raises(LimitReached), other.of("203.0.113.5").slot():
            pytest.fail("another process let a fifth read in")
        with pytest.raises(LimitReached) as caught, gate.of("203.0.113.5").slot():
            pytest.fail("a fifth read was let in")
        assert caught.value.sentence == (
            "This site fetches 4 pages for you at once; please wait until one of them is here."
        )
        assert caught.value.retry_after > 0
        with gate.of("203.0.113.6").slot():
            pass
    with gate.of("203.0.113.5").slot():
        pass


def test_all_clients_together_wait_in_a_bounded_number_and_being_refused_takes_no_place(store: SqliteStore) -> None:
    gate = admissions(store, at_once=3)
    with ExitStack() as held:
        for number in range(3):
            held.enter_context(gate.of(f"203.0.113.{number}").slot())
        for _ in range(5):
            with pytest.raises(Overloaded, match=BUSY), gate.of("203.0.113.9").slot():
                pytest.fail("one more was let in")
    with ExitStack() as held:
        for number in range(3):
            held.enter_context(gate.of(f"203.0.113.{number}").slot())


def test_a_place_is_given_back_when_the_read_fails(store: SqliteStore) -> None:
    gate = admissions(store, at_once=1, for_each=1)
    for _ in range(3):
        with pytest.raises(RuntimeError, match="down"), gate.of("203.0.113.5").slot():
            raise RuntimeError("down")


def test_a_client_is_counted_for_each_kind_and_an_exempt_one_for_none(store: SqliteStore) -> None:
    counters = StoreCounters(store)
    limits = {READS: RateLimit(READS, 2, counters, "Enough."), SEARCHES: RateLimit(SEARCHES, 1, counters, "Enough.")}
    gate = Admissions(ReadSlots(8, 4, Claims(store)), limits, EXEMPT)
    for _ in range(50):
        gate.of("127.0.0.1").count()
    gate.of("203.0.113.5", SEARCHES).count()
    gate.of("203.0.113.5").count()
    gate.of("::ffff:203.0.113.5", READS).count()
    for kind in (READS, SEARCHES):
        with pytest.raises(LimitReached):
            gate.of("203.0.113.5", kind).count()


def test_exempt_clients_take_places_like_all(store: SqliteStore) -> None:
    own = admissions(store, at_once=6, for_each=2).of("127.0.0.1")
    with ExitStack() as held:
        for _ in range(6):
            held.enter_context(own.slot())
        with pytest.raises(Overloaded), own.slot():
            pytest.fail("one more was let in")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.5", "203.0.113.6", False),
        ("203.0.113.5", "::ffff:203.0.113.5", True),
        ("2001:db9:1:2::1", "2001:db9:1:2:ffff::9", True),
        ("2001:db9:1:2::1", "2001:db9:1:3::1", False),
        ("", "no address", True),
        ("", "203.0.113.5", False),
        ("203.0.113.5:80", "203.0.113.5:81", True),
        ("203.0.113.5:80", "203.0.113.5", True),
        ("203.0.113.5:80", "203.0.113.6:80", False),
        ("[2001:db9:1:2::1]:80", "2001:db9:1:2::7", True),
        ("203.0.113", "203.0.113.5:", True),
        ("fe80::1%eth0", "fe80::1%eth1", True),
    ],
)
def test_which_addresses_are_one_client(one: str, other: str, same: bool) -> None:
    assert (client_of(one, EXEMPT) == client_of(other, EXEMPT)) is same


@pytest.mark.parametrize("address", ["127.0.0.1", "::ffff:127.3.2.1", "2001:db8::7"])
def test_clients_in_exempt_networks_have_no_name(address: str) -> None:
    assert client_of(address, EXEMPT) is None
    assert client_of("128.0.0.1", EXEMPT) == "128.0.0.1"
