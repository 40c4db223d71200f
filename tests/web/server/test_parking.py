"""Parked requests go on a few at a time, and those that take long hold up no others."""

import socket
import time
from collections.abc import Iterator

import pytest
from prometheus_client import CollectorRegistry, Gauge

from app.web.server.connection import Connection
from app.web.server.parking import MOST_PARKINGS, MOST_RESUMED, Parking


class Lot:
    """A worker's parked requests, with a list of those that went on in place of its threads."""

    def __init__(self, most: int = 100) -> None:
        self.went_on: list[Connection] = []
        self.registry = CollectorRegistry()
        self.parking = Parking(most, self.went_on.append, Gauge("parked", "Parked ones", registry=self.registry))

    @property
    def parked(self) -> float:
        return self.registry.get_sample_value("parked") or 0

    def park(self, connection: Connection) -> bool:
        """Return whether there was a place for the connection, as a thread finds out."""
        places = self.parking.places(connection)
        if places is None or not places.acquire(blocking=False):
            return False
        self.parking.park(connection)
        return True


@pytest.fixture
def connections() -> Iterator[list[Connection]]:
    socks = [socket.socket() for _ in range(12)]
    yield [Connection(sock, ("127.0.0.1", place), ("127.0.0.1", 80), 100) for place, sock in enumerate(socks)]
    for sock in socks:
        sock.close()


def test_those_that_have_landed_go_on_a_few_at_a_time_in_their_order(connections: list[Connection]) -> None:
    lot = Lot()
    assert all(map(lot.park, connections))
    assert lot.parked == len(connections)
    for connection in connections:
        lot.parking.land(connection)
    assert lot.went_on == connections[:MOST_RESUMED]
    assert lot.parked == 0
    lot.parking.done(connections[1])
    assert lot.went_on == connections[: MOST_RESUMED + 1]
    for connection in connections:
        lot.parking.done(connection)
    assert lot.went_on == connections


def test_a_request_that_never_was_parked_lets_nobody_go_on(connections: list[Connection]) -> None:
    lot = Lot()
    *parked, other = connections
    for connection in parked:
        lot.park(connection)
        lot.parking.land(connection)
    lot.parking.done(other)
    assert lot.went_on == parked[:MOST_RESUMED]


def test_more_go_on_where_those_before_take_long(
    connections: list[Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    lot = Lot()
    for connection in connections:
        lot.park(connection)
        lot.parking.land(connection)
    lot.parking.hasten()
    assert len(lot.went_on) == MOST_RESUMED
    later = time.monotonic() + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    lot.parking.hasten()
    assert lot.went_on == connections[: 2 * MOST_RESUMED]


def test_there_are_so_many_places_and_each_is_free_again_once_its_request_can_go_on(
    connections: list[Connection],
) -> None:
    lot = Lot(most=2)
    first, second, third, *_ = connections
    assert [lot.park(each) for each in (first, second, third)] == [True, True, False]
    lot.parking.land(first)
    assert lot.park(third)


def test_a_request_is_parked_so_often_and_then_waits_in_its_thread(connections: list[Connection]) -> None:
    lot = Lot()
    connection = connections[0]
    for _ in range(MOST_PARKINGS):
        assert lot.park(connection)
        lot.parking.land(connection)
        lot.parking.done(connection)
    assert not lot.park(connection)
