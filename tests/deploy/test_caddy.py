"""Caddy in front of gunicorn, by the configuration in deploy/."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.modern_site import LIGHTHOUSE
from tests.origin import Origin
from tests.serving import ROOT, asked, free_port, gunicorn, running
from tests.validity import need, sgml_errors


@contextmanager
def caddy(behind: int, folder: Path) -> Iterator[int]:
    """Yield the port of a Caddy with our configuration in front of the port `behind`."""
    need("caddy")
    port = free_port()
    text = (ROOT / "deploy" / "Caddyfile").read_text()
    text = text.replace("127.0.0.1:8080", f"127.0.0.1:{behind}")
    text = text.replace("http://:80 {", f"http://:{port} {{\n\tbind 127.0.0.1")
    (folder / "Caddyfile").write_text(text)
    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    command = ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    with running(command, port, {**os.environ, **homes}) as number:
        yield number


@pytest.fixture(scope="module")
def front(port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a Caddy in front of the site."""
    with caddy(port, tmp_path_factory.mktemp("caddy")) as number:
        yield number


@pytest.fixture(scope="module")
def echo_front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a Caddy in front of a site that answers with the request."""
    with gunicorn("tests.echo:app") as behind, caddy(behind, tmp_path_factory.mktemp("caddy")) as number:
        yield number


@pytest.mark.parametrize("version", ["HTTP/1.0", "HTTP/1.1"])
def test_a_page_comes_whole_and_the_connection_ends(front: int, place: Origin, version: str) -> None:
    path = f"/read?url={quote(place.url('/lighthouse'), safe='')}"
    status, headers, body = asked(front, f"GET {path} {version}\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert status.endswith("200 OK")
    assert int(headers["content-length"]) == len(body)
    assert not {"transfer-encoding", "content-encoding", "set-cookie", "vary"} & set(headers)
    assert LIGHTHOUSE.title.encode() in body


def test_who_asks_is_known_and_cannot_be_claimed(echo_front: int) -> None:
    claims = "X-Forwarded-For: 192.0.2.9\r\nX-Absolute-URI: http://example.org/\r\nAccept-Encoding: gzip\r\n"
    _, _, body = asked(echo_front, f"GET /read?url=http://a.example//b HTTP/1.0\r\n{claims}\r\n")
    seen = json.loads(body)
    assert seen["target"] == "/read?url=http://a.example//b"
    assert seen["headers"]["X_FORWARDED_FOR"] == "127.0.0.1"
    assert not {"X_ABSOLUTE_URI", "ACCEPT_ENCODING"} & set(seen["headers"])


def test_while_the_site_is_down_a_page_says_so(tmp_path: Path) -> None:
    with caddy(free_port(), tmp_path) as number:
        status, headers, body = asked(number, "GET / HTTP/1.0\r\n\r\n")
    assert status.split(" ")[1] == "502"
    assert headers["content-type"] == "text/html"
    assert b"Not at work" in body
    assert sgml_errors(body, tmp_path) == ""
