"""The worker class in a real gunicorn, with clients on bare sockets: two workers of nine threads each."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from app.web.server.outgoing import MOST_WAITING
from tests.serving import ROOT, asked, free_port, gunicorn, raw_answer

SITE = "tests.web.server.site:app"
MIB = 1024 * 1024
# More than there are threads, in both workers.
MANY = 50


@pytest.fixture(scope="module")
def site() -> Iterator[int]:
    with gunicorn(SITE, READ_CONCURRENCY="1") as port:
        yield port


@contextmanager
def connected(port: int, sent: bytes, buffer: int = 0) -> Iterator[socket.socket]:
    """Yield a connection over which `sent` went; with `buffer` it takes few bytes that nobody reads."""
    with socket.socket() as connection:
        if buffer:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        connection.settimeout(20)
        connection.connect(("127.0.0.1", port))
        connection.sendall(sent)
        yield connection


def received(connection: socket.socket) -> bytes:
    return b"".join(iter(lambda: connection.recv(65536), b""))


def is_served(port: int) -> bool:
    status, _, body = asked(port, "GET /1000 HTTP/1.0\r\n\r\n")
    return status == "HTTP/1.0 200 OK" and body == b"0123456789" * 100


def test_half_requests_take_no_thread_and_are_answered_once_they_are_whole(site: int) -> None:
    with ExitStack() as stack:
        held = [stack.enter_context(connected(site, b"GET /20 HT")) for _ in range(MANY)]
        assert is_served(site)
        for connection in held:
            connection.sendall(b"TP/1.0\r\n\r\n")
        assert all(received(connection).endswith(b"\r\n\r\n01234567890123456789") for connection in held)


def test_a_request_that_comes_byte_by_byte_is_answered(site: int) -> None:
    with connected(site, b"") as connection:
        for byte in b"GET /10 HTTP/1.0\r\nUser-Agent: slow\r\n\r\n":
            connection.sendall(bytes([byte]))
        assert received(connection).endswith(b"\r\n\r\n0123456789")


@pytest.mark.parametrize("target", [b"/10?caf\xe9", b"/10?caf\xc3\xa9 noir", b"/10 "])
def test_an_address_that_is_sent_as_it_was_typed_is_answered(site: int, target: bytes) -> None:
    with connected(site, b"GET %b HTTP/1.0\r\n\r\n" % target) as connection:
        assert received(connection).endswith(b"\r\n\r\n0123456789")


def test_readers_who_take_nothing_take_no_thread_and_get_everything_in_the_end(site: int) -> None:
    with ExitStack() as stack:
        request = b"GET /%d HTTP/1.0\r\n\r\n" % MIB
        held = [stack.enter_context(connected(site, request, buffer=4096)) for _ in range(MANY)]
        assert is_served(site)
        for connection in held:
            head, _, body = received(connection).partition(b"\r\n\r\n")
            assert head.startswith(b"HTTP/1.0 200 OK")
            assert body == b"0123456789" * (MIB // 10)


def test_large_responses_wait_for_slow_readers_in_a_bounded_number(site: int) -> None:
    size = MOST_WAITING // 4
    request = b"GET /%d HTTP/1.0\r\n\r\n" % size
    with ExitStack() as stack:
        held = [stack.enter_context(connected(site, request, buffer=4096)) for _ in range(12)]
        statuses = [connection.recv(20)[9:12] for connection in held]
        # Either worker has room for three with their headers.
        assert 3 <= statuses.count(b"200") <= 6
        assert statuses.count(b"503") == len(statuses) - statuses.count(b"200")
        refused = received(held[statuses.index(b"503")])
        assert b"Retry-After: 120\r\n" in refused
        assert refused.endswith(b"</html>\n")
        assert is_served(site)
    # The room of those who left is free again.
    for _ in range(100):
        status, _, body = asked(site, f"GET /{size} HTTP/1.0\r\n\r\n")
        if status.endswith("200 OK"):
            assert len(body) == size // 10 * 10
            return
        time.sleep(0.05)
    pytest.fail("the room was not given back")


@pytest.fixture(scope="module")
def alone() -> Iterator[int]:
    """Yield the port of one worker of nine threads."""
    with gunicorn(SITE, workers=1, READ_CONCURRENCY="1") as port:
        yield port


def called(port: int, name: str, count: int) -> list[str]:
    """Return the answers to those who share a call, sorted; it ends after all of them have come, and others are
    served meanwhile.
    """
    with ExitStack() as stack:
        request = b"GET /call/%b HTTP/1.0\r\n\r\n" % name.encode()
        held = [stack.enter_context(connected(port, request)) for _ in range(count)]
        assert is_served(port)
        time.sleep(0.2)  # the last of them may be on their way
        assert asked(port, f"GET /open/{name} HTTP/1.0\r\n\r\n")[0] == "HTTP/1.0 200 OK"
        return sorted(received(connection).partition(b"\r\n\r\n")[2].decode() for connection in held)


def test_requests_that_share_a_call_take_no_thread_and_all_get_what_came_of_it(alone: int) -> None:
    assert called(alone, "page", MANY) == ["call 1"] * MANY


def test_requests_that_share_a_call_share_its_failure(alone: int) -> None:
    assert called(alone, "bad", MANY) == ["failure 1"] * MANY


def test_a_limit_of_one_caller_leaves_the_call_to_the_next_one(alone: int) -> None:
    assert called(alone, "own", 12) == sorted(f"limit {number}" for number in range(1, 13))


def test_where_no_more_requests_can_be_parked_they_wait_in_threads_while_there_are_slots() -> None:
    # A quarter of the connections may be parked.
    with gunicorn(SITE, "--worker-connections", "32", workers=1, READ_CONCURRENCY="1") as port:
        answers = called(port, "page", 12)
    assert answers == ["There is no slot."] + ["call 1"] * 11


def test_clients_who_leave_while_they_are_parked_hinder_nobody(alone: int) -> None:
    request = b"GET /call/left HTTP/1.0\r\n\r\n"
    with connected(alone, request) as leader:
        with ExitStack() as stack:
            for _ in range(MANY):
                stack.enter_context(connected(alone, request))
            time.sleep(0.2)
        assert is_served(alone)
        assert asked(alone, "GET /open/left HTTP/1.0\r\n\r\n")[0] == "HTTP/1.0 200 OK"
        assert received(leader).endswith(b"\r\n\r\ncall 1")
    assert is_served(alone)


def test_a_body_is_waited_for_and_handed_on_whole(site: int) -> None:
    with connected(site, b"POST /posted HTTP/1.0\r\nContent-Length: 11\r\n\r\nfirst") as connection:
        time.sleep(0.05)
        connection.sendall(b"second")
        assert received(connection).endswith(b"\r\n\r\nfirstsecond")


def test_the_answer_to_a_body_that_is_too_large_reaches_a_client_who_goes_on_sending(site: int) -> None:
    with connected(site, b"POST /100 HTTP/1.0\r\nContent-Length: 900000\r\n\r\n") as connection:
        for _ in range(9):
            connection.sendall(b"x" * 10_000)
            time.sleep(0.01)
        assert received(connection).endswith(b"0123456789" * 10)


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"HEAD /10\r\n", b"400"),
        (b"\x16\x03\x01\x02\n", b"400"),
        (b"GET /" + b"1" * 8200, b"414"),
        (b"GET /10 HTTP/1.0\r\n" + b"X: y\r\n" * 210 + b"\r\n", b"431"),
        (b"GET /10 HTTP/1.0\r\n" + b"X: y\r\n" * 9000, b"431"),
    ],
)
def test_what_is_no_request_is_refused_without_waiting_for_its_end(site: int, request_: bytes, status: bytes) -> None:
    with connected(site, request_) as connection:
        assert received(connection)[9:12] == status


@pytest.mark.parametrize(
    "fields",
    [
        b"".join(b"Accept: application/x-kind-%d\r\n" % number for number in range(180)),
        b"Cookie: " + b"; ".join(b"c%d=%s" % (number, b"x" * 4000) for number in range(6)) + b"\r\n",
        b"Accept: text/html,\r\n text/plain\r\nUser-Agent: Old\r\n",
        b"Accept: */*\r\n\tq=0.1\r\n \r\nHost: x.example\r\n",
    ],
)
def test_fields_are_taken_as_old_browsers_send_them(site: int, fields: bytes) -> None:
    with connected(site, b"GET /10 HTTP/1.0\r\n" + fields + b"\r\n") as connection:
        assert received(connection).endswith(b"\r\n\r\n0123456789")


@pytest.mark.parametrize("request_", [b"GET /10 HTTP/1.0\n\n", b"\r\n\r\nget /10 http/1.0\nAccept: */*\n\n"])
def test_lines_may_end_as_they_are_typed(site: int, request_: bytes) -> None:
    with connected(site, request_) as connection:
        assert received(connection).endswith(b"\r\n\r\n0123456789")


@pytest.mark.parametrize("request_", [b"GET /10\r\n", b"GET /10\n", b"GET /10\r\n\r\n"])
def test_a_request_without_a_version_gets_the_page_and_nothing_else(site: int, request_: bytes) -> None:
    with connected(site, request_) as connection:
        assert received(connection) == b"0123456789"


def test_a_request_without_a_version_gets_the_page_of_an_error_and_nothing_else(site: int) -> None:
    with connected(site, b"GET /\x01\r\n") as connection:
        assert received(connection).lstrip().startswith(b"<html>")


def test_a_response_that_breaks_off_is_not_passed_off_as_whole(site: int) -> None:
    assert raw_answer(site, "GET /broken HTTP/1.0\r\n\r\n") == b""
    assert is_served(site)


def test_head_is_answered_without_a_body(site: int) -> None:
    head, _, body = raw_answer(site, "HEAD /1000 HTTP/1.0\r\n\r\n").partition(b"\r\n\r\n")
    assert b"Content-Length: 1000" in head
    assert body == b""


@contextmanager
def server(*options: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run a gunicorn with one worker, and yield it and its port."""
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "HOST": "127.0.0.1", "WEB_CONCURRENCY": "1"}
    command = [sys.executable, "-m", "gunicorn", "--log-level", "warning", *options, SITE]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as process:
        try:
            for _ in range(200):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield process, port
        finally:
            process.terminate()


