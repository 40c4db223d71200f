"""What is said of a server that cannot be used, and what is no server of that kind."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.storage import StoreError, StoreUnreachable, open_store
from app.storage.redis_store import RedisStore
from tests.redis_server import RedisServer, nothing_works, works
from tests.serving import free_port

MIB = 1024 * 1024
CERTIFICATES = Path(__file__).parent.parent / "fetch" / "certificates"


@contextmanager
def answering(what: bytes) -> Iterator[int]:
    """Yield the port of a server that answers everything with `what`."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    try:
                        while connection.recv(65536):
                            connection.sendall(what)
                    except OSError:
                        pass

        threading.Thread(target=serve, daemon=True).start()
        yield int(listener.getsockname()[1])
        listener.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b":abc\r\n",
        b"*-5\r\n",
        b"$99999999999\r\nx",
        b"\x00\xff" * 50,
        b"+OK\r\n",
        b"",
    ],
)
def test_what_is_no_redis_stops_the_start_and_does_no_harm_later(answer: bytes) -> None:
    with answering(answer) as port:
        url = f"redis://127.0.0.1:{port}/0"
        with pytest.raises(StoreError, match=f"The store {url} cannot be opened: ") as raised:
            RedisStore(url, MIB, seconds=0.2)
        assert "\n" not in str(raised.value)
        store = RedisStore(url, MIB, seconds=0.2, must_open=False)
        nothing_works(store)
        store.close()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"-DENIED Redis is running in protected mode because protected mode is enabled", "its protected mode lets"),
        (b"-ERR max number of clients reached", "it has all the clients that it takes"),
        (b"-MOVED 1 192.0.2.1:6379", "it is one of a cluster"),
        (b"-CLUSTERDOWN Hash slot not served", "it is one of a cluster"),
        (b"-ERR SELECT is not allowed in cluster mode", "it is one of a cluster"),
        (b"-ERR DB index is out of range", "it has no database of that number"),
        (b"-ERR unknown command 'EVALSHA', with args beginning with: '5d0'", "it does not know a command"),
    ],
)
def test_why_a_server_cannot_be_the_store_is_said_in_words(answer: bytes, said: str) -> None:
    with answering(answer + b"\r\n") as port, pytest.raises(StoreError, match=f"cannot be opened: {said}"):
        RedisStore(f"redis://127.0.0.1:{port}/0", MIB, seconds=0.2)


def test_a_socket_that_is_not_there_may_soon_be(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreachable, match="there is no such socket"):
        open_store(f"unix://{tmp_path}/socket", MIB)


def test_a_password_is_needed_where_there_is_one_and_told_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with RedisServer(tmp_path, "--requirepass", "s3cret") as server:
        for user in ("", ":wr0ng@", "nobody:wr0ng@"):
            url = f"redis://{user}127.0.0.1:{server.port}/0"
            with pytest.raises(StoreError, match="its password or user is wrong") as raised:
                open_store(url, MIB)
            assert "wr0ng" not in str(raised.value)
        for url in (f"redis://:s3cret@127.0.0.1:{server.port}/0", f"unix://:s3cret@{server.socket}?db=1"):
            store = open_store(url, MIB)
            assert works(store)
            store.close()
        server.stop()
        store = open_store(f"redis://:s3cret@127.0.0.1:{server.port}/0", MIB, must_open=False)
        nothing_works(store)
        assert "cannot be read" in caplog.text
        assert "s3cret" not in caplog.text
        store.close()


@pytest.mark.parametrize(
    ("host", "said"), [("127.0.0.1", "nobody listens there"), ("nowhere.invalid", "its name is not known")]
)
def test_a_server_that_is_not_there_stops_the_start_with_a_line(host: str, said: str) -> None:
    with pytest.raises(StoreUnreachable, match=f"cannot be opened: {said}"):
        open_store(f"redis://{host}:{free_port()}/0", MIB)


def test_tls_is_spoken_with_who_can_prove_who_he_is(tmp_path: Path) -> None:
    port = free_port()
    options = [
        "--tls-port",
        str(port),
        "--tls-auth-clients",
        "no",
        "--tls-ca-cert-file",
        f"{CERTIFICATES}/authority.pem",
    ]
    own = ["--tls-cert-file", f"{CERTIFICATES}/good.pem", "--tls-key-file", f"{CERTIFICATES}/key.pem"]
    with RedisServer(tmp_path, *options, *own):
        url = f"rediss://127.0.0.1:{port}/0"
        store = open_store(f"{url}?ssl_ca_certs={CERTIFICATES}/authority.pem", MIB)
        assert works(store)
        store.close()
        for wrong, said in (
            (url, "its certificate is not believed: self-signed certificate in certificate chain."),
            (f"rediss://localhost:{port}/0?ssl_ca_certs={CERTIFICATES}/authority.pem", "Hostname mismatch"),
            (f"{url}?ssl_ca_certs=/nowhere/own.pem", "there is no file /nowhere/own.pem."),
        ):
            with pytest.raises(StoreError, match=said) as raised:
                open_store(wrong, MIB)
            assert not isinstance(raised.value, StoreUnreachable)
        with pytest.raises(StoreError, match="it closes the connection"):
            open_store(f"redis://127.0.0.1:{port}/0", MIB)
