"""What waits to be sent, and for how much of it there is room."""

import socket
import threading
import time

import pytest

from app.storage.single_flight import Flight
from app.web.middleware.header_padding import BROKEN
from app.web.server.outgoing import REFUSAL, CaughtOutput, Outgoing, Room, began, parking_of


@pytest.mark.parametrize("step", [1, 3, 7, 100])
def test_pieces_are_given_out_in_order_however_little_is_taken(step: int) -> None:
    outgoing = Outgoing([b"head", b"", b"body", b"end"])
    sent = b""
    while outgoing.size:
        following = b"".join(outgoing.pieces())[:step]
        sent += following
        outgoing.taken(len(following))
    assert sent == b"headbodyend"
    assert outgoing.pieces() == []


def test_a_response_that_broke_off_is_not_sent() -> None:
    caught = CaughtOutput()
    caught.sendall(b"half of a response")
    with pytest.raises(OSError, match="nobody"):
        caught.shutdown(1)
    caught.close()
    assert Outgoing(caught.pieces).size == 0


def test_a_request_is_parked_only_where_there_is_room_for_it_and_a_server_that_does_so() -> None:
    flight = Flight(None, "key")
    places = threading.Semaphore(1)
    caught, full, never = CaughtOutput(places=places), CaughtOutput(places=places), CaughtOutput()
    for channel, parked_for in ((caught, flight), (full, None), (never, None)):
        parking = parking_of({"gunicorn.socket": channel})
        assert parking is not None
        assert parking.park(flight) == (parked_for is not None)
        assert channel.parked_for is parked_for
    with socket.socket() as other_server:
        assert parking_of({"gunicorn.socket": other_server}) is None
    assert parking_of({}) is None


def test_a_request_is_timed_from_when_it_came_though_it_was_parked() -> None:
    assert began({"gunicorn.socket": CaughtOutput(began=12.5)}) == 12.5
    before = time.monotonic()
    assert before <= began({}) <= time.monotonic()


def test_room_is_bounded_for_all_together_and_for_each() -> None:
    room = Room(most=100, for_each=40)
    assert room.take("203.0.113.5", 40, is_front=False)
    assert not room.take("203.0.113.5", 1, is_front=False)
    assert room.take("203.0.113.6", 30, is_front=False)
    assert not room.take("203.0.113.7", 31, is_front=False)
    room.give_back("203.0.113.5", 40)
    assert room.take("203.0.113.5", 40, is_front=False)
    assert room.take("203.0.113.7", 30, is_front=False)


def test_a_server_in_front_may_have_all_of_it() -> None:
    room = Room(most=100, for_each=40)
    assert room.take("127.0.0.1", 60, is_front=True)
    assert room.take("127.0.0.1", 40, is_front=True)
    assert not room.take("127.0.0.1", 1, is_front=True)


def test_the_refusal_is_whole_and_breaks_no_browser() -> None:
    head, _, body = REFUSAL.partition(b"\r\n\r\n")
    assert b"Content-Length: %d\r\n" % len(body) in head
    assert len(head) + 4 not in BROKEN
    assert body.decode("ascii").startswith("<!DOCTYPE")