LARGE = b"GET /%d HTTP/1.0\r\n\r\n" % (4 * MIB)


def test_a_server_that_is_stopped_answers_what_it_began_and_waits_for_no_half_request() -> None:
    with server() as (process, port), ExitStack() as stack:
        called = b"GET /call/slow HTTP/1.0\r\n\r\n"
        parked = [stack.enter_context(connected(port, called)) for _ in range(MANY)]
        stack.enter_context(connected(port, b"GET /10 HT"))
        reader = stack.enter_context(connected(port, LARGE, buffer=4096))
        begun = reader.recv(1000)
        process.send_signal(signal.SIGTERM)
        _, _, body = (begun + received(reader)).partition(b"\r\n\r\n")
        assert len(body) == 4 * MIB // 10 * 10
        assert all(received(connection).endswith(b"\r\n\r\ncall 1") for connection in parked)
        process.wait(10)


def test_a_server_that_is_stopped_tells_those_who_come_later_at_once() -> None:
    with server() as (process, port), ExitStack() as stack:
        half = stack.enter_context(connected(port, b"GET /10 HT"))
        reader = stack.enter_context(connected(port, LARGE, buffer=4096))
        begun = reader.recv(1000)
        process.send_signal(signal.SIGTERM)
        while raw_answer(port, "GET /10 HTTP/1.0\r\n\r\n")[9:12] != b"503":
            time.sleep(0.01)
        for _ in range(MANY):
            status, headers, page = asked(port, "GET /10 HTTP/1.0\r\n\r\n")
            assert status == "HTTP/1.0 503 Service Unavailable"
            assert headers["retry-after"] == "30"
            assert b"started anew" in page
        head = raw_answer(port, "HEAD /10 HTTP/1.0\r\n\r\n")
        assert head.startswith(b"HTTP/1.0 503")
        assert head.endswith(b"\r\n\r\n")
        # He came in time.
        half.sendall(b"TP/1.0\r\n\r\n")
        assert received(half).endswith(b"\r\n\r\n0123456789")
        # One who says nothing is not waited for.
        stack.enter_context(connected(port, b"GET /10 HT"))
        assert len((begun + received(reader)).partition(b"\r\n\r\n")[2]) == 4 * MIB // 10 * 10
        process.wait(10)


def test_while_workers_are_changed_nobody_is_turned_away() -> None:
    with server() as (process, port), ExitStack() as stack:
        reader = stack.enter_context(connected(port, LARGE, buffer=4096))
        begun = reader.recv(1000)
        process.send_signal(signal.SIGHUP)
        for _ in range(MANY):
            assert is_served(port)
            time.sleep(0.02)
        assert len((begun + received(reader)).partition(b"\r\n\r\n")[2]) == 4 * MIB // 10 * 10


@pytest.mark.parametrize("option", [["--keep-alive", "5"], ["--certfile", "wsgi.py", "--keyfile", "wsgi.py"]])
def test_what_this_worker_does_not_do_stops_the_start(option: list[str]) -> None:
    command = [sys.executable, "-m", "gunicorn", *option, SITE]
    environment = {**os.environ, "PORT": str(free_port())}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode != 0
    assert "This server does without TLS and keep-alive" in done.stderr
