"""A certificate for the doors that speak TLS, made as docs/doors.md says, and a client that trusts it alone."""

import re
import socket
import ssl
import subprocess
from pathlib import Path

from tests.doors.house import received
from tests.serving import ROOT
from tests.validity import need

NAME = "news.example"


def made(folder: Path) -> tuple[str, str]:
    """Return the paths of a certificate and its key, which the command of docs/doors.md has made in a folder."""
    need("openssl")
    found = re.search(r"^    (openssl req (?:.+\\\n)*.+)$", (ROOT / "docs" / "doors.md").read_text(), re.MULTILINE)
    assert found
    subprocess.run(["sh", "-c", found[1]], cwd=folder, check=True, capture_output=True, timeout=60)
    return str(folder / "gemini.crt"), str(folder / "gemini.key")


def client_of(certificate: str) -> ssl.SSLContext:
    """Return what trusts a certificate, and checks its name."""
    return ssl.create_default_context(cafile=certificate)


def asked_over_tls(port: int, certificate: str, line: bytes) -> bytes:
    """Return all that is answered to a line until the alert that says that there is no more."""
    with (
        socket.create_connection(("127.0.0.1", port), 20) as plain,
        # With this, the end of the connection without that alert is a failure.
        client_of(certificate).wrap_socket(plain, server_hostname=NAME, suppress_ragged_eofs=False) as client,
    ):
        client.sendall(line)
        return received(client)
