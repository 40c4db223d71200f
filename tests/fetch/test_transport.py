"""TLS as browsers take it: old ciphers, who must prove what, and what is said of what cannot be taken."""

import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import certifi
import pytest

from app.errors import AddressRefused, OriginUnreachable, OriginUntrusted
from app.fetch.authorities import NoAuthorities
from app.fetch.client import Client
from app.fetch.transport import browserlike_context, usual_context
from app.net.urls import unchecked
from tests.fetch.test_connect import FakeResolver
from tests.fetch.test_deadline import CERTIFICATE, server_context
from tests.origin import Origin, loopback_rules

CERTIFICATES = Path(__file__).parent / "certificates"
AUTHORITY = str(CERTIFICATES / "authority.pem")


@pytest.fixture
def origin() -> Iterator[Origin]:
    with Origin() as server:
        yield server


def server(certificate: str = "good", ciphers: str = "", most: str = "") -> ssl.SSLContext:
    """Return what a server speaks TLS with."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if ciphers:
        context.set_ciphers(ciphers)
    if most:
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED  # Debian's own configuration asks for more
        context.maximum_version = ssl.TLSVersion[most]
    context.load_cert_chain(CERTIFICATES / f"{certificate}.pem", CERTIFICATES / "key.pem")
    return context


def client() -> Client:
    """Return one that trusts the authority of these tests as it trusts the usual ones."""
    context = browserlike_context(AUTHORITY)
    return Client(loopback_rules(), resolve=lambda host, port: [("127.0.0.1", port)], context=context)


@pytest.mark.parametrize(
    "ciphers",
    [
        "AES128-GCM-SHA256",
        "AES256-GCM-SHA384",
        "AES128-SHA",
        "AES256-SHA",
        "ECDHE-RSA-AES128-SHA",
        "ECDHE-RSA-AES128-SHA256",
    ],
)
def test_servers_with_the_ciphers_of_ten_years_ago_are_read(ciphers: str) -> None:
    with Origin(context=server(ciphers=ciphers, most="TLSv1_2")) as secure:
        page = client().fetch(secure.serve("/page", "<p>Words</p>"))
        assert page.body == b"<p>Words</p>"


@pytest.mark.parametrize("ciphers", ["NULL", "AECDH-AES128-SHA", "ECDHE-RSA-NULL-SHA"])
def test_servers_that_do_not_really_encrypt_are_not(ciphers: str) -> None:
    with Origin(context=server(ciphers=f"{ciphers}:@SECLEVEL=0", most="TLSv1_2")) as secure:
        with pytest.raises(OriginUnreachable, match=r"^No secure connection to 127\.0\.0\.1 can be agreed on\.$"):
            client().fetch(secure.url("/page"))
        assert secure.requests == []


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
def test_an_old_way_to_encrypt_is_named_as_that() -> None:
    with (
        Origin(context=server(ciphers="ALL:@SECLEVEL=0", most="TLSv1_1")) as secure,
        pytest.raises(OriginUnreachable, match=r"^127\.0\.0\.1 encrypts only in an old way \(before TLS 1\.2\)"),
    ):
        client().fetch(secure.url("/page"))


@pytest.mark.parametrize(
    ("certificate", "host", "what"),
    [
        ("expired", "secure.example", "has expired"),
        ("good", "other.example", "is for another name"),
        ("unlinked", "secure.example", "comes without that of its issuer, or from one that nobody knows"),
    ],
)
def test_what_is_wrong_with_a_certificate_is_said(certificate: str, host: str, what: str) -> None:
    with Origin(context=server(certificate)) as secure:
        with pytest.raises(OriginUntrusted) as caught:
            client().fetch(secure.url("/page", host))
        assert caught.value.sentence == f"{host} cannot prove that it is {host}: its certificate {what}."
        assert secure.requests == []


def test_a_sound_certificate_says_nothing() -> None:
    with Origin(context=server()) as secure:
        secure.serve("/page", "<p>Words</p>")
        page = client().fetch(secure.url("/page", "secure.example"))
        assert page.url == secure.url("/page", "secure.example")


@pytest.mark.parametrize("name", ["127.0.0.1", "secure.example"])
def test_a_certificate_that_nobody_vouches_for_is_refused(name: str) -> None:
    with Origin(context=server_context()) as secure:
        reader = Client(loopback_rules(), resolve=FakeResolver(["127.0.0.1"]))
        with pytest.raises(OriginUntrusted) as caught:
            reader.fetch(secure.url("/page", name))
        said = f"{name} cannot prove that it is {name}: its certificate is signed by itself and by nobody else."
        assert caught.value.sentence == said
        assert secure.requests == []


def test_a_certificate_for_another_name_is_refused() -> None:
    with Origin(context=server_context()) as secure:
        trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
        reader = Client(loopback_rules(), resolve=FakeResolver(["127.0.0.1"]), context=trusting)
        with pytest.raises(OriginUntrusted, match=r"cannot prove that it is other\.example: .* is for another name\.$"):
            reader.fetch(secure.url("/page", "other.example"))


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
        with pytest.raises(OriginUnreachable, match=r"^127\.0\.0\.1 does not encrypt where https is"):
            Client(loopback_rules()).fetch(f"https://127.0.0.1:{listener.getsockname()[1]}/")
        thread.join(5)


def test_the_authorities_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    loads: list[object] = []
    with Origin(context=server_context()) as secure:
        secure.serve("/page", "<p>Words</p>")
        reader = Client(loopback_rules(), context=trusting)
        monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", lambda *arguments: loads.append(arguments))
        reader.fetch(secure.url("/page"))
        reader.fetch(secure.url("/page"))
    assert loads == []


def lenient() -> Client:
    """Return one whose operator has unchecked addresses read."""
    resolver = FakeResolver(["127.0.0.1"])
    return Client(loopback_rules(tls_allow_bad=True), resolve=resolver, context=browserlike_context(AUTHORITY))


@pytest.mark.parametrize(
    ("certificate", "host"), [("expired", "secure.example"), ("good", "other.example"), ("unlinked", "secure.example")]
)
def test_an_unchecked_address_is_read_whoever_answers_and_only_that(certificate: str, host: str) -> None:
    with Origin(context=server(certificate)) as secure:
        secure.serve("/page", "<p>Words</p>")
        secure.redirect("/old", secure.url("/page", host))
        reader = lenient()
        for path in ("/page", "/old"):
            page = reader.fetch(unchecked(secure.url(path, host)))
            assert page.body == b"<p>Words</p>"
            assert page.url == secure.url("/page", host)
        with pytest.raises(OriginUntrusted):
            reader.fetch(secure.url("/page", host))
        assert secure.hits("/page") == 2


def test_an_unchecked_address_is_not_read_where_the_operator_does_not_have_it() -> None:
    with Origin(context=server("expired")) as secure:
        url = unchecked(secure.url("/page", "secure.example"))
        for act in (client().check, client().fetch):
            with pytest.raises(AddressRefused, match="no page of a server that cannot prove who it is"):
                act(url)
        lenient().check(url)
        assert secure.requests == []


@pytest.mark.parametrize("ciphers", ["NULL", "AECDH-AES128-SHA"])
def test_an_unchecked_address_is_not_read_without_encryption(ciphers: str) -> None:
    with (
        Origin(context=server(ciphers=f"{ciphers}:@SECLEVEL=0", most="TLSv1_2")) as secure,
        pytest.raises(OriginUnreachable, match="No secure connection"),
    ):
        lenient().fetch(unchecked(secure.url("/page")))


def test_an_unchecked_address_of_a_private_network_is_refused_all_the_same() -> None:
    reader = Client(loopback_rules(tls_allow_bad=True), resolve=FakeResolver(["10.0.0.1"]))
    with pytest.raises(AddressRefused, match="on a private network"):
        reader.fetch(unchecked("https://intranet.example/"))


@pytest.mark.parametrize("text", [None, "", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_file_of_authorities_that_cannot_be_read_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    path = tmp_path / "authorities.pem"
    if text is not None:
        path.write_text(text)
    monkeypatch.setattr(certifi, "where", lambda: str(path))
    with pytest.raises(NoAuthorities, match=f"authorities in {path} cannot be read: ") as caught:
        usual_context.__wrapped__()
    assert "\n" not in str(caught.value)
