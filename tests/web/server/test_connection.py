"""Connections that wait: who has waited too long, or the longest."""

import socket

from app.web.server.connection import Connection, Waiting

NEVER, AT_ONCE = 1e9, 0.0


def connection(client: object = ("203.0.113.5", 1024)) -> Connection:
    return Connection(socket.socket(), client, ("127.0.0.1", 80), 8190)


def test_nobody_is_overdue_until_the_time_is_over() -> None:
    one = connection()
    patient, strict = Waiting(NEVER, 10), Waiting(AT_ONCE, 10)
    assert patient.overdue() is None
    for waiting in (patient, strict):
        waiting.add(one)
    assert patient.overdue() is None
    assert strict.overdue() is one
    one.sock.close()


def test_of_too_many_the_one_that_was_heard_of_the_longest_ago_is_overdue() -> None:
    first, second, third = (connection() for _ in range(3))
    waiting = Waiting(NEVER, 2)
    for each in (first, second, third):
        waiting.add(each)
    assert waiting.overdue() is first
    waiting.add(first)
    assert waiting.overdue() is second
    waiting.remove(second)
    assert second not in waiting
    assert waiting.overdue() is None
    assert waiting.oldest() is third
    for each in (first, second, third):
        each.sock.close()


def test_a_client_is_known_by_its_address_and_one_behind_a_socket_of_unix_by_nothing() -> None:
    for client, peer in ((("203.0.113.5", 1024), "203.0.113.5"), (("2001:db8::1", 1, 0, 0), "2001:db8::1"), ("", "")):
        one = connection(client)
        assert one.peer == peer
        one.sock.close()
