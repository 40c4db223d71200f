"""Origins that drip, hang and break off: every fetch ends at its deadline, and none is taken for complete."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.errors import OriginError, OriginFailed, OriginTimeout, OriginUnreachable
from app.fetch.client import Client
from app.fetch.deadline import Deadline
from tests.origin import Origin, RawHandler, loopback_rules

SECONDS = 0.51
LONG = 4  # a generous bound that only shows that the deadline held; nothing else would end these fetches
CERTIFICATE = Path(__file__).parent / "tls_for_tests.pem"


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


def dripping(origin: Origin, first: bytes, drop: bytes) -> RawHandler:
    """Return a handler that sends `first`, and a drop every 50 ms until the test is over."""

    def drip(connection: socket.socket) -> None:
        connection.sendall(first)
        while not origin.stopped.wait(0.05):
            connection.sendall(drop)

    return drip


def time_out(client: Client, url: str) -> None:
    started = time.monotonic()
    with pytest.raises(OriginTimeout, match=r"did not answer within 1 second\."):
        client.fetch(url)
    assert SECONDS - 0.1 < time.monotonic() - started < LONG


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
# What has come of a page is shown; of a file, nothing is.
FILE = b"HTTP/1.1 200 OK\r\nContent-Type: application/zip\r\n"


@pytest.mark.parametrize(
    ("first", "drop"),
    [
        (b"", b""),
        (b"HTTP/1.1 200", b"x"),
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (FILE + b"\r\n", b"a drop"),
        (FILE + b"Content-Length: 100000\r\n\r\n", b"x"),
        (FILE + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (FILE + b"Transfer-Encoding: chunked\r\n\r\n5000\r\n", b"x"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08", b"\0"),
    ],
    ids=["silence", "status", "header", "continue", "body", "counted", "chunks", "in-a-chunk", "chunk-size", "gzip"],
)
def test_a_dripping_origin_is_cut_off_at_the_deadline(origin: Origin, first: bytes, drop: bytes) -> None:
    url = origin.serve_raw("/drip", dripping(origin, first, drop))
    time_out(Client(loopback_rules(deadline=SECONDS)), url)


def test_redirects_share_one_deadline(origin: Origin) -> None:
    def slowly_on(connection: socket.socket) -> None:
        origin.stopped.wait(0.25)
        connection.sendall(b"HTTP/1.1 302 Go\r\nLocation: /on\r\nContent-Length: 0\r\n\r\n")

    time_out(Client(loopback_rules(deadline=SECONDS)), origin.serve_raw("/on", slowly_on))
    assert 2 <= origin.hits("/on") <= 3


def server_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    return context


def test_a_body_that_drips_through_tls_is_cut_off_too() -> None:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    with Origin(context=server_context()) as origin:
        origin.serve_raw("/drip", dripping(origin, FILE + b"\r\n", b"a drop"))
        time_out(Client(loopback_rules(deadline=SECONDS), context=trusting), origin.url("/drip"))


@pytest.mark.parametrize("record", [b"", b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc\x03\x03"], ids=["silence", "drops"])
def test_a_handshake_that_never_ends_is_cut_off_too(record: bytes) -> None:
    stop = threading.Event()

    def shake_slowly(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(record)
            while record and not stop.wait(0.05):
                try:
                    connection.sendall(b"\0")
                except OSError:
                    return
            stop.wait(LONG)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=shake_slowly, args=(listener,))
        thread.start()
        try:
            time_out(Client(loopback_rules(deadline=SECONDS)), f"https://127.0.0.1:{listener.getsockname()[1]}/")
        finally:
            stop.set()
            thread.join(LONG)


def test_a_resolver_that_hangs_is_left_behind() -> None:
    stop = threading.Event()

    def hang(host: str, port: int) -> Sequence[tuple[str, int]]:
        stop.wait(LONG)
        return [("127.0.0.1", port)]

    time_out(Client(loopback_rules(deadline=SECONDS), resolve=hang), "http://example.org/")
    stop.set()


def test_an_address_that_swallows_packets_is_given_up_in_time() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        address = full.getsockname()
        fillers = [socket.socket() for _ in range(4)]
        try:
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(address)
            client = Client(loopback_rules(deadline=LONG, connect_seconds=0.2))
            started = time.monotonic()
            with pytest.raises(OriginUnreachable, match=r"127\.0\.0\.1 cannot be reached; nobody answers there\."):
                client.fetch(f"http://127.0.0.1:{address[1]}/")
            assert time.monotonic() - started < LONG - 1
        finally:
            for filler in fillers:
                filler.close()


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (b"", "127.0.0.1 broke off in the middle of its answer."),
        (b"HTTP/1.1 20", "127.0.0.1 sent an answer that makes no sense."),
        (FILE + b"Content-Length: 100\r\n\r\nHalf", "127.0.0.1 broke off in the middle of its answer."),
        (FILE + b"Transfer-Encoding: chunked\r\n\r\n50\r\nHalf", "127.0.0.1 broke off in the middle of its answer."),
        (b"SSH-2.0-OpenSSH_9.2p1\r\n\r\n", "127.0.0.1 sent an answer that makes no sense."),
        (b"\0\xff" * 200 + b"\r\n\r\n", "127.0.0.1 sent an answer that makes no sense."),
        (b"HTTP/1.1 abc OK\r\n\r\n", "127.0.0.1 sent an answer that makes no sense."),
        (HEAD + b"Content-Length: 5, 7\r\n\r\nhello", "127.0.0.1 sent an answer that makes no sense."),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n", "127.0.0.1 sent an answer that makes no sense."),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 400_000 + b"\r\n\r\n", "127.0.0.1 sent an answer that makes no sense."),
    ],
    ids=[
        "nothing",
        "half-a-status",
        "body",
        "chunk",
        "ssh",
        "bytes",
        "status",
        "two-lengths",
        "header-flood",
        "long-header",
    ],
)
def test_a_broken_answer_is_a_failure_with_a_sentence(origin: Origin, answer: bytes, sentence: str) -> None:
    url = origin.serve_raw("/broken", lambda connection: connection.sendall(answer))
    with pytest.raises(OriginFailed) as caught:
        Client(loopback_rules()).fetch(url)
    assert caught.value.sentence == sentence


def test_more_than_the_length_says_is_not_read(origin: Origin) -> None:
    answer = HEAD + b"Content-Length: 5\r\n\r\nhello, and what does not belong to it"
    page = Client(loopback_rules()).fetch(origin.serve_raw("/long", lambda connection: connection.sendall(answer)))
    assert getattr(page, "body", b"") == b"hello"


def test_a_fetch_leaves_no_thread_and_no_socket_behind(origin: Origin) -> None:
    threads = threading.active_count()
    client = Client(loopback_rules(deadline=SECONDS))
    url = origin.serve("/page", "<p>Words</p>")
    descriptors = len(list(Path("/dev/fd").iterdir()))
    for target in (url, origin.redirect("/old", "/page"), origin.url("/missing")):
        try:
            client.fetch(target)
        except OriginError:
            continue
    end = time.monotonic() + LONG
    while time.monotonic() < end and threading.active_count() > threads:
        time.sleep(0.01)
    assert threading.active_count() <= threads
    assert len(list(Path("/dev/fd").iterdir())) <= descriptors


def test_the_time_is_over_once_a_socket_was_shut_down_whatever_the_clock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    # The clock stands, as one that is rounded down may at the moment when the watchdog comes.
    monkeypatch.setattr("time.monotonic", lambda: 1000.0)
    left, right = socket.socketpair()
    with left, right, Deadline(0.05) as deadline:
        deadline.watch(left)
        left.settimeout(20)
        assert left.recv(1) == b""
        assert deadline.is_over
        assert deadline.left == 0


def test_a_socket_that_comes_too_late_is_shut_down_at_once() -> None:
    left, right = socket.socketpair()
    with left, right, Deadline(0.01) as deadline:
        time.sleep(0.05)
        deadline.watch(left)
        right.settimeout(LONG)
        assert right.recv(1) == b""
        assert deadline.is_over
