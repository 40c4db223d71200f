"""HTTP over TLS: who must prove what, and what is said where that fails."""

import socket
import ssl
import threading

import pytest

from app.errors import OriginUnreachable
from app.fetch.client import Client
from tests.fetch.test_connect import FakeResolver
from tests.fetch.test_deadline import CERTIFICATE, server_context
from tests.origin import Origin, loopback_rules


@pytest.mark.parametrize("name", ["127.0.0.1", "secure.example"])
def test_a_certificate_that_nobody_vouches_for_is_refused(name: str) -> None:
    with Origin(context=server_context()) as secure:
        client = Client(loopback_rules(), resolve=FakeResolver(["127.0.0.1"]))
        with pytest.raises(OriginUnreachable) as caught:
            client.fetch(secure.url("/page", name))
        assert caught.value.sentence == f"{name} cannot prove that it is {name}; its certificate is not valid."
        assert secure.requests == []


def test_a_certificate_for_another_name_is_refused() -> None:
    with Origin(context=server_context()) as secure:
        trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
        client = Client(loopback_rules(), resolve=FakeResolver(["127.0.0.1"]), context=trusting)
        with pytest.raises(OriginUnreachable, match="cannot prove that it is other"):
            client.fetch(secure.url("/page", "other.example"))


def test_the_name_travels_in_the_handshake() -> None:
    names: list[str | None] = []
    context = server_context()
    context.set_servername_callback(lambda channel, name, own: names.append(name))
    with Origin(context=context) as secure:
        secure.serve("/page", "<p>Words</p>")
        trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
        Client(loopback_rules(), resolve=FakeResolver(["127.0.0.1"]), context=trusting).fetch(
            secure.url("/page", "secure.example")
        )
    assert names == ["secure.example"]


def test_https_spoken_to_a_server_without_it_is_no_secure_connection() -> None:
    def answer_in_plain(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=answer_in_plain, args=(listener,))
        thread.start()
        with pytest.raises(OriginUnreachable, match=r"^No secure connection to 127\.0\.0\.1 can be agreed on\.$"):
            Client(loopback_rules()).fetch(f"https://127.0.0.1:{listener.getsockname()[1]}/")
        thread.join(5)


def test_the_authorities_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    loads: list[object] = []
    with Origin(context=server_context()) as secure:
        secure.serve("/page", "<p>Words</p>")
        client = Client(loopback_rules(), context=trusting)
        monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", lambda *arguments: loads.append(arguments))
        client.fetch(secure.url("/page"))
        client.fetch(secure.url("/page"))
    assert loads == []
