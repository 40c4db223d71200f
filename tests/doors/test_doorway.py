"""Visitors are let in, answered, and sent away: no silent, slow or greedy one keeps others out."""

import socket
import threading
import time

import pytest

from app.doors.doorway import DoorLimits, Visitor
from tests.doors.house import asked, opened, received


async def echo(visitor: Visitor) -> None:
    line = await visitor.line()
    await visitor.send(await visitor.made(lambda: b"<" + line + b">"))


async def twice(visitor: Visitor) -> None:
    await visitor.send(await visitor.line() + b"," + await visitor.line())


async def fail(visitor: Visitor) -> None:
    raise RuntimeError(await visitor.line())


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        (b"in\r\n", b"<in>"),
        (b"in\n", b"<in>"),
        (b"in\r\nmore", b"<in>"),
        (b"\r\n", b"<>"),
        (b"\xff\0\r\n", b"<\xff\0>"),
    ],
)
def test_a_line_is_answered_and_the_connection_closed(said: bytes, heard: bytes) -> None:
    with opened(echo) as port:
        assert asked(port, said) == heard


def test_too_long_a_line_is_cut() -> None:
    with opened(echo, DoorLimits(line=100)) as port, socket.create_connection(("127.0.0.1", port), 10) as client:
        client.sendall(b"x" * 101)
        assert client.recv(1000) == b"<" + b"x" * 100 + b">"


def test_half_a_line_is_one_where_nothing_follows() -> None:
    with opened(echo) as port, socket.create_connection(("127.0.0.1", port), 10) as client:
        client.sendall(b"half")
        client.shutdown(socket.SHUT_WR)
        assert received(client) == b"<half>"


def test_who_says_nothing_is_sent_away() -> None:
    with (
        opened(echo, DoorLimits(silence=0.1)) as port,
        socket.create_connection(("127.0.0.1", port), 10) as client,
    ):
        assert client.recv(10) == b""


def test_who_does_not_take_his_answer_is_sent_away_and_others_are_answered() -> None:
    async def flood(visitor: Visitor) -> None:
        await visitor.line()
        await visitor.send(b"x" * 50_000_000)

    with (
        opened(flood, DoorLimits(sending=0.2)) as port,
        socket.create_connection(("127.0.0.1", port), 10) as lazy,
    ):
        lazy.sendall(b"\r\n")
        time.sleep(1)
        assert len(received(lazy)) < 50_000_000


def test_one_client_has_so_many_connections_and_no_more() -> None:
    with opened(echo, DoorLimits(for_each=2)) as port:
        held = [socket.create_connection(("127.0.0.1", port), 10) for _ in range(2)]
        time.sleep(0.2)
        with socket.create_connection(("127.0.0.1", port), 10) as third:
            assert third.recv(10) == b""
        for client in held:
            client.sendall(b"a\r\n")
            assert received(client) == b"<a>"
            client.close()
        assert asked(port, b"b\r\n") == b"<b>"


def test_all_together_have_so_many() -> None:
    with opened(echo, DoorLimits(connections=1)) as port, socket.create_connection(("127.0.0.1", port), 10):
        time.sleep(0.2)
        assert asked(port, b"") == b""


def test_a_fault_ends_one_connection_alone() -> None:
    with opened(fail) as port:
        assert asked(port, b"a\r\n") == b""
        assert asked(port, b"b\r\n") == b""


def test_slow_answers_hold_no_others_up() -> None:
    free = threading.Event()

    async def wait(visitor: Visitor) -> None:
        line = await visitor.line()
        await visitor.send(await visitor.made(lambda: line if line == b"quick" or free.wait(10) else b""))

    with opened(wait, DoorLimits(threads=2)) as port, socket.create_connection(("127.0.0.1", port), 10) as slow:
        slow.sendall(b"slow\r\n")
        assert asked(port, b"quick\r\n") == b"quick"
        free.set()
        assert received(slow) == b"slow"


def test_lines_come_one_after_the_other() -> None:
    with opened(twice) as port, socket.create_connection(("127.0.0.1", port), 10) as client:
        client.sendall(b"a\r\nb\r\n")
        assert received(client) == b"a,b"
